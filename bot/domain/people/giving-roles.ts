import type { AuditEntry } from '../desk/ports.js'
import { staffIdOf, type StaffId } from '../desk/staff-member.js'
import type { Person, Profile, Settled, Who } from './people.js'

/** Why nothing was changed. `changed-meanwhile`: another lead did, after this one had read. `no-name`: citizens are told who comes. */
export const WHY_NOT_GIVEN = ['changed-meanwhile', 'own-last-lead', 'last-lead', 'no-name'] as const
export type WhyNotGiven = (typeof WHY_NOT_GIVEN)[number]

export type Giving = {
  by: StaffId
  who: Who
  /** The version that was looked at; undefined for somebody who had no row then. */
  expects?: number
  change: Partial<Profile>
  /** What somebody new gets of what is not in the change. */
  otherwise: Profile
  /** Whether somebody of this tenant can sign in here at all: a lead who cannot is none. */
  canSignIn: (tenant: string) => boolean
  at: Date
}
export type Given = { kind: 'given'; person: Person; lost: boolean } | { kind: 'refused'; why: WhyNotGiven; now?: Person }

const FIELDS = ['name', 'team', 'roles', 'queues', 'languages', 'topics', 'capacity', 'email', 'shift'] as const

/**
 * Gives somebody roles, and whatever else leads decide. A lead always remains, since nobody could let anybody in any more. What has been said
 * before is done; `lost` is said of somebody who has no role left.
 */
export function giveRoles(people: readonly Person[], giving: Giving): Settled<Given> {
  const id = staffIdOf(giving.who)
  const before = people.find((one) => staffIdOf(one) === id)
  const profile = { ...profileOf(before ?? giving.otherwise), ...giving.change }
  const changed = FIELDS.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(profile[field]))
  if (before && changed.length === 0) return given(before)
  if (before?.version !== giving.expects) return refused('changed-meanwhile', before)
  if (profile.roles.length > 0 && profile.name === '') return refused('no-name', before)
  if (!profile.roles.includes('lead') && before?.roles.includes('lead') && !isAnotherLead(people, giving))
    return refused(giving.by === id ? 'own-last-lead' : 'last-lead', before)
  const person: Person = {
    presence: 'off-shift',
    ...before,
    ...profile,
    tenant: giving.who.tenant,
    oid: giving.who.oid,
    version: before ? before.version + 1 : 0,
  }
  return { ...given(person), save: { who: giving.who, profile, audit: entryOf(giving, id, before, profile, changed) } }
}

const given = (person: Person): { outcome: Given } => ({ outcome: { kind: 'given', person, lost: person.roles.length === 0 } })
const refused = (why: WhyNotGiven, now?: Person): { outcome: Given } => ({
  outcome: { kind: 'refused', why, ...(now ? { now } : {}) },
})

const isAnotherLead = (people: readonly Person[], { who, canSignIn }: Giving): boolean =>
  people.some((one) => staffIdOf(one) !== staffIdOf(who) && one.roles.includes('lead') && canSignIn(one.tenant))

const profileOf = ({ name, team, roles, queues, languages, topics, capacity, email, shift }: Profile): Profile => ({
  ...{ name, team, roles, queues, languages, topics, capacity },
  ...(email === undefined ? {} : { email }),
  ...(shift === undefined ? {} : { shift }),
})

/** Which roles somebody had and has, and what else was touched: never names or addresses. */
const entryOf = (
  { by, at }: Giving,
  subject: StaffId,
  before: Person | undefined,
  { roles }: Profile,
  changed: readonly string[],
): AuditEntry => ({
  at,
  by,
  action: 'people.changed',
  subject,
  detail: { had: (before?.roles ?? []).join(' '), has: roles.join(' '), changed: changed.join(' ') },
})
