import { staffIdOf } from '../domain/desk/staff-member.js'
import type { Person } from '../domain/projects/actor.js'
import type { Names } from '../domain/projects/project-view.js'
import type { ProjectNeeds } from './needs.js'

// People seldom change their names, and a list of projects asks for many of them.
const REMEMBERED_MILLISECONDS = 60_000

/** What people are called. Who has no row with the staff is left out. */
export function whoIs({ members, now }: Pick<ProjectNeeds, 'members' | 'now'>) {
  const known = new Map<Person, { name?: string; at: number }>()

  return async (people: readonly Person[]): Promise<Names> => {
    const at = now().getTime()
    const asked = [...new Set(people)]
    const isFresh = (person: Person): boolean => at - (known.get(person)?.at ?? -Infinity) < REMEMBERED_MILLISECONDS
    const unknown = asked.filter((person) => !isFresh(person))
    const names = new Map((unknown.length > 0 ? await members(unknown) : []).map((one) => [staffIdOf(one), one.name]))
    for (const person of unknown) known.set(person, { name: names.get(person), at })
    return Object.fromEntries(asked.flatMap((person) => nameIn(known.get(person), person)))
  }
}

const nameIn = (known: { name?: string } | undefined, person: Person): [Person, string][] =>
  known?.name ? [[person, known.name]] : []
