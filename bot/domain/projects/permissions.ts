import { OFFICE_ROLES, type Actor } from './actor.js'
import { PROJECT_ROLES, rolesOf, type ProjectRole, type Roster } from './roles.js'

/** What somebody can be to a project: something in it, or something for all of them. */
export const STANDINGS = [...PROJECT_ROLES, ...OFFICE_ROLES] as const
export type Standing = (typeof STANDINGS)[number]

/** `butNot` wins: a project manager has no vote, whatever else the same person is. */
type Rule = { for: readonly Standing[]; butNot?: readonly Standing[] }

const STEERING = ['chair', 'vice-chair', 'steering-member'] as const
const DECIDERS = ['owner', 'sponsor', ...STEERING] as const
const MANAGERS = ['manager', 'subproject-manager'] as const
const WORKERS = [...MANAGERS, 'member', 'administrator'] as const
const ADVISERS = ['reference', 'council'] as const
const EVERYBODY = STANDINGS
const NO_VOTE = [...MANAGERS, 'administrator'] as const

/** Everything that may be done with a project, and who may. There is no other list, and nobody may what is not in it. */
export const PROJECT_PERMISSIONS = {
  /** The card, the plan with its revisions, decisions, milestones and deliveries. */
  'project.see': { for: EVERYBODY },
  /** Hours, problems and proposals of members. They are the manager's to compile, and go no further as they are. */
  'status-report.read': { for: ['manager', 'administrator'] },
  /** Of the own sub-project only. */
  'status-report.read-own-subproject': { for: ['subproject-manager'] },
  'progress-report.read': { for: [...DECIDERS, ...WORKERS, ...ADVISERS, ...OFFICE_ROLES] },
  'minutes.read': { for: [...DECIDERS, ...WORKERS, ...OFFICE_ROLES] },
  /** Who voted what, while it is being decided. */
  'vote.see': { for: [...DECIDERS, 'manager', 'portfolio-office'] },
  'audit.read': { for: ['portfolio-office'] },
  export: { for: [...DECIDERS, 'manager', 'administrator', ...OFFICE_ROLES] },

  'project.register': { for: ['portfolio-office'] },
  'project.settle': { for: ['owner', 'sponsor', 'chair', 'portfolio-office'], butNot: NO_VOTE },
  'roster.change': { for: ['owner', 'sponsor', 'chair', 'manager', 'portfolio-office'] },
  'document.file': { for: ['owner', 'sponsor', 'chair', ...MANAGERS, 'administrator'] },
  'document.sign': { for: ['owner', 'sponsor', 'chair'], butNot: NO_VOTE },
  'record.register': { for: ['manager', 'administrator', 'portfolio-office'] },
  'effect-goal.set': { for: ['owner', 'manager'] },
  'effect-goal.follow-up': { for: ['benefit-owner', 'owner'] },
  'plan.propose': { for: ['manager'] },
  'plan.keep-up': { for: ['manager'] },
  'status-report.send': { for: ['member', 'subproject-manager'] },
  'progress-report.publish': { for: ['manager'] },
  'change.request': { for: ['manager', 'owner'] },
  'point.put': { for: ['manager', 'owner', 'administrator'] },
  'criterion.tick': { for: ['manager', 'administrator'] },
  'delivery.put': { for: ['manager'] },
  'decision.undo': { for: ['manager', ...DECIDERS] },
  vote: { for: DECIDERS, butNot: NO_VOTE },
  /** Notes a vote that was given aloud in the meeting, counts when the time is over, notes somebody's conflict of interest. */
  'meeting.lead': { for: ['chair', 'vice-chair'], butNot: NO_VOTE },
  'minutes.sign': { for: ['chair', 'vice-chair'], butNot: NO_VOTE },
  snooze: { for: EVERYBODY },
} as const satisfies Record<string, Rule>
export type ProjectPermission = keyof typeof PROJECT_PERMISSIONS
export const NAMES_OF_PROJECT_PERMISSIONS = Object.keys(PROJECT_PERMISSIONS) as [ProjectPermission, ...ProjectPermission[]]

/** Whether somebody with all these standings may do this. */
export function mayWith(standings: readonly Standing[], permission: ProjectPermission): boolean {
  const rule: Rule = PROJECT_PERMISSIONS[permission]
  return rule.for.some((one) => standings.includes(one)) && !rule.butNot?.some((one) => standings.includes(one))
}

/** What there is to ask of a project to know what somebody is in it. Benefit owners are named by the effect goals, seat or no seat. */
export type Peopled = { roster: Roster; benefitOwners: readonly string[] }

/** Everything that somebody is to a project. The clock is nothing. */
export function standingsOf({ roster, benefitOwners }: Peopled, by: Actor): Standing[] {
  if (by.kind === 'clock') return []
  const named: readonly ProjectRole[] = benefitOwners.includes(by.person) ? ['benefit-owner'] : []
  return [...rolesOf(roster, by.person), ...named, ...by.office]
}

export const mayDo = (people: Peopled, by: Actor, permission: ProjectPermission): boolean =>
  mayWith(standingsOf(people, by), permission)

/** Everything that somebody may do with a project, as it is told to a page. */
export const projectPermissionsOf = (people: Peopled, by: Actor): ProjectPermission[] =>
  NAMES_OF_PROJECT_PERMISSIONS.filter((permission) => mayDo(people, by, permission))
