import { z } from 'zod'
import { Person } from './actor.js'
import { DayText, type Day } from './calendar.js'

/**
 * What somebody is in one project (Lilla Ratten's terms are in docs/projects.md). The steering group is `chair`, `vice-chair` and
 * `steering-member`. `benefit-owner` follows up effects in the line organisation, also after the end.
 */
export const PROJECT_ROLES = [
  'owner',
  'sponsor',
  'chair',
  'vice-chair',
  'steering-member',
  'manager',
  'subproject-manager',
  'member',
  'administrator',
  'reference',
  'council',
  'benefit-owner',
] as const
export type ProjectRole = (typeof PROJECT_ROLES)[number]

export const STEERING: readonly ProjectRole[] = ['chair', 'vice-chair', 'steering-member']
export const DECIDING: readonly ProjectRole[] = ['owner', 'sponsor', ...STEERING]
export const MANAGING: readonly ProjectRole[] = ['manager', 'subproject-manager']
/** Whoever manages, or prepares papers, cannot also be of those who decide. */
export const NEVER_DECIDING: readonly ProjectRole[] = [...MANAGING, 'administrator']
/** Only one at a time. */
const ALONE: readonly ProjectRole[] = ['owner', 'sponsor', 'chair', 'manager']

export const Seat = z.strictObject({
  person: Person,
  role: z.enum(PROJECT_ROLES),
  /** Of a sub-project manager, and of members of a sub-project. */
  subproject: z.string().min(1).max(40).optional(),
  /** In the steering group, for the owner. */
  forOwner: z.boolean().optional(),
  /** Share of working time and period: what a resource contract says. Reports are asked for within it. */
  from: DayText.optional(),
  to: DayText.optional(),
})
export type Seat = z.infer<typeof Seat>
export type Roster = readonly Seat[]

export const holders = (roster: Roster, ...roles: readonly ProjectRole[]): Person[] => [
  ...new Set(roster.filter(({ role }) => roles.includes(role)).map(({ person }) => person)),
]
export const rolesOf = (roster: Roster, person: Person): ProjectRole[] => [
  ...new Set(roster.filter((seat) => seat.person === person).map(({ role }) => role)),
]
export const managerOf = (roster: Roster): Person | undefined => holders(roster, 'manager')[0]
export const isSeatedOn = ({ from, to }: Seat, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

export const ROSTER_FAULTS = [
  'two-of-one',
  'manager-would-decide',
  'no-chair',
  'owner-not-represented',
  'nobody-decides',
  'subproject-missing',
] as const
export type RosterFault = (typeof ROSTER_FAULTS)[number]

/** What is wrong with a list of seats; nothing when a project can go by it. */
export function rosterFaults(roster: Roster): RosterFault[] {
  const inGroup = holders(roster, ...STEERING)
  const [owner] = holders(roster, 'owner')
  const isRepresented = roster.some(({ role, person, forOwner }) => STEERING.includes(role) && (person === owner || forOwner))
  const wrong: Record<RosterFault, boolean> = {
    'two-of-one': ALONE.some((role) => holders(roster, role).length > 1),
    'manager-would-decide': holders(roster, ...NEVER_DECIDING).some((person) => holders(roster, ...DECIDING).includes(person)),
    'no-chair': inGroup.length > 0 && holders(roster, 'chair').length === 0,
    'owner-not-represented': inGroup.length > 0 && owner !== undefined && !isRepresented,
    'nobody-decides': holders(roster, ...DECIDING).length === 0,
    'subproject-missing': roster.some(({ role, subproject }) => role === 'subproject-manager' && !subproject),
  }
  return ROSTER_FAULTS.filter((fault) => wrong[fault])
}
