import { hasEnded } from '../../domain/projects/points.js'
import { LIGHTS } from '../../domain/projects/progress-report.js'
import type { Summary } from '../../domain/projects/summary.js'
import { plain } from './stored-project.js'

/** The columns that a list is narrowed and sorted by, with their types. All of them are made of the summary. */
export const SUMMARY_COLUMNS = {
  number: 'text',
  search: 'text',
  portfolio: 'text',
  profile: 'text',
  phase: 'text',
  has_ended: 'boolean',
  light: 'int',
  is_waiting: 'boolean',
  late_after: 'text',
  next_point_on: 'text',
  people: 'text[]',
  by_year: 'json',
  body: 'json',
} as const
type Column = keyof typeof SUMMARY_COLUMNS

export function columnsOf(summary: Summary): Record<Column, unknown> {
  const { number, name, recordNumber, portfolio, profile, phase, light, people } = summary
  return {
    number: plain(number),
    search: searchable([number, name, recordNumber ?? ''].join('\n')),
    portfolio: portfolio ?? null,
    profile,
    phase,
    has_ended: hasEnded(phase),
    light: light ? LIGHTS.indexOf(light) : null,
    is_waiting: summary.isWaiting,
    late_after: [summary.progressDue, summary.voteDue].filter((day) => day !== undefined).sort()[0] ?? null,
    next_point_on: summary.nextPointOn ?? null,
    people: people.map(plain),
    by_year: JSON.stringify(summary.byYear),
    body: JSON.stringify(summary),
  }
}

/** A text as it is searched, and searched for: in small letters, and in one of the ways that an accented letter can be written. */
export const searchable = (text: string): string => plain(text).normalize().toLowerCase()

const names = Object.keys(SUMMARY_COLUMNS) as Column[]
export const NAMES_OF_SUMMARY_COLUMNS = names.join(', ')
/** The values of a summary's columns in order, and the places for them in a statement, from `$first`. */
export const valuesOf = (summary: Summary): unknown[] => {
  const columns = columnsOf(summary)
  return names.map((name) => columns[name])
}
export const placesFrom = (first: number): string =>
  names.map((name, at) => `$${first + at}::${SUMMARY_COLUMNS[name]}`).join(', ')
export const RENEW_SUMMARY = names.map((name) => `${name} = excluded.${name}`).join(', ')
