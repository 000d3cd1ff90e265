import type { Person } from './actor.js'
import type { Deviation } from './budget.js'
import type { Hash } from './canonical.js'
import type { DocumentKind, ProjectDocument, Registered } from './documents.js'
import type { Decision } from './decision.js'
import type { FollowUp } from './effect-goals.js'
import type { SignedMinutes } from './meeting.js'
import type { Choice } from './matter.js'
import type { Plan } from './plan.js'
import type { PlanFault } from './plan-faults.js'
import type { Criterion, Phase, Point } from './points.js'
import type { ProgressReport } from './progress-report.js'
import type { Counted, Project } from './project.js'
import type { RequestRevision } from './change-request.js'
import type { RosterFault } from './roles.js'
import type { StatusReport } from './status-report.js'

/** What people are told of. Numbers and ids only: words are put to it where it is sent. */
export type Notice =
  | { what: 'decided'; decision: number; choice: Choice }
  | { what: 'plan-revised'; revision: number; decision: number }
  | { what: 'phase-began'; phase: Phase }
  | { what: 'undone'; decision: number; phase: Phase }
  | { what: 'status-report'; report: number; by: Person }
  | { what: 'progress-report'; report: number }
  | { what: 'request-made' | 'request-revised' | 'request-withdrawn' | 'request-outrun'; request: number }
  | { what: 'vote-tied' | 'vote-late' | 'quorum-out-of-reach' | 'vote-held'; matter: number }
  | { what: 'meeting-called' | 'meeting-moved' | 'meeting-cancelled' | 'minutes-to-sign' | 'minutes-signed'; meeting: number }
  | { what: 'effect-followed-up'; goal: string }
  | { what: 'document-to-sign'; document: ProjectDocument['kind'] }

/** What is to be done when a project has moved: stored with it in one transaction, then carried out by others. */
export type Effect =
  | ({ tell: readonly Person[] } & Notice)
  /** These may vote now; `again` when what they voted on has changed and the votes are gone. */
  | { ask: readonly Person[]; matter: number; again: boolean }
  /** Cards that show the matter show something old. */
  | { renew: number }
  /** A change request, filled in with why. */
  | { propose: readonly Person[]; because: readonly Deviation[] }
  | { register: Registered; under: string }

/** Something finished, which is stored as it is and never changed. Its key is project, kind (of documents, what they are `of`), number and revision. */
export type Filing =
  | { kind: 'plan'; number: number; revision: number; hash: Hash; body: Plan }
  | { kind: 'change-request'; number: number; revision: number; hash: Hash; body: RequestRevision }
  | { kind: 'status-report'; number: number; revision: 1; hash: Hash; body: StatusReport }
  | { kind: 'progress-report'; number: number; revision: 1; hash: Hash; body: ProgressReport }
  | { kind: 'decision'; number: number; revision: 1; hash: Hash; body: Decision }
  | { kind: 'minutes'; number: number; revision: 1; hash: Hash; body: SignedMinutes }
  | { kind: 'document'; of: DocumentKind; number: number; revision: number; hash: Hash; body: ProjectDocument }
  | { kind: 'follow-up'; number: number; revision: 1; hash: Hash; body: FollowUp }

/**
 * Why something was not done; each has words of its own. `not-yours`: no permission. `not-in-this-phase`: the table of events does not have
 * it. `waits-for-decision`: it depends on a request that is not decided. `old-revision`: what was seen is not what is decided on now.
 */
export const REASONS = [
  'not-yours',
  'not-in-this-phase',
  'waits-for-decision',
  'old-revision',
  'already-decided',
  'already-put',
  'already-approved',
  'already-signed',
  'already-reported',
  'already-registered',
  'day-outside',
  'not-your-matter',
  'conflict-of-interest',
  'no-such-thing',
  'not-an-alternative',
  'motive-missing',
  'conditions-missing',
  'criteria-not-met',
  'basis-missing',
  'not-signed',
  'goals-missing',
  'plan-missing',
  'plan-faulty',
  'bound-part',
  'nothing-changes',
  'plan-has-moved',
  'roster-faulty',
  'by-register-only',
  'not-next',
  'undo-later-first',
  'not-a-member',
  'not-there',
  'not-at-a-meeting',
  'not-now',
  'wrong-week',
  'not-your-activity',
  'day-has-been',
  'record-number-missing',
  'meeting-is-on',
  'meeting-is-over',
] as const
export type Reason = (typeof REASONS)[number]
/** What a reason is about, where that helps whoever has to put it right. */
export type About = {
  faults?: readonly PlanFault[]
  roster?: readonly RosterFault[]
  missing?: readonly string[]
  criteria?: readonly Criterion[]
  point?: Point
}

export type Refused = { kind: 'refused'; why: Reason; about?: About }
export type Moved = { kind: 'moved'; project: Project; effects: readonly Effect[]; filings: readonly Filing[] }
export type Stepped = Moved | Refused

export const refused = (why: Reason, about?: About): Refused =>
  about ? { kind: 'refused', why, about } : { kind: 'refused', why }
export const moved = (project: Project, effects: readonly Effect[] = [], filings: readonly Filing[] = []): Moved => ({
  kind: 'moved',
  project,
  effects,
  filings,
})

/** Goes on with what has moved, adding what follows. */
export function then(stepped: Stepped, next: (project: Project) => Stepped): Stepped {
  if (stepped.kind === 'refused') return stepped
  const after = next(stepped.project)
  if (after.kind === 'refused') return after
  return moved(after.project, [...stepped.effects, ...after.effects], [...stepped.filings, ...after.filings])
}

/** The next number of a kind, and the project that has used it. */
export function counted(project: Project, what: Counted): [number, Project] {
  const number = project.counters[what] + 1
  return [number, { ...project, counters: { ...project.counters, [what]: number } }]
}
