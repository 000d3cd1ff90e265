import type { Content } from '../../../domain/content/content.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { contentLanguage } from '../../../domain/language.js'
import type { AccessRequest, Person, Profile } from '../../../domain/people/people.js'
import { permissionsOf } from '../../../domain/people/permissions.js'
import { ROLES } from '../../../domain/people/roles.js'

/** Somebody as leads see them. No chats and no times at the desk: whom one gives a role is no question of how they work. */
export type PersonShown = Omit<Profile, 'shift'> & { id: string; version: number; shift?: { from: string; until: string } }
/** `name` is as the organisation writes it; `profile` is what one press on a role gives. `version` is there of somebody who had a role before. */
export type RequestShown = { id: string; at: string; name?: string; suggested: string; version?: number }
type Choice = { id: string; name: string }
export type Choices = {
  roles: readonly { id: string; permissions: readonly string[] }[]
  queues: readonly Choice[]
  topics: readonly Choice[]
}
export type PeopleShown = { me: string; people: PersonShown[]; asked: RequestShown[]; choices: Choices }

export const personShown = (person: Person): PersonShown => {
  const { name, team, roles, queues, languages, topics, capacity, email, shift, version } = person
  return {
    ...{ id: staffIdOf(person), version, name, team, roles, queues, languages, topics, capacity },
    ...(email === undefined ? {} : { email }),
    ...(shift ? { shift: { from: shift.from.toISOString(), until: shift.until.toISOString() } } : {}),
  }
}

export function requestShown(asked: AccessRequest, newcomer: Profile, people: readonly Person[]): RequestShown {
  const known = people.find((one) => staffIdOf(one) === staffIdOf(asked))
  return {
    ...{ id: staffIdOf(asked), at: asked.at.toISOString(), suggested: known?.name ?? newcomer.name },
    ...(asked.name === undefined ? {} : { name: asked.name }),
    ...(known ? { version: known.version } : {}),
  }
}

export function choicesIn({ queues, lifeSituations }: Content, language: string): Choices {
  const named = (things: ReadonlyMap<string, { name: Record<string, string> }>): Choice[] =>
    [...things].map(([id, { name }]) => ({ id, name: name[contentLanguage(language)] ?? id }))
  return {
    roles: ROLES.map((id) => ({ id, permissions: permissionsOf([id]) })),
    queues: named(queues),
    topics: named(lifeSituations),
  }
}
