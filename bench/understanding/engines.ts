import type { Engine } from './engine.js'

/** Everybody who is asked, ours first. Imported when needed, so that a process holds the one that it measures and no other. */
export const engines = {
  ours: async () => (await import('./engines/ours.js')).ours,
  ourRanker: async () => (await import('./engines/ours.js')).ourRanker,
  miniSearchFields: async () => (await import('./engines/mini-search.js')).miniSearchFields,
  miniSearchFuzzy: async () => (await import('./engines/mini-search.js')).miniSearchFuzzy,
  orama: async () => (await import('./engines/orama.js')).orama,
  fuse: async () => (await import('./engines/fuse.js')).fuse,
  flexSearch: async () => (await import('./engines/flex-search.js')).flexSearch,
  nodeNlp: async () => (await import('./engines/node-nlp.js')).nodeNlp,
} as const satisfies Record<string, () => Promise<Engine>>

export type EngineId = keyof typeof engines
export const ENGINE_IDS = Object.keys(engines) as EngineId[]

/** The columns of the table. */
export const ON_CONTENT = ENGINE_IDS.filter((engine) => engine !== 'ourRanker')

/** Who fills a column on sets that are not ours: the order is what counts there. */
export const onSets = (column: EngineId): EngineId => (column === 'ours' ? 'ourRanker' : column)
