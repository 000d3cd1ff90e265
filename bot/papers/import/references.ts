import type { Part } from '../../domain/projects/plan.js'
import { folded } from '../sheets/people-labels.js'

type Named = { id: string; name?: string }

/** Finds what a reference names: by id, otherwise by name when only one is called so. */
export type Finder = (part: Part, words: string) => { id: string } | 'several' | undefined

export function finderIn(items: Readonly<Partial<Record<Part, readonly Named[]>>>): Finder {
  const made = new Map<Part, { ids: ReadonlySet<string>; names: ReadonlyMap<string, readonly string[]> }>()
  const of = (part: Part) => {
    const known = made.get(part) ?? indexOf(items[part] ?? [])
    made.set(part, known)
    return known
  }
  return (part, words) => {
    const { ids, names } = of(part)
    if (ids.has(words)) return { id: words }
    const called = names.get(folded(words)) ?? []
    return called.length > 1 ? 'several' : called[0] === undefined ? undefined : { id: called[0] }
  }
}

function indexOf(items: readonly Named[]) {
  const names = new Map<string, string[]>()
  for (const { id, name } of items) {
    const called = names.get(folded(name ?? ''))
    if (called) called.push(id)
    else if (name !== undefined) names.set(folded(name), [id])
  }
  return { ids: new Set(items.map(({ id }) => id)), names }
}
