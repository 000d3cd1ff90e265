import type { Translate } from '../../i18n/translate.js'

/** Everything that can be wrong with a workbook; each has words of its own, `papers.fault.<it>`. */
export const IMPORT_FAULTS = [
  // The workbook as a whole, or a sheet of it.
  'unreadable',
  'too-big',
  'too-many-rows',
  'no-sheets',
  'sheet-twice',
  'sheet-missing',
  'sheet-empty',
  'column-missing',
  'column-twice',
  // One cell.
  'missing',
  'cell-error',
  'not-text',
  'not-an-id',
  'not-a-day',
  'not-a-number',
  'not-money',
  'negative',
  'too-much',
  'not-quarters',
  'not-whole-hours',
  'not-a-grade',
  'not-a-point',
  'not-a-budget-kind',
  'rate-missing',
  'rate-of-external',
  'too-long',
  'too-many',
  'unknown-person',
  'no-such-item',
  'several-such-items',
  'wrong',
  // What the cells say together.
  'hours-above-day',
  'person-above-day',
  'same-id-twice',
  'ends-before-it-begins',
  'outside-project',
  'after-its-goal',
  'goes-round',
  'risk-without-action',
  'points-out-of-order',
  'project-too-long',
] as const
export type ImportFaultKind = (typeof IMPORT_FAULTS)[number]

/** Where it is: the sheet and the heading as they stand in the workbook, the row from 1, the column as a letter. */
export type Place = { sheet?: string; row?: number; column?: string; heading?: string }
export type ImportFault = Place & { fault: ImportFaultKind; values?: Readonly<Record<string, string | number>> }

/** "Aktiviteter, rad 12, kolumn D (Timmar): timmarna kan inte vara färre än noll." */
export function faultText(found: ImportFault, t: Translate): string {
  const { fault, sheet, row, column, heading, values } = found
  const what = t(`papers.fault.${fault}`, values ?? {})
  const place = [
    ...(sheet === undefined ? [] : [sheet]),
    ...(row === undefined ? [] : [t('papers.fault-row', { row })]),
    ...(column === undefined ? [] : [t('papers.fault-column', { column, heading: heading ?? '' })]),
  ]
  return place.length === 0 ? what : `${place.join(', ')}: ${what}`
}

/** A for 0, AA for 26. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
