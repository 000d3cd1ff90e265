import type { Day } from '../../../../bot/domain/projects/calendar.js'

/** The days that a picture of time shows, first and last. */
export type Span = { from: Day; to: Day }
/** `at`: percent of the width. */
export type Tick = { day: Day; at: number; isYear: boolean }

const DAY_MS = 86_400_000
const dayNumber = (day: Day): number => Date.parse(day) / DAY_MS

/** All of these days, from the first of the first one's month to the last of the last one's; undefined when there are none. */
export function spanOf(days: readonly Day[]): Span | undefined {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [year = 0, month = 1] = last.split('-').map(Number)
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: `${first.slice(0, 7)}-01`, to: end }
}

/** Where a day is, in percent of the width. What is outside stands at the edge. */
export function positionOf({ from, to }: Span, day: Day): number {
  const length = Math.max(1, dayNumber(to) - dayNumber(from))
  const part = (dayNumber(day) - dayNumber(from)) / length
  return Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100
}
export const isWithin = ({ from, to }: Span, day: Day): boolean => from <= day && day <= to

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120] as const

/** Firsts of months, at most so many of them: every month, quarter, half-year, year or more, always counted from a January. */
export function ticksOf(span: Span, most: number): Tick[] {
  const first = monthNumber(span.from)
  const months = monthNumber(span.to) - first + 1
  const step = STEPS_IN_MONTHS.find((one) => months / one <= most) ?? STEPS_IN_MONTHS.at(-1)!
  return Array.from({ length: months }, (_, index) => first + index)
    .filter((month) => month % step === 0)
    .map((month) => dayOfMonth(month))
    .filter((day) => isWithin(span, day))
    .map((day) => ({ day, at: positionOf(span, day), isYear: day.slice(5, 7) === '01' }))
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const dayOfMonth = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
