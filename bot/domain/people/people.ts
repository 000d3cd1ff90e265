import type { AuditEntry } from '../desk/ports.js'
import type { StaffMember } from '../desk/staff-member.js'
import type { StaffIdentity } from './staff-identity.js'

/** What a lead decides of somebody. The rest of a member is what their desk says. */
export type Profile = Pick<
  StaffMember,
  'name' | 'team' | 'roles' | 'queues' | 'languages' | 'topics' | 'capacity' | 'email' | 'shift'
>

/** Somebody of the staff as a lead sees them. `version` counts what leads have changed. */
export type Person = StaffMember & { version: number }

/** Somebody who has proved who they are, and has no role. `name` is as the organisation writes it; `at` is when they last tried to come in. */
export type AccessRequest = StaffIdentity & { at: Date }

export type Who = Pick<StaffMember, 'tenant' | 'oid'>

/** What comes of looking at everybody: somebody is saved, with an entry of who did it, or nothing is done. */
export type Settled<Outcome> = { outcome: Outcome; save?: { who: Who; profile: Profile; audit: AuditEntry } }

/** Those who work here, as leads keep them. */
export interface PeopleStore {
  /** Everybody who has a row, those without roles too. */
  people(): Promise<Person[]>
  /** Newest first, at most this many; not those who have a role by now. */
  requests(limit: number): Promise<AccessRequest[]>
  /** Keeps that somebody asked, once a person. */
  ask(identity: StaffIdentity, at: Date): Promise<void>
  /** The request is of no use any more. */
  dismiss(who: Who): Promise<void>
  /**
   * Decides on everybody as they are, and stores what was decided: one at a time on all instances, so that two leads cannot each take the other's role.
   * A person who is saved has asked no more. All desks are woken.
   */
  settle<Outcome>(decide: (people: readonly Person[]) => Settled<Outcome>): Promise<Outcome>
  deleteExpired(before: Date): Promise<void>
}
