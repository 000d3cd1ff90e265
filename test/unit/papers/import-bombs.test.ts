import { beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { PlanContent } from '../../../bot/domain/projects/plan.js'
import { faultText } from '../../../bot/papers/import/import-fault.js'
import { importPlan, type Imported } from '../../../bot/papers/import/import-plan.js'
import { planSheets } from '../../../bot/papers/sheets/plan-template.js'
import { workbook } from '../../../bot/papers/sheets/workbook.js'
import { PLAN_SHEETS, SHEET_ORDER } from '../../../bot/papers/sheets/plan-columns.js'
import { dayCell, hoursCell, textCell, type Cell, type Sheet } from '../../../bot/papers/sheets/sheet.js'
import { PEOPLE, tellerIn, WORDS } from '../../fixtures/papers.js'
import { aPlan, EFFECT, registered, WHO } from '../../fixtures/project.js'

const t = WORDS[0]!
const CONTENT = PlanContent.parse({ ...aPlan(), 'effect-goals': [EFFECT] })
const PROJECT = { ...registered(), proposal: { number: 1, content: CONTENT, hash: '', by: WHO.manager, at: new Date(0) } }
const sheets = (): Sheet[] => planSheets({ project: PROJECT, people: PEOPLE }, '2027-02-01', tellerIn('sv'))
const reading = (bytes: Uint8Array): Promise<Imported> => importPlan(bytes, { words: WORDS, people: PEOPLE })
const told = (read: Imported): string[] => (read.kind === 'faulty' ? read.faults.map((fault) => faultText(fault, t)) : ['read'])

const ACTIVITIES = `xl/worksheets/sheet${SHEET_ORDER.indexOf('activities') + 1}.xml`
let files: Record<string, Uint8Array>
beforeAll(async () => {
  files = unzipSync(await workbook(sheets()))
})
/** The workbook with another sheet of activities. */
const withSheet = (change: (xml: string) => string): Uint8Array =>
  zipSync({ ...files, [ACTIVITIES]: strToU8(change(Buffer.from(files[ACTIVITIES]!).toString())) })
const before = (end: string, added: string) => (xml: string) => xml.replace(end, `${added}${end}`)

const ROWS = t('papers.fault.too-many-rows', { most: 10_000 })
const BIG = t('papers.fault.too-big', { megabytes: 5 })

describe('a small file that would take all memory there is', () => {
  it.each([
    ['a row that is far away', '<row r="1000000000"><c r="A1000000000" t="n"><v>1</v></c></row>'],
    ['a row that is far away, with a number as programs write them', '<row r="1e9"><c r="A1e9" t="n"><v>1</v></c></row>'],
    ['a row without an end', "<row r='Infinity'><c t='n'/></row>"],
    ['a cell that says where it is, in a row that does not', '<row><c r="B99999999" t="n"><v>1</v></c></row>'],
    ['a row behind a mark that is never closed', `<row a=' r="99999999"><c r="A99999999" t="n"><v>1</v></c></row>`],
    ['more rows than there may be, none of which says which it is', '<row/>'.repeat(20_003)],
  ])('is refused when it has %s', async (_what, row) => {
    expect(told(await reading(withSheet(before('</sheetData>', row))))).toEqual([ROWS])
  })

  it.each([
    [
      'a column that is far away',
      (xml: string) => before('</sheetData>', '<row r="9000"><c r="ZZZZZZ9000" t="n"><v>1</v></c></row>')(xml),
    ],
    [
      'a column far away in row 0',
      (xml: string) => xml.replace('<sheetData>', '<sheetData><row r="0"><c r="ZZZZZZ0" t="n"><v>1</v></c></row>'),
    ],
    [
      'the same rows again and again',
      (xml: string) => `${xml}${'<sheetData><row r="10001"><c r="AZ10001" t="n"><v>1</v></c></row></sheetData>'.repeat(500)}`,
    ],
  ])('is refused when it has %s', async (_what, change) => {
    expect(told(await reading(withSheet(change)))).toEqual([BIG])
  })

  it('is refused when it is many sheets that are large by their corners alone', async () => {
    const corner = strToU8('<worksheet><sheetData><row r="10001"><c r="CV10001" t="n"><v>1</v></c></row></sheetData></worksheet>')
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`xl/worksheets/extra${n}.xml`, corner]))
    expect(told(await reading(zipSync({ ...files, ...many })))).toEqual([BIG])
  })

  it('is refused when one long text stands in every cell', async () => {
    const name = PLAN_SHEETS.activities.findIndex(({ key }) => key === 'name')
    const long = 'å'.repeat(30_000)
    const rows = Array.from({ length: 400 }, (): Cell[] =>
      PLAN_SHEETS.activities.map((_, at) => (at === name ? textCell(long) : undefined)),
    )
    const all = sheets().with(SHEET_ORDER.indexOf('activities'), { ...sheets()[SHEET_ORDER.indexOf('activities')]!, rows })
    expect(told(await reading(await workbook(all)))).toEqual([BIG])
  })
})

describe('a workbook that is only odd', () => {
  it('is read when another program has left empty rows at the end of a sheet', async () => {
    const empty = '<row r="1048576" customFormat="false" ht="12.8" hidden="false"/><row r="1048577"> </row>'
    expect(told(await reading(withSheet(before('</sheetData>', empty))))).toEqual(['read'])
  })

  it('is read when ten thousand activities are called the same', async () => {
    const at = SHEET_ORDER.indexOf('activities')
    const values: Record<string, Cell> = {
      ...{ name: textCell('Möte'), hours: hoursCell(1), from: dayCell('2027-03-01'), to: dayCell('2027-03-02') },
    }
    const rows = Array.from({ length: 9_999 }, () => PLAN_SHEETS.activities.map(({ key }) => values[key]))
    const read = await reading(await workbook(sheets().with(at, { ...sheets()[at]!, rows })))
    expect(read.kind).toBe('read')
    const ids = read.kind === 'read' ? read.content.activities.map(({ id }) => id) : []
    expect([ids.length, new Set(ids).size, ids.slice(0, 3)]).toEqual([9_999, 9_999, ['mote', 'mote-2', 'mote-3']])
  })

  it('is told of when a cell names more than it may, before any of them is looked for', async () => {
    const at = SHEET_ORDER.indexOf('activities')
    const sheet = sheets()[at]!
    const who = PLAN_SHEETS.activities.findIndex(({ key }) => key === 'who')
    const rows = sheet.rows.with(0, sheet.rows[0]!.with(who, textCell(Array.from({ length: 51 }, () => 'Test member').join(';'))))
    expect(told(await reading(await workbook(sheets().with(at, { ...sheet, rows }))))).toEqual([
      faultText({ fault: 'too-many', sheet: sheet.name, row: 2, column: 'C', heading: 'Vem', values: { most: 50 } }, t),
    ])
  })

  it('is told of when it costs more than a project can', async () => {
    const at = SHEET_ORDER.indexOf('budget')
    const sheet = sheets()[at]!
    const year = sheet.headings.findIndex(({ title }) => title === '2027')
    const [post] = sheet.rows
    const rows = Array.from({ length: 20 }, (_, n) =>
      post!
        .with(0, textCell(`post-${n}`))
        .with(1, textCell(`Post ${n}`))
        .with(year, { kind: 'kronor', number: 9_000_000_000 }),
    )
    expect(told(await reading(await workbook(sheets().with(at, { ...sheet, rows: [...sheet.rows, ...rows] }))))).toEqual([
      faultText({ fault: 'too-much', sheet: sheet.name }, t),
    ])
  })
})
