import { z } from 'zod'
import type { Person } from './actor.js'
import { dayAfter, DayText, weekdayOf, type Day } from './calendar.js'
import { Hours, ItemId, type PlanContent } from './plan.js'

/** The most hours that one person can have worked in a week: 24 a day. */
export const MOST_HOURS = 24 * 7
/** So long afterwards a week can still be reported; then its hours belong in a later week's report. */
export const WEEKS_BACK = 8

export const MARKS = ['going-on', 'paused', 'done'] as const
export type Mark = (typeof MARKS)[number]

export const StatusEntry = z.strictObject({
  activity: ItemId,
  /** This week. */
  spent: Hours.max(MOST_HOURS),
  left: Hours,
  /** The end date that it moves to; without it, it is on plan. */
  newEnd: DayText.optional(),
  mark: z.enum(MARKS).optional(),
  problem: z.string().trim().max(2000).default(''),
  proposal: z.string().trim().max(2000).default(''),
})
export type StatusEntry = z.infer<typeof StatusEntry>

/** One person's week, from its Monday. */
export const StatusSaid = z.strictObject({
  week: DayText.refine((day) => weekdayOf(day) === 1, 'the Monday of the week'),
  entries: z
    .array(StatusEntry)
    .min(1)
    .max(200)
    .refine((entries) => new Set(entries.map(({ activity }) => activity)).size === entries.length, 'one entry per activity')
    .refine((entries) => entries.reduce((hours, { spent }) => hours + spent, 0) <= MOST_HOURS, 'more than 24 hours a day'),
})
export type StatusSaid = z.infer<typeof StatusSaid>

/** A report as it stands. Said again for the same week, it takes the place of the former until it is compiled; then it is frozen. */
export type StatusReport = StatusSaid & {
  number: number
  by: Person
  at: Date
  subproject?: string
}

/** Where an activity is, as reported. `left` and `to` are missing until somebody has said so. */
export type Work = { mark: Mark | 'not-begun'; spent: number; left?: number; to?: Day }
export type WorkByActivity = Readonly<Record<string, Work>>
export const NOT_BEGUN: Work = { mark: 'not-begun', spent: 0 }
export const workOn = (work: WorkByActivity, activity: string): Work => work[activity] ?? NOT_BEGUN

/** The work after a report, which may take the place of an earlier one for the same week. */
export function workAfter(work: WorkByActivity, said: StatusSaid, before?: StatusSaid): WorkByActivity {
  const without = (before?.entries ?? []).reduce<WorkByActivity>(
    (all, { activity, spent }) => ({
      ...all,
      [activity]: { ...workOn(all, activity), spent: workOn(all, activity).spent - spent },
    }),
    work,
  )
  return said.entries.reduce<WorkByActivity>((all, { activity, spent, left, newEnd, mark }) => {
    const was = workOn(all, activity)
    const now = {
      mark: mark ?? (left === 0 && spent > 0 ? 'done' : begun(was, spent)),
      spent: was.spent + spent,
      left,
      to: newEnd ?? was.to,
    }
    return { ...all, [activity]: now }
  }, without)
}
const begun = ({ mark }: Work, spent: number): Work['mark'] => (mark === 'not-begun' && spent > 0 ? 'going-on' : mark)

/**
 * What somebody's form is filled in with, and what "nothing has changed" sends: their activities of that week, with last time's hours, and
 * as many fewer left. Nothing is pre-filled for what is done.
 */
export function prefilled(of: {
  content: PlanContent
  work: WorkByActivity
  person: Person
  week: Day
  last?: StatusReport
}): StatusEntry[] {
  const { content, work, person, week, last } = of
  return content.activities
    .filter(({ id, who, from }) => who.includes(person) && from <= dayAfter(week, 6) && workOn(work, id).mark !== 'done')
    .map(({ id, hours }) => {
      const was = workOn(work, id)
      const left = was.left ?? hours
      const spent = Math.min(last?.entries.find(({ activity }) => activity === id)?.spent ?? 0, left)
      return { activity: id, spent, left: left - spent, newEnd: was.to, problem: '', proposal: '' }
    })
}
