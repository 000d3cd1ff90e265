import { actorIdOf, surfaceOf, type Actor } from './actor.js'
import {
  documentFiled,
  documentSigned,
  effectFollowedUp,
  effectGoalsSet,
  effectOwnerChanged,
  recordNumberSet,
  rosterChanged,
  thingRegistered,
} from './administering.js'
import type { AuditFact } from './audit.js'
import { dayAfter, dayOf, daysBetween } from './calendar.js'
import { dutiesOn } from './duties.js'
import { EVENTS, type EventKind, type EventOf, type ProjectEvent } from './events.js'
import { meetingCalled, meetingCancelled, meetingClosed, meetingMoved, meetingOpened, minutesSigned } from './meetings.js'
import { momentOf, type Moment } from './moment.js'
import { mayDo } from './permissions.js'
import { planKeptUp, planProposed } from './planning.js'
import { TICKED_BY_REGISTER, type Phase } from './points.js'
import { peopleOf, type Project } from './project.js'
import { pointPut, resultPut, undoAsked } from './putting.js'
import { progressPublished, statusReported } from './reporting.js'
import { changeRequested, requestRevised, requestWithdrawn } from './requesting.js'
import { settled } from './settled.js'
import { moved, refused, then, type Refused, type Stepped } from './stepped.js'
import { ticked } from './ticking.js'
import { conflictDeclared, voted, votesCounted } from './voting.js'

/** What becomes of a project when something happens, what is to be done and filed; or why nothing is. */
export function step(project: Project, event: ProjectEvent, by: Actor, now: Date): Stepped {
  const when = { at: now, today: dayOf(now) }
  const stepped = whyNot(project, event, by) ?? happened(project, event, by, now)
  return then(stepped, (after) => settled(project, after, when))
}

/** The same checks as `step`, without doing it: what a card or a page shows as possible. */
export function whyNot(project: Project, { kind }: Pick<ProjectEvent, 'kind'>, by: Actor): Refused | undefined {
  const row = EVENTS[kind]
  if (row.may === 'nobody' ? by.kind !== 'clock' : !mayDo(peopleOf(project), by, row.may)) return refused('not-yours')
  return (row.in as readonly Phase[]).includes(project.phase) ? undefined : refused('not-in-this-phase')
}

function happened(project: Project, event: ProjectEvent, by: Actor, now: Date): Stepped {
  if (by.kind === 'clock') return ticked(project, { at: now, today: dayOf(now) })
  const handle = HANDLERS[event.kind as keyof typeof HANDLERS] as (
    project: Project,
    event: ProjectEvent,
    moment: Moment,
  ) => Stepped
  return handle(project, event, momentOf(by, now))
}

const HANDLERS: {
  [Kind in Exclude<EventKind, 'ticked'>]: (project: Project, event: EventOf<Kind>, moment: Moment) => Stepped
} = {
  renamed: (project, { name, portfolio }) => moved({ ...project, name, portfolio }),
  'record-number-set': recordNumberSet,
  'profile-changed': (project, { profile }) => moved({ ...project, profile }),
  'settings-changed': (project, { settings }) => moved({ ...project, settings }),
  'roster-changed': rosterChanged,
  'document-filed': documentFiled,
  'document-signed': documentSigned,
  'thing-registered': thingRegistered,
  'effect-goals-set': effectGoalsSet,
  'effect-followed-up': effectFollowedUp,
  'effect-owner-changed': effectOwnerChanged,
  'plan-proposed': planProposed,
  'plan-kept-up': planKeptUp,
  'status-reported': statusReported,
  'progress-published': progressPublished,
  'change-requested': changeRequested,
  'request-revised': requestRevised,
  'request-withdrawn': requestWithdrawn,
  'point-put': pointPut,
  'criterion-ticked': criterionTicked,
  'delivery-put': (project, { id }, moment) => resultPut(project, 'delivery', id, moment),
  'milestone-put': (project, { id }, moment) => resultPut(project, 'milestone', id, moment),
  'undo-asked': undoAsked,
  voted,
  'conflict-declared': conflictDeclared,
  'votes-counted': votesCounted,
  'meeting-called': meetingCalled,
  'meeting-moved': meetingMoved,
  'meeting-cancelled': meetingCancelled,
  'meeting-opened': meetingOpened,
  'meeting-closed': meetingClosed,
  'minutes-signed': minutesSigned,
  snoozed,
}

function criterionTicked(
  project: Project,
  { criterion, met, note }: EventOf<'criterion-ticked'>,
  { person, at }: Moment,
): Stepped {
  if (TICKED_BY_REGISTER.includes(criterion)) return refused('by-register-only')
  return moved({ ...project, criteria: { ...project.criteria, [criterion]: { met, note, by: person, at } } })
}

/** So long somebody can put off hearing of a duty. */
export const SNOOZE_DAYS = 7

function snoozed(project: Project, { duty, until }: EventOf<'snoozed'>, { person, today }: Moment): Stepped {
  if (until <= today) return refused('day-has-been')
  if (daysBetween(today, until) > SNOOZE_DAYS) return refused('day-outside', { missing: [dayAfter(today, SNOOZE_DAYS)] })
  if (!dutiesOn(project, today).some(({ key }) => key === duty)) return refused('no-such-thing')
  const others = project.snoozes.filter((one) => one.person !== person || one.duty !== duty)
  return moved({ ...project, snoozes: [...others, { person, duty, until }] })
}

/** What is written down of an event, whether it was accepted or refused. */
export const auditOf = (project: Pick<Project, 'id'>, event: ProjectEvent, by: Actor, at: Date, stepped: Stepped): AuditFact => ({
  project: project.id,
  at,
  by: actorIdOf(by),
  where: surfaceOf(by),
  action: stepped.kind === 'refused' ? 'refused' : event.kind,
  detail: stepped.kind === 'refused' ? { event: event.kind, why: stepped.why } : { ...event },
})
