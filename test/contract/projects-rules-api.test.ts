import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { hashOf } from '../../bot/domain/projects/canonical.js'
import type { ProjectEventSent } from '../../bot/domain/projects/events.js'
import type { ChangeRequest } from '../../bot/domain/projects/change-request.js'
import type { Plan } from '../../bot/domain/projects/plan.js'
import { summaryOf } from '../../bot/domain/projects/summary.js'
import {
  aDocument,
  approve,
  aPlan,
  aRequest,
  days,
  EFFECT,
  play,
  readyForB3,
  registered,
  running,
  SEATS,
  START,
  toClosed,
  toPlanning,
  WHO,
  WITHOUT_GROUP,
  type Play,
  type Who,
} from '../fixtures/project.js'
import { openProjects, type Got, type OpenProjects } from '../fixtures/projects-door.js'

let world: OpenProjects
beforeAll(async () => {
  world = await openProjects()
  for (const [who, person] of Object.entries(WHO)) await world.member(person, [who === 'office' ? 'portfolio-office' : 'project'])
})
afterAll(() => world?.close())

let staged = 0
/** The project as it stands in a play, on a stage of its own, with what was filed. */
async function stage({ project, filings }: Play): Promise<string> {
  const id = `rule-${++staged}`
  const after = { ...project, id, number: id }
  await world.stores.projects.change({ after, summary: summaryOf(after), filings, effects: [], audit: [], at: START })
  return id
}
const asked = (more: object = {}, from = running()): Play => {
  from.act('manager', { kind: 'change-requested', said: aRequest(more) })
  return from
}
const now = async (id: string) => (await world.stores.projects.find(id))!.project

/** Why somebody's request is refused, after a look that nothing has changed and that it stands in the audit; 'done' when it is done. */
async function why(who: Who, id: string, event: ProjectEventSent): Promise<string> {
  const before = await now(id)
  const got = await world.act(WHO[who], id, event)
  if (got.status === 200) return 'done'
  expect(await now(id)).toEqual(before)
  const { code } = got.body.error as { code: string }
  const row = (await world.stores.projects.audit(id)).at(-1)
  if (code !== 'unreadable')
    expect(row).toMatchObject({ by: WHO[who], where: 'api', action: 'refused', detail: { event: event.kind, why: code } })
  expect([got.status, String(got.body.error.message).length > 20]).toEqual([
    code === 'unreadable' ? 400 : code === 'not-yours' ? 403 : 409,
    true,
  ])
  return code
}
async function voteOf(id: string, choice = 'approve', more: object = {}): Promise<ProjectEventSent> {
  const { number, hash } = (await now(id)).matters.at(-1)!
  return { kind: 'voted', matter: number, hash, choice, motive: 'So it is', ...more } as ProjectEventSent
}
async function votesBy(id: string, people: readonly Who[], choice = 'approve', more: object = {}): Promise<void> {
  for (const who of people) expect([who, await why(who, id, await voteOf(id, choice, more))]).toEqual([who, 'done'])
}
const THREE = ['chair', 'anna', 'bo'] as const

/** A meeting from call to signature, over HTTP. */
async function held(id: string, during: () => Promise<void> = async () => undefined): Promise<void> {
  const by = async (event: ProjectEventSent) => expect([event.kind, await why('chair', id, event)]).toEqual([event.kind, 'done'])
  await by({ kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'City Hall' })
  const meeting = (await now(id)).meetings.at(-1)!.number
  await by({ kind: 'meeting-opened', meeting, there: [WHO.chair, WHO.anna, WHO.bo, WHO.manager] })
  await during()
  await by({ kind: 'meeting-closed', meeting })
  await by({ kind: 'minutes-signed', meeting, hash: (await now(id)).meetings.at(-1)!.minutes!.hash })
}

describe('rule 1, over HTTP: only the body set for a point decides it', () => {
  it.each(['manager', 'sub', 'member', 'admin', 'council', 'benefit', 'office', 'stranger'] as const)(
    'a vote by the %s',
    async (who) => {
      const id = await stage(asked())
      expect(await why(who, id, await voteOf(id))).toBe('not-yours')
    },
  )

  it('the owner and the sponsor have none in what the steering group decides, and the group none in what the owner does', async () => {
    const id = await stage(asked())
    for (const who of ['owner', 'sponsor'] as const) expect(await why(who, id, await voteOf(id))).toBe('not-your-matter')
    const game = play(registered())
    game.act('owner', { kind: 'effect-goals-set', goals: [EFFECT] })
    game.act('admin', aDocument('project-directive'))
    game.act('owner', { kind: 'document-signed', document: 'project-directive' })
    game.act('manager', { kind: 'point-put', point: 'B1' })
    const first = await stage(game)
    for (const who of ['chair', 'anna', 'sponsor'] as const)
      expect(await why(who, first, await voteOf(first, 'confirm'))).toBe('not-your-matter')
    expect(await why('owner', first, await voteOf(first, 'confirm'))).toBe('done')
  })

  it('the manager does not choose who decides, nor how many', async () => {
    const id = await stage(running())
    const roster = SEATS.concat({ person: WHO.stranger, role: 'steering-member' })
    expect(await why('manager', id, { kind: 'roster-changed', roster })).toBe('not-yours')
    expect(await why('manager', id, { kind: 'settings-changed', settings: { quorum: 1 } })).toBe('not-yours')
    const both = [...SEATS, { person: WHO.manager, role: 'steering-member' as const }]
    expect(await why('office', id, { kind: 'roster-changed', roster: both })).toBe('roster-faulty')
  })

  it('who managed when it was put never votes on it', async () => {
    const id = await stage(asked())
    const moved = SEATS.filter(({ role }) => role !== 'manager').concat({ person: WHO.manager, role: 'steering-member' })
    expect(await why('office', id, { kind: 'roster-changed', roster: moved })).toBe('done')
    expect(await why('manager', id, await voteOf(id))).toBe('not-your-matter')
  })

  it('a vote of another is noted by the chair alone, of somebody who is there, in a meeting that is on', async () => {
    const id = await stage(asked())
    const bos = async () => voteOf(id, 'approve', { person: WHO.bo })
    expect(await why('chair', id, await bos())).toBe('not-at-a-meeting')
    await held(id, async () => {
      expect(await why('anna', id, await bos())).toBe('not-yours')
      expect(await why('manager', id, await bos())).toBe('not-yours')
      expect(await why('chair', id, await voteOf(id, 'approve', { person: WHO.vice }))).toBe('not-there')
      expect(await why('chair', id, await voteOf(id, 'approve', { person: WHO.manager }))).toBe('not-your-matter')
      expect(await why('chair', id, await bos())).toBe('done')
    })
  })

  it('where there is no steering group the sponsor decides, and not the owner', async () => {
    const game = play(registered({ roster: WITHOUT_GROUP }))
    toPlanning(game)
    game.act('admin', aDocument('communication-plan'))
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    game.act('manager', { kind: 'point-put', point: 'B2' })
    const id = await stage(game)
    expect(await why('owner', id, await voteOf(id))).toBe('not-your-matter')
    expect(await why('sponsor', id, await voteOf(id))).toBe('done')
  })
})

describe('rule 2, over HTTP: a project waits while a request is undecided, and nothing depending on it goes on', () => {
  it('and everything that shows it says so, from when it is made until it is decided', async () => {
    const id = await stage(asked())
    const shown = async () => {
      const one = await world.as(WHO.council, `/one/${id}`)
      const portfolio = await world.as(WHO.office, `?text=${id}`)
      const mine = await world.as(WHO.benefit, '/mine')
      const rows = [...portfolio.body.projects, ...mine.body.projects] as { id: string; isWaiting: boolean }[]
      return [one.body.isWaiting, ...rows.filter((row) => row.id === id).map(({ isWaiting }) => isWaiting)]
    }
    expect(await shown()).toEqual([true, true, true])
    await votesBy(id, THREE, 'send-back')
    expect(await shown()).toEqual([true, true, true])
    expect(await why('manager', id, { kind: 'request-withdrawn', request: 1 })).toBe('done')
    expect(await shown()).toEqual([false, false, false])
  })

  it('what depends on it is neither marked as going on, nor put, nor approved; the rest is', async () => {
    const game = running()
    game.act('manager', { kind: 'milestone-put', id: 'procured' })
    const id = await stage(asked({}, game))
    const marked = (activity: string): ProjectEventSent => ({
      kind: 'status-reported',
      said: { week: '2027-01-11', entries: [{ activity, spent: 1, left: 1, mark: 'going-on' }] },
    })
    expect(await why('member', id, marked('tender'))).toBe('waits-for-decision')
    expect(await why('member', id, marked('install'))).toBe('waits-for-decision')
    expect(await why('manager', id, { kind: 'delivery-put', id: 'contract' })).toBe('waits-for-decision')
    const { number, hash } = (await now(id)).matters[0]!
    expect(await why('chair', id, { kind: 'voted', matter: number, hash, choice: 'approve' })).toBe('waits-for-decision')
    expect(await why('member', id, marked('teach'))).toBe('done')
    expect(await why('manager', id, { kind: 'delivery-put', id: 'course' })).toBe('done')
  })

  it('no point is put, and none begins a phase that was decided before', async () => {
    const game = readyForB3(running())
    const early = await stage(asked({ edits: [], effects: { budget: 'More' } }, running()))
    expect(await why('manager', early, { kind: 'point-put', point: 'B3' })).toBe('waits-for-decision')
    game.act('manager', { kind: 'point-put', point: 'B3' })
    approve(game)
    const id = await stage(asked({ edits: [], effects: { budget: 'More' } }, game))
    await held(id)
    expect((await now(id)).phase).toBe('execution')
  })
})

describe('rule 3, over HTTP: a phase does not start before its point is passed and minuted', () => {
  const decidedB2 = (): Play => {
    const game = toPlanning(play(registered()))
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    game.act('manager', { kind: 'point-put', point: 'B2' })
    return game
  }

  it('decided is not begun: what the next phase has is refused until the minutes are signed', async () => {
    const id = await stage(decidedB2())
    await votesBy(id, THREE)
    expect((await now(id)).phase).toBe('planning')
    const said = { week: '2027-01-11', entries: [{ activity: 'tender', spent: 4, left: 36 }] }
    expect(await why('member', id, { kind: 'status-reported', said })).toBe('not-in-this-phase')
    expect(await why('manager', id, { kind: 'delivery-put', id: 'contract' })).toBe('not-in-this-phase')
    expect(await why('manager', id, { kind: 'point-put', point: 'B2' })).toBe('already-decided')
    await held(id)
    expect((await now(id)).phase).toBe('execution')
  })

  it.each(['manager', 'anna', 'vice', 'admin', 'owner', 'office'] as const)(
    'the %s cannot sign what another chaired',
    async (who) => {
      const game = decidedB2()
      approve(game)
      game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'Here' })
      game.act('chair', { kind: 'meeting-opened', meeting: 1, there: [WHO.chair] })
      game.act('chair', { kind: 'meeting-closed', meeting: 1 })
      const id = await stage(game)
      const { hash } = game.project.meetings[0]!.minutes!
      expect(await why(who, id, { kind: 'minutes-signed', meeting: 1, hash })).toBe('not-yours')
      expect(await why('chair', id, { kind: 'minutes-signed', meeting: 1, hash: 'b'.repeat(64) })).toBe('old-revision')
      expect((await now(id)).phase).toBe('planning')
    },
  )

  it('no point is taken before the one before it, and none is passed with a criterion unmet', async () => {
    const id = await stage(running())
    expect(await why('manager', id, { kind: 'point-put', point: 'B4' })).toBe('not-next')
    expect(await why('manager', id, { kind: 'point-put', point: 'B3' })).toBe('done')
    expect(await why('chair', id, await voteOf(id))).toBe('criteria-not-met')
    const ticked = { kind: 'criterion-ticked', criterion: 'deliveries-approved', met: true, note: 'Trust me' } as const
    expect(await why('manager', id, ticked)).toBe('by-register-only')
  })

  it('undoing is a decision of its own, by those who decide, the last first', async () => {
    const id = await stage(running())
    expect(await why('member', id, { kind: 'undo-asked', decision: 2, motive: 'A mistake' })).toBe('not-yours')
    expect(await why('manager', id, { kind: 'undo-asked', decision: 1, motive: 'A mistake' })).toBe('undo-later-first')
    expect(await why('manager', id, { kind: 'undo-asked', decision: 2, motive: 'A mistake' })).toBe('done')
    expect((await now(id)).phase).toBe('execution')
    await votesBy(id, THREE)
    expect((await now(id)).phase).toBe('planning')
  })
})

describe('rule 4, over HTTP: a decision records what, alternative, who, when and why, and lands in the minutes', () => {
  it.each([
    ['reject', { motive: ' ' }, 'motive-missing'],
    ['send-back', { motive: '' }, 'motive-missing'],
    ['approve-with-conditions', {}, 'conditions-missing'],
    ['close', {}, 'not-an-alternative'],
    ['crowned', {}, 'unreadable'],
  ] as const)('%s with %j is %s', async (choice, more, code) => {
    const id = await stage(asked())
    expect(await why('chair', id, await voteOf(id, choice, more))).toBe(code)
  })

  it('of exactly the revision, read by anybody in the project, and in the next minutes', async () => {
    const id = await stage(asked())
    const { hash } = (await now(id)).matters.at(-1)!
    await votesBy(id, THREE, 'approve-with-conditions', { conditions: 'No more money' })
    const { body } = await world.as(WHO.member, `/one/${id}`)
    expect(body.decisions.at(-1)).toMatchObject({
      ...{ of: hash, choice: 'approve-with-conditions', at: START.toISOString() },
      conditions: [{ by: WHO.chair, text: 'No more money' }, { by: WHO.anna }, { by: WHO.bo }],
    })
    await held(id)
    expect((await now(id)).decisions.at(-1)?.minuted).toEqual({ meeting: 2 })
  })

  it('what is filed cannot be sent again as something else', async () => {
    const id = await stage(running())
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(`${world.url}/one/${id}/filings/decision/1/1`, {
        method,
        headers: { authorization: `Bearer ${await world.sessionOf(WHO.office)}`, 'content-type': 'application/json' },
        body: '{"choice":"reject"}',
      })
      expect([method, response.status >= 400]).toEqual([method, true])
    }
  })
})

describe("rule 5, over HTTP: a sub-project manager's report goes to the manager, never straight to the steering group", () => {
  it.each(['chair', 'vice', 'anna', 'owner', 'sponsor', 'council', 'office', 'benefit', 'member'] as const)(
    'the %s reads nothing of it',
    async (who) => {
      const id = await stage(running())
      const entries = [{ activity: 'teach', spent: 2, left: 18, problem: 'Only for the manager' }]
      expect(await why('sub', id, { kind: 'status-reported', said: { week: '2027-01-11', entries } })).toBe('done')
      expect((await world.as(WHO.manager, `/one/${id}/filings/status-report/1/1`)).status).toBe(200)
      const read = await Promise.all(
        [
          '',
          '/filings/status-report/1/1',
          '/progress-form',
          '/status-form',
          '/sheets/plan?format=csv',
          '/audit',
          '/matters/1',
        ].map((path) => world.as(WHO[who], `/one/${id}${path}`)),
      )
      expect(read.map(({ bytes }: Got) => bytes.includes('Only for the manager'))).toEqual(read.map(() => false))
      expect(read[1]?.status).toBe(403)
      const told = (await world.stores.projects.untold(100, days(1))).filter((one) => one.project === id)
      expect(told.map(({ effect }) => effect)).toEqual([{ tell: [WHO.manager], what: 'status-report', report: 1, by: WHO.sub }])
    },
  )
})

describe('rule 6, over HTTP: an approved change makes a new revision of the plan that names it', () => {
  it('with what changed, and the old stays readable', async () => {
    const id = await stage(asked())
    const old = (await now(id)).plan!
    await votesBy(id, THREE)
    const { body } = await world.as(WHO.council, `/one/${id}/filings/plan/2/1`)
    expect(body.filing.body.because).toEqual({ kind: 'change-request', request: 1, revision: 1, decision: 3 })
    expect(body.changed.map(({ part, id: item }: { part: string; id: string }) => `${part} ${item}`)).toEqual([
      'milestones procured',
      'deliveries contract',
    ])
    const before = (await world.as(WHO.council, `/one/${id}/filings/plan/1/1`)).body.filing.body as Plan
    expect([before.hash, hashOf(before.content)]).toEqual([old.hash, old.hash])
  })

  it('and there is no other way to what is bound', async () => {
    const id = await stage(running())
    const { edits } = aRequest()
    expect(await why('manager', id, { kind: 'plan-kept-up', of: 'activity-plan', edits })).toBe('bound-part')
    expect(await why('manager', id, { kind: 'plan-proposed', plan: aPlan() })).toBe('not-in-this-phase')
    expect(await why('owner', id, { kind: 'effect-goals-set', goals: [EFFECT] })).toBe('not-in-this-phase')
    for (const who of ['chair', 'owner', 'sub', 'member', 'admin', 'office'] as const)
      expect([who, await why(who, id, { kind: 'plan-kept-up', of: 'risk-analysis', edits: [] })]).toEqual([who, 'not-yours'])
    for (const who of ['chair', 'anna', 'sub', 'member', 'admin', 'office', 'stranger'] as const)
      expect([who, await why(who, id, { kind: 'change-requested', said: aRequest() })]).toEqual([who, 'not-yours'])
  })

  it('a rejected one changes nothing', async () => {
    const id = await stage(asked())
    const { plan } = await now(id)
    await votesBy(id, THREE, 'reject')
    expect((await now(id)).plan).toEqual(plan)
  })
})

describe('rule 7, over HTTP: what must be registered can be, under the record number of the project', () => {
  const register = (what: 'decision' | 'plan', number: number): ProjectEventSent => ({
    kind: 'thing-registered',
    thing: { what, number },
  })

  it('once, when there is a number, by whoever files', async () => {
    const id = await stage(running())
    expect(await why('admin', id, register('plan', 1))).toBe('record-number-missing')
    for (const who of ['member', 'chair', 'owner', 'council', 'stranger'] as const) {
      expect(await why(who, id, register('plan', 1))).toBe('not-yours')
      expect(await why(who, id, { kind: 'record-number-set', recordNumber: '2016-0999' })).toBe('not-yours')
    }
    expect(await why('admin', id, { kind: 'record-number-set', recordNumber: '2016-0999' })).toBe('done')
    expect(await why('admin', id, register('decision', 99))).toBe('no-such-thing')
    expect(await why('admin', id, register('plan', 1))).toBe('done')
    expect(await why('admin', id, register('plan', 1))).toBe('already-registered')
    expect(await why('admin', id, { kind: 'record-number-set', recordNumber: '2017-0001' })).toBe('already-registered')
  })

  it('and what leaves for the records system leaves with nobody who may not take it', async () => {
    const id = await stage(running({ recordNumber: '2016-0999' }))
    for (const who of ['member', 'sub', 'council', 'benefit', 'stranger'] as const)
      expect([who, (await world.as(WHO[who], `/one/${id}/records`)).status]).toEqual([who, 403])
  })
})

describe('rule 8, over HTTP: effects are followed up a year after the end, by whoever is named', () => {
  const said = { goal: EFFECT.id, outcome: 'reached' as const, measured: '9 days' }

  it('and by nobody else, in a project that is closed', async () => {
    const id = await stage(toClosed(running()))
    for (const who of ['manager', 'chair', 'sponsor', 'member', 'office', 'stranger'] as const)
      expect([who, await why(who, id, { kind: 'effect-followed-up', said })]).toEqual([who, 'not-yours'])
    for (const who of ['manager', 'benefit', 'member'] as const)
      expect([who, await why(who, id, { kind: 'effect-owner-changed', goal: EFFECT.id, owner: WHO.anna })]).toEqual([
        who,
        'not-yours',
      ])
    const owed = (body: { duties: { project: string; kind: string }[] }) =>
      body.duties.filter(({ project }) => project === id).map(({ kind }) => kind)
    world.clock.now = days(365)
    expect(owed((await world.as(WHO.benefit, '/mine')).body)).toEqual(['effect-follow-up'])
    expect(owed((await world.as(WHO.manager, '/mine')).body)).toEqual([])
    expect(await why('benefit', id, { kind: 'effect-followed-up', said })).toBe('done')
    expect(owed((await world.as(WHO.benefit, '/mine')).body)).toEqual([])
    world.clock.now = START
  })

  it('no effect goal is without an owner, and no directive without an effect goal', async () => {
    const id = await stage(play(registered()))
    const { owner: _nobody, ...bare } = EFFECT
    expect(await why('owner', id, { kind: 'effect-goals-set', goals: [bare] } as unknown as ProjectEventSent)).toBe('unreadable')
    await why('admin', id, aDocument('project-directive'))
    await why('owner', id, { kind: 'document-signed', document: 'project-directive' })
    expect(await why('manager', id, { kind: 'point-put', point: 'B1' })).toBe('goals-missing')
  })
})

describe('rule 9, over HTTP: a submitted request is immutable, and a revision restarts the vote', () => {
  it('names the former, keeps it, and takes no vote on what was before', async () => {
    const id = await stage(asked())
    const former = (await now(id)).requests[0]!.latest
    await votesBy(id, ['chair', 'anna'])
    const late = await voteOf(id)
    for (const who of ['chair', 'anna', 'sub', 'member', 'stranger'] as const) {
      expect(await why(who, id, { kind: 'request-revised', request: 1, said: aRequest({ why: 'Mine' }) })).toBe('not-yours')
      expect(await why(who, id, { kind: 'request-withdrawn', request: 1 })).toBe('not-yours')
    }
    expect(await why('manager', id, { kind: 'request-revised', request: 1, said: aRequest() })).toBe('nothing-changes')
    expect(await why('manager', id, { kind: 'request-revised', request: 1, said: aRequest({ why: 'Later still' }) })).toBe('done')
    const project = await now(id)
    expect(project.requests[0]?.latest).toMatchObject({ revision: 2, replaces: former.hash })
    expect(project.matters[0]).toMatchObject({ round: 2, votes: [] })
    expect(await why('bo', id, late)).toBe('old-revision')
    const kept = (await world.as(WHO.council, `/one/${id}/filings/change-request/1/1`)).body.filing
      .body as ChangeRequest['latest']
    expect(kept).toMatchObject({ why: former.why, hash: former.hash })
  })

  it('and a decided one is neither revised nor withdrawn', async () => {
    const id = await stage(asked())
    await votesBy(id, THREE)
    expect(await why('manager', id, { kind: 'request-revised', request: 1, said: aRequest({ why: 'No' }) })).toBe(
      'already-decided',
    )
    expect(await why('manager', id, { kind: 'request-withdrawn', request: 1 })).toBe('already-decided')
  })
})

describe('rule 10, over HTTP: lights need a comment when not green; quorum, deadline and tolerance are settings', () => {
  const green = { light: 'green', trend: 'same' } as const
  const published = (more: object, lights: object = {}): ProjectEventSent => ({
    kind: 'progress-published',
    said: {
      done: 'This',
      next: 'That',
      lights: { time: green, cost: green, quality: green, scope: green, risk: green, ...lights },
      ...more,
    },
  })

  it.each(['yellow', 'red'])('%s without a comment is no report', async (light) => {
    const id = await stage(running())
    expect(await why('manager', id, published({}, { cost: { light, trend: 'worse', comment: '  ' } }))).toBe('unreadable')
    expect(await why('manager', id, published({}, { cost: { light, trend: 'worse', comment: 'The supplier' } }))).toBe('done')
  })

  it('silence decides nothing, and the chair counts no votes without a quorum', async () => {
    const id = await stage(asked())
    await votesBy(id, ['chair', 'anna'], 'reject')
    const { number } = (await now(id)).matters.at(-1)!
    expect(await why('chair', id, { kind: 'votes-counted', matter: number })).toBe('not-at-a-meeting')
    for (const who of ['manager', 'anna', 'owner'] as const)
      expect(await why(who, id, { kind: 'votes-counted', matter: number })).toBe('not-yours')
    await held(id, async () => expect(await why('chair', id, { kind: 'votes-counted', matter: number })).toBe('not-now'))
    expect((await now(id)).matters).toHaveLength(1)
  })

  it.each([
    [0, 1_000_000_01, 1],
    [15, 1_150_000_00, 0],
    [15, 1_150_000_01, 1],
  ])('with a tolerance of %d percent, %d öre of licences proposes %d changes', async (tolerance, expected, proposals) => {
    const id = await stage(running({ settings: { quorum: 3, tolerance } }))
    expect(await why('manager', id, published({ costs: [{ post: 'licences', spent: 0, expected }] }))).toBe('done')
    const effects = (await world.stores.projects.untold(1_000, days(1))).filter(({ project }) => project === id)
    expect(effects.filter(({ effect }) => 'propose' in effect)).toHaveLength(proposals)
  })

  it.each(['manager', 'anna', 'vice', 'sub', 'member', 'admin', 'stranger'] as const)('the %s does not set them', async (who) => {
    const id = await stage(running())
    expect(await why(who, id, { kind: 'settings-changed', settings: { quorum: 1, tolerance: 50 } })).toBe('not-yours')
  })
})

describe('rule 11, over HTTP: somebody with a conflict of interest does not vote', () => {
  it('neither after it is declared, nor by a vote before, nor on the next revision', async () => {
    const id = await stage(asked())
    await votesBy(id, ['anna'])
    const { number } = (await now(id)).matters.at(-1)!
    expect(await why('anna', id, { kind: 'conflict-declared', matter: number })).toBe('done')
    expect((await now(id)).matters[0]?.votes).toEqual([])
    expect(await why('anna', id, await voteOf(id))).toBe('conflict-of-interest')
    await why('manager', id, { kind: 'request-revised', request: 1, said: aRequest({ why: 'Other' }) })
    expect(await why('anna', id, await voteOf(id))).toBe('conflict-of-interest')
    await held(id, async () =>
      expect(await why('chair', id, await voteOf(id, 'approve', { person: WHO.anna }))).toBe('conflict-of-interest'),
    )
  })

  it('is noted of others by the chair alone', async () => {
    const id = await stage(asked())
    const { number: matter } = (await now(id)).matters.at(-1)!
    const of = { kind: 'conflict-declared' as const, matter, person: WHO.bo }
    for (const who of ['anna', 'owner', 'manager', 'member', 'stranger'] as const)
      expect(await why(who, id, of)).toBe('not-yours')
    expect(await why('chair', id, of)).toBe('done')
    expect(await why('bo', id, await voteOf(id))).toBe('conflict-of-interest')
  })
})
