import type { Thing } from './thing.js'

/** Languages for which the engines' own stemmers are asked. */
export type StemmedLanguage = 'sv' | 'en' | 'fi'
export type Corpus = { language: StemmedLanguage; things: readonly Thing[] }

/** One thing that was found; no score from an engine that tells none. */
export type Ranked = { id: string; score?: number }

export type Opened = {
  /** The best first, each thing once, `ASKED_FOR` at least when there are as many. */
  rank(question: string): readonly Ranked[] | Promise<readonly Ranked[]>
  /** How sure it is that its first is right, where that is not the first one's score. */
  confidence?(question: string): number
}

export type Engine = {
  /** As it stands in the table. */
  name: string
  /** All that can be done once and kept in a file; what is done at every start belongs in `open`. */
  prepare(corpus: Corpus): Uint8Array | Promise<Uint8Array>
  open(prepared: Uint8Array): Opened | Promise<Opened>
}

export const ASKED_FOR = 10

/** For engines that build their index at every start: what they build it from. */
export const kept = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/** What `kept` kept. */
export const read = (prepared: Uint8Array): unknown => JSON.parse(Buffer.from(prepared).toString())

/** Each thing once, at its best place. */
export function once(found: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>()
  return found.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, ASKED_FOR)
}
