import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { NAMED_DAYS, NAMES_OF_DAYS, nameOf, type NamedDay } from './named-days.js'
import { dayAfter, momentOf, wallClock, weekdayOf, type Day } from './stockholm-time.js'

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day: 08:30, or 24:00 for midnight')
const Span = z
  .strictObject({ from: Clock, to: Clock })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to), 'ends before it begins; a night is written as two days')
type Span = z.infer<typeof Span>
const Spans = z
  .array(Span)
  .refine(
    (spans) => spans.every(({ from }, at) => at === 0 || minutesOf(spans[at - 1]!.to) <= minutesOf(from)),
    'in order, without overlap',
  )
const DayText = z.iso.date()

/** When a queue is open. `namedDays` are the hours of a holiday, an eve or a short day, where they are not as usual. */
export const Hours = z.strictObject({
  weekly: z
    .strictObject({
      monday: Spans,
      tuesday: Spans,
      wednesday: Spans,
      thursday: Spans,
      friday: Spans,
      saturday: Spans,
      sunday: Spans,
    })
    .refine((week) => Object.values(week).some((spans) => spans.length > 0), 'never open'),
  namedDays: z.partialRecord(z.enum(NAMES_OF_DAYS), Spans).default({}),
  /** Dates with hours of their own, none for closed. Where two cover a date, the one with fewer days counts. */
  exceptions: z
    .array(
      z
        .strictObject({ from: DayText, to: DayText, open: Spans, reason: InEveryLanguage.optional() })
        .refine(({ from, to }) => from <= to, 'ends before it begins'),
    )
    .default([]),
  /** New chats are taken until so many minutes before closing. */
  lastChatMinutes: z.number().int().min(0).default(0),
})
export type Hours = z.infer<typeof Hours>

/**
 * What a shift lead decided, over the hours. Always with an end, so that it can be said when the queue opens again, and nobody forgets it
 * open. Of two that cover a moment, the later one in the list counts.
 */
export type HoursChange = { is: 'open' | 'closed'; from: Date; until: Date; reason: string; by: string }
export type Schedule = { hours: Hours; changes: readonly HoursChange[] }
export type Opening = { from: Date; to: Date }

/** Why a day has the hours that it has. */
export type DayReason = { kind: 'week' } | { kind: 'named-day'; name: NamedDay } | { kind: 'exception'; reason?: InEveryLanguage }

const daysOf = ({ from, to }: { from: Day; to: Day }): number => Date.parse(to) - Date.parse(from)

/** The hours of one day, and why they are those. */
export function hoursOn({ weekly, namedDays, exceptions }: Hours, day: Day): { spans: readonly Span[]; why: DayReason } {
  const [exception] = exceptions
    .filter(({ from, to }) => from <= day && day <= to)
    .sort((one, other) => daysOf(one) - daysOf(other))
  if (exception) return { spans: exception.open, why: { kind: 'exception', reason: exception.reason } }
  const usual = weekly[WEEKDAYS[weekdayOf(day)]!]
  const name = nameOf(day)
  const spans = name && (namedDays[name] ?? (NAMED_DAYS[name].kind === 'short' ? undefined : []))
  return spans ? { spans, why: { kind: 'named-day', name: name } } : { spans: usual, why: { kind: 'week' } }
}

// Longer than any holiday, so that whoever is closed longer has closed on purpose.
const DAYS_AHEAD = 120

/** The openings of one day, with what the lead decided of it. */
function openingsOn({ hours, changes }: Schedule, day: Day): Opening[] {
  const midnight = { from: momentOf(day, 0), to: momentOf(dayAfter(day), 0) }
  const usual = hoursOn(hours, day)
    .spans.map(({ from, to }) => ({ from: momentOf(day, minutesOf(from)), to: momentOf(day, minutesOf(to)) }))
    // Nothing is left of a span within the hour that is left out in spring.
    .filter(({ from, to }) => from < to)
  return changes.reduce((openings, change) => {
    const changed = { from: later(change.from, midnight.from), to: earlier(change.until, midnight.to) }
    if (changed.from >= changed.to) return openings
    const others = openings.flatMap((opening) => without(opening, changed))
    return (change.is === 'open' ? [...others, changed] : others).sort((one, other) => one.from.getTime() - other.from.getTime())
  }, usual)
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)
const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
const without = (opening: Opening, part: Opening): Opening[] =>
  [
    { from: opening.from, to: earlier(opening.to, part.from) },
    { from: later(opening.from, part.to), to: opening.to },
  ].filter(({ from, to }) => from < to)

/** The openings that end after `at`, in order; those that touch, as at midnight, are one. */
export function* openingsAfter(schedule: Schedule, at: Date): Generator<Opening> {
  let held: Opening | undefined
  const today = wallClock(at).day
  // From the day before: what is open now may have opened before midnight.
  for (let days = -1; days < DAYS_AHEAD; days++)
    for (const opening of openingsOn(schedule, dayAfter(today, days))) {
      if (held && held.to.getTime() === opening.from.getTime()) held = { from: held.from, to: opening.to }
      else {
        if (held && held.to > at) yield held
        held = opening
      }
    }
  if (held && held.to > at) yield held
}

/** The opening that `at` falls in. The first moment is open, the last one is not. */
export function openingAt(schedule: Schedule, at: Date): Opening | undefined {
  const [first] = openingsAfter(schedule, at)
  return first && first.from <= at ? first : undefined
}

export const isOpen = (schedule: Schedule, at: Date): boolean => openingAt(schedule, at) !== undefined

/** When it opens next after `at`; undefined when that is not within the next months. */
export function opensNext(schedule: Schedule, at: Date): Date | undefined {
  for (const { from } of openingsAfter(schedule, at)) if (from > at) return from
  return undefined
}

/** The moment when `minutes` of open time have passed since `at`; undefined when that is not within the next months. */
export function afterOpenMinutes(schedule: Schedule, at: Date, minutes: number): Date | undefined {
  let left = minutes * 60_000
  for (const { from, to } of openingsAfter(schedule, at)) {
    const begins = later(from, at).getTime()
    if (begins + left <= to.getTime()) return new Date(begins + left)
    left -= to.getTime() - begins
  }
  return undefined
}
