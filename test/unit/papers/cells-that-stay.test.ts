import { describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { csvOf } from '../../../bot/papers/sheets/csv.js'
import { dayCell, hoursCell, kronorCell, numberCell, textCell, type Sheet } from '../../../bot/papers/sheets/sheet.js'
import { workbook } from '../../../bot/papers/sheets/workbook.js'
import { cellsIn, converted, hasOffice } from '../../fixtures/office.js'

// What a spreadsheet would take for a formula, or for something else than what was written.
const BEGINNINGS = ['=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '＋', '－', '＠']
const DANGEROUS = [
  ...BEGINNINGS.map((begins) => `${begins}1+1`),
  '=HYPERLINK("https://evil.example","tryck")',
  "=cmd|'/c calc'!A0",
  '@SUM(1;2)',
  '-2+3+cmd',
  '=1+1",="2',
]
const LITERAL = ['007', '2027-01-01', '1,5', 'TRUE', '_x003D_1+1', 'constructor', '__proto__', '\ue000toString', "'=1+1"]
const SHEET: Sheet = {
  name: 'Blad',
  headings: [
    { title: '=1+1', width: 20 },
    { title: 'kr', width: 10 },
    { title: 'h', width: 10 },
    { title: 'antal', width: 10 },
    { title: 'dag', width: 10 },
  ],
  rows: [...DANGEROUS, ...LITERAL].map((text) => [
    textCell(text),
    kronorCell(-150_50),
    hoursCell(7.25),
    numberCell(3),
    dayCell('2027-03-31'),
  ]),
}
const TEXTS = SHEET.rows.map(([cell]) => (cell?.kind === 'text' ? cell.text : ''))

describe('an Excel file', () => {
  it('has every text as text and no formula, with amounts in kronor and days as typed numbers', async () => {
    const files = unzipSync(await workbook([SHEET]))
    const xml = Buffer.from(files['xl/worksheets/sheet1.xml']!).toString()
    expect(xml).not.toMatch(/<f[ >/]/)
    const cells = [...xml.matchAll(/<c ([^>]*)>/g)].map(([, attributes]) => attributes!)
    const inFirst = cells.filter((one) => /r="A\d+"/.test(one))
    expect(inFirst).toHaveLength(TEXTS.length + 1)
    for (const one of inFirst) expect(one).toContain('t="s"')
    for (const one of cells.filter((other) => /r="[B-E](?!1")\d+"/.test(other))) expect(one).not.toContain('t=')
    expect(xml).toContain('<v>-150.5</v>')
    expect(xml).toContain('<v>7.25</v>')
    // What Excel would read as a letter is written as what it is.
    expect(Buffer.from(files['xl/sharedStrings.xml']!).toString()).toContain('<t>_x005F_x003D_1+1</t>')
    // The day 2027-03-31 as Excel counts days.
    expect(xml).toContain('<v>46477</v>')
  })

  const withOffice = hasOffice ? it : it.skip
  withOffice(
    'has the same texts when LibreOffice has opened it and saved it as CSV',
    async () => {
      // Comma, quotes, UTF-8, from the first row, no language, every text in quotes, cells as they are stored.
      const saved = await converted(await workbook([SHEET]), {
        from: 'xlsx',
        into: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false',
      })
      const rows = cellsIn([...saved.values()][0]!.toString())
      expect(rows.map(([first]) => first)).toEqual(['=1+1', ...TEXTS])
      expect(new Set(rows.slice(1).map((row) => row.slice(1).join()))).toEqual(new Set(['-150.5,7.25,3,2027-03-31']))
    },
    150_000,
  )
})

describe('a CSV file', () => {
  it('has an apostrophe before what begins like a formula, and nothing before what does not', () => {
    const rows = cellsIn(csvOf(SHEET, 'en').toString())
    expect(rows[0]![0]).toBe("'=1+1")
    expect(rows.slice(1).map(([first]) => first)).toEqual([...DANGEROUS.map((text) => `'${text}`), ...LITERAL])
  })

  it('is as programs of its language read numbers: semicolons and decimal commas in Swedish', () => {
    const line = (language: string) => csvOf(SHEET, language).toString().split('\r\n')[1]
    expect(line('sv')).toBe('"\'=1+1";-150,5;7,25;3;2027-03-31')
    expect(line('en')).toBe('"\'=1+1",-150.5,7.25,3,2027-03-31')
    expect(csvOf(SHEET, 'sv').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })

  const withOffice = hasOffice ? it : it.skip
  withOffice(
    'is opened by LibreOffice without a formula in it',
    async () => {
      // Reads formulas where there are any, as a person would who presses on.
      const opened = await converted(csvOf(SHEET, 'en'), {
        from: 'csv',
        into: 'fods',
        reading: 'CSV:44,34,76,1,,0,false,true,false,false,false,0,true',
      })
      const xml = [...opened.values()][0]!.toString()
      expect(xml).toContain('table:table-cell')
      expect(xml).not.toContain('table:formula')
    },
    150_000,
  )
})
