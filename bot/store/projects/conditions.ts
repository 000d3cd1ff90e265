import type { SummaryFilter } from '../../domain/projects/ports.js'
import { LIGHTS } from '../../domain/projects/progress-report.js'
import { plain } from './stored-project.js'
import { searchable } from './summary-columns.js'

type Condition<Value> = { sql: (place: string) => string; value: (given: Value) => unknown }

/** What each part of a filter asks of the columns. */
const CONDITIONS: { [Part in keyof Required<SummaryFilter>]: Condition<NonNullable<SummaryFilter[Part]>> } = {
  text: { sql: (place) => `strpos(search, ${place}) > 0`, value: (text) => searchable(text.trim()) },
  portfolio: { sql: (place) => `portfolio = ${place}`, value: (portfolio) => portfolio },
  profile: { sql: (place) => `profile = ${place}`, value: (profile) => profile },
  phases: { sql: (place) => `phase = any(${place}::text[])`, value: (phases) => [...phases] },
  light: { sql: (place) => `light = ${place}::int`, value: (light) => LIGHTS.indexOf(light) },
  isWaiting: { sql: (place) => `is_waiting = ${place}::boolean`, value: (isWaiting) => isWaiting },
  lateOn: { sql: (place) => `late_after < ${place}`, value: (day) => day },
  // An array on both sides: that is what the index of people can be asked.
  person: { sql: (place) => `people @> array[${place}]`, value: (person) => plain(person) },
}

/** A filter as the words after `where`, with values that take the places from `$first` on. */
export function conditionsOf(filter: SummaryFilter, first: number): { sql: string; values: unknown[] } {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [keyof SummaryFilter, never][]
  const parts = given.map(([part, value], at) => {
    const condition: Condition<never> = CONDITIONS[part]
    return { sql: condition.sql(`$${first + at}`), value: condition.value(value) }
  })
  return { sql: ['true', ...parts.map(({ sql }) => sql)].join(' and '), values: parts.map(({ value }) => value) }
}
