import { PARTS, type Item, type Part, type PlanContent } from '../../domain/projects/plan.js'
import type { z } from 'zod'
import { sheetKey, type PlanColumn } from '../sheets/plan-columns.js'
import { idsFor, type IdAndName } from './ids.js'
import type { ImportFault, ImportFaultKind } from './import-fault.js'
import { isEmpty, readCell, readKronor, readWholeHours, type ReadWords, type Understood } from './read-cell.js'
import { placeOf, type FoundSheet } from './read-rows.js'
import type { ReadCell } from './read-workbook.js'
import { finderIn, type Finder } from './references.js'

/** An item with the row that it was read from. */
export type RowItem = { id: string; row: number; item: Item }
export type ReadPart = { sheet: FoundSheet; items: readonly RowItem[]; faults: readonly ImportFault[] }

type Raw = Record<string, unknown>
type RawRow = { number: number; raw: Raw; id: string; years: Record<string, Exclude<ReadCell, null>>; faults: ImportFault[] }

/** Reads the items of all sheets, row by row. What a reference may name is what is in the workbook, and of parts without a sheet what `base` has. */
export function readItems(sheets: readonly FoundSheet[], base: PlanContent | undefined, knows: ReadWords): ReadPart[] {
  const rows = sheets.map((sheet) => ({ sheet, rows: rawRows(sheet, base, knows) }))
  const named = Object.fromEntries([
    ...Object.entries(base ?? {}),
    ...rows.map(({ sheet, rows: of }) => [
      sheet.part,
      of.map(({ id, raw }) => ({ id, name: raw['name'] as string | undefined })),
    ]),
  ]) as Partial<Record<Part, readonly IdAndName[]>> as Parameters<typeof finderIn>[0]
  const find = finderIn(named)
  return rows.map(({ sheet, rows: of }) => ({ sheet, ...itemsOf(sheet, of, find, knows) }))
}

function rawRows(sheet: FoundSheet, base: PlanContent | undefined, knows: ReadWords): RawRow[] {
  const read = sheet.rows.map(({ number, cells }) => {
    const faults: ImportFault[] = []
    const raw: Raw = {}
    const years: RawRow['years'] = {}
    for (const { at, is, heading } of sheet.columns) {
      const cell = cells[at] ?? null
      if ('year' in is) {
        if (cell !== null && !isEmpty(cell)) years[is.year] = cell
        continue
      }
      const understood = readCell(cell, is.kind, knows)
      if ('fault' in understood) faults.push(faultAt(sheet, number, is.key, understood))
      else if (understood.value !== undefined) raw[is.key] = understood.value
      else if (is.needed) faults.push({ fault: 'missing', ...placeOf(sheet, number, is.key), values: { heading } })
    }
    return { number, raw, years, faults }
  })
  const known = (base?.[sheet.part] ?? []) as readonly { id: string; name?: string }[]
  const ids =
    sheet.part === 'frame'
      ? read.map(() => 'frame')
      : idsFor(
          read.map(({ raw }) => raw as IdAndName),
          known,
        )
  return read.map((row, at) => ({ ...row, id: ids[at]! }))
}

const faultAt = (
  sheet: FoundSheet,
  row: number,
  key: string,
  { fault, values }: Extract<Understood, { fault: unknown }>,
): ImportFault => ({
  fault,
  ...placeOf(sheet, row, key),
  ...(values ? { values } : {}),
})

function itemsOf(sheet: FoundSheet, rows: readonly RawRow[], find: Finder, knows: ReadWords): Pick<ReadPart, 'items' | 'faults'> {
  const seen = new Map<string, number>()
  const items: RowItem[] = []
  const faults: ImportFault[] = []
  for (const row of rows) {
    const { number, id } = row
    const first = seen.get(id)
    const own = [
      ...row.faults,
      ...(first === undefined
        ? []
        : [{ fault: 'same-id-twice' as const, ...placeOf(sheet, number, 'id'), values: { id, row: first } }]),
      ...resolved(sheet, row, find, knows),
      ...yearFaults(sheet, row),
    ]
    seen.set(id, first ?? number)
    const parsed = own.length === 0 ? PARTS[sheet.part].element.safeParse({ ...row.raw, id }) : undefined
    if (parsed?.success) items.push({ id, row: number, item: parsed.data })
    faults.push(...own, ...(parsed?.error ? shapeFaults(sheet, number, parsed.error) : []))
  }
  return { items, faults }
}

/** Puts the ids of what is named in the place of the words that name it. */
function resolved(sheet: FoundSheet, { number, raw }: RawRow, find: Finder, { words }: ReadWords): ImportFault[] {
  const columns = sheet.columns
    .map(({ is }) => is)
    .filter((is): is is PlanColumn & { to: Part } => 'to' in is && is.to !== undefined)
  return columns.flatMap(({ key, kind, to }) => {
    if (raw[key] === undefined) return []
    const found = [raw[key] as string | string[]].flat().map((name) => ({ name, is: find(to, name) }))
    const ids = found.map(({ is }) => (typeof is === 'object' ? is.id : ''))
    raw[key] = kind === 'refs' ? ids : ids[0]
    return found
      .filter(({ is }) => typeof is !== 'object')
      .map(({ name, is }) => ({
        fault: is === 'several' ? ('several-such-items' as const) : ('no-such-item' as const),
        ...placeOf(sheet, number, key),
        values: { name, sheet: words[0]!(sheetKey(to)) },
      }))
  })
}

/** Of a budget post, its years: amounts of what is bought, which has no rate; hours of one's own time, which has. */
function yearFaults(sheet: FoundSheet, { number, raw, years }: RawRow): ImportFault[] {
  if (sheet.part !== 'budget') return []
  const isInternal = raw['kind'] === 'internal'
  const read = Object.entries(years).map(([year, cell]) => ({ year, is: (isInternal ? readWholeHours : readKronor)(cell) }))
  raw[isInternal ? 'hours' : 'amounts'] = Object.fromEntries(
    read.flatMap(({ year, is }) => ('value' in is ? [[year, is.value] as const] : [])),
  )
  const rate =
    isInternal && !raw['rate'] ? 'rate-missing' : !isInternal && raw['rate'] !== undefined ? 'rate-of-external' : undefined
  return [
    ...read.flatMap(({ year, is }) => ('fault' in is ? [faultAt(sheet, number, year, is)] : [])),
    ...(rate && raw['kind'] !== undefined ? [{ fault: rate, ...placeOf(sheet, number, 'rate') } as const] : []),
  ]
}

// What a schema of the domain says of a value that was read: the rest of what can be wrong is said above, in words of its own.
const BY_CODE: Readonly<Record<string, ImportFaultKind>> = {
  too_big: 'too-long',
  not_multiple_of: 'not-quarters',
  too_small: 'missing',
}

const shapeFaults = (sheet: FoundSheet, row: number, { issues }: z.ZodError): ImportFault[] =>
  issues.map(({ path, code, ...issue }) => {
    // Of a budget post's years, the year is the column.
    const key = String((sheet.part === 'budget' ? path[1] : undefined) ?? path[0] ?? 'id')
    const most = 'maximum' in issue ? { most: Number(issue.maximum) } : undefined
    const isNumber = 'origin' in issue && issue.origin === 'number'
    const isList = 'origin' in issue && issue.origin === 'array'
    const long: ImportFaultKind = isNumber ? 'too-much' : isList ? 'too-many' : 'too-long'
    const fault = key === 'id' ? 'not-an-id' : code === 'too_big' ? long : (BY_CODE[code] ?? 'wrong')
    return { fault, ...placeOf(sheet, row, key), ...(most ? { values: most } : {}) }
  })
