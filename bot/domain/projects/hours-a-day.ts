import type { Person } from './actor.js'
import { dayAfter, daysBetween, type Day } from './calendar.js'
import type { Activity } from './plan.js'

export const MOST_A_DAY = 24

/** An activity with more hours than its days have, for those who do it. */
export const isAboveDay = ({ hours, from, to, who }: Activity): boolean =>
  from <= to && hours > MOST_A_DAY * (daysBetween(from, to) + 1) * Math.max(1, who.length)

export type AboveDay = { activity: string; person: Person; day: Day; hours: number }

/**
 * Who would have more than 24 hours on some day by all their activities together, each spread evenly over its days and over those who do it.
 * Of each person the first such day, with the activity that goes beyond.
 */
export function peopleAboveDay(activities: readonly Activity[]): AboveDay[] {
  const ofPerson = new Map<Person, Activity[]>()
  for (const activity of activities)
    for (const person of activity.who) {
      const own = ofPerson.get(person)
      if (own) own.push(activity)
      else ofPerson.set(person, [activity])
    }
  return [...ofPerson].flatMap(([person, own]) => firstAbove(person, own) ?? [])
}

/** Goes through the days on which something begins or has ended; on all others it is as on the one before. */
function firstAbove(person: Person, own: readonly Activity[]): AboveDay | undefined {
  const steps = own
    .filter(({ from, to }) => from <= to)
    .flatMap(({ id, from, to, hours, who }) => {
      const rate = hours / (daysBetween(from, to) + 1) / who.length
      return [
        { on: from, rate, id },
        { on: dayAfter(to), rate: -rate, id },
      ]
    })
    // What has ended makes room before something begins on the same day.
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.rate - other.rate))
  let hours = 0
  for (const { on, rate, id } of steps) {
    hours += rate
    // Sums of fractions are not exact.
    if (rate > 0 && hours > MOST_A_DAY + 1e-6) return { activity: id, person, day: on, hours: Math.round(hours * 100) / 100 }
  }
  return undefined
}
