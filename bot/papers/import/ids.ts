import { ItemId } from '../../domain/projects/plan.js'
import { folded } from '../sheets/people-labels.js'

/** What is known of something that a row is about, before its values are read. */
export type IdAndName = { id?: string; name?: string }

/**
 * An id for each row: its own, that of what has the same name in the plan as it is, or one made of its name. So a workbook without ids can be
 * read again and changes what it changed, instead of taking everything out and putting it in anew.
 */
export function idsFor(rows: readonly IdAndName[], known: readonly { id: string; name?: string }[]): string[] {
  const taken = new Set(rows.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const free = freeIds(taken)
  const byName = new Map(known.flatMap(({ id, name }) => (name === undefined ? [] : [[folded(name), id] as const])))
  return rows.map(({ id, name }) => {
    if (id !== undefined) return id
    const same = byName.get(folded(name ?? ''))
    const made = same !== undefined && !taken.has(same) ? same : free(slug(name ?? ''))
    taken.add(made)
    return made
  })
}

/** The next one that is free. Ten thousand of the same name are not counted through for each of them. */
function freeIds(taken: ReadonlySet<string>): (wanted: string) => string {
  const used = new Map<string, number>()
  return (wanted) => {
    if (!taken.has(wanted)) return wanted
    for (let number = (used.get(wanted) ?? 1) + 1; ; number++) {
      used.set(wanted, number)
      const next = `${wanted.slice(0, 40 - String(number).length - 1)}-${number}`
      if (!taken.has(next)) return next
    }
  }
}

/** "Införande i drift" becomes `inforande-i-drift`. */
function slug(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return ItemId.safeParse(letters).success ? letters : 'item'
}
