import { hoursOn, type Hours } from '../desk/opening-hours.js'
import { dayAfter, momentOf, wallClock, type Day } from '../desk/stockholm-time.js'

type Spans = ReturnType<typeof hoursOn>['spans']
export type ChangedDay = { day: Day; before: Spans; after: Spans }

// A year and some days: every named day comes once.
const DAYS_AHEAD = 370

/** The days from `at` on that are open otherwise than before, at most so many. */
export function changedDays(before: Hours, after: Hours, at: Date, atMost: number): ChangedDay[] {
  const today = wallClock(at).day
  const found: ChangedDay[] = []
  for (let ahead = 0; ahead < DAYS_AHEAD && found.length < atMost; ahead++) {
    const day = dayAfter(today, ahead)
    const changed = { day, before: hoursOn(before, day).spans, after: hoursOn(after, day).spans }
    if (textOf(changed.before) !== textOf(changed.after)) found.push(changed)
  }
  return found
}

/** The first moment after `at`, on one of these days, at which it is open by one and closed by the other. */
export function momentOfDifference(days: readonly ChangedDay[], at: Date): Date | undefined {
  for (const { day, before, after } of days) {
    const edges = [...before, ...after]
      .flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)])
      .sort((one, other) => one - other)
    const minute = edges.find((edge) => isIn(before, edge) !== isIn(after, edge) && momentOf(day, edge) > at)
    if (minute !== undefined) return momentOf(day, minute)
  }
  return undefined
}

const textOf = (spans: Spans): string => spans.map(({ from, to }) => `${from}-${to}`).join()
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const isIn = (spans: Spans, minute: number): boolean =>
  spans.some(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to))
