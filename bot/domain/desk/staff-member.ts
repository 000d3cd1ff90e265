import type { Role } from '../people/roles.js'
import type { Presence } from './agent.js'

/** Somebody who works with the bot. Known by tenant and oid everywhere; the name is the first name only, as citizens see it. */
export type StaffMember = {
  tenant: string
  oid: string
  name: string
  team: string
  roles: readonly Role[]
  /** Ids of content/queues. */
  queues: readonly string[]
  /** BCP 47 */
  languages: readonly string[]
  topics: readonly string[]
  /** How many chats at once. */
  capacity: number
  /** Where mail reaches them, for who has not installed the app. */
  email?: string
  presence: Presence
  /** When the desk was last heard of. */
  heardAt?: Date
  awaySince?: Date
  lastTakenAt?: Date
  shift?: { from: Date; until: Date }
}

/** `tenant|oid`: how a member is named in hand-offs, claims and notices. */
export type StaffId = string
export const staffIdOf = ({ tenant, oid }: Pick<StaffMember, 'tenant' | 'oid'>): StaffId => `${tenant}|${oid}`
/** Who is named so. */
export function namedBy(id: StaffId): Pick<StaffMember, 'tenant' | 'oid'> {
  const [tenant = '', oid = ''] = id.split('|')
  return { tenant, oid }
}
