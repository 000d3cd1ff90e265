import type { Actor, Person, Surface } from './actor.js'
import { dayOf, type Day } from './calendar.js'

/** Somebody doing something at a time. `today` is the day in Stockholm. */
export type Moment = { person: Person; where: Surface; office: boolean; at: Date; today: Day }

export const momentOf = (by: Extract<Actor, { kind: 'person' }>, at: Date): Moment => ({
  person: by.person,
  where: by.where,
  office: by.office.includes('portfolio-office'),
  at,
  today: dayOf(at),
})
