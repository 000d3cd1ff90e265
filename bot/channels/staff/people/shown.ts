import type { Content } from '../../../domain/content/content.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { contentLanguage } from '../../../domain/language.js'
import type { AccessRequest, Person, Profile } from '../../../domain/people/people.js'
import type { AskedForView, Choice, ChoicesView, PersonView } from '../../../domain/people/people-view.js'
import { permissionsOf } from '../../../domain/people/permissions.js'
import { ROLES } from '../../../domain/people/roles.js'

export const personShown = (person: Person): PersonView => {
  const { name, team, roles, queues, languages, topics, capacity, email, shift, version } = person
  return {
    ...{ id: staffIdOf(person), version, name, team, roles, queues, languages, topics, capacity },
    ...(email === undefined ? {} : { email }),
    ...(shift ? { shift: { from: shift.from.toISOString(), until: shift.until.toISOString() } } : {}),
  }
}

export function requestShown(asked: AccessRequest, newcomer: Profile, people: readonly Person[]): AskedForView {
  const known = people.find((one) => staffIdOf(one) === staffIdOf(asked))
  return {
    ...{ id: staffIdOf(asked), at: asked.at.toISOString(), suggested: known?.name ?? newcomer.name },
    ...(asked.name === undefined ? {} : { name: asked.name }),
    ...(known ? { version: known.version } : {}),
  }
}

export function choicesIn({ queues, lifeSituations }: Content, language: string): ChoicesView {
  const named = (things: ReadonlyMap<string, { name: Record<string, string> }>): Choice[] =>
    [...things].map(([id, { name }]) => ({ id, name: name[contentLanguage(language)] ?? id }))
  return {
    roles: ROLES.map((id) => ({ id, permissions: permissionsOf([id]) })),
    queues: named(queues),
    topics: named(lifeSituations),
  }
}
