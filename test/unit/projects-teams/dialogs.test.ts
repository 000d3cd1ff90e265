import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Translate } from '../../../bot/i18n/translate.js'
import { aBotActivity } from '../../fixtures/bot-activity.js'
import { openBotService } from '../../fixtures/bot-service-door.js'
import { running, START, WHO } from '../../fixtures/project.js'
import { buttonsOf, filledIn, pageOf, pressOf, teamsProjects, textsOf, type Answered } from '../../fixtures/teams-projects.js'
import { asExpected } from '../../fixtures/expected-file.js'

type World = Awaited<ReturnType<typeof teamsProjects>>
let world: World
beforeAll(async () => {
  const second = running({ id: 'second', number: 'P-2027-002', name: 'Second' })
  world = await teamsProjects([running().project, second.project], START)
})
afterAll(() => world.close())

const t: Translate = (key, values) => world.words('sv')(key, values)
const BEGIN = { verb: 'project.form', project: 'social', about: '', go: 'begin' }
/** Of what is about one thing, as the form's faults name it. */
const labelOf = (group: string, label: string): string => t('projects.form.in-group', { group, label })
const messageOf = ({ body }: Answered) => body.task?.['value']
/** The open page sent with its button, as it is filled in and with what somebody typed. */
const send = (who: 'member' | 'manager', page: unknown, button: string, typed: Record<string, unknown> = {}, more: object = {}) =>
  world.submit(who, { ...pressOf(page, button), ...filledIn(page), ...typed }, more)

describe('the dialog of a status report', () => {
  it('opens on the first page, filled in, as Teams wants it', async () => {
    const opened = await world.fetch('member', { ...BEGIN, form: 'status-report' })
    asExpected('status-report-opened', opened)
  })

  it('tells that what is typed on the open page is lost when it is closed', async () => {
    const page = pageOf(await world.fetch('member', { ...BEGIN, form: 'status-report' }))
    expect(textsOf(page).join()).toContain(t('projects.form.lost-on-close', { until: '10 februari 2027' }))
  })

  it('goes on to be read through, is sent once, and thanks', async () => {
    const first = pageOf(await world.fetch('member', { ...BEGIN, form: 'status-report' }))
    const review = await send('member', first, 'next', {
      'said.spent.tender': '8',
      'said.left.tender': 30,
      'said.problem.tender': 'Ill',
    })
    asExpected('status-report-review', review)
    const sent = await send('member', pageOf(review), 'send', {}, { id: 'the same send' })
    expect(sent).toEqual({
      status: 200,
      body: {
        task: { type: 'message', value: t('projects.sent.status-report', { number: 'P-2027-001', name: 'Social systems' }) },
      },
    })
    const { statusReports } = await world.project('social')
    expect(statusReports).toHaveLength(1)
    expect(statusReports[0]?.entries[0]).toMatchObject({ activity: 'tender', spent: 8, left: 30, problem: 'Ill' })
    // Teams sends again what it got no answer to in time.
    expect(messageOf(await send('member', pageOf(review), 'send', {}, { id: 'the same send' }))).toContain(
      'Inget har skickats igen',
    )
    expect((await world.project('social')).statusReports).toHaveLength(1)
  })

  it('begins the next week with what was said the last time', async () => {
    const page = pageOf(await world.fetch('member', { ...BEGIN, form: 'status-report', about: '2027-01-18' }))
    expect(filledIn(page)).toMatchObject({ 'said.spent.tender': 8, 'said.left.tender': 22, 'said.problem.tender': '' })
  })

  it('stays on the page, with what was typed, when a number is none', async () => {
    const page = pageOf(await world.fetch('member', { ...BEGIN, form: 'status-report', about: '2027-01-18' }))
    const again = pageOf(await send('member', page, 'next', { 'said.spent.tender': '200', 'said.problem.tender': 'Slow' }))
    expect(textsOf(again).join()).toContain(
      t('projects.fault.number', { label: labelOf('tender', t('projects.status.spent')), least: 0, most: 168 }),
    )
    expect(filledIn(again)).toMatchObject({ 'said.problem.tender': 'Slow' })
    const reopened = pageOf(await world.fetch('member', { ...BEGIN, form: 'status-report', about: '2027-01-18' }))
    expect(filledIn(reopened)).toMatchObject({ 'said.problem.tender': 'Slow' })
    const hours = { 'said.spent.tender': '100', 'said.spent.teach': '100' }
    const review = pageOf(await send('member', again, 'next', hours))
    const refused = pageOf(await send('member', review, 'send'))
    expect(textsOf(refused).join()).toContain(t('projects.fault.hours', { most: 168, hours: 200 }))
  })

  it('is told in words to whoever has nothing to report, and to whoever is a stranger', async () => {
    expect(messageOf(await world.fetch('sub', { ...BEGIN, form: 'status-report' }))).toContain('inga aktiviteter att rapportera')
    expect(messageOf(await world.fetch('chair', { ...BEGIN, form: 'status-report' }))).toBe(t('projects.not-yours.status-report'))
    expect(messageOf(await world.fetch('stranger', { ...BEGIN, form: 'status-report' }))).toContain('Det projektet finns inte')
  })

  it('is in English for whoever has Teams in English', async () => {
    const page = await world.fetch('member', { ...BEGIN, form: 'status-report', about: '2027-01-25' }, { locale: 'en-GB' })
    expect(textsOf(pageOf(page)).join()).toContain('If you close the window')
  })

  it('is no answer to a dialog that is none of ours, or to somebody whom nobody vouches for', async () => {
    expect((await world.invoked('member', 'task/fetch', { data: { verb: 'else' } })).status).toBe(501)
    expect((await world.invoked('member', 'task/submit', 'nonsense')).status).toBe(501)
    const from = { id: '29:nobody' }
    expect((await world.invoked('member', 'task/fetch', { data: { ...BEGIN, form: 'status-report' } }, { from })).status).toBe(
      501,
    )
  })
})

describe('a dialog that cannot be answered now', () => {
  it('is refused without words, which would close it: what was typed is still there to be sent again', async () => {
    const door = await openBotService({ invoke: () => Promise.reject(new Error('The database is gone')) })
    const from = { id: '29:member', aadObjectId: 'member' }
    const { status, body } = await door.post(aBotActivity({ type: 'invoke', name: 'task/submit', value: {}, from }))
    expect([status, 'task' in body]).toEqual([503, false])
    await door.close()
  })
})

describe('the dialog of a progress report', () => {
  it('asks for a comment where it is not green, and publishes', async () => {
    let page = pageOf(await world.fetch('manager', { ...BEGIN, form: 'progress-report' }))
    expect(textsOf(page).join()).toContain(t('projects.progress.compiled', { reports: 1, hours: 8, problems: 1 }))
    page = pageOf(await send('manager', page, 'next', { 'said.done': 'The tender is out', 'said.next': 'Answers' }))
    page = pageOf(await send('manager', page, 'next', { 'said.light.time': 'yellow' }))
    page = pageOf(await send('manager', page, 'next'))
    page = pageOf(await send('manager', page, 'next', { 'said.wanted': 'More people\n\nLess paper' }))
    page = pageOf(await send('manager', page, 'send'))
    expect(textsOf(page).join()).toContain(t('projects.fault.comment', { names: t('projects.aspect.time') }))
    for (const back of ['back', 'back', 'back']) page = pageOf(await send('manager', page, back))
    page = pageOf(await send('manager', page, 'next', { 'said.comment.time': 'Two weeks late' }))
    for (const next of ['next', 'next']) page = pageOf(await send('manager', page, next))
    asExpected('progress-report-review', page)
    expect(messageOf(await send('manager', page, 'send'))).toBe(
      t('projects.sent.progress-report', { number: 'P-2027-001', name: 'Social systems' }),
    )
    const { lastProgress } = await world.project('social')
    expect(lastProgress).toMatchObject({
      done: 'The tender is out',
      decisionsWanted: ['More people', 'Less paper'],
      lights: { time: { light: 'yellow', trend: 'same', comment: 'Two weeks late' }, cost: { light: 'green', trend: 'same' } },
    })
  })

  it('tells at once that a change must be asked for when the figures leave the budget, which is then filled in with why', async () => {
    const opened = await world.fetch('manager', { ...BEGIN, form: 'progress-report', project: 'second' })
    let page = pageOf(await send('manager', pageOf(opened), 'next', { 'said.done': 'Bought', 'said.next': 'Install' }))
    page = pageOf(await send('manager', page, 'next', { 'said.light.cost': 'red', 'said.comment.cost': 'Dearer' }))
    page = pageOf(await send('manager', page, 'next', { 'said.spent.licences': '600000', 'said.expected.licences': '1200000' }))
    page = pageOf(await send('manager', page, 'next'))
    expect(messageOf(await send('manager', page, 'send'))).toBe(
      t('projects.sent.change-needed', {
        sentence: t('projects.sent.progress-report', { number: 'P-2027-002', name: 'Second' }),
      }),
    )
    const request = pageOf(await world.fetch('manager', { ...BEGIN, form: 'change-request', project: 'second' }))
    expect(String(filledIn(request)['said.why'])).toMatch(/^Licences väntas kosta 1.200.000.kr\. Budgeten är 1.000.000.kr\./)
  })

  it('tells whoever has said already today that it is frozen, and keeps what was written', async () => {
    let page = pageOf(await world.fetch('manager', { ...BEGIN, form: 'progress-report' }))
    expect(filledIn(page)).toMatchObject({ 'said.next': '' })
    page = pageOf(await send('manager', page, 'next', { 'said.done': 'Again', 'said.next': 'More' }))
    for (const next of ['next', 'next', 'next']) page = pageOf(await send('manager', page, next))
    const refused = pageOf(await send('manager', page, 'send'))
    expect(textsOf(refused).join()).toContain(t('project-refused.already-reported'))
    const reopened = pageOf(await world.fetch('manager', { ...BEGIN, form: 'progress-report' }))
    expect(textsOf(reopened).join()).toContain(t('projects.form.from-draft', { saved: '' }).replace(/[ .]+$/, ''))
  })
})

describe('the dialog of a change request', () => {
  const open = (more: object = {}) => world.fetch('manager', { ...BEGIN, form: 'change-request', ...more })

  it('asks for new dates and amounts of what was chosen, and sends what changes in the plan', async () => {
    let page = pageOf(await open())
    expect(textsOf(pageOf(await send('manager', page, 'next'))).join()).toContain('Fyll i: Rubrik.')
    page = pageOf(await send('manager', page, 'next', { 'said.title': 'Two weeks more', 'said.why': 'The procurement is late' }))
    page = pageOf(
      await send('manager', page, 'next', { 'said.touches': 'milestones.procured,deliveries.contract,budget.licences' }),
    )
    expect(filledIn(page)).toEqual({
      'said.date.milestones.procured': '2027-06-30',
      'said.date.deliveries.contract': '2027-06-30',
      'said.amount.licences.2027': 1_000_000,
    })
    const moved = { 'said.date.milestones.procured': '2027-07-14', 'said.date.deliveries.contract': '2027-07-14' }
    page = pageOf(await send('manager', page, 'next', { ...moved, 'said.amount.licences.2027': '1 050 000' }))
    page = pageOf(await send('manager', page, 'next', { 'said.effect.time': 'Two weeks' }))
    page = pageOf(
      await send('manager', page, 'next', { 'said.alternatives': 'Fewer requirements', 'said.ifRejected': 'It is cancelled' }),
    )
    asExpected('change-request-review', page)
    expect(messageOf(await send('manager', page, 'send'))).toContain('Den har nummer 1.')
    const [request] = (await world.project('social')).requests
    expect(request?.latest).toMatchObject({ title: 'Two weeks more', costs: 50_000_00, affects: ['time', 'budget'] })
    expect(request?.latest.edits).toEqual([
      { part: 'milestones', put: { id: 'procured', name: 'Procured', on: '2027-07-14', goals: ['system'] } },
      {
        part: 'deliveries',
        put: { id: 'contract', name: 'Contract', on: '2027-07-14', milestone: 'procured', goals: ['system'] },
      },
      { part: 'budget', put: { id: 'licences', name: 'Licences', kind: 'external', amounts: { 2027: 1_050_000_00 } } },
    ])
  })

  it('is filled in with the request when that is revised, and makes a new revision of it', async () => {
    let page = pageOf(await open({ about: '1' }))
    expect(filledIn(page)).toMatchObject({ 'said.title': 'Two weeks more' })
    page = pageOf(await send('manager', page, 'next', { 'said.title': 'Three weeks more' }))
    expect(filledIn(page)).toEqual({ 'said.touches': 'milestones.procured,deliveries.contract,budget.licences' })
    while (!buttonsOf(page).includes('send')) page = pageOf(await send('manager', page, 'next'))
    await send('manager', page, 'send')
    const [request] = (await world.project('social')).requests
    expect(request?.latest).toMatchObject({ revision: 2, title: 'Three weeks more', costs: 50_000_00 })
    expect(request?.latest.edits).toHaveLength(3)
  })

  it('says that a plan does not fit together, with what it is about, and keeps what was written', async () => {
    const beginIn = { project: 'second' }
    let page = pageOf(await open(beginIn))
    page = pageOf(await send('manager', page, 'next', { 'said.title': 'Early', 'said.why': 'Why not' }))
    page = pageOf(await send('manager', page, 'next', { 'said.touches': 'milestones.procured' }))
    page = pageOf(await send('manager', page, 'next', { 'said.date.milestones.procured': '2026-01-01' }))
    page = pageOf(await send('manager', page, 'next'))
    page = pageOf(await send('manager', page, 'next', { 'said.alternatives': 'None', 'said.ifRejected': 'Nothing' }))
    const refused = pageOf(await send('manager', page, 'send'))
    expect(textsOf(refused).join()).toContain(t('project-refused.plan-faulty'))
    expect(textsOf(refused).join()).toContain('Procured: datumet')
    const draft = await world.stores.projects.draft({
      ...{ person: WHO.manager.replace('s|', 'development|'), project: 'second', kind: 'change-request', about: '' },
    })
    expect(draft?.said).toMatchObject({ title: 'Early', 'date.milestones.procured': '2026-01-01' })
  })

  it('does not write over a draft of the tab without saying so', async () => {
    const of = { person: 'development|owner', project: 'second', kind: 'change-request', about: '' } as const
    await world.stores.projects.saveDraft({ ...of, said: { form: 'tab', title: 'Mine' }, page: 0, savedAt: START })
    const page = pageOf(await world.fetch('owner', { ...BEGIN, form: 'change-request', project: 'second' }))
    expect(textsOf(page).join()).toContain(t('projects.form.tab-draft'))
    expect(await world.stores.projects.draft(of)).toMatchObject({ said: { title: 'Mine' } })
  })
})
