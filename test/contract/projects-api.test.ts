import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { OFFICE_ROLES, type OfficeRole } from '../../bot/domain/projects/actor.js'
import { brokenAt } from '../../bot/domain/projects/audit.js'
import { EVENTS, NAMES_OF_EVENTS } from '../../bot/domain/projects/events.js'
import { PROJECT_PERMISSIONS, STANDINGS, type ProjectPermission, type Standing } from '../../bot/domain/projects/permissions.js'
import type { Project } from '../../bot/domain/projects/project.js'
import type { ProjectRole } from '../../bot/domain/projects/roles.js'
import { ONE_OF_EACH } from '../fixtures/project-events.js'
import { running, SEATS, WHO } from '../fixtures/project.js'
import { openProjects, type OpenProjects } from '../fixtures/projects-door.js'

const base = running().project
const isOffice = (one: Standing): one is OfficeRole => (OFFICE_ROLES as readonly string[]).includes(one)
const personOf = (standing: Standing): string => `s|a-${standing}`

/** The running project with somebody in it who is that and nothing else. */
function withOne(standing: Standing, id: string): Project {
  const seat = { person: personOf(standing), role: standing as ProjectRole, subproject: 'school' }
  const roster = isOffice(standing) ? SEATS : [...SEATS.filter(({ role }) => role !== standing), seat]
  return { ...base, id, number: id, roster }
}
const mayBy = (permission: ProjectPermission | 'nobody', standing: Standing): boolean => {
  if (permission === 'nobody') return false
  const rule: { for: readonly Standing[]; butNot?: readonly Standing[] } = PROJECT_PERMISSIONS[permission]
  return rule.for.includes(standing) && !rule.butNot?.includes(standing)
}

let world: OpenProjects
beforeAll(async () => {
  world = await openProjects()
  for (const standing of STANDINGS) {
    await world.member(personOf(standing), [isOffice(standing) ? standing : 'project'])
    await world.put(withOne(standing, `read-${standing}`))
  }
  for (const person of Object.values(WHO)) await world.member(person, ['project'])
  await world.member('s|agent', ['agent', 'lead', 'editor', 'reader'])
})
afterAll(() => world?.close())

describe('every role against every event, over HTTP', () => {
  it.each(NAMES_OF_EVENTS)('%s is done by nobody but those whom the table has', async (kind) => {
    for (const standing of STANDINGS) {
      const id = `${kind}-${standing}`
      await world.put(withOne(standing, id))
      const { status, body } = await world.act(personOf(standing), id, ONE_OF_EACH[kind])
      const isRefused = status === 403 && body.error.code === 'not-yours'
      expect([standing, status === 400, isRefused]).toEqual([standing, false, !mayBy(EVENTS[kind].may, standing)])
      const { project } = (await world.stores.projects.find(id))!
      if (isRefused) expect([standing, project]).toEqual([standing, withOne(standing, id)])
      const last = (await world.stores.projects.audit(id)).at(isRefused ? -1 : 0)
      expect(last).toMatchObject({ by: personOf(standing), where: 'api' })
    }
  })
})

/** Every address that reads, with what it takes. */
const READ: readonly [path: string, permission: ProjectPermission][] = [
  ['', 'project.see'],
  ['/matters/1', 'project.see'],
  ['/filings/plan/1/1', 'project.see'],
  ['/filings/progress-report/1/1', 'progress-report.read'],
  ['/filings/minutes/1/1', 'minutes.read'],
  ['/audit', 'audit.read'],
  ['/status-form', 'status-report.send'],
  ['/progress-form', 'progress-report.publish'],
  ['/papers/minutes?number=1', 'export'],
  ['/papers/plan?number=1&format=docx', 'export'],
  ['/sheets/plan', 'export'],
  ['/sheets/template', 'export'],
  ['/records', 'export'],
]

describe('every role against everything that is read', () => {
  it.each(READ)('%s takes %s', async (path, permission) => {
    for (const standing of STANDINGS) {
      const { status } = await world.as(personOf(standing), `/one/read-${standing}${path}`)
      expect([standing, status === 403]).toEqual([standing, !mayBy(permission, standing)])
    }
  })

  it.each(READ)('%s is closed to somebody from another project, and to staff without a place here', async (path) => {
    expect((await world.as(WHO.stranger, `/one/read-owner${path}`)).status).toBe(403)
    expect((await world.as('s|agent', `/one/read-owner${path}`)).status).toBe(403)
    expect((await world.ask(`/one/read-owner${path}`)).status).toBe(401)
    expect((await world.ask(`/one/read-owner${path}`, { session: 'made up' })).status).toBe(401)
  })

  it('is written down: who saw what, from where, and who was refused', async () => {
    await world.put({ ...base, id: 'seen', number: 'seen' })
    await world.as(WHO.owner, '/one/seen', { page: true })
    await world.as(WHO.stranger, '/one/seen')
    const rows = await world.stores.projects.audit('seen')
    expect(rows.map(({ by, where, action, detail }) => ({ by, where, action, detail }))).toEqual([
      { by: WHO.owner, where: 'tab', action: 'saw', detail: { what: 'project' } },
      { by: WHO.stranger, where: 'api', action: 'refused', detail: { event: 'see project', why: 'not-yours' } },
    ])
    expect(brokenAt(rows, rows.at(-1)!.hash)).toBeUndefined()
  })

  it('shows the portfolio of all to the office and who reads all, and to others what is theirs', async () => {
    const all = await world.as(personOf('portfolio-reader'), '?limit=200&text=read-')
    const own = await world.as(personOf('manager'), '?limit=200&text=read-')
    expect(all.body.of).toBe(STANDINGS.length)
    expect(own.body.projects.map(({ id }: { id: string }) => id)).toEqual(['read-manager'])
    expect([own.body.use, all.body.mayRegister]).toEqual([[], false])
  })

  it('lets nobody see the portfolio of others by asking for it', async () => {
    const got = await world.as(personOf('member'), '?mine=1&limit=200&text=read-')
    expect(got.body.projects.map(({ id }: { id: string }) => id)).toEqual(['read-member'])
  })
})

describe('a member’s week', () => {
  it('is read by its author, the manager, the administrator and the manager of the same sub-project, and goes no further', async () => {
    await world.put({ ...base, id: 'week', number: 'week' })
    expect((await world.act(WHO.member, 'week', ONE_OF_EACH['status-reported'])).status).toBe(200)
    const readers = []
    for (const [who, person] of Object.entries(WHO))
      if ((await world.as(person, '/one/week/filings/status-report/1/1')).status === 200) readers.push(who)
    expect(readers.sort()).toEqual(['admin', 'manager', 'member', 'sub'])
    const seen = []
    for (const [who, person] of Object.entries(WHO))
      if ((await world.as(person, '/one/week')).body.statusReports?.length > 0) seen.push(who)
    expect(seen.sort()).toEqual(['admin', 'manager', 'member', 'sub'])
    const chair = await world.as(WHO.chair, '/one/week')
    expect(chair.body.filings.filter(({ kind }: { kind: string }) => kind === 'status-report')).toEqual([])
  })
})

describe('who votes what', () => {
  it('is told, while it is open, only to those who may see it', async () => {
    await world.put({ ...base, id: 'open-vote', number: 'open-vote' })
    const { body } = await world.act(WHO.manager, 'open-vote', ONE_OF_EACH['change-requested'])
    const { number, hash } = body.matters[0]
    await world.act(WHO.anna, 'open-vote', { kind: 'voted', matter: number, hash, choice: 'approve' })
    const seen = []
    for (const [who, person] of Object.entries(WHO)) {
      const got = await world.as(person, `/one/open-vote/matters/${number}`)
      if (got.status === 200 && got.body.votes) seen.push(who)
      if (got.status === 200)
        expect([who, got.body.voted, got.body.mayVote]).toEqual([who, 1, ['chair', 'vice', 'anna', 'bo'].includes(who)])
    }
    expect(seen.sort()).toEqual(['anna', 'bo', 'chair', 'manager', 'owner', 'sponsor', 'vice'])
  })
})

describe('what a stranger may send', () => {
  it.each([
    ['an event that there is not', { event: { kind: 'crowned' } }],
    ['a field too many', { event: { kind: 'point-put', point: 'B3', by: WHO.chair } }],
    ['somebody to act as', { event: ONE_OF_EACH['point-put'], by: { person: WHO.chair } }],
    ['nothing', {}],
    ['a list', []],
    [
      'hours below nothing',
      { event: { kind: 'status-reported', said: { week: '2027-01-11', entries: [{ activity: 'tender', spent: -1, left: 1 }] } } },
    ],
    [
      'more than 24 hours a day',
      {
        event: { kind: 'status-reported', said: { week: '2027-01-11', entries: [{ activity: 'tender', spent: 169, left: 1 }] } },
      },
    ],
  ])('is refused when it is %s, in words, with nothing done', async (_what, body) => {
    const before = await world.stores.projects.find('read-manager')
    const got = await world.as(personOf('manager'), '/one/read-manager/acts', { body })
    expect([got.status, got.body.error.code]).toEqual([400, 'unreadable'])
    expect(got.body.error.message).toMatch(/Nothing has changed/)
    expect(await world.stores.projects.find('read-manager')).toEqual(before)
  })

  it('explains a refusal in the language of the reader', async () => {
    const body = { event: ONE_OF_EACH['plan-kept-up'] }
    const [sv, en] = [
      await world.as(personOf('member'), '/one/read-member/acts', { body, language: 'sv' }),
      await world.as(personOf('member'), '/one/read-member/acts', { body, language: 'en' }),
    ]
    expect([sv.body.error.message, en.body.error.message]).toEqual([
      expect.stringMatching(/^Det här får du inte göra i projektet/),
      expect.stringMatching(/^You are not allowed to do this in the project/),
    ])
  })

  it('is a project that there is not', async () => {
    expect((await world.as(personOf('portfolio-office'), '/one/nowhere')).status).toBe(404)
    expect((await world.act(personOf('portfolio-office'), 'nowhere', ONE_OF_EACH.renamed)).status).toBe(404)
  })
})

describe('two editors at once', () => {
  it('the second is told, is shown what it is now, and can put the rest of theirs on top', async () => {
    await world.put({ ...base, id: 'two', number: 'two' })
    const { body: seen } = await world.as(WHO.chair, '/one/two')
    const first = await world.act(WHO.chair, 'two', { kind: 'renamed', name: 'By the chair' }, { seen: seen.seen.name })
    const second = await world.act(WHO.owner, 'two', { kind: 'renamed', name: 'By the owner' }, { seen: seen.seen.name })
    expect([first.status, second.status, second.body.error.code]).toEqual([200, 409, 'changed-meanwhile'])
    expect(second.body.error.now).toMatchObject({ name: 'By the chair' })
    const again = await world.act(WHO.owner, 'two', { kind: 'renamed', name: 'By the owner' }, { seen: first.body.seen.name })
    expect([again.status, again.body.name]).toEqual([200, 'By the owner'])
  })

  it('who edit different parts do not stand in each other’s way', async () => {
    await world.put({ ...base, id: 'parts', number: 'parts' })
    const { body: seen } = await world.as(WHO.chair, '/one/parts')
    await world.act(WHO.chair, 'parts', { kind: 'renamed', name: 'Another' }, { seen: seen.seen.name })
    const settings = { ...seen.settings, quorum: 4 }
    const got = await world.act(WHO.owner, 'parts', { kind: 'settings-changed', settings }, { seen: seen.seen.settings })
    expect([got.status, got.body.name, got.body.settings.quorum]).toEqual([200, 'Another', 4])
  })

  it('is not told what it is now to somebody who may not', async () => {
    const got = await world.act(WHO.stranger, 'two', { kind: 'renamed', name: 'x' }, { seen: 'b'.repeat(64) })
    expect([got.status, got.body.error.now]).toEqual([403, undefined])
  })
})

describe('the same press twice', () => {
  it('makes one change request', async () => {
    await world.put({ ...base, id: 'twice', number: 'twice' })
    const press = () => world.act(WHO.manager, 'twice', ONE_OF_EACH['change-requested'], { key: 'one press' })
    const [first, second] = [await press(), await press()]
    expect([first.status, second.status, second.body.requests.length]).toEqual([200, 200, 1])
  })

  it('is done the second time too, when it could not be done again', async () => {
    await world.put({ ...base, id: 'put-twice', number: 'put-twice' })
    const press = () => world.act(WHO.manager, 'put-twice', ONE_OF_EACH['delivery-put'], { key: 'one press' })
    const [first, second] = [await press(), await press()]
    expect([first.status, second.status]).toEqual([200, 200])
    const without = await world.act(WHO.manager, 'put-twice', ONE_OF_EACH['delivery-put'])
    expect([without.status, without.body.error.code]).toEqual([409, 'already-put'])
  })

  it('of two people is two presses', async () => {
    await world.put({ ...base, id: 'both', number: 'both' })
    await world.act(WHO.manager, 'both', ONE_OF_EACH['change-requested'], { key: 'k' })
    const got = await world.act(WHO.owner, 'both', ONE_OF_EACH['change-requested'], { key: 'k' })
    expect(got.body.requests.length).toBe(2)
  })
})

describe('registering', () => {
  const registration = { id: 'new', number: 'P-2027-900', name: 'New', profile: 'minimum', roster: SEATS }

  it('is for the portfolio office, and gives a project of its own number', async () => {
    for (const standing of STANDINGS.filter((one) => one !== 'portfolio-office'))
      expect([standing, (await world.as(personOf(standing), '', { body: registration })).status]).toEqual([standing, 403])
    const made = await world.as(personOf('portfolio-office'), '', { body: registration })
    expect([made.status, made.body.number, made.body.phase]).toEqual([201, 'P-2027-900', 'initiation'])
    const again = await world.as(personOf('portfolio-office'), '', { body: { ...registration, id: 'other' } })
    expect([again.status, again.body.error.code]).toEqual([409, 'number-taken'])
  })

  it('says what is wrong with who is in it', async () => {
    const roster = [{ person: WHO.manager, role: 'manager' }]
    const got = await world.as(personOf('portfolio-office'), '', { body: { ...registration, id: 'x', number: 'x', roster } })
    expect([got.status, got.body.error.about]).toEqual([409, { roster: ['nobody-decides'] }])
  })

  it('sets frames by the office alone', async () => {
    const frame = { portfolio: 'innovation', year: '2027', frame: 5_000_000_00 }
    expect((await world.as(personOf('portfolio-reader'), '/frames', { body: frame })).status).toBe(403)
    expect((await world.as(personOf('portfolio-office'), '/frames', { body: frame })).status).toBe(200)
    const { body } = await world.as(personOf('portfolio-office'), '?year=2027')
    expect(body.use.find(({ portfolio }: { portfolio: string }) => portfolio === 'innovation').frame).toBe(5_000_000_00)
  })
})

describe('drafts', () => {
  it('are one’s own, and only of what one may send', async () => {
    const draft = { said: { done: 'Half a sentence' }, page: 2 }
    const path = '/one/read-manager/drafts/progress-report'
    const kept = await world.as(personOf('manager'), path, { body: draft })
    expect([kept.status, kept.body.until]).toEqual([200, '2027-02-10'])
    expect((await world.as(WHO.chair, path, { body: draft })).status).toBe(403)
    expect((await world.as(personOf('manager'), path)).body.draft).toMatchObject(draft)
    expect((await world.as(WHO.chair, path)).body.draft).toBeNull()
    await world.as(personOf('manager'), `${path}/drop`, { body: {} })
    expect((await world.as(personOf('manager'), path)).body.draft).toBeNull()
  })
})

describe('a part that the city has elsewhere', () => {
  it('is off here, in words', async () => {
    const off = await openProjects({ portfolioIsElsewhere: true, recordsAreElsewhere: true })
    try {
      await off.member('s|office', ['portfolio-office'])
      await off.member(WHO.manager, ['project'])
      await off.put({ ...base, id: 'one', number: 'one', recordNumber: '2027-0001' })
      const portfolio = await off.as('s|office', '')
      const registered = await off.act(WHO.manager, 'one', ONE_OF_EACH['thing-registered'])
      expect([portfolio, registered].map(({ status, body }) => [status, body.error.code])).toEqual([
        [404, 'elsewhere'],
        [404, 'elsewhere'],
      ])
      expect((await off.as(WHO.manager, '/one/one')).status).toBe(200)
    } finally {
      await off.close()
    }
  })
})
