import type { Permission } from './permissions.js'
import type { Profile } from './people.js'
import type { Role } from './roles.js'

/** Somebody as leads see them. No chats and no times at the desk: whom one gives a role is no question of how they work. `version` is what a change is built on. */
export type PersonView = Omit<Profile, 'shift'> & { id: string; version: number; shift?: { from: string; until: string } }
/** `name` is as the organisation writes it. `version` is there of somebody who had a role before. */
export type AskedForView = { id: string; at: string; name?: string; suggested: string; version?: number }
export type Choice = { id: string; name: string }
export type ChoicesView = {
  roles: readonly { id: Role; permissions: readonly Permission[] }[]
  queues: readonly Choice[]
  topics: readonly Choice[]
}
/** What GET /staff/api/people says. */
export type PeopleView = { me: string; people: readonly PersonView[]; asked: readonly AskedForView[]; choices: ChoicesView }
