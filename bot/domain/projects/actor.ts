import { z } from 'zod'
import type { StaffId } from '../desk/staff-member.js'

/** Where somebody did something. */
export const SURFACES = ['chat', 'card', 'dialog', 'extension', 'tab', 'api', 'import', 'clock'] as const
export type Surface = (typeof SURFACES)[number]

/** `tenant|oid`, as everywhere. */
export const Person = z
  .string()
  .min(3)
  .max(200)
  .regex(/^[^|]+\|[^|]+$/, 'tenant|oid')
export type Person = StaffId

/** The portfolio office and those who read all projects hold these for the city, not in one project. */
export const OFFICE_ROLES = ['portfolio-office', 'portfolio-reader'] as const
export type OfficeRole = (typeof OFFICE_ROLES)[number]
/** Of somebody's roles with the staff, those that are about all projects. */
export const officeRolesIn = (roles: readonly string[]): OfficeRole[] => OFFICE_ROLES.filter((role) => roles.includes(role))

/** Who does something. The clock is nobody: it may do what time alone does, and no more. */
export type Actor = { kind: 'person'; person: Person; office: readonly OfficeRole[]; where: Surface } | { kind: 'clock' }
/** As it is written down: a person, or `clock`, which no person is called. */
export type ActorId = string
export const CLOCK: Actor = { kind: 'clock' }

export const actorIdOf = (by: Actor): ActorId => (by.kind === 'clock' ? 'clock' : by.person)

/** Who hears of something: a person, or `OFFICE`, the portfolio office, which no person is called. */
export type Hearer = string
export const OFFICE: Hearer = 'office'
export const surfaceOf = (by: Actor): Surface => (by.kind === 'clock' ? 'clock' : by.where)
