import type { AuditEntry } from '../domain/desk/ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import type { Person } from '../domain/projects/actor.js'
import type { ProjectStore } from '../domain/projects/ports.js'
import type { Log } from '../telemetry/log.js'

export type ProjectNeeds = {
  store: ProjectStore
  /** The staff's own rows: what people are called, and what they are for all projects. */
  member: (tenant: string, oid: string) => Promise<StaffMember | undefined>
  /** Many of them in one question. */
  members: (people: readonly Person[]) => Promise<StaffMember[]>
  /** Where it is written down that somebody read the portfolio, which is no single project's affair. */
  note: (entry: AuditEntry) => Promise<void>
  /** The city's common portfolio system has the portfolio: here it is neither shown nor given frames. */
  portfolioIsElsewhere: boolean
  /** Nothing is registered from here: the records system is worked in directly. */
  recordsAreElsewhere: boolean
  now: () => Date
  log: Log
}
