import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { OFFICE_ROLES, type OfficeRole } from '../../bot/domain/projects/actor.js'
import { brokenAt } from '../../bot/domain/projects/audit.js'
import { STANDINGS, type Standing } from '../../bot/domain/projects/permissions.js'
import type { ProjectRole } from '../../bot/domain/projects/roles.js'
import { planTemplate } from '../../bot/papers/sheets/plan-template.js'
import { PEOPLE, tellerIn } from '../fixtures/papers.js'
import { ONE_OF_EACH } from '../fixtures/project-events.js'
import { aDocument, aPlan, running, SEATS, WHO } from '../fixtures/project.js'
import { openProjects, type OpenProjects } from '../fixtures/projects-door.js'

const base = running().project
const isOffice = (one: Standing): one is OfficeRole => (OFFICE_ROLES as readonly string[]).includes(one)
const OFFICE = 's|office'

let world: OpenProjects
let template: Buffer
beforeAll(async () => {
  world = await openProjects()
  for (const person of Object.values(WHO)) await world.member(person, ['project'])
  await world.member(OFFICE, ['portfolio-office'])
  template = await planTemplate({ project: base, people: PEOPLE }, '2027-01-11', tellerIn('sv'))
})
afterAll(() => world?.close())

const project = async (id: string, more: Partial<typeof base> = {}) => {
  await world.put({ ...base, id, number: id, ...more })
  return id
}
const auditOf = async (id: string) =>
  (await world.stores.projects.audit(id)).map(({ by, action, detail }) => ({ by, action, detail }))

describe('reading a plan from a file', () => {
  it('is for who may propose one, and is written down for who did and who was refused', async () => {
    const may = []
    for (const standing of STANDINGS) {
      const person = `s|i-${standing}`
      await world.member(person, [isOffice(standing) ? standing : 'project'])
      const seat = { person, role: standing as ProjectRole, subproject: 'school' }
      const roster = isOffice(standing) ? SEATS : [...SEATS.filter(({ role }) => role !== standing), seat]
      const id = await project(`import-${standing}`, { roster })
      const { status } = await world.as(person, `/one/${id}/import`, { body: template })
      if (status !== 403) may.push(standing)
      const isRefused = status === 403
      expect(await auditOf(id)).toEqual([
        isRefused
          ? { by: person, action: 'refused', detail: { event: 'see import', why: 'not-yours' } }
          : { by: person, action: 'saw', detail: { what: 'import' } },
      ])
    }
    expect(may).toEqual(['manager'])
  })
})

describe('the audit, as the office reads it', () => {
  it('tells that somebody reported their week, and nothing of what they wrote; its chain is whole all the same', async () => {
    const id = await project('weeks')
    const { kind, said } = ONE_OF_EACH['status-reported']
    const entries = said.entries.map((one) => ({ ...one, problem: 'My boss is never there' }))
    expect((await world.act(WHO.member, id, { kind, said: { ...said, entries } })).status).toBe(200)
    const { body } = await world.as(OFFICE, `/one/${id}/audit`)
    expect(JSON.stringify(body)).not.toContain('My boss')
    expect(body.rows[0]).toMatchObject({ by: WHO.member, action: kind, detail: { kind, week: said.week } })
    expect(body.brokenAt).toBeUndefined()
    const rows = await world.stores.projects.audit(id)
    expect([brokenAt(rows), JSON.stringify(rows).includes('My boss')]).toEqual([undefined, true])
  })

  it('of years is given part by part, and is whole or broken as a whole', async () => {
    const id = await project('years')
    for (let n = 0; n < 1200; n++) {
      const fact = { project: id, at: world.clock.now, by: WHO.chair, where: 'tab' as const, action: 'saw' }
      await world.stores.projects.note({ ...fact, detail: { what: `n${n}` } })
    }
    const { body: last } = await world.as(OFFICE, `/one/${id}/audit`)
    expect([last.of, last.rows.length, last.rows[0].seq, last.rows.at(-1).seq, last.brokenAt]).toEqual([
      1200,
      500,
      701,
      1200,
      undefined,
    ])
    const { body: first } = await world.as(OFFICE, `/one/${id}/audit?before=101`)
    expect([first.of, first.rows.length, first.rows.at(-1).seq, first.brokenAt]).toEqual([1201, 100, 100, undefined])
    expect((await world.as(OFFICE, `/one/${id}/audit?before=all`)).status).toBe(400)
  })

  it('of the staff has who looked at several projects, from where, and at how many; never what they looked for', async () => {
    await world.as(WHO.chair, '/mine', { page: true })
    await world.as(OFFICE, '?text=secret')
    await world.as(OFFICE, '/papers/portfolio?format=csv')
    const written = await Promise.all(['mine', 'portfolio'].map((subject) => world.stores.desk.audit(subject)))
    const rows = written.flat().map(({ by, action, detail }) => ({ by, action, detail }))
    expect(rows).toEqual(
      expect.arrayContaining([
        { by: WHO.chair, action: 'projects.mine-read', detail: expect.objectContaining({ where: 'tab' }) },
        { by: OFFICE, action: 'projects.portfolio-read', detail: { of: 0, where: 'api' } },
        { by: OFFICE, action: 'projects.portfolio-read', detail: expect.objectContaining({ as: 'csv', where: 'api' }) },
      ]),
    )
    expect(JSON.stringify(rows)).not.toContain('secret')
  })
})

describe('the portfolio as a file', () => {
  it('has of one’s own projects those that one may take something out of', async () => {
    const id = await project('taken-out')
    const has = async (person: string) =>
      (await world.as(person, '/papers/portfolio?format=csv')).bytes.toString('utf8').includes(id)
    expect([await has(WHO.manager), await has(WHO.chair), await has(OFFICE)]).toEqual([true, true, true])
    expect([await has(WHO.member), await has(WHO.benefit), await has(WHO.stranger)]).toEqual([false, false, false])
  })
})

describe('the words of a progress report', () => {
  it('are not read by way of the lights, by somebody who may not read the report', async () => {
    const id = await project('lit')
    const event = ONE_OF_EACH['progress-published']
    const lights = {
      ...event.said.lights,
      time: { light: 'red' as const, trend: 'worse' as const, comment: 'The supplier is broke' },
    }
    expect((await world.act(WHO.manager, id, { ...event, said: { ...event.said, lights } })).status).toBe(200)
    const [one, all, mine] = [
      await world.as(WHO.benefit, `/one/${id}`),
      await world.as(WHO.benefit, '?limit=200'),
      await world.as(WHO.benefit, '/mine'),
    ]
    expect([one.status, one.body.summary.light, one.body.lastProgress]).toEqual([200, 'red', undefined])
    for (const { body } of [one, all, mine]) expect(JSON.stringify(body)).not.toContain('is broke')
    expect(JSON.stringify((await world.as(WHO.chair, `/one/${id}`)).body)).toContain('The supplier is broke')
  })
})

describe('an address', () => {
  it.each([
    ['/filings/plan/99999999999/1', 400],
    ['/filings/plan/1/99999999999', 400],
    ['/filings/plan/1e3/1', 400],
    ['/filings/plan/0/1', 400],
    ['/matters/0x1', 400],
    ['/papers/plan?number=99999999999', 404],
    ['/sheets/anything', 404],
    ['/drafts/status-report?about=%00', 200],
  ])('that ends in %s is answered %d, and never by an error of ours', async (path, status) => {
    const id = await project(`address-${encodeURIComponent(path).replace(/\W/g, '').toLowerCase()}`.slice(0, 40))
    expect((await world.as(WHO.manager, `/one/${id}${path}`)).status).toBe(status)
  })

  it('of the portfolio is as strict', async () => {
    for (const query of ['limit=1e3', 'from=-1', 'from=99999999999', 'limit=201', 'year=1999', 'mine=2', 'unknown=1'])
      expect([query, (await world.as(OFFICE, `?${query}`)).status]).toEqual([query, 400])
    expect((await world.as(OFFICE, '?text=%00')).status).toBe(200)
  })
})

describe('what would do harm where it is shown or summed', () => {
  it.each(['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', 'vbscript:x'])(
    'is no place of a document: %s',
    async (place) => {
      const id = await project('places')
      const { document } = aDocument('other')
      const got = await world.act(WHO.admin, id, { kind: 'document-filed', document: { ...document, place } })
      expect([got.status, got.body.error.code]).toEqual([400, 'unreadable'])
    },
  )

  it.each([
    ['a post', [{ id: 'a', name: 'A', kind: 'external', amounts: { 2027: 9_000_000_000_000_000 } }]],
    ['an hour', [{ id: 'a', name: 'A', kind: 'internal', hours: { 2027: 10_000_000 }, rate: 9_000_000_000_000 }]],
    [
      'all posts together',
      Array.from({ length: 20 }, (_, n) => ({
        id: `a${n}`,
        name: 'A',
        kind: 'external',
        amounts: { 2027: 900_000_000_000_000 / 100 },
      })),
    ],
  ])('is no amount: of %s', async (_what, budget) => {
    const id = await project('amounts')
    const event = { kind: 'plan-proposed', plan: { ...aPlan(), budget } } as never
    const got = await world.act(WHO.manager, id, event)
    expect([got.status, got.body.error.code]).toEqual([400, 'unreadable'])
  })

  it.each([
    ['more than 24 hours a day', 'hours-above-day', { from: '2027-05-31', to: '2027-05-31', hours: 24.25 }],
    ['a day outside of the project', 'outside-project', { to: '2031-01-01' }],
    ['an end before the beginning', 'ends-before-it-begins', { from: '2027-06-01', to: '2027-05-31' }],
  ])('is no activity with %s', async (_what, fault, more) => {
    const id = await project('activities')
    const edits = [{ part: 'activities' as const, put: { ...base.plan!.content.activities[0]!, ...more } }]
    const got = await world.act(WHO.manager, id, { kind: 'plan-kept-up', of: 'activity-plan', edits })
    expect([got.status, got.body.error.code, got.body.error.about.faults[0].fault]).toEqual([409, 'plan-faulty', fault])
  })

  it('is no frame of a portfolio', async () => {
    const frame = { portfolio: 'innovation', year: '2027', frame: 9_000_000_000_000_000 }
    expect((await world.as(OFFICE, '/frames', { body: frame })).status).toBe(400)
  })

  it('is no reminder that nobody has', async () => {
    const id = await project('snoozing')
    const got = await world.act(WHO.member, id, { kind: 'snoozed', duty: 'x'.repeat(200), until: '2027-01-13' })
    expect([got.status, got.body.error.code]).toEqual([409, 'no-such-thing'])
  })
})

describe('drafts', () => {
  it('are one for each thing that they can be about, and not as many as somebody likes', async () => {
    const id = await project('drafting')
    const body = { said: { a: 'b' }, page: 0 }
    const keep = async (who: string, kind: string, about: string) =>
      (await world.as(who, `/one/${id}/drafts/${kind}?about=${about}`, { body })).status
    expect([
      await keep(WHO.member, 'status-report', '2027-01-04'),
      await keep(WHO.member, 'status-report', '2027-01-05'),
      await keep(WHO.member, 'status-report', '2026-01-05'),
      await keep(WHO.member, 'status-report', 'anything'),
      await keep(WHO.manager, 'progress-report', ''),
      await keep(WHO.manager, 'progress-report', '1'),
      await keep(WHO.manager, 'change-request', ''),
      await keep(WHO.manager, 'change-request', '7'),
    ]).toEqual([200, 409, 409, 409, 200, 409, 200, 409])
  })
})

describe('a key', () => {
  it('that was used for one thing does not make another thing as if it were done', async () => {
    const id = await project('keys')
    const first = await world.act(WHO.chair, id, { kind: 'renamed', name: 'First' }, { key: 'k' })
    const second = await world.act(WHO.chair, id, { kind: 'renamed', name: 'Second' }, { key: 'k' })
    expect([first.body.name, second.body.name]).toEqual(['First', 'Second'])
  })
})

describe('registering', () => {
  it('the same form twice is one project; another of its number or id is told so', async () => {
    const body = { id: 'reg-1', number: 'R-1', name: 'New', profile: 'minimum', roster: SEATS }
    const [first, again] = [await world.as(OFFICE, '', { body }), await world.as(OFFICE, '', { body })]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, 'reg-1'])
    const other = await world.as(OFFICE, '', { body: { ...body, name: 'Another' } })
    expect([other.status, other.body.error.code]).toEqual([409, 'number-taken'])
  })
})

describe('where the city has a records system that is worked in directly', () => {
  it('nothing is registered or packed from here, and no button says that it could be', async () => {
    const off = await openProjects({ recordsAreElsewhere: true, portfolioIsElsewhere: true })
    try {
      for (const person of Object.values(WHO)) await off.member(person, ['project'])
      await off.member(OFFICE, ['portfolio-office'])
      await off.put({ ...base, id: 'off', number: 'off', recordNumber: '2027-0001' })
      const { body } = await off.as(WHO.manager, '/one/off')
      expect([body.can.includes('thing-registered'), body.recordsAreElsewhere]).toEqual([false, true])
      const frame = { portfolio: 'innovation', year: '2027', frame: 1 }
      const answers = [
        await off.as(WHO.manager, '/one/off/records'),
        await off.act(WHO.manager, 'off', ONE_OF_EACH['thing-registered']),
        await off.as(OFFICE, ''),
        await off.as(OFFICE, '/papers/portfolio?format=xlsx'),
        await off.as(OFFICE, '/frames', { body: frame }),
      ]
      expect(answers.map(({ status, body: said }) => [status, said.error.code])).toEqual(answers.map(() => [404, 'elsewhere']))
      expect((await off.as(WHO.manager, '/mine')).status).toBe(200)
    } finally {
      await off.close()
    }
  })
})
