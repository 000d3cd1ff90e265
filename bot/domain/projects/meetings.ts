import type { Decision } from './decision.js'
import type { EventOf } from './events.js'
import { MEETING_MOVES, minuted, type AgendaItem, type Meeting, type MeetingStatus, type Minutes } from './meeting.js'
import type { Moment } from './moment.js'
import type { Project } from './project.js'
import { holders, rolesOf, STEERING } from './roles.js'
import { counted, moved, refused, type Refused, type Stepped } from './stepped.js'
import { everybody } from './telling.js'

/** Everything that waits for the steering group, and what the chair has put there. */
export const agendaOf = (project: Project, own: readonly string[]): AgendaItem[] => [
  ...project.matters.filter(({ body }) => body === 'steering-group').map(({ number }) => ({ kind: 'matter' as const, number })),
  ...notMinuted(project).map(({ number }) => ({ kind: 'decision' as const, number })),
  ...(project.lastProgress ? [{ kind: 'progress-report' as const, number: project.lastProgress.number }] : []),
  ...project.requests
    .filter(({ status }) => status === 'sent-back')
    .map(({ number }) => ({ kind: 'change-request' as const, number })),
  ...(project.deviations.length > 0 ? [{ kind: 'proposed-change' as const }] : []),
  ...own.map((text) => ({ kind: 'own' as const, text })),
]

/** Decisions that no meeting has minuted or is about to. What one person decided in writing is told of at the next meeting too. */
function notMinuted({ decisions, meetings }: Project): Decision[] {
  const taken = meetings.flatMap(({ minutes }) => [...(minutes?.earlier ?? []), ...(minutes?.made ?? [])])
  return decisions.filter(
    ({ minuted: where, number, meeting }) => !isInMinutes(where) && !taken.includes(number) && meeting === undefined,
  )
}
const isInMinutes = (where: Decision['minuted']): boolean => where !== undefined && 'meeting' in where

export function meetingCalled(project: Project, event: EventOf<'meeting-called'>, { person, today }: Moment): Stepped {
  if (event.on < today) return refused('day-has-been')
  const [number, next] = counted(project, 'meeting')
  const { on, at, place, own } = event
  const meeting: Meeting = { number, status: 'called', on, at, place, calledBy: person, own, agenda: [], there: [] }
  return moved({ ...next, meetings: [...next.meetings, meeting] }, [told(next, 'meeting-called', number)])
}
const told = (project: Project, what: 'meeting-called' | 'meeting-moved' | 'meeting-cancelled', meeting: number) => ({
  tell: [...new Set([...holders(project.roster, ...STEERING, 'manager', 'owner', 'sponsor')])],
  what,
  meeting,
})

function meetingFor(project: Project, number: number, to: MeetingStatus): Meeting | Refused {
  const found = project.meetings.find((meeting) => meeting.number === number)
  if (!found) return refused(number <= project.counters.meeting ? 'meeting-is-over' : 'no-such-thing')
  return (MEETING_MOVES[found.status] as readonly MeetingStatus[]).includes(to) ? found : refused('not-now')
}
const withMeeting = (project: Project, meeting: Meeting): Project => ({
  ...project,
  meetings: project.meetings.map((one) => (one.number === meeting.number ? meeting : one)),
})

export function meetingMoved(
  project: Project,
  { meeting: number, on, at, place }: EventOf<'meeting-moved'>,
  { today }: Moment,
): Stepped {
  const found = meetingFor(project, number, 'called')
  if ('kind' in found) return found
  if (on < today) return refused('day-has-been')
  return moved(withMeeting(project, { ...found, on, at, place }), [told(project, 'meeting-moved', number)])
}

export function meetingCancelled(project: Project, { meeting: number }: EventOf<'meeting-cancelled'>): Stepped {
  const found = meetingFor(project, number, 'cancelled')
  if ('kind' in found) return found
  const meetings = project.meetings.filter((one) => one !== found)
  return moved({ ...project, meetings }, [told(project, 'meeting-cancelled', number)])
}

/** Who is there is said, and what waits becomes the agenda. One at a time, led by somebody of the group who is there. */
export function meetingOpened(
  project: Project,
  { meeting: number, there }: EventOf<'meeting-opened'>,
  { person, today }: Moment,
): Stepped {
  const found = meetingFor(project, number, 'open')
  if ('kind' in found) return found
  const isAgain = found.status === 'open'
  if (!isAgain && project.meetings.some(({ status }) => status === 'open')) return refused('meeting-is-on')
  if (today < found.on) return refused('not-now')
  if (!there.includes(person)) return refused('not-there')
  if (there.some((one) => rolesOf(project.roster, one).length === 0)) return refused('not-a-member')
  const agenda = isAgain ? found.agenda : agendaOf(project, found.own)
  return moved(withMeeting(project, { ...found, status: 'open', there: [...new Set(there)], agenda }))
}

/** What was decided becomes minutes, which wait for the chair's signature. */
export function meetingClosed(
  project: Project,
  { meeting: number, notes }: EventOf<'meeting-closed'>,
  { person, today }: Moment,
): Stepped {
  const found = meetingFor(project, number, 'closed')
  if ('kind' in found) return found
  const minutes = found.minutes
    ? minuted({ ...withoutHash(found.minutes), notes })
    : minutesOf(project, found, person, notes, today)
  return moved(withMeeting(project, { ...found, status: 'closed', minutes }), [
    { tell: holders(project.roster, 'chair'), what: 'minutes-to-sign', meeting: number },
  ])
}
const withoutHash = ({ hash: _hash, ...minutes }: Minutes): Omit<Minutes, 'hash'> => minutes

function minutesOf(project: Project, { number, there, agenda }: Meeting, ledBy: string, notes: string, on: string): Minutes {
  const group = holders(project.roster, ...STEERING)
  return minuted({
    meeting: number,
    on,
    ledBy,
    there,
    absent: group.filter((person) => !there.includes(person)),
    agenda,
    earlier: agenda.flatMap((item) => (item.kind === 'decision' ? [item.number] : [])),
    made: project.decisions.filter(({ meeting }) => meeting === number).map((decision) => decision.number),
    conflicts: conflictsNow(project, number),
    waiting: project.matters.map((matter) => matter.number),
    notes,
  })
}
const conflictsNow = ({ matters, decisions }: Project, meeting: number): Minutes['conflicts'] => [
  ...decisions
    .filter((one) => one.meeting === meeting)
    .flatMap(({ matter, conflicts }) => conflicts.map((person) => ({ matter, person }))),
  ...matters.flatMap(({ number, conflicts }) => conflicts.map(({ person }) => ({ matter: number, person }))),
]

/**
 * Signed by the chair; by the vice-chair who led it when the chair was not there. Then everything in it is minuted, and what waited for
 * that comes into force.
 */
export function minutesSigned(
  project: Project,
  { meeting: number, hash }: EventOf<'minutes-signed'>,
  { person, at }: Moment,
): Stepped {
  const found = meetingFor(project, number, 'signed')
  if ('kind' in found) return found
  const minutes = found.minutes!
  if (minutes.hash !== hash) return refused('old-revision')
  const isChair = holders(project.roster, 'chair').includes(person)
  const isChairThere = holders(project.roster, 'chair').some((chair) => minutes.there.includes(chair))
  if (!isChair && (isChairThere || minutes.ledBy !== person)) return refused('not-yours')
  const written = [...minutes.earlier, ...minutes.made]
  const decisions = project.decisions.map((one) =>
    written.includes(one.number) ? { ...one, minuted: { meeting: number } } : one,
  )
  return moved(
    { ...project, decisions, meetings: project.meetings.filter((one) => one !== found) },
    [{ tell: everybody(project), what: 'minutes-signed', meeting: number }],
    [{ kind: 'minutes', number, revision: 1, hash, body: { ...minutes, signedBy: person, signedAt: at } }],
  )
}
