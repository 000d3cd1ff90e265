import type { Part } from '../../domain/projects/plan.js'
import type { Translate } from '../../i18n/translate.js'
import { folded } from '../sheets/people-labels.js'
import { columnKey, PLAN_SHEETS, SHEET_ORDER, sheetKey, type PlanColumn } from '../sheets/plan-columns.js'
import { withoutStar } from '../sheets/plan-rows.js'
import { letterOf, type ImportFault, type Place } from './import-fault.js'
import { isEmpty } from './read-cell.js'
import type { ReadCell, ReadSheet } from './read-workbook.js'

/** A column that was found: which it is, or the year of a budget; where it stands, and what is written above it. */
export type FoundColumn = { at: number; heading: string; is: PlanColumn | { year: string } }
/** A sheet of the plan as it was found, with its rows that have something in them. `number` is as Excel shows it. */
export type FoundSheet = {
  part: Part
  name: string
  columns: readonly FoundColumn[]
  rows: readonly { number: number; cells: readonly ReadCell[] }[]
}
export type Unread = { sheet: string; column?: string }

export const keyOf = ({ is }: FoundColumn): string => ('year' in is ? is.year : is.key)
export const placeOf = ({ name, columns }: FoundSheet, row: number | undefined, key?: string): Place => {
  const column = key === undefined ? undefined : columns.find((one) => keyOf(one) === key)
  return {
    sheet: name,
    ...(row === undefined ? {} : { row }),
    ...(column ? { column: letterOf(column.at), heading: column.heading } : {}),
  }
}

/** Of our own: what explains the others, and what an export has beside the plan. */
const BESIDE = ['guide', 'people', 'project', 'decisions', 'requests'] as const

/** Finds the sheets of a plan among those of a workbook, by their names in any language that we have, and their columns by their headings. */
export function foundSheets(
  sheets: readonly ReadSheet[],
  words: readonly Translate[],
): { found: FoundSheet[]; faults: ImportFault[]; unread: Unread[] } {
  const isNamed = (name: string, key: string): boolean => words.some((t) => folded(t(key)) === folded(name))
  const partOf = (name: string): Part | undefined => SHEET_ORDER.find((part) => isNamed(name, sheetKey(part)))
  const parts = sheets.map((sheet) => ({ sheet, part: partOf(sheet.name) }))
  const ours = parts.flatMap(({ sheet, part }) => (part ? [foundSheet(part, sheet, words)] : []))
  const twice = ours.filter(({ found }, at) => ours.findIndex((other) => other.found.part === found.part) < at)
  const strangers = parts.filter(
    ({ sheet, part }) => !part && sheet.rows.length > 0 && !BESIDE.some((key) => isNamed(sheet.name, `papers.sheet.${key}`)),
  )
  return {
    found: ours.map(({ found }) => found),
    faults: [
      ...(ours.length === 0
        ? [{ fault: 'no-sheets' as const, values: { sheets: SHEET_ORDER.map((part) => words[0]!(sheetKey(part))).join(', ') } }]
        : []),
      ...twice.map(({ found }): ImportFault => ({ fault: 'sheet-twice', sheet: found.name })),
      ...ours.flatMap(({ faults }) => faults),
    ],
    unread: [...strangers.map(({ sheet }) => ({ sheet: sheet.name })), ...ours.flatMap(({ unread }) => unread)],
  }
}

function foundSheet(part: Part, { name, rows }: ReadSheet, words: readonly Translate[]) {
  const isNamed = (heading: string, key: string): boolean =>
    words.some((t) => folded(t(columnKey(part, key))) === folded(withoutStar(heading)))
  const [head = [], ...rest] = rows
  const columns: FoundColumn[] = []
  const faults: ImportFault[] = []
  const unread: Unread[] = []
  head.forEach((cell, at) => {
    const heading = isEmpty(cell) ? '' : String(cell).trim()
    const is = PLAN_SHEETS[part].find(({ key }) => isNamed(heading, key)) ?? yearOf(part, heading)
    const column = is && { at, heading, is }
    if (column && columns.some((other) => keyOf(other) === keyOf(column)))
      faults.push({ fault: 'column-twice', sheet: name, row: 1, column: letterOf(at), heading })
    else if (column) columns.push(column)
    else if (rest.some((row) => !isEmpty(row[at]))) unread.push({ sheet: name, column: heading || letterOf(at) })
  })
  const full = rest
    .map((cells, at) => ({ number: at + 2, cells }))
    .filter(({ cells }) => columns.some(({ at }) => !isEmpty(cells[at])))
  const missing = PLAN_SHEETS[part].filter(({ key, needed }) => needed && !columns.some((column) => keyOf(column) === key))
  if (full.length > 0)
    for (const { key } of missing)
      faults.push({ fault: 'column-missing', sheet: name, values: { column: words[0]!(columnKey(part, key)) } })
  // A project is one thing.
  if (part === 'frame' && full.length > 1) faults.push({ fault: 'too-many-rows', sheet: name, values: { most: 1 } })
  return { found: { part, name, columns, rows: full } satisfies FoundSheet, faults, unread }
}

const yearOf = (part: Part, heading: string): { year: string } | undefined =>
  part === 'budget' && /^20\d\d$/.test(heading) ? { year: heading } : undefined
