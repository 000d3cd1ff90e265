import type { Cell, Sheet } from './sheet.js'

/** How programs of a language read CSV: where a comma is in numbers, a semicolon is between cells. */
const LOOKS: Readonly<Record<string, { between: string; point: string }>> = {
  sv: { between: ';', point: ',' },
  en: { between: ',', point: '.' },
}

// A cell that begins so is a formula to the programs that open such files, also in letters of full width. What is before it is skipped by some.
const LIKE_FORMULA = /^[\t\r\n]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** A sheet as CSV in UTF-8 with its mark, so that Excel reads the letters. A text that begins like a formula gets an apostrophe before it. */
export function csvOf({ headings, rows }: Sheet, language: string): Buffer {
  const { between, point } = LOOKS[language.split('-')[0]!] ?? LOOKS['en']!
  const lines = [headings.map(({ title }) => quoted(title)), ...rows.map((row) => row.map((cell) => csvCell(cell, point)))]
  return Buffer.from(`\ufeff${lines.map((line) => `${line.join(between)}\r\n`).join('')}`)
}

function csvCell(cell: Cell, point: string): string {
  if (!cell) return ''
  if (cell.kind === 'text') return quoted(cell.text)
  if (cell.kind === 'day') return cell.day
  return String(cell.number).replace('.', point)
}

const quoted = (text: string): string => `"${(LIKE_FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
