import type { CellObject } from 'write-excel-file/node'
import { excelText, withoutMarks } from './excel-text.js'
import type { Cell, Heading, Sheet } from './sheet.js'

// As Excel writes them whatever the machine's own settings are.
const FORMATS = { number: '0', kronor: '#,##0.00 "kr"', hours: '#,##0.## "h"', day: 'yyyy-mm-dd' } as const
const HEAD = '#DCE8F3'
// Excel's own; without a name each program takes another for what is bold.
const FACE = { fontFamily: 'Calibri', fontSize: 11 }

/** An Excel workbook. Every cell has its type: what is text is text whatever it begins with, and is never a formula. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  // Loaded when it is first asked for: most who start the bot never need it.
  const { default: write } = await import('write-excel-file/node')
  const written = sheets.map(({ name, headings, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: headings.map(({ width }) => ({ width })),
    data: [headings.map(headCell), ...rows.map((row) => row.map(excelCell))],
  }))
  const texts = written.flatMap(({ data }) =>
    data.flatMap((row) => row.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : []))),
  )
  return withoutMarks(await write(written, FACE).toBuffer(), texts)
}

const headCell = ({ title }: Heading): CellObject => ({
  ...textOf(title),
  fontWeight: 'bold',
  backgroundColor: HEAD,
})
const textOf = (text: string): CellObject => ({ value: excelText(text), type: String, wrap: true, alignVertical: 'top' })

function excelCell(cell: Cell): CellObject | null {
  if (!cell) return null
  if (cell.kind === 'text') return textOf(cell.text)
  const looks = { format: FORMATS[cell.kind], alignVertical: 'top' as const }
  // A day is a day at midnight of no time zone, which is how Excel counts.
  if (cell.kind === 'day') return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, ...looks }
  return { value: cell.number, type: Number, ...looks }
}
