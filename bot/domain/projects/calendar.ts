import { z } from 'zod'
import { nameOf, NAMED_DAYS } from '../desk/named-days.js'
import { dayAfter, wallClock, weekdayOf, type Day } from '../desk/stockholm-time.js'

export type { Day }

/**
 * A date of a project, as 2026-06-19: a day, not a moment, so it has no time zone and none can move it. ISO text sorts as days do, and
 * `<` is "earlier".
 */
export const DayText = z.iso.date().refine((day) => day >= '1990' && day < '2200', 'a day that a project can have')

export const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
export type Workday = (typeof WORKDAYS)[number]
export const numberOf = (weekday: Workday): number => WORKDAYS.indexOf(weekday) + 1

/** The day in Stockholm at a moment. */
export const dayOf = (at: Date): Day => wallClock(at).day

/** Monday to Friday, neither a public holiday nor an eve that is kept as one. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day)
  const name = nameOf(day)
  return weekday !== 0 && weekday !== 6 && (name === undefined || NAMED_DAYS[name].kind === 'short')
}

/** The day itself, or the next one on which people work. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : workingDayFrom(dayAfter(day)))

/** So many working days later; 0 is the day itself or the first working day after it. */
export const workingDaysAfter = (day: Day, count: number): Day =>
  count <= 0 ? workingDayFrom(day) : workingDaysAfter(dayAfter(workingDayFrom(day)), count - 1)

export const mondayOf = (day: Day): Day => dayAfter(day, -((weekdayOf(day) + 6) % 7))

/** The same date so many years later; the last of February where there is no 29th. */
export function yearsAfter(day: Day, years: number): Day {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return later.endsWith('02-29') && dayAfter(later.replace('-29', '-28')).endsWith('03-01') ? later.replace('-29', '-28') : later
}

/** The nth (from 1) such weekday of the month that the day is in. */
export function nthOfMonth(day: Day, weekday: Workday, nth: number): Day {
  const first = `${day.slice(0, 7)}-01`
  return dayAfter(first, ((numberOf(weekday) - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

/** 2026-06 becomes 2026-07-01. */
export const firstOfNextMonth = (day: Day): Day => `${dayAfter(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`

/** Whole days from one to the other; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

export { dayAfter, weekdayOf }
