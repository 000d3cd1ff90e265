import { OFFICE, type Hearer } from './actor.js'
import { workingDayFrom, workingDaysAfter, type Day } from './calendar.js'
import { dutiesOn, type Duty, type DutyKind } from './duties.js'
import type { Project } from './project.js'
import { answerable, manager } from './telling.js'

/** `who` has the duty. `answerable` are chair, sponsor and owner. The office follows all projects. */
type Heard = 'who' | 'manager' | 'owner' | 'answerable' | 'office'
type Step = { after: number; tell: Heard }

/**
 * Who hears of what is not done, so many working days after it was due. Nobody hears of the same every day. Members' reports are the
 * manager's affair: however late, the steering group does not hear of them.
 */
export const REMINDERS = {
  'status-report': [
    { after: 0, tell: 'who' },
    { after: 1, tell: 'who' },
    { after: 2, tell: 'manager' },
  ],
  'progress-report': [
    { after: 0, tell: 'who' },
    { after: 1, tell: 'who' },
    { after: 3, tell: 'answerable' },
    { after: 10, tell: 'office' },
  ],
  'activity-plan': [
    { after: 0, tell: 'who' },
    { after: 2, tell: 'who' },
  ],
  'risk-analysis': [
    { after: 0, tell: 'who' },
    { after: 3, tell: 'who' },
  ],
  'change-request': [
    { after: 1, tell: 'who' },
    { after: 3, tell: 'answerable' },
    { after: 10, tell: 'office' },
  ],
  'revise-request': [
    { after: 0, tell: 'who' },
    { after: 5, tell: 'answerable' },
  ],
  vote: [
    { after: 0, tell: 'who' },
    { after: 2, tell: 'answerable' },
    { after: 10, tell: 'office' },
  ],
  'minute-decisions': [
    { after: 0, tell: 'who' },
    { after: 10, tell: 'answerable' },
  ],
  'sign-minutes': [
    { after: 0, tell: 'who' },
    { after: 5, tell: 'answerable' },
  ],
  'effect-follow-up': [
    { after: 0, tell: 'who' },
    { after: 10, tell: 'owner' },
    { after: 20, tell: 'office' },
  ],
} as const satisfies Record<DutyKind, readonly Step[]>

/** `isEscalation`: somebody hears of another's duty. `key` is sent once, whatever happens. */
export type Reminder = { key: string; to: Hearer; on: Day; duty: Duty; isEscalation: boolean }

/**
 * What is to be told after one day and until another (both looked at before, and now): what a job that was down has missed is told when it
 * is up. Only on working days. A snooze puts off one's own reminders; what others hear of stays.
 */
export function remindersBetween(project: Project, after: Day, until: Day): Reminder[] {
  const reminders = dutiesOn(project, until).flatMap((duty) => stepsOf(project, duty))
  const due = reminders.filter(({ on }) => after < on && on <= until)
  // Of what several days have missed, the last of a duty is enough for each.
  return [...new Map(due.map((one) => [`${one.to} ${one.duty.key}`, one])).values()]
}

const stepsOf = (project: Project, duty: Duty): Reminder[] =>
  REMINDERS[duty.kind].flatMap(({ after, tell }) =>
    heardBy(project, duty, tell).map((to) => {
      const day = workingDaysAfter(duty.due, after)
      const on = tell === 'who' ? putOff(project, to, duty, day) : day
      return { key: `${duty.key}/${after}/${to}`, to, on, duty, isEscalation: tell !== 'who' }
    }),
  )

function heardBy(project: Project, duty: Duty, tell: Heard): Hearer[] {
  const others: Record<Exclude<Heard, 'who'>, readonly string[]> = {
    manager: manager(project),
    owner: project.roster.filter(({ role }) => role === 'owner').map(({ person }) => person),
    answerable: answerable(project),
    office: [OFFICE],
  }
  return tell === 'who' ? [...duty.who] : others[tell].filter((one) => !duty.who.includes(one))
}

function putOff({ snoozes }: Project, person: string, duty: Duty, day: Day): Day {
  const until = snoozes.find((one) => one.person === person && one.duty === duty.key)?.until
  return until !== undefined && until > day ? workingDayFrom(until) : day
}

/** One message each, however many projects: their own duties first, what is most late first. */
export type Digest = { to: Hearer; reminders: readonly Reminder[] }

export function digests(reminders: readonly Reminder[]): Digest[] {
  const people = [...new Set(reminders.map(({ to }) => to))].sort()
  const inOrder = (one: Reminder, other: Reminder): number =>
    Number(one.isEscalation) - Number(other.isEscalation) ||
    (one.duty.due < other.duty.due ? -1 : Number(one.duty.due > other.duty.due))
  return people.map((to) => ({ to, reminders: reminders.filter((one) => one.to === to).sort(inOrder) }))
}
