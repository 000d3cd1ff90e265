import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { ProjectEvent, type ProjectEventSent } from '../../../bot/domain/projects/events.js'
import { summaryOf } from '../../../bot/domain/projects/summary.js'
import { portfolioFile, recordsFiles } from '../../../bot/gateways/project-files.js'
import { handOverPortfolio } from '../../../bot/jobs/projects-hand-over.js'
import { recording } from '../../../bot/projects/recording.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { openProjects, projectWords, type OpenProjects } from '../../fixtures/projects-door.js'
import { ONE_OF_EACH } from '../../fixtures/project-events.js'
import { pdfIn } from '../../fixtures/read-pdf.js'
import { aRequest, as, registered, play, toExecution, WHO, type Who } from '../../fixtures/project.js'

let world: OpenProjects
const act = async (who: Who, event: ProjectEventSent) => {
  const acted = await world.projects.act({ project: 'social', event: ProjectEvent.parse(event), by: as(who) })
  if (acted.kind !== 'done') throw new Error(JSON.stringify(acted))
}
beforeAll(async () => {
  world = await openProjects()
  for (const person of Object.values(WHO)) await world.member(person, ['project'])
  await world.member(WHO.office, ['portfolio-office'])
  // Everything that a running project has filed, filed here too.
  const game = toExecution(play(registered({ points: 'four', recordNumber: '2027-0001' })))
  const { project } = game
  await world.stores.projects.change({
    ...{ after: project, summary: summaryOf(project), filings: game.filings, effects: [], audit: [], at: world.clock.now },
  })
  await act('manager', { kind: 'change-requested', said: aRequest() })
  await act('manager', ONE_OF_EACH['progress-published'])
})
afterAll(() => world?.close())

const get = (path: string) => world.as(WHO.manager, `/one/social${path}`)

describe('papers', () => {
  it.each([
    ['minutes', 1],
    ['decision', 1],
    ['change-request', 1],
    ['progress-report', 1],
    ['plan', 1],
  ])('%s is had as PDF and as Word', async (paper, number) => {
    const [pdf, word] = [
      await get(`/papers/${paper}?number=${number}`),
      await get(`/papers/${paper}?number=${number}&format=docx`),
    ]
    expect([pdf.status, pdf.headers.get('content-type'), pdf.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    expect([word.status, Object.keys(unzipSync(word.bytes)).includes('word/document.xml')]).toEqual([200, true])
    expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"/)
  })

  it.each(['/papers/minutes?number=99', '/papers/minutes', '/papers/status-report?number=1', '/papers/plan?number=1&format=exe'])(
    '%s is none',
    async (path) => expect((await get(path)).status).toBe(404),
  )

  it('are written down as taken', async () => {
    await get('/papers/minutes?number=1')
    const rows = await world.stores.projects.audit('social')
    expect(rows.at(-1)).toMatchObject({ by: WHO.manager, action: 'saw', detail: { what: 'paper minutes 1 pdf' } })
  })

  it('of a whole project are a package under its record number', async () => {
    const { status, bytes, headers } = await get('/records')
    const files = Object.keys(unzipSync(bytes))
    expect([status, headers.get('content-type'), files.every((file) => file.startsWith('2027-0001/'))]).toEqual([
      200,
      'application/zip',
      true,
    ])
    expect(files.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThanOrEqual(5)
  })
})

describe('a plan in Excel', () => {
  it('goes out as a template and comes in again, unchanged, storing nothing', async () => {
    const { bytes } = await get('/sheets/template')
    const before = await world.stores.projects.find('social')
    const got = await world.as(WHO.manager, '/one/social/import', { body: new Uint8Array(bytes) })
    expect([got.status, got.body.edits]).toEqual([200, []])
    expect(await world.stores.projects.find('social')).toEqual(before)
  })

  it('that is no workbook is refused with what is wrong', async () => {
    const got = await world.as(WHO.manager, '/one/social/import', { body: new Uint8Array([1, 2, 3]) })
    expect([got.status, got.body.error.code, got.body.error.faults.length]).toEqual([400, 'plan-unreadable', 1])
    expect(got.body.error.faults[0].text).toMatch(/\w+/)
  })

  it('is not read for somebody who does not see the project', async () => {
    expect((await world.as(WHO.stranger, '/one/social/import', { body: new Uint8Array([1]) })).status).toBe(403)
  })

  it.each(['xlsx', 'csv'])('of the portfolio is had as %s', async (format) => {
    const got = await world.as(WHO.office, `/papers/portfolio?format=${format}`)
    expect([got.status, got.bytes.length > 100]).toEqual([200, true])
  })
})

describe('what is handed to the city’s common systems', () => {
  it('is a package of the thing that was registered, whole and once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'))
    const record = recording({
      ...{ store: world.stores.projects, records: recordsFiles(folder), whoIs: world.projects.whoIs, translate: projectWords },
      ...{ languages: ['sv'], now: () => world.clock.now },
    })
    const row = (await world.stores.projects.find('social'))!
    const registered = { what: 'minutes' as const, number: 1, on: '2027-01-11', by: WHO.manager }
    await record(row, { register: registered, under: '2027-0001' })
    await record(row, { register: registered, under: '2027-0001' })
    expect(readdirSync(join(folder, '2027-0001'))).toEqual(['minutes-1.zip'])
    const files = Object.keys(unzipSync(readFileSync(join(folder, '2027-0001', 'minutes-1.zip'))))
    expect(files.filter((file) => file.endsWith('.pdf')).length).toBe(1)
  })

  it('of a decision is told with the request that it was about', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'))
    for (const who of ['chair', 'anna', 'bo'] as const) {
      const { project } = (await world.stores.projects.find('social'))!
      const matter = project.matters[0]
      if (matter) await act(who, { kind: 'voted', matter: matter.number, hash: matter.hash, choice: 'approve' })
    }
    const row = (await world.stores.projects.find('social'))!
    const { number } = row.project.decisions.at(-1)!
    const record = recording({
      ...{ store: world.stores.projects, records: recordsFiles(folder), whoIs: world.projects.whoIs, translate: projectWords },
      ...{ languages: ['sv'], now: () => world.clock.now },
    })
    const registered = { what: 'decision' as const, number, on: '2027-01-11', by: WHO.manager }
    await record(row, { register: registered, under: '2027-0001' })
    const files = unzipSync(readFileSync(join(folder, '2027-0001', `decision-${number}.zip`)))
    const [pdf, ...others] = Object.keys(files).filter((file) => file.endsWith('.pdf'))
    expect(others).toEqual([])
    expect((await pdfIn(Buffer.from(files[pdf!]!))).text).toContain(aRequest().title)
  })

  it('is not taken where the folder cannot be, and is tried again', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'records-')), 'a-file')
    writeFileSync(file, 'in the way')
    await expect(recordsFiles(file)({ name: 'x', recordNumber: '2027-0001', bytes: new Uint8Array() })).rejects.toThrow()
  })

  it('is the figures of all projects in one file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portfolio-'))
    await handOverPortfolio({
      ...{ store: world.stores.projects, portfolio: portfolioFile(folder), now: () => world.clock.now, log: silentLog },
    })
    const handed = JSON.parse(readFileSync(join(folder, 'portfolio.json'), 'utf8'))
    expect([handed.day, handed.projects.map(({ number }: { number: string }) => number)]).toEqual(['2027-01-11', ['P-2027-001']])
  })
})
