import type { Unpacked } from './unpack.js'

/** In one sheet, with its heading. */
export const MOST_ROWS = 10_001
/** A sheet that is only somewhat too long is read, so that it can be told by its name. */
const FURTHEST = 2 * MOST_ROWS
/** Places for cells in all sheets together, whether anything is in them or not: a plan of ten thousand activities has 240,000, as it is counted here. */
const MOST_CELLS = 4_000_000

const ADDRESS = /\sr=(?:"([^"]*)"|'([^']*)')/g
const ROW = /<row[\s/>]/g
const DATA = /<sheetData[\s/>]/g
const EMPTY_ROW = /<row\s[^<>]*(?:\/>|>\s*<\/row>)/g

/**
 * What is to be known of a workbook before anything reads it: the library makes a row for each that is skipped, and a cell for each column up
 * to the last, so a file of a kilobyte with one cell in row 1,000,000,000 would take all memory that there is. Rows without cells far
 * below the others, as LibreOffice writes them, are taken out.
 */
export function withinArea(files: Unpacked): Unpacked | 'too-many-rows' | 'too-big' {
  const within: Unpacked = {}
  let cells = 0
  for (const [name, bytes] of Object.entries(files)) {
    const xml = Buffer.from(bytes).toString('utf8')
    const sheet = xml.replace(EMPTY_ROW, (row) => (furthestIn(row).row > FURTHEST ? '' : row))
    within[name] = sheet === xml ? bytes : Buffer.from(sheet)
    const times = countOf(sheet, DATA)
    if (times === 0) continue
    const { row, column } = furthestIn(sheet)
    const rows = countOf(sheet, ROW)
    if (row > FURTHEST || rows > FURTHEST) return 'too-many-rows'
    cells += (row + rows) * column * times
    if (cells > MOST_CELLS) return 'too-big'
  }
  return within
}

function countOf(xml: string, mark: RegExp): number {
  let count = 0
  // One after another: a list of a million matches would be larger than the sheet.
  const matches = xml.matchAll(mark)
  while (!matches.next().done) count += 1
  return count
}

/** How far a sheet goes, by the addresses that stand in it, read as the library reads them: also those that no program would write. */
function furthestIn(xml: string): { row: number; column: number } {
  let [row, column] = [1, 1]
  for (const [, double, single] of xml.matchAll(ADDRESS)) {
    const place = placeOf(double ?? single ?? '')
    row = Math.max(row, place.row)
    column = Math.max(column, place.column)
  }
  return { row, column }
}

/** `B12` of a cell, `12` of a row. What is neither is nowhere, and the library refuses it. */
function placeOf(address: string): { row: number; column: number } {
  const whole = Number(address)
  if (!Number.isNaN(whole)) return { row: whole, column: 0 }
  const digits = address.search(/\d/)
  if (digits < 0) return { row: 0, column: 0 }
  let column = 0
  for (let at = 0; at < digits; at += 1) column = column * 26 + address.charCodeAt(at) - 64
  return { row: Number(address.slice(digits)) || 0, column }
}
