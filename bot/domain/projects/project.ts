import { z } from 'zod'
import type { Person } from './actor.js'
import type { Deviation, PostCost } from './budget.js'
import type { Day } from './calendar.js'
import { hashOf, type Hash } from './canonical.js'
import { isHolding, type ChangeRequest } from './change-request.js'
import type { Decision } from './decision.js'
import { RecordNumber, type ProjectDocument, type Registered } from './documents.js'
import type { FollowUp } from './effect-goals.js'
import { heldBy, isHeld, type Held } from './held.js'
import type { Matter, Subject } from './matter.js'
import type { Meeting } from './meeting.js'
import { ItemId, type EffectGoal, type Plan, type PlanContent } from './plan.js'
import type { Peopled } from './permissions.js'
import { firstPhase, POINT_SETS, type Criterion, type Phase, type PointSet } from './points.js'
import { PROFILE_NAMES, profileOf, type ProfileName } from './profiles.js'
import type { ProgressReport } from './progress-report.js'
import { rosterFaults, Seat, type Roster, type RosterFault } from './roles.js'
import { Settings } from './settings.js'
import { workOn, type StatusReport, type WorkByActivity } from './status-report.js'

/** The five focus areas of 2012, each a portfolio with a yearly frame. */
export const PORTFOLIOS = ['accessibility', 'information', 'training', 'cooperation', 'innovation'] as const
export type Portfolio = (typeof PORTFOLIOS)[number]

/** What the counters count: numbers that people refer to, never used twice. */
export type Counted =
  'request' | 'matter' | 'decision' | 'meeting' | 'status-report' | 'progress-report' | 'follow-up' | 'proposal'

/** Somebody does not want to hear of a duty until a day. Others who are told of it are told all the same. */
export type Snooze = { person: Person; duty: string; until: Day }
export type Ticked = { met: boolean; note: string; by: Person; at: Date }

/**
 * A project as it is now: what a rule may ask for, and nothing else. What is finished (old revisions of the plan, reports, requests that are
 * decided, signed minutes) is a document, filed when it was made and never read by a rule again. So this stays small for years.
 */
export type Project = {
  id: string
  /** What people call it by, as P-2026-014. */
  number: string
  name: string
  recordNumber?: string
  portfolio?: Portfolio
  profile: ProfileName
  points: PointSet
  settings: Settings
  roster: Roster
  phase: Phase
  begun: Day
  /** Since when it is in its phase: nobody is asked for what was due before. */
  phaseSince: Day
  /** When it was closed or ended; effects are followed up a year later. */
  endedOn?: Day
  /** Of the directive; once there is a plan, that has them. */
  effectGoals: readonly EffectGoal[]
  proposal?: { number: number; content: PlanContent; hash: Hash; by: Person; at: Date }
  plan?: Plan
  documents: readonly ProjectDocument[]
  registered: readonly Registered[]
  criteria: Partial<Record<Criterion, Ticked>>
  /** Hashes of approved deliveries and milestones, as they were: what is changed is to be approved again. */
  approved: Readonly<Record<string, { hash: Hash; decision: number }>>
  /** Those that are not decided. */
  requests: readonly ChangeRequest[]
  /** Those that wait for votes. */
  matters: readonly Matter[]
  decisions: readonly Decision[]
  /** Those whose minutes are not signed. */
  meetings: readonly Meeting[]
  work: WorkByActivity
  /** Not yet compiled in a progress report. */
  statusReports: readonly StatusReport[]
  /** Weeks that are, by whom: frozen. Only as far back as anybody may still report. */
  frozen: readonly { by: Person; week: Day }[]
  lastStatus: Readonly<Record<Person, StatusReport>>
  lastProgress?: ProgressReport
  costs: readonly PostCost[]
  /** Why a change request should be made; empty when there is no reason. */
  deviations: readonly Deviation[]
  /** Since when there is one. */
  deviatesSince?: Day
  /** When the running parts were last looked through. */
  keptUp: Partial<Record<'activity-plan' | 'risk-analysis', Day>>
  followUps: readonly FollowUp[]
  snoozes: readonly Snooze[]
  counters: Readonly<Record<Counted, number>>
}

/** How a project is registered. */
export const Registration = z.strictObject({
  id: ItemId,
  number: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  recordNumber: RecordNumber.optional(),
  portfolio: z.enum(PORTFOLIOS).optional(),
  profile: z.enum(PROFILE_NAMES),
  points: z.enum(Object.keys(POINT_SETS) as [PointSet, ...PointSet[]]).optional(),
  settings: Settings.prefault({}),
  roster: z.array(Seat).min(1).max(500),
})
export type Registration = z.input<typeof Registration>

const NONE: Project['counters'] = {
  request: 0,
  matter: 0,
  decision: 0,
  meeting: 0,
  'status-report': 0,
  'progress-report': 0,
  'follow-up': 0,
  proposal: 0,
}

/** A new project, or what is wrong with who is in it. Who may register one is asked before. */
export function begin(registration: z.infer<typeof Registration>, begun: Day): Project | { faults: readonly RosterFault[] } {
  const faults = rosterFaults(registration.roster)
  if (faults.length > 0) return { faults }
  const points = registration.points ?? profileOf(registration.profile).points
  return {
    ...registration,
    points,
    phase: firstPhase(points),
    begun,
    phaseSince: begun,
    effectGoals: [],
    documents: [],
    registered: [],
    criteria: {},
    approved: {},
    requests: [],
    matters: [],
    decisions: [],
    meetings: [],
    work: {},
    statusReports: [],
    frozen: [],
    lastStatus: {},
    costs: [],
    deviations: [],
    keptUp: {},
    followUps: [],
    snoozes: [],
    counters: NONE,
  }
}

/** "Väntar på beslut": a request that affects goals, time or budget is not decided. Shown wherever the project is. */
export const isWaiting = ({ requests }: Project): boolean => requests.some(isHolding)
export const heldIn = ({ requests, plan }: Project): Held => heldBy(requests, plan?.content)
export const effectGoalsOf = ({ plan, effectGoals }: Project): readonly EffectGoal[] =>
  plan?.content['effect-goals'] ?? effectGoals

/** Who is who in it, as permissions ask. */
export const peopleOf = (project: Project): Peopled => ({
  roster: project.roster,
  benefitOwners: effectGoalsOf(project).map(({ owner }) => owner),
})

export const sameSubject = (one: Subject, other: Subject): boolean => idOf(one) === idOf(other)
/** What a subject is, whatever its revision. */
const idOf = (subject: Subject): string => {
  const { kind } = subject
  if (kind === 'point') return `point ${subject.point}`
  if (kind === 'change-request') return `change-request ${subject.number}`
  return kind === 'undo' ? `undo ${subject.decision}` : `${kind} ${subject.id}`
}
export const matterAbout = ({ matters }: Project, subject: Subject): Matter | undefined =>
  matters.find((matter) => sameSubject(matter.subject, subject))

/** Approved as it is now. */
export function isApproved({ approved, plan }: Project, kind: 'delivery' | 'milestone', id: string): boolean {
  const item = plan?.content[kind === 'delivery' ? 'deliveries' : 'milestones'].find((one) => one.id === id)
  return item !== undefined && approved[`${kind} ${id}`]?.hash === hashOf(item)
}
/** Every delivery of the register, one by one; a project without any has nothing that was approved. */
export const areDeliveriesApproved = (project: Project): boolean => {
  const deliveries = project.plan?.content.deliveries ?? []
  return deliveries.length > 0 && deliveries.every(({ id }) => isApproved(project, 'delivery', id))
}
/** What an activity is doing. Never "going on" while it depends on what is not decided. */
export type ActivityState = 'not-begun' | 'going-on' | 'paused' | 'done' | 'waiting-for-decision'
export function activityState(project: Project, id: string, held: Held = heldIn(project)): ActivityState {
  const { mark } = workOn(project.work, id)
  return mark !== 'done' && isHeld(held, 'activities', id) ? 'waiting-for-decision' : mark
}
