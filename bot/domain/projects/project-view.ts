import type { Person } from './actor.js'
import type { AuditRow } from './audit.js'
import type { Deviation, Outlook } from './budget.js'
import type { Day } from './calendar.js'
import type { Hash } from './canonical.js'
import type { ChangeRequest, RequestRevision } from './change-request.js'
import type { Decision } from './decision.js'
import type { ProjectDocument, Registered } from './documents.js'
import type { Duty } from './duties.js'
import type { FollowUp } from './effect-goals.js'
import type { EventKind } from './events.js'
import type { Choice, Conflict, Subject, Vote } from './matter.js'
import type { AgendaItem, Meeting } from './meeting.js'
import type { EffectGoal, Plan, PlanContent } from './plan.js'
import type { PlanDifference } from './plan-edits.js'
import type { ProjectPermission } from './permissions.js'
import type { Body, Criterion, Phase, Point, PointSet } from './points.js'
import type { Draft, FilingHead, ProjectRow } from './ports.js'
import type { Use } from './portfolio.js'
import type { ActivityState, Portfolio, Ticked } from './project.js'
import type { ProfileName } from './profiles.js'
import type { Aspect, Compiled, Light, ProgressReport, ReportDifference, Trend } from './progress-report.js'
import type { Seat } from './roles.js'
import type { Settings } from './settings.js'
import type { StatusEntry, StatusReport, Work } from './status-report.js'
import type { About, Filing, Reason } from './stepped.js'
import type { Summary } from './summary.js'

/** As it travels to a page: moments are ISO texts. */
export type AsJson<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? AsJson<Item>[]
    : T extends object
      ? { [Key in keyof T]: AsJson<T[Key]> }
      : T

/** What is shown of people: what they are called, by person. Who has no row with the staff is not in it. */
export type Names = Readonly<Record<Person, string>>

/** What can be changed whole by an editor, with the hash that says which one it was: sent back with the change, it tells two editors apart. */
export const SEEN_PARTS = ['name', 'settings', 'roster', 'effect-goals', 'proposal', 'plan'] as const
export type SeenPart = (typeof SEEN_PARTS)[number]

/** A refusal of the rules, or of what stands before them. */
export type Why =
  | Reason
  /** Somebody else has changed what the editor began from; `now` is what it is. */
  | 'changed-meanwhile'
  | 'number-taken'
  /** The built-in part is off: the city's common system has it. */
  | 'elsewhere'
export type Refusal = { kind: 'refused'; why: Why; about?: About; now?: unknown }

export type ChoiceView = { choice: Choice; needsMotive: boolean; needsConditions: boolean; refused?: Reason; about?: About }
/** Something that waits for a decision, as one person sees it. `votes` only for who may see them while it is open. */
export type MatterView = {
  project: string
  number: number
  subject: Subject
  round: number
  hash: Hash
  body: Body
  quorum: number
  due: Day
  putBy: Person
  putAt: Date
  isCounted: boolean
  choices: readonly ChoiceView[]
  /** How many may vote, have, and are missing for a quorum. `canReach` is false when it cannot be reached. */
  voters: number
  voted: number
  missing: number
  canReach: boolean
  isTied: boolean
  /** The reader's own. */
  mayVote: boolean
  own?: Vote
  isBarred: boolean
  conflicts: readonly Conflict[]
  votes?: readonly Vote[]
  waitsFor?: readonly Person[]
  /** Of a change request: the very revision, and what it would do to the plan. */
  request?: RequestRevision
  difference?: readonly PlanDifference[]
  /** Of an undoing: the decision. */
  decision?: Decision
  names: Names
}

export type MeetingView = Meeting & { agendaNow: readonly AgendaItem[] }
export type PointView = {
  point: Point
  body: Body
  basisMissing: readonly string[]
  criteria: readonly { criterion: Criterion; met: boolean; byRegister: boolean; ticked?: Ticked }[]
  /** Why it cannot be put now; without it, it can. */
  refused?: Reason
  about?: About
}
export type ActivityView = Work & { id: string; state: ActivityState }

/** One project as somebody may see it. What they may not is left out, not emptied. */
export type ProjectView = {
  id: string
  version: number
  today: Day
  number: string
  name: string
  recordNumber?: string
  portfolio?: Portfolio
  profile: ProfileName
  points: PointSet
  settings: Settings
  phase: Phase
  phaseSince: Day
  begun: Day
  endedOn?: Day
  isWaiting: boolean
  isLate: boolean
  summary: Summary
  roster: readonly Seat[]
  names: Names
  /** What the reader may do at all, and which events are possible in this phase. */
  may: readonly ProjectPermission[]
  can: readonly EventKind[]
  /** The records system is worked in directly: nothing is registered or packed from here. */
  recordsAreElsewhere?: boolean
  seen: Readonly<Partial<Record<SeenPart, Hash>>>
  next?: PointView
  effectGoals: readonly EffectGoal[]
  proposal?: { number: number; content: PlanContent; hash: Hash; by: Person; at: Date }
  plan?: Plan
  activities: readonly ActivityView[]
  /** Ids of held parts' items are found by `state`; this is true when everything waits. */
  allHeld: boolean
  documents: readonly ProjectDocument[]
  registered: readonly Registered[]
  /** Deliveries and milestones approved as they are now. */
  approved: readonly { kind: 'delivery' | 'milestone'; id: string }[]
  requests: readonly ChangeRequest[]
  matters: readonly MatterView[]
  decisions: readonly Decision[]
  meetings?: readonly MeetingView[]
  outlook?: Outlook
  deviations: readonly Deviation[]
  deviatesSince?: Day
  /** Not yet compiled; those that the reader may read. */
  statusReports: readonly StatusReport[]
  lastProgress?: ProgressReport
  followUps: readonly FollowUp[]
  /** The reader's own. */
  duties: readonly Duty[]
  filings: readonly FilingHead[]
}

/** What somebody has to do and is in. */
export type MineView = {
  today: Day
  me: Person
  projects: readonly Summary[]
  late: readonly string[]
  duties: readonly (Duty & { number: string; name: string })[]
  toDecide: readonly MatterView[]
  drafts: readonly Draft[]
  mayRegister: boolean
}

export type PortfolioView = {
  today: Day
  year: string
  /** Late, red and waiting for a decision first; one page of them, of so many that match. */
  projects: readonly (Summary & { isLate: boolean })[]
  from: number
  of: number
  /** Of all that match and have not ended. */
  counts: { late: number; red: number; waiting: number }
  use: readonly Use[]
  names: Names
  mayRegister: boolean
  maySetFrames: boolean
}

/** What a status report's form begins with: last time's hours, and a draft that was kept. */
export type StatusForm = {
  week: Day
  entries: readonly StatusEntry[]
  activities: readonly { id: string; name: string; from: Day; to: Day; hours: number; state: ActivityState }[]
  draft?: Draft
}
/** What a progress report's form begins with. */
export type ProgressForm = {
  compiled: Compiled
  last?: ProgressReport
  outlook?: Outlook
  waiting: readonly number[]
  /** What the trend of each aspect is filled in with, for each light that it may get. */
  trends: Readonly<Record<Aspect, Readonly<Record<Light, Trend>>>>
  posts: readonly { id: string; name: string }[]
  draft?: Draft
}
/** A filed thing; of a progress report also what is new in it, of a plan what its revision changed. */
export type FilingView = {
  filing: Filing
  since?: ReportDifference
  changed?: readonly PlanDifference[]
  names: Names
}
/** What papers are made of: the project, and what is filed of it. */
export type Taken = { row: ProjectRow; filings: readonly Filing[] }
/** A part of the audit, oldest first, of so many rows. `brokenAt` is of all of them. */
export type AuditView = { rows: readonly AuditRow[]; of: number; brokenAt?: number; names: Names }
