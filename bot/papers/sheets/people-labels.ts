import type { Person } from '../../domain/projects/actor.js'
import { BETWEEN } from './plan-columns.js'

/** Somebody who may stand in a plan, with a name that people know. */
export type Named = { person: Person; name: string }

/**
 * What people are called in a workbook: by name where only one has it, otherwise by name and who it is. Two who are called the same are
 * never taken for one another.
 */
export function labelsOf(people: readonly Named[]): {
  labelOf: (person: Person) => string
  personOf: (label: string) => Person | undefined
} {
  const known = new Map(people.map(({ person, name }) => [person, name.trim()]))
  const counts = new Map<string, number>()
  for (const name of known.values()) counts.set(folded(name), (counts.get(folded(name)) ?? 0) + 1)
  const labels = new Map([...known].map(([person, name]) => [person, labelFor(person, name, counts.get(folded(name)) === 1)]))
  const byLabel = new Map([...labels].map(([person, label]) => [folded(label), person]))
  return {
    labelOf: (person) => labels.get(person) ?? person,
    personOf: (label) => byLabel.get(folded(label)) ?? (known.has(label.trim()) ? label.trim() : undefined),
  }
}

function labelFor(person: Person, name: string, isAlone: boolean): string {
  if (name === '' || name.includes(BETWEEN) || name.includes('|')) return person
  return isAlone ? name : `${name} (${person})`
}

/** Compared without regard to case or to how its letters are put together. */
export const folded = (words: string): string => words.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
