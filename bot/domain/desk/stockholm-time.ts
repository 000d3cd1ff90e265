/** A date in Stockholm, as 2026-06-19. */
export type Day = string

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

// Intl carries the rules of the zone with Node itself; sv-SE writes 2026-06-19 08:30:00.
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const HOUR = 60 * MINUTE
const MANY = 20_000
const known = new Map<number, number>()

/** How far the clocks of Stockholm are ahead of UTC, in milliseconds. It changes on whole hours, so each is asked for once: Intl is slow. */
function aheadOfUtc(at: number): number {
  const hour = Math.floor(at / HOUR)
  const had = known.get(hour)
  if (had !== undefined) return had
  const ahead = Date.parse(`${CLOCK.format(hour * HOUR).replace(' ', 'T')}Z`) - hour * HOUR
  if (known.size >= MANY) known.clear()
  known.set(hour, ahead)
  return ahead
}

/** What a clock on a wall in Stockholm shows; `minutes` since midnight as the clock counts them. */
export function wallClock(at: Date): { day: Day; minutes: number } {
  const shown = at.getTime() + aheadOfUtc(at.getTime())
  return { day: new Date(shown).toISOString().slice(0, 10), minutes: Math.floor((shown % DAY) / MINUTE) }
}

/**
 * The first moment when a clock on a wall in Stockholm shows `minutes` since midnight or more: in autumn, when an hour is shown twice, the first
 * time; in spring, when an hour is left out, the moment when it is. So what is later on the clock is never earlier. 1440 is the midnight that
 * ends the day.
 */
export function momentOf(day: Day, minutes: number): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE
  const before = shown - aheadOfUtc(shown - DAY)
  const after = shown - aheadOfUtc(shown + DAY)
  if (isShown(before, shown)) return new Date(before)
  return new Date(isShown(after, shown) ? after : Math.floor(before / HOUR) * HOUR)
}
const isShown = (moment: number, shown: number): boolean => moment + aheadOfUtc(moment) === shown

export const dayAfter = (day: Day, days = 1): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
