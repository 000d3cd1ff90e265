import { describe, expect, it } from '@jest/globals'
import { inUrgency, useOf } from '../../../bot/domain/projects/portfolio.js'
import { summaryOf } from '../../../bot/domain/projects/summary.js'
import { readWorkbook, type ReadSheet } from '../../../bot/papers/import/read-workbook.js'
import { portfolioCsv, portfolioWorkbook } from '../../../bot/papers/sheets/portfolio-sheets.js'
import { projectCsv, projectWorkbook } from '../../../bot/papers/sheets/project-sheets.js'
import { cellsIn } from '../../fixtures/office.js'
import { PEOPLE, tellerIn } from '../../fixtures/papers.js'
import { aRequest, registered, running } from '../../fixtures/project.js'

const TODAY = '2027-02-01'
const sv = tellerIn('sv')

const game = running({ portfolio: 'innovation', recordNumber: '2027-0123' })
game.act('manager', { kind: 'change-requested', said: aRequest() })
const dangerous = registered({ id: 'b', number: 'P-2', name: '=HYPERLINK("https://evil.example")' })
const summaries = inUrgency([game.project, dangerous].map(summaryOf), TODAY)
const uses = useOf(summaries, [{ portfolio: 'innovation', year: '2027', frame: 2_000_000_00 }], '2027', TODAY)
const portfolio = { summaries, uses, year: '2027', today: TODAY }

const sheetsOf = async (bytes: Buffer): Promise<readonly ReadSheet[]> => {
  const read = await readWorkbook(bytes)
  if ('fault' in read) throw new Error(read.fault.fault)
  return read
}
/** A row by its headings. */
const rowOf = ({ rows }: ReadSheet, at: number): Record<string, unknown> =>
  Object.fromEntries(rows[0]!.map((heading, column) => [String(heading), rows[at]![column]]))

describe('a portfolio in Excel', () => {
  it('has a project a row, with amounts in kronor, days as days, and words where a page has colours', async () => {
    const [projects] = await sheetsOf(await portfolioWorkbook(portfolio, sv))
    expect(rowOf(projects!, 1)).toMatchObject({
      Projektnummer: 'P-2027-001',
      Diarienummer: '2027-0123',
      Portfölj: 'Innovation',
      Fas: 'Genomförande',
      Projektledare: 'Test manager',
      'Väntar på beslut': 'Ja',
      'Väntar sedan': new Date('2027-01-11T00:00:00Z'),
      Slutar: new Date('2027-12-17T00:00:00Z'),
      Budget: 1_050_000,
      'Budget 2027': 1_050_000,
      'Nästa beslutspunkt': 'B3',
    })
    expect(rowOf(projects!, 2)).toMatchObject({ Namn: '=HYPERLINK("https://evil.example")', Läge: null, Slutar: null })
  })

  it('has how the portfolios use their frames, and nothing left of a frame that is not set', async () => {
    const [, frames] = await sheetsOf(await portfolioWorkbook(portfolio, sv))
    const rows = [1, 2, 3, 4, 5].map((at) => rowOf(frames!, at))
    expect(rows.find((row) => row['Portfölj'] === 'Innovation')).toMatchObject({
      'Ram 2027': 2_000_000,
      'Kvar av ramen': 950_000,
    })
    expect(rows[0]).toMatchObject({ 'Ram 2027': null, 'Kvar av ramen': null })
  })

  it('is the same as CSV, where no name is a formula', () => {
    const rows = cellsIn(portfolioCsv(portfolio, tellerIn('en')).toString())
    expect(rows[0]!.slice(0, 2)).toEqual(['Project number', 'Name'])
    expect(rows[2]![1]).toBe('\'=HYPERLINK("https://evil.example")')
    expect(rows[1]).toContain('2027-12-17')
  })
})

describe('a project in Excel', () => {
  it('tells what it is, its plan, its decisions and what waits', async () => {
    const sheets = await sheetsOf(await projectWorkbook({ project: game.project, people: PEOPLE }, TODAY, sv))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Om projektet',
      'Projektet',
      'Projektmål',
      'Effektmål',
      'Beslutspunkter',
      'Milstolpar',
      'Leveranser',
      'Budget',
      'Aktiviteter',
      'Risker',
      'Beslut',
      'Ändringsbegäranden',
    ])
    const sheet = (name: string) => sheets.find((one) => one.name === name)!
    expect(rowOf(sheet('Beslut'), 2)).toMatchObject({
      Gäller: 'Beslutspunkt B2 (projektplanen)',
      Beslut: 'Godkänt',
      Protokollfört: 1,
    })
    expect(rowOf(sheet('Ändringsbegäranden'), 1)).toMatchObject({
      Nummer: 1,
      Status: 'Väntar på beslut',
      'Ändring av budgeten': 0,
    })
    expect(rowOf(sheet('Aktiviteter'), 1)).toMatchObject({ Id: 'tender', Vem: 'Test member', 'Timmar *': 40 })
  })

  it('has each part of its plan as CSV', () => {
    const rows = cellsIn(projectCsv({ project: game.project, people: PEOPLE, part: 'budget' }, TODAY, sv).toString(), ';')
    expect(rows.slice(1)).toEqual([
      ['licences', 'Licences', 'Extern kostnad', '', '1000000'],
      ['own-time', 'Own time', 'Intern tid', '500', '100'],
    ])
  })
})
