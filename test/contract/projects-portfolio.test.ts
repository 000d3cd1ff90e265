import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { hasEnded, PHASES } from '../../bot/domain/projects/points.js'
import type { ProjectStore, SummaryFilter } from '../../bot/domain/projects/ports.js'
import { inUrgency, useOf, type Frame } from '../../bot/domain/projects/portfolio.js'
import { LIGHTS } from '../../bot/domain/projects/progress-report.js'
import { PROFILE_NAMES } from '../../bot/domain/projects/profiles.js'
import { PORTFOLIOS, type Project } from '../../bot/domain/projects/project.js'
import { isLate, summaryOf, type Summary } from '../../bot/domain/projects/summary.js'
import { aBeginning, aProject } from '../fixtures/a-project-change.js'
import { play, START, toClosed, toExecution, WHO } from '../fixtures/project.js'
import { dice, walk } from '../fixtures/project-walk.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const COUNT = 60
const DAYS = ['2026-12-31', '2027-01-20', '2027-02-05', '2027-06-01', '2029-01-01']

/** Projects to which random things have happened, and reports of every light. */
const someProjects = (): Project[] => {
  const d = dice(42)
  return Array.from({ length: COUNT }, (_, seed) => {
    const start = aProject({ portfolio: d.of([undefined, ...PORTFOLIOS]), name: `Ånäs ${seed % 7}` })
    if (seed % 10 === 0) return toClosed(toExecution(play(start))).project
    const walked = walk(seed % 3 === 0 ? start : toExecution(play(start)).project, seed, 60, () => undefined)
    const light = d.of([undefined, ...LIGHTS])
    return { ...walked, profile: d.of(PROFILE_NAMES), name: start.name, ...(light ? { lastProgress: aReport(light) } : {}) }
  })
}
const aReport = (light: (typeof LIGHTS)[number]): Project['lastProgress'] => {
  const judged = { light, trend: 'same' as const, comment: 'so' }
  return {
    number: 1,
    from: '2027-01-11',
    to: '2027-02-01',
    by: WHO.manager,
    at: START,
    done: 'd',
    next: 'n',
    lights: { time: judged, cost: judged, quality: judged, scope: judged, risk: judged },
    costs: [],
    decisionsWanted: [],
    withRisks: false,
    compiled: { reports: 0, hours: 0, done: [], moved: [], problems: [], proposals: [] },
    waiting: [],
    ofPlan: 1,
    outlook: { posts: [], budget: 0, expected: 0 },
    risks: [],
    hash: 'a'.repeat(64),
  }
}

/** What each part of a filter means, said once more in other words than the stores'. */
const FILTERS: readonly (readonly [SummaryFilter, (summary: Summary) => boolean])[] = [
  [{}, () => true],
  [{ text: 'ÅNÄS 3' }, ({ name }) => name === 'Ånäs 3'],
  [{ text: ' p-project-' }, ({ number }) => number.startsWith('P-project-')],
  [{ text: '%' }, () => false],
  ...PORTFOLIOS.map((one) => [{ portfolio: one }, (summary: Summary) => summary.portfolio === one] as const),
  ...PROFILE_NAMES.map((one) => [{ profile: one }, (summary: Summary) => summary.profile === one] as const),
  [{ phases: ['execution', 'closed'] }, ({ phase }) => phase === 'execution' || phase === 'closed'],
  [{ phases: [] }, () => false],
  ...LIGHTS.map((one) => [{ light: one }, (summary: Summary) => summary.light === one] as const),
  [{ isWaiting: true }, ({ isWaiting }) => isWaiting],
  [{ isWaiting: false }, ({ isWaiting }) => !isWaiting],
  ...DAYS.map((day) => [{ lateOn: day }, (summary: Summary) => isLate(summary, day)] as const),
  [{ person: WHO.bo }, ({ people }) => people.includes(WHO.bo)],
  [{ person: 's|nobody' }, () => false],
  [
    { person: WHO.manager, isWaiting: true, phases: [...PHASES].slice(3), text: 'ånäs' },
    ({ people, isWaiting, phase }) => people.includes(WHO.manager) && isWaiting && PHASES.indexOf(phase) >= 3,
  ],
]

describe.each(everyKindOfStores)('the portfolio in $name', ({ open }) => {
  let opened: OpenStores
  let projects: ProjectStore
  let all: Summary[]
  beforeAll(async () => {
    opened = await open()
    projects = opened.stores.projects
    const made = someProjects()
    for (const project of made) await projects.change(aBeginning(project))
    all = made.map(summaryOf)
  })
  afterAll(() => opened.close())

  it('has something of everything, so that the rest of this says something', () => {
    const late = all.filter((summary) => isLate(summary, DAYS[2]!))
    const ended = all.filter(({ phase }) => hasEnded(phase))
    const waiting = all.filter(({ isWaiting }) => isWaiting)
    const red = all.filter(({ light }) => light === 'red')
    for (const some of [late, ended, waiting, red]) {
      expect(some.length).toBeGreaterThan(2)
      expect(some.length).toBeLessThan(COUNT - 2)
    }
  })

  it.each(FILTERS)('is narrowed by %j', async (filter, isMeant) => {
    const meant = all.filter(isMeant)
    expect(await projects.summaries(filter)).toEqual(meant.toSorted((one, other) => (one.number < other.number ? -1 : 1)))
    const today = DAYS[2]!
    const page = await projects.portfolio(filter, today, { from: 0, limit: COUNT })
    const alive = meant.filter(({ phase }) => !hasEnded(phase))
    expect(page).toEqual({
      summaries: inUrgency(meant, today),
      of: meant.length,
      late: alive.filter((summary) => isLate(summary, today)).length,
      red: alive.filter(({ light }) => light === 'red').length,
      waiting: alive.filter(({ isWaiting }) => isWaiting).length,
    })
  })

  it.each(DAYS)('has the most urgent first, page by page, on %s', async (today) => {
    const urgent = inUrgency(all, today)
    for (const from of [0, 25, 50, 75]) {
      const page = await projects.portfolio({}, today, { from, limit: 25 })
      expect(page.summaries.map(({ number }) => number)).toEqual(urgent.slice(from, from + 25).map(({ number }) => number))
      expect(page.of).toBe(COUNT)
    }
  })

  it('says what projects are called, of those that there are', async () => {
    const some = all.slice(0, 3).map(({ id, number, name }) => ({ id, number, name }))
    const asked = [...some.map(({ id }) => id), 'no such project'].reverse()
    expect(await projects.titles(asked)).toEqual(some.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    expect(await projects.titles([])).toEqual([])
  })

  it('says how each is used', async () => {
    const frames: Frame[] = [
      { portfolio: 'training', year: '2027', frame: 5_000_000_000_00 },
      { portfolio: 'innovation', year: '2028', frame: 1 },
    ]
    const fact = { at: START, by: WHO.office, where: 'tab' as const, action: 'frame-set', detail: {} }
    for (const frame of frames) await projects.setFrame(frame, { ...fact, project: `portfolio:${frame.portfolio}` })
    for (const year of ['2027', '2028', '2040'])
      for (const today of DAYS) expect(await projects.use(year, today)).toEqual(useOf(all, frames, year, today))
  })

  it('is the same when it is made anew, and mended where somebody has written something else', async () => {
    expect(await projects.rebuildSummaries()).toEqual([])
    const project = aProject()
    const summary = { ...summaryOf(project), isWaiting: true }
    await projects.change(aBeginning(project, { summary }))
    expect(await projects.rebuildSummaries()).toEqual([project.id])
    expect(await projects.rebuildSummaries()).toEqual([])
    expect((await projects.summaries({})).find(({ id }) => id === project.id)).toEqual(summaryOf(project))
  })
})
