import { z } from 'zod'
import { Person } from './actor.js'
import { RequestSaid } from './change-request.js'
import { DayText } from './calendar.js'
import { DOCUMENT_KINDS, Filed, RecordNumber, Registrable } from './documents.js'
import { FollowUpSaid } from './effect-goals.js'
import { CHOICES } from './matter.js'
import { EffectGoal, ItemId, PlanProposed } from './plan.js'
import { PlanEdit } from './plan-edits.js'
import type { ProjectPermission } from './permissions.js'
import { NAMES_OF_CRITERIA, PHASES, POINTS, type Phase } from './points.js'
import { PROFILE_NAMES } from './profiles.js'
import { ProgressSaid } from './progress-report.js'
import { PORTFOLIOS } from './project.js'
import { Seat } from './roles.js'
import { Settings } from './settings.js'
import { StatusSaid } from './status-report.js'

const Number_ = z.int().positive()
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Words = z.string().trim().max(4000)
const on = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/** Everything that can happen to a project, as it comes from a dialog, a card, a page or an import: a stranger's word until parsed. */
export const ProjectEvent = z.discriminatedUnion('kind', [
  on('renamed', { name: z.string().trim().min(1).max(200), portfolio: z.enum(PORTFOLIOS).optional() }),
  on('record-number-set', { recordNumber: RecordNumber }),
  on('profile-changed', { profile: z.enum(PROFILE_NAMES) }),
  on('settings-changed', { settings: Settings }),
  on('roster-changed', { roster: z.array(Seat).min(1).max(500) }),
  on('document-filed', { document: Filed }),
  on('document-signed', { document: z.enum(DOCUMENT_KINDS), number: Number_.default(1) }),
  on('thing-registered', { thing: Registrable }),
  on('effect-goals-set', { goals: z.array(EffectGoal).min(1).max(100) }),
  on('effect-followed-up', { said: FollowUpSaid }),
  /** After the end, when nothing else of a goal can change: somebody has another work. */
  on('effect-owner-changed', { goal: ItemId, owner: Person }),
  on('plan-proposed', { plan: PlanProposed }),
  /** Of the running parts; without edits, somebody has looked them through and nothing has changed. */
  on('plan-kept-up', { of: z.enum(['activity-plan', 'risk-analysis']), edits: z.array(PlanEdit).max(2000) }),
  on('status-reported', { said: StatusSaid }),
  on('progress-published', { said: ProgressSaid }),
  on('change-requested', { said: RequestSaid }),
  on('request-revised', { request: Number_, said: RequestSaid }),
  on('request-withdrawn', { request: Number_ }),
  on('point-put', { point: z.enum(POINTS) }),
  on('criterion-ticked', { criterion: z.enum(NAMES_OF_CRITERIA), met: z.boolean(), note: Words }),
  on('delivery-put', { id: ItemId }),
  on('milestone-put', { id: ItemId }),
  on('undo-asked', { decision: Number_, motive: Words.min(1) }),
  /** `hash` is of what the voter saw. `person` is somebody else, whose vote was given aloud in the meeting. */
  on('voted', {
    matter: Number_,
    hash: Hash,
    choice: z.enum(CHOICES),
    motive: Words.default(''),
    conditions: Words.default(''),
    person: Person.optional(),
  }),
  /** Without a person: one's own. */
  on('conflict-declared', { matter: Number_, person: Person.optional() }),
  on('votes-counted', { matter: Number_ }),
  on('meeting-called', {
    on: DayText,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: z.string().trim().min(1).max(500),
    own: z.array(z.string().trim().min(1).max(500)).max(50).default([]),
  }),
  on('meeting-moved', {
    meeting: Number_,
    on: DayText,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: z.string().trim().min(1).max(500),
  }),
  on('meeting-cancelled', { meeting: Number_ }),
  on('meeting-opened', { meeting: Number_, there: z.array(Person).min(1).max(100) }),
  on('meeting-closed', { meeting: Number_, notes: z.string().trim().max(20_000).default('') }),
  on('minutes-signed', { meeting: Number_, hash: Hash }),
  on('snoozed', { duty: z.string().min(1).max(200), until: DayText }),
  /** Time, alone. */
  on('ticked', {}),
])
export type ProjectEvent = z.infer<typeof ProjectEvent>
/** As a page or a card sends it. */
export type ProjectEventSent = z.input<typeof ProjectEvent>
export type EventKind = ProjectEvent['kind']
export type EventOf<Kind extends EventKind> = Extract<ProjectEvent, { kind: Kind }>

const BEFORE_END: readonly Phase[] = ['idea', 'pre-study', 'initiation', 'planning', 'execution', 'closing']
const WITH_PLAN: readonly Phase[] = ['execution', 'closing']

/** For each event: which permission it needs, and in which phases it can happen at all. What is not here is refused. */
export const EVENTS = {
  renamed: { may: 'project.settle', in: PHASES },
  'record-number-set': { may: 'record.register', in: PHASES },
  'profile-changed': { may: 'project.settle', in: BEFORE_END },
  'settings-changed': { may: 'project.settle', in: BEFORE_END },
  'roster-changed': { may: 'roster.change', in: PHASES },
  'document-filed': { may: 'document.file', in: PHASES },
  'document-signed': { may: 'document.sign', in: BEFORE_END },
  'thing-registered': { may: 'record.register', in: PHASES },
  'effect-goals-set': { may: 'effect-goal.set', in: ['idea', 'pre-study', 'initiation'] },
  'effect-followed-up': { may: 'effect-goal.follow-up', in: ['closing', 'closed', 'ended'] },
  'effect-owner-changed': { may: 'project.settle', in: ['closed', 'ended'] },
  'plan-proposed': { may: 'plan.propose', in: ['planning'] },
  'plan-kept-up': { may: 'plan.keep-up', in: WITH_PLAN },
  'status-reported': { may: 'status-report.send', in: WITH_PLAN },
  'progress-published': { may: 'progress-report.publish', in: WITH_PLAN },
  'change-requested': { may: 'change.request', in: WITH_PLAN },
  'request-revised': { may: 'change.request', in: WITH_PLAN },
  'request-withdrawn': { may: 'change.request', in: WITH_PLAN },
  'point-put': { may: 'point.put', in: BEFORE_END },
  'criterion-ticked': { may: 'criterion.tick', in: WITH_PLAN },
  'delivery-put': { may: 'delivery.put', in: WITH_PLAN },
  'milestone-put': { may: 'delivery.put', in: WITH_PLAN },
  'undo-asked': { may: 'decision.undo', in: PHASES },
  voted: { may: 'vote', in: PHASES },
  'conflict-declared': { may: 'vote', in: PHASES },
  'votes-counted': { may: 'meeting.lead', in: PHASES },
  'meeting-called': { may: 'meeting.lead', in: PHASES },
  'meeting-moved': { may: 'meeting.lead', in: PHASES },
  'meeting-cancelled': { may: 'meeting.lead', in: PHASES },
  'meeting-opened': { may: 'meeting.lead', in: PHASES },
  'meeting-closed': { may: 'meeting.lead', in: PHASES },
  'minutes-signed': { may: 'minutes.sign', in: PHASES },
  snoozed: { may: 'snooze', in: PHASES },
  ticked: { may: 'nobody', in: PHASES },
} as const satisfies Record<EventKind, { may: ProjectPermission | 'nobody'; in: readonly Phase[] }>
export const NAMES_OF_EVENTS = Object.keys(EVENTS) as [EventKind, ...EventKind[]]
