import { easter } from 'date-easter'
import { dayAfter, weekdayOf, type Day } from './stockholm-time.js'

/**
 * `public`: a public holiday by law (1989:253). `eve`: not by law, but treated as one in Sweden. `short`: an ordinary day on which many
 * close early.
 */
export type DayKind = 'public' | 'eve' | 'short'

type Rule = (year: number) => Day

const two = (value: number): string => String(value).padStart(2, '0')
const on =
  (month: number, date: number): Rule =>
  (year) =>
    `${year}-${two(month)}-${two(date)}`
const fromEaster =
  (days: number): Rule =>
  (year) =>
    dayAfter(easterDay(year), days)
const SATURDAY = 6
/** The Saturday on the date or up to six days later, and so many days from it. */
const saturdayFrom =
  (month: number, date: number, days = 0): Rule =>
  (year) => {
    const first = on(month, date)(year)
    return dayAfter(first, ((SATURDAY - weekdayOf(first) + 7) % 7) + days)
  }

/** Every day with a name that matters to opening hours. Where two fall on one date, the first one counts. */
export const NAMED_DAYS = {
  'new-years-day': { kind: 'public', rule: on(1, 1) },
  epiphany: { kind: 'public', rule: on(1, 6) },
  'good-friday': { kind: 'public', rule: fromEaster(-2) },
  'easter-day': { kind: 'public', rule: fromEaster(0) },
  'easter-monday': { kind: 'public', rule: fromEaster(1) },
  'first-of-may': { kind: 'public', rule: on(5, 1) },
  'ascension-day': { kind: 'public', rule: fromEaster(39) },
  'whit-sunday': { kind: 'public', rule: fromEaster(49) },
  'national-day': { kind: 'public', rule: on(6, 6) },
  'midsummer-day': { kind: 'public', rule: saturdayFrom(6, 20) },
  'all-saints-day': { kind: 'public', rule: saturdayFrom(10, 31) },
  'christmas-day': { kind: 'public', rule: on(12, 25) },
  'boxing-day': { kind: 'public', rule: on(12, 26) },
  'easter-eve': { kind: 'eve', rule: fromEaster(-1) },
  'midsummer-eve': { kind: 'eve', rule: saturdayFrom(6, 20, -1) },
  'christmas-eve': { kind: 'eve', rule: on(12, 24) },
  'new-years-eve': { kind: 'eve', rule: on(12, 31) },
  'eve-of-epiphany': { kind: 'short', rule: on(1, 5) },
  'maundy-thursday': { kind: 'short', rule: fromEaster(-3) },
  'walpurgis-eve': { kind: 'short', rule: on(4, 30) },
  'eve-of-all-saints': { kind: 'short', rule: saturdayFrom(10, 31, -1) },
} as const satisfies Record<string, { kind: DayKind; rule: Rule }>
export type NamedDay = keyof typeof NAMED_DAYS
export const NAMES_OF_DAYS = Object.keys(NAMED_DAYS) as [NamedDay, ...NamedDay[]]

const known = new Map<number, ReadonlyMap<Day, NamedDay>>()

function namesIn(year: number): ReadonlyMap<Day, NamedDay> {
  // Backwards, so that of two on one date the first in the table stays.
  const names = known.get(year) ?? new Map(NAMES_OF_DAYS.toReversed().map((name) => [NAMED_DAYS[name].rule(year), name]))
  return known.set(year, names).get(year)!
}

/** The name of a day, if it has one. */
export const nameOf = (day: Day): NamedDay | undefined => namesIn(Number(day.slice(0, 4))).get(day)

/** Easter Sunday of the Western churches. */
export function easterDay(year: number): Day {
  const { month, day } = easter(year)
  return on(month, day)(year)
}
