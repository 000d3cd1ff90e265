import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { EVENTS, NAMES_OF_EVENTS, ProjectEvent, type ProjectEventSent } from '../../../bot/domain/projects/events.js'
import { activityState } from '../../../bot/domain/projects/project.js'
import type { Translate } from '../../../bot/i18n/translate.js'
import { ONE_OF_EACH } from '../../fixtures/project-events.js'
import {
  aDocument,
  approve,
  aRequest,
  EFFECT,
  play,
  readyForB3,
  registered,
  running,
  SEATS,
  START,
  toClosed,
  toPlanning,
  aPlan,
  WHO,
  type Play,
  type Who,
} from '../../fixtures/project.js'
import type { PressData } from '../../../bot/domain/conversations/message.js'
import { asksFor, closedWith, fillIn, readThrough, typedOn, viewOf, votes, type World } from '../../fixtures/teams-person.js'
import { buttonsOf, filledIn, pageOf, pressOf, teamsProjects, textsOf, type Answered } from '../../fixtures/teams-projects.js'

let world: World
let t: Translate
beforeAll(async () => {
  world = await teamsProjects([], START)
  t = world.words('sv')
  await world.stores.desk.saveMember({
    ...{
      tenant: 'development',
      oid: 'office',
      name: 'Office',
      team: '',
      roles: ['portfolio-office'],
      queues: [],
      languages: ['sv'],
    },
    ...{ topics: [], capacity: 1, presence: 'off-shift' },
  })
})
afterAll(() => world.close())

let staged = 0
/** The project as it stands in a play, on a stage of its own. */
async function stage(game: Play): Promise<string> {
  const id = `p-${++staged}`
  await world.put({ ...game.project, id, number: id })
  return id
}
const asked = (more: object = {}, from = running()): Play => {
  from.act('manager', { kind: 'change-requested', said: aRequest(more) })
  return from
}
const tenant = (who: Who): string => `development|${who}`
const cardIn = ({ body }: Answered): unknown => body.value
const told = (answer: Answered): string => [textsOf(cardIn(answer)).join('\n'), ...textOf(answer)].join('\n')
const textOf = ({ body }: Answered): string[] => (typeof body.value === 'string' ? [body.value] : [])

const matterIn = async (id: string) => (await world.project(id)).matters.at(-1)!
/** The press on a vote, whoever is to press it: what a button of a voter's card carries. */
async function votePress(id: string, choice: string, more: object = {}) {
  const { number: matter, hash } = await matterIn(id)
  return { verb: 'project.vote', project: id, matter, hash, choice, motive: 'So it is', conditions: '', ...more }
}
const vote = async (who: Who, id: string, choice: string, typed: Record<string, string> = {}) =>
  votes(world, who, { project: id, matter: (await matterIn(id)).number, choice }, typed)

/** What the same person does elsewhere, as in the tab. */
async function act(who: Who, id: string, event: ProjectEventSent): Promise<void> {
  const by = await world.projects.actorOf({ tenant: 'development', oid: who }, 'tab')
  const moved = JSON.parse(JSON.stringify(event).replaceAll('"s|', '"development|')) as ProjectEventSent
  const acted = await world.projects.act({ project: id, event: ProjectEvent.parse(moved), by })
  if (acted.kind !== 'done') throw new Error(`${event.kind}: ${JSON.stringify(acted)}`)
}
async function meet(id: string, during: () => Promise<void> = async () => undefined): Promise<void> {
  await act('chair', id, { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'City Hall' })
  const meeting = (await world.project(id)).meetings.at(-1)!.number
  await act('chair', id, { kind: 'meeting-opened', meeting, there: [WHO.chair, WHO.anna, WHO.bo] })
  await during()
  await act('chair', id, { kind: 'meeting-closed', meeting })
  const { hash } = (await world.project(id)).meetings.at(-1)!.minutes!
  await act('chair', id, { kind: 'minutes-signed', meeting, hash })
}

/** Does what is tried, and has seen to it that nothing came of it in the project; why, as it stands in the audit. */
async function nothingComesOf(id: string, who: string, trying: () => Promise<unknown>): Promise<unknown> {
  const before = await world.project(id)
  const rows = (await world.stores.projects.audit(id)).length
  await trying()
  expect(await world.project(id)).toEqual(before)
  const after = (await world.stores.projects.audit(id)).slice(rows)
  expect(after.filter(({ action }) => action !== 'saw' && action !== 'refused')).toEqual([])
  const refused = after.filter(({ action, by }) => action === 'refused' && by === `development|${who}`)
  return refused.at(-1)?.detail['why']
}

describe('rule 1, in Teams: only the body set for a point decides it', () => {
  it.each([
    ['manager', 'not-yours'],
    ['sub', 'not-yours'],
    ['member', 'not-yours'],
    ['admin', 'not-yours'],
    ['council', 'not-yours'],
    ['benefit', 'not-yours'],
    ['office', 'not-yours'],
    ['stranger', 'not-yours'],
    ['owner', 'not-your-matter'],
    ['sponsor', 'not-your-matter'],
  ] as const)('the %s presses the button of a voter, and it is %s', async (who, why) => {
    const id = await stage(asked())
    const press = await votePress(id, 'approve')
    expect(await nothingComesOf(id, who, () => world.execute(who, press))).toBe(why)
    // Nor by the action of an older Teams, nor in a channel.
    expect(await nothingComesOf(id, who, () => world.say(who, '', { text: undefined, value: press }))).toBe(why)
    expect(buttonsOf(await viewOf(world, who, id, press.matter))).not.toContain('vote-approve')
  })

  it('the steering group has no vote in what the owner decides', async () => {
    const game = play(registered())
    game.act('owner', { kind: 'effect-goals-set', goals: [EFFECT] })
    game.act('admin', aDocument('project-directive'))
    game.act('owner', { kind: 'document-signed', document: 'project-directive' })
    game.act('manager', { kind: 'point-put', point: 'B1' })
    const id = await stage(game)
    const press = await votePress(id, 'confirm')
    for (const who of ['chair', 'vice', 'anna', 'sponsor', 'manager'] as const)
      expect([who, await nothingComesOf(id, who, () => world.execute(who, press))]).toEqual([
        who,
        who === 'manager' ? 'not-yours' : 'not-your-matter',
      ])
    await vote('owner', id, 'confirm')
    expect((await world.project(id)).phase).toBe('planning')
  })

  it('who managed when it was put has no vote on it, though they sit in the group now', async () => {
    const id = await stage(asked())
    const roster = SEATS.filter(({ role }) => role !== 'manager').concat({ person: WHO.manager, role: 'steering-member' })
    await act('office', id, { kind: 'roster-changed', roster })
    const press = await votePress(id, 'approve')
    expect(await nothingComesOf(id, 'manager', () => world.execute('manager', press))).toBe('not-your-matter')
  })

  it('nobody votes for another by naming them in the press', async () => {
    const id = await stage(asked())
    const press = await votePress(id, 'approve', { person: tenant('bo'), by: tenant('bo'), notedBy: tenant('chair') })
    await world.execute('anna', press)
    expect((await matterIn(id)).votes).toMatchObject([{ by: tenant('anna'), choice: 'approve', where: 'card' }])
    expect((await matterIn(id)).votes[0]).not.toHaveProperty('notedBy')
    expect(await nothingComesOf(id, 'manager', () => world.execute('manager', press))).toBe('not-yours')
  })

  it('nobody votes in a channel where only strangers are, though everybody there sees the card', async () => {
    const id = await stage(asked())
    const channel = {
      conversation: { id: '19:open@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
    }
    const press = await votePress(id, 'approve')
    expect(await nothingComesOf(id, 'stranger', () => world.execute('stranger', press, channel))).toBe('not-yours')
    const answer = await world.execute('stranger', { verb: 'project.matter', project: id, matter: press.matter }, channel)
    expect(told(answer)).not.toContain('Social systems')
  })
})

describe('rule 2, in Teams: a project waits while a request is undecided, and nothing depending on it goes on', () => {
  it('and says so wherever it shows', async () => {
    const id = await stage(asked())
    const waits = t('projects.waiting')
    const mine = (await world.say('manager', 'mina projekt'))[0]?.card
    expect(JSON.stringify(mine)).toContain(waits)
    expect(told(await world.execute('council', { verb: 'project.show', project: id }))).toContain(waits)
    for (const [who, form] of [
      ['member', 'status-report'],
      ['manager', 'progress-report'],
      ['manager', 'change-request'],
    ] as const)
      expect([form, told(await world.execute(who, { verb: 'project.start', form, project: id }))]).toEqual([
        form,
        expect.stringContaining(waits),
      ])
    const query = { commandId: 'findProject', parameters: [{ name: 'text', value: id }] }
    expect(JSON.stringify((await world.invoked('sponsor', 'composeExtension/query', query)).body)).toContain(waits)
    expect(JSON.stringify(await viewOf(world, 'vice', id, (await matterIn(id)).number))).toContain(waits)
  })

  it.each(['dialog', 'chat'] as const)('a member marks what waits as going on, in a %s', async (where) => {
    const id = await stage(asked())
    const begin = { verb: 'project.form', form: 'status-report', project: id, about: '', go: 'begin' }
    const typed = { 'mark.tender': 'going-on', 'spent.tender': '4', 'left.tender': '36' }
    const step = async (press: PressData): Promise<unknown> =>
      where === 'chat' ? cardIn(await world.execute('member', press)) : pageOf(await world.submit('member', press))
    await nothingComesOf(id, 'member', async () => {
      const page = where === 'chat' ? await step(begin) : pageOf(await world.fetch('member', begin))
      // It is not among what can be chosen, and no choice when it is sent all the same.
      expect(JSON.stringify(page).match(/"going-on"/g)).toHaveLength(1)
      expect(buttonsOf(await step({ ...pressOf(page, 'next'), ...typedOn(page, typed) }))).toEqual(['next'])
      expect(buttonsOf(await step({ ...begin, page: 'review', go: 'send' }))).toEqual(['next'])
    })
    // The hours themselves can be told as they are.
    await fillIn(world, 'member', begin, { ...typed, 'mark.tender': '' })
    expect(activityState(await world.project(id), 'tender')).toBe('waiting-for-decision')
  })

  it('what depends on it and was put before is not approved', async () => {
    const game = running()
    game.act('manager', { kind: 'delivery-put', id: 'contract' })
    const id = await stage(asked({}, game))
    const { number: matter, hash } = (await world.project(id)).matters[0]!
    const press = { verb: 'project.vote', project: id, matter, hash, choice: 'approve' }
    expect(await nothingComesOf(id, 'chair', () => world.execute('chair', press))).toBe('waits-for-decision')
    const written = JSON.stringify(await viewOf(world, 'chair', id, matter))
    expect(written).toMatch(/"id":"vote-approve"[^{]*"isEnabled":false/)
  })
})

describe('rule 3, in Teams: a phase does not start before its point is passed and minuted', () => {
  it('what belongs to the next phase cannot be sent, by whoever presses for it', async () => {
    const game = toPlanning(play(registered({ points: 'four' })))
    game.act('admin', aDocument('communication-plan'))
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    const id = await stage(game)
    await act('manager', id, { kind: 'point-put', point: 'B2' })
    for (const who of ['chair', 'anna', 'bo'] as const) await vote(who, id, 'approve')
    expect((await world.project(id)).phase).toBe('planning')
    for (const [who, form] of [
      ['member', 'status-report'],
      ['manager', 'progress-report'],
      ['manager', 'change-request'],
    ] as const) {
      const begin = { verb: 'project.form', form, project: id, about: '', go: 'begin' }
      await nothingComesOf(id, who, async () => {
        expect(closedWith(await world.fetch(who, begin))).toBeDefined()
        await world.submit(who, { ...begin, page: 'review', go: 'send' })
        await world.execute(who, { verb: 'project.nothing', form, project: id })
        expect(told(await world.execute(who, { verb: 'project.start', form, project: id }))).toContain(
          t('project-refused.not-in-this-phase'),
        )
      })
    }
    await meet(id)
    expect((await world.project(id)).phase).toBe('execution')
    expect(
      closedWith(await world.fetch('member', { verb: 'project.form', form: 'status-report', project: id, go: 'begin' })),
    ).toBeUndefined()
  })

  it('B3 is not approved while a criterion is not met, though the button is pressed all the same', async () => {
    const game = readyForB3(running())
    game.act('manager', { kind: 'criterion-ticked', criterion: 'users-trained', met: false, note: 'Not yet' })
    game.act('manager', { kind: 'point-put', point: 'B3' })
    const id = await stage(game)
    const press = await votePress(id, 'approve')
    expect(await nothingComesOf(id, 'chair', () => world.execute('chair', press))).toBe('criteria-not-met')
    expect(told(await world.execute('chair', press))).toContain(t('projects.criterion.users-trained'))
  })

  it('an approved point is no new phase until its minutes are signed', async () => {
    const id = await stage(readyForB3(running()))
    await act('manager', id, { kind: 'point-put', point: 'B3' })
    for (const who of ['chair', 'anna', 'bo'] as const) await vote(who, id, 'approve')
    const { phase, decisions } = await world.project(id)
    expect([phase, decisions.at(-1)?.choice, decisions.at(-1)?.minuted]).toEqual(['execution', 'approve', undefined])
    await meet(id)
    expect((await world.project(id)).phase).toBe('closing')
  })
})

describe('rule 4, in Teams: a decision records what, alternative, who, when and why, and lands in the minutes', () => {
  it.each([
    ['reject', {}, 'motive-missing'],
    ['send-back', { motive: '   ' }, 'motive-missing'],
    ['approve-with-conditions', { motive: 'Yes' }, 'conditions-missing'],
  ] as const)('%s with %j is %s, and what was typed stays', async (choice, typed, why) => {
    const id = await stage(asked())
    let card: unknown
    expect(await nothingComesOf(id, 'anna', async () => (card = await vote('anna', id, choice, typed)))).toBe(why)
    expect(textsOf(card).join()).toContain(t(`project-refused.${why}`))
    expect(filledIn(card)).toMatchObject(typed)
  })

  it('only what the matter offers can be chosen', async () => {
    const id = await stage(asked())
    for (const choice of ['close', 'confirm', 'extend'])
      expect(await nothingComesOf(id, 'chair', async () => world.execute('chair', await votePress(id, choice)))).toBe(
        'not-an-alternative',
      )
    const press = await votePress(id, 'crowned')
    expect(await nothingComesOf(id, 'chair', () => world.execute('chair', press))).toBeUndefined()
  })

  it('and everything of it is there, of exactly the revision that was on the card', async () => {
    const id = await stage(asked())
    const { hash } = await matterIn(id)
    await vote('chair', id, 'approve-with-conditions', { conditions: 'No more money', motive: 'Needed' })
    await vote('anna', id, 'reject', { motive: 'Too late' })
    await vote('bo', id, 'approve-with-conditions', { conditions: 'Weekly' })
    await vote('vice', id, 'approve-with-conditions', { conditions: 'As the others' })
    const decision = (await world.project(id)).decisions.at(-1)!
    expect(decision).toMatchObject({
      ...{ subject: { kind: 'change-request', number: 1, revision: 1 }, of: hash, choice: 'approve-with-conditions', at: START },
      motive: { kind: 'own', words: [{ by: tenant('chair'), text: 'Needed' }] },
      conditions: [{ text: 'No more money' }, { text: 'Weekly' }, { text: 'As the others' }],
      votes: [{ by: tenant('chair') }, { by: tenant('anna'), choice: 'reject' }, { by: tenant('bo') }, { by: tenant('vice') }],
    })
    expect(decision.minuted).toBeUndefined()
    await meet(id)
    const [minutes] = await world.stores.projects.filings(id, ['minutes'])
    const filing = await world.stores.projects.filing({ project: id, kind: 'minutes', number: minutes!.number, revision: 1 })
    expect(filing?.body).toMatchObject({ earlier: [decision.number] })
  })
})

describe("rule 5, in Teams: a sub-project manager's report goes to the manager, never straight to the steering group", () => {
  it('nobody but the manager is told, and what it says is on no card, form or search of anybody else', async () => {
    const game = running()
    const activities = game.project.plan!.content.activities.map((one) => (one.id === 'teach' ? { ...one, who: [] } : one))
    game.act('manager', {
      kind: 'plan-kept-up',
      of: 'activity-plan',
      edits: activities.slice(2).map((put) => ({ part: 'activities' as const, put })),
    })
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    const id = await stage(game)
    const secret = 'Only for the manager'
    const said = await fillIn(world, 'sub', await asksFor(world, 'sub', `statusrapport ${id}`), {
      ...{ 'spent.teach': '2', 'left.teach': '18', 'problem.teach': secret, 'proposal.teach': secret },
    })
    expect(said).toBe(t('projects.sent.status-report', { number: id, name: 'Social systems' }))
    const effects = (await world.stores.projects.untold(500, START)).filter((one) => one.project === id)
    expect(effects.map(({ effect }) => effect)).toEqual([
      { tell: [tenant('manager')], what: 'status-report', report: 1, by: tenant('sub') },
    ])
    const { number: matter } = await matterIn(id)
    for (const who of ['chair', 'vice', 'anna', 'bo', 'owner', 'sponsor', 'council', 'office', 'benefit', 'member'] as const) {
      const shown = [
        await world.say(who, 'mina projekt'),
        await world.say(who, `statusrapport ${id}`),
        await world.execute(who, { verb: 'project.show', project: id }),
        await viewOf(world, who, id, matter),
        await world.fetch(who, { verb: 'project.form', form: 'status-report', project: id, about: '2027-01-11', go: 'begin' }),
        await world.fetch(who, { verb: 'project.form', form: 'progress-report', project: id, go: 'begin' }),
        await world.fetch(who, { verb: 'project.form', form: 'change-request', project: id, go: 'begin' }),
        await world.invoked(who, 'composeExtension/query', {
          commandId: 'findProject',
          parameters: [{ name: 'text', value: id }],
        }),
      ]
      expect([who, JSON.stringify(shown).includes(secret)]).toEqual([who, false])
    }
  })
})

describe('rule 6, in Teams: an approved change makes a new revision of the plan that names it', () => {
  it('and a rejected one changes nothing', async () => {
    const [approved, rejected] = [await stage(asked()), await stage(asked())]
    for (const who of ['chair', 'anna', 'bo'] as const) {
      await vote(who, approved, 'approve')
      await vote(who, rejected, 'reject', { motive: 'No' })
    }
    expect((await world.project(approved)).plan).toMatchObject({
      revision: 2,
      because: { kind: 'change-request', request: 1, revision: 1, decision: 3 },
    })
    expect((await world.project(rejected)).plan).toMatchObject({ revision: 1, because: { kind: 'point' } })
  })

  it('the manager cannot change what is bound by what a report or a request says besides', async () => {
    const id = await stage(running())
    const begin = { verb: 'project.form', project: id, go: 'begin' }
    const status = {
      ...{ 'said.spent.tender': 1, 'said.left.tender': 1, 'said.spent.teach': 0, 'said.left.teach': 20 },
      'said.date.milestones.procured': '2028-01-01',
    }
    await world.submit('member', { ...begin, form: 'status-report', page: 'activities-1', go: 'next', ...status })
    await world.submit('member', { ...begin, form: 'status-report', page: 'review', go: 'send' })
    expect((await world.project(id)).statusReports).toHaveLength(1)
    await fillIn(
      world,
      'manager',
      { ...begin, form: 'change-request', filled: { 'amount.licences.2027': '1', edits: 'all' } },
      {
        ...{ title: 'One date', why: 'Late', touches: 'milestones.in-use', 'date.milestones.in-use': '2027-11-20' },
        ...{ 'amount.licences.2027': '99', alternatives: 'None', ifRejected: 'Nothing' },
      },
    )
    const { requests, plan } = await world.project(id)
    expect(requests[0]?.latest.edits).toMatchObject([{ part: 'milestones', put: { id: 'in-use', on: '2027-11-20' } }])
    expect([requests[0]?.latest.edits.length, plan?.revision, plan?.edition]).toEqual([1, 1, 1])
  })
})

/** What Teams offers; everything else is for the tab, where one can read what one does. */
const OFFERED = ['voted', 'conflict-declared', 'status-reported', 'progress-published', 'change-requested', 'request-revised']
const ELSEWHERE = NAMES_OF_EVENTS.filter((kind) => !OFFERED.includes(kind))

describe('rules 3, 7 and 8, in Teams: what is not offered there is not done there, whatever is pressed', () => {
  it.each(ELSEWHERE)('%s', async (kind) => {
    const game = running({ recordNumber: '2027-0999' })
    game.act('manager', { kind: 'delivery-put', id: 'contract' })
    const id = await stage(game)
    const event = JSON.parse(JSON.stringify(ONE_OF_EACH[kind]).replaceAll('"s|', '"development|')) as object
    expect(EVENTS[kind]).toBeDefined()
    for (const who of ['manager', 'chair', 'admin', 'benefit', 'office'] as const)
      for (const verb of [kind, `project.${kind}`, 'project.act']) {
        const press = { ...event, event, verb, project: id }
        await nothingComesOf(id, who, async () => {
          await world.execute(who, press)
          await world.say(who, '', { text: undefined, value: press })
          expect((await world.submit(who, press)).status).toBe(501)
        })
      }
  })
})

describe('rule 7, in Teams: what is registered is registered under the record number, and only by who may', () => {
  it('no form or card sends it, and words do not either', async () => {
    const game = running()
    game.act('admin', { kind: 'record-number-set', recordNumber: '2016-0999' })
    const id = await stage(game)
    for (const who of ['manager', 'admin'] as const)
      await nothingComesOf(id, who, () => world.say(who, `diarieför beslut 1 i ${id}`))
    expect((await world.project(id)).registered).toEqual([])
  })
})

describe('rule 8, in Teams: effects are followed up a year after the end, by whoever is named', () => {
  it('the one who is named sees what they owe though the project is closed, and nobody else is asked', async () => {
    const game = toClosed(running())
    const id = await stage(game)
    world.pass(365)
    const duty = t('projects.duty.effect-follow-up')
    const mine = async (who: Who) => JSON.stringify(await world.say(who, 'mina projekt'))
    expect(await mine('benefit')).toContain(duty)
    for (const who of ['manager', 'chair', 'member'] as const)
      expect([who, (await mine(who)).includes(duty)]).toEqual([who, false])
    await act('benefit', id, { kind: 'effect-followed-up', said: { goal: EFFECT.id, outcome: 'reached', measured: '9 days' } })
    expect(await mine('benefit')).not.toContain(duty)
    world.pass(-365)
  })
})

describe('rule 9, in Teams: a submitted request is immutable, and a revision restarts the vote', () => {
  const revise = (id: string, about = '1') => ({ verb: 'project.form', form: 'change-request', project: id, about, go: 'begin' })

  it.each(['chair', 'member', 'sub', 'admin', 'sponsor', 'stranger'] as const)('the %s cannot revise it', async (who) => {
    const id = await stage(asked())
    await nothingComesOf(id, who, async () => {
      expect(closedWith(await world.fetch(who, revise(id)))).toBeDefined()
      const typed = { 'said.title': 'Mine', 'said.why': 'Mine' }
      expect(closedWith(await world.submit(who, { ...revise(id), page: 'what', go: 'next', ...typed }))).toBeDefined()
      expect(closedWith(await world.submit(who, { ...revise(id), page: 'review', go: 'send' }))).toBeDefined()
    })
    expect((await world.stores.projects.drafts(tenant(who as Who))).filter(({ project }) => project === id)).toEqual([])
  })

  it('revised by the manager it names the former, and everybody votes again on what they now see', async () => {
    const id = await stage(asked())
    const former = (await world.project(id)).requests[0]!.latest
    await vote('chair', id, 'approve')
    await vote('anna', id, 'approve')
    const old = await votePress(id, 'approve')
    const shown = cardIn(await world.execute('manager', { verb: 'project.show', project: id }))
    await fillIn(world, 'manager', pressOf(shown, 'revise-1'), { why: 'It is later still' })
    const { requests, matters } = await world.project(id)
    expect(requests[0]?.latest).toMatchObject({
      revision: 2,
      replaces: former.hash,
      why: 'It is later still',
      edits: former.edits,
    })
    expect(matters[0]).toMatchObject({ round: 2, votes: [] })
    expect(await nothingComesOf(id, 'bo', () => world.execute('bo', old))).toBe('old-revision')
  })

  it('sent twice it is one', async () => {
    const id = await stage(running())
    const typed = {
      title: 'Later',
      why: 'Late',
      touches: 'frame.frame',
      'date.frame.frame': '2027-12-20',
      alternatives: 'None',
      ifRejected: 'No',
    }
    const review = await readThrough(world, 'manager', revise(id, ''), typed)
    await world.submit('manager', pressOf(review, 'send'))
    const again = await world.submit('manager', pressOf(review, 'send'))
    expect(closedWith(again)).toBe(t('projects.form.sent-already'))
    expect((await world.project(id)).requests).toHaveLength(1)
  })

  it('decided while it was being revised, it is not asked for once more by itself; what was written is a draft of a new one', async () => {
    const id = await stage(asked())
    const review = await readThrough(world, 'manager', revise(id), { why: 'It is later still' })
    for (const who of ['chair', 'anna', 'bo'] as const) await vote(who, id, 'approve')
    await nothingComesOf(id, 'manager', async () =>
      expect(closedWith(await world.submit('manager', pressOf(review, 'send')))).toBe(
        t('projects.form.request-over-kept', { number: 1 }),
      ),
    )
    const page = pageOf(await world.fetch('manager', revise(id, '')))
    expect(filledIn(page)).toMatchObject({ 'said.why': 'It is later still' })
    expect(closedWith(await world.fetch('manager', revise(id)))).toBe(t('projects.form.request-over', { number: 1 }))
  })

  it('and what was typed on the open page is kept too', async () => {
    const id = await stage(asked())
    const page = pageOf(await world.fetch('manager', revise(id)))
    for (const who of ['chair', 'anna', 'bo'] as const) await vote(who, id, 'approve')
    const typed = typedOn(page, { why: 'Typed when it was too late' })
    expect(closedWith(await world.submit('manager', { ...pressOf(page, 'next'), ...typed }))).toBe(
      t('projects.form.request-over-kept', { number: 1 }),
    )
    expect(filledIn(pageOf(await world.fetch('manager', revise(id, ''))))).toMatchObject({
      'said.why': 'Typed when it was too late',
    })
  })

  it.each([
    ['change-request', '99', 'no-such-thing'],
    ['change-request', 'nonsense', 'no-such-thing'],
    ['progress-report', '1', 'no-such-thing'],
    ['status-report', 'nonsense', 'wrong-week'],
    ['status-report', '2027-01-12', 'wrong-week'],
  ] as const)('a %s about %s is none', async (form, about, why) => {
    const id = await stage(asked())
    const who = form === 'status-report' ? 'member' : 'manager'
    const press = { verb: 'project.form', form, project: id, about, go: 'begin' }
    expect(closedWith(await world.fetch(who, press))).toBe(t(`project-refused.${why}`))
    await nothingComesOf(id, who, () => world.execute(who, { verb: 'project.nothing', form, project: id, about }))
  })

  it('keeps what the form in Teams has no field for', async () => {
    const edits = [
      { part: 'milestones' as const, put: { id: 'procured', name: 'Procured at last', on: '2027-07-14', goals: ['system'] } },
      { part: 'risks' as const, drop: 'late-supplier' },
      ...aRequest().edits.slice(1),
    ]
    const id = await stage(asked({ edits }))
    await fillIn(world, 'manager', revise(id), {
      'date.milestones.procured': '2027-07-21',
      'date.deliveries.contract': '2027-07-21',
    })
    expect((await world.project(id)).requests[0]?.latest.edits).toMatchObject([
      { part: 'milestones', put: { name: 'Procured at last', on: '2027-07-21' } },
      { part: 'deliveries', put: { on: '2027-07-21' } },
      { part: 'risks', drop: 'late-supplier' },
    ])
  })
})

describe('rule 10, in Teams: lights need a comment when not green; quorum, deadline and tolerance are settings', () => {
  const begin = (id: string) => ({ verb: 'project.form', form: 'progress-report', project: id, go: 'begin' })
  const typed = { done: 'This', next: 'That' }

  it.each(['yellow', 'red'])('%s without a comment is not published', async (light) => {
    const id = await stage(running())
    await nothingComesOf(id, 'manager', async () =>
      expect(await fillIn(world, 'manager', begin(id), { ...typed, 'light.cost': light, 'comment.cost': '  ' })).toContain(
        t('projects.fault.comment', { names: t('projects.aspect.cost') }),
      ),
    )
    await fillIn(world, 'manager', begin(id), { ...typed, 'light.cost': light, 'comment.cost': 'The supplier' })
    expect((await world.project(id)).lastProgress?.lights.cost).toMatchObject({ light, comment: 'The supplier' })
  })

  it('"nothing has changed" publishes no light without its comment', async () => {
    const id = await stage(running())
    await nothingComesOf(id, 'manager', () =>
      world.execute('manager', { verb: 'project.nothing', form: 'progress-report', project: id }),
    )
  })

  it.each(['owner', 'chair', 'member', 'sub', 'admin', 'stranger'] as const)('the %s publishes nothing', async (who) => {
    const id = await stage(running())
    await nothingComesOf(id, who, async () => {
      expect(closedWith(await world.fetch(who, begin(id)))).toBeDefined()
      await world.submit(who, { ...begin(id), page: 'review', go: 'send' })
      await world.execute(who, { verb: 'project.nothing', form: 'progress-report', project: id })
    })
  })

  it('two votes of a quorum of three decide nothing, also when the time is over', async () => {
    const id = await stage(asked())
    await vote('chair', id, 'reject', { motive: 'No' })
    await vote('anna', id, 'reject', { motive: 'No' })
    world.pass(30)
    await world.projects.act({ project: id, event: { kind: 'ticked' }, by: { kind: 'clock' } })
    expect((await world.project(id)).matters).toHaveLength(1)
    await vote('bo', id, 'reject', { motive: 'No' })
    expect((await world.project(id)).matters).toEqual([])
    world.pass(-30)
  })

  it('hours that nobody has are not sent, nor those of a week that is no week', async () => {
    const id = await stage(running())
    const press = {
      verb: 'project.form',
      form: 'status-report',
      project: id,
      about: '2027-01-11',
      page: 'activities-1',
      go: 'next',
    }
    const hours = { 'said.left.tender': 1, 'said.spent.teach': 0, 'said.left.teach': 0 }
    for (const spent of [-1, 169, 'many', 1e9])
      await nothingComesOf(id, 'member', async () => {
        const page = pageOf(await world.submit('member', { ...press, ...hours, 'said.spent.tender': spent }))
        expect([spent, buttonsOf(page).includes('send')]).toEqual([spent, false])
        await world.submit('member', { ...press, page: 'review', go: 'send' })
      })
  })

  it('says at once that a change must be asked for when a cost leaves the budget, also when only what is used was said', async () => {
    const id = await stage(running({ settings: { quorum: 3, tolerance: 0 } }))
    const sent = await fillIn(world, 'manager', begin(id), { ...typed, 'spent.licences': '1000001' })
    expect(sent).toBe(
      t('projects.sent.change-needed', { sentence: t('projects.sent.progress-report', { number: id, name: 'Social systems' }) }),
    )
    expect((await world.project(id)).costs).toEqual([{ post: 'licences', spent: 1_000_001_00, expected: 1_000_001_00 }])
  })
})

describe('rule 11, in Teams: somebody with a conflict of interest does not vote', () => {
  it('neither after it is declared, nor by a vote given before, nor on the next revision', async () => {
    const id = await stage(asked())
    const card = await vote('anna', id, 'approve')
    await world.execute('anna', pressOf(card, 'conflict'))
    expect((await matterIn(id)).votes).toEqual([])
    expect(await nothingComesOf(id, 'anna', () => world.execute('anna', pressOf(card, 'vote-approve')))).toBe(
      'conflict-of-interest',
    )
    await act('manager', id, { kind: 'request-revised', request: 1, said: aRequest({ why: 'Other' }) })
    const press = await votePress(id, 'approve')
    expect(await nothingComesOf(id, 'anna', () => world.execute('anna', press))).toBe('conflict-of-interest')
    expect(buttonsOf(await viewOf(world, 'anna', id, press.matter))).toEqual(['tab'])
  })

  it('nobody declares it of another by naming them, and who has no vote has none to lose', async () => {
    const id = await stage(asked())
    const press = { verb: 'project.conflict', project: id, matter: (await matterIn(id)).number, person: tenant('bo') }
    for (const who of ['manager', 'member', 'council', 'stranger'] as const)
      expect([who, await nothingComesOf(id, who, () => world.execute(who, press))]).toEqual([who, 'not-yours'])
    expect(await nothingComesOf(id, 'owner', () => world.execute('owner', press))).toBe('not-a-member')
    await world.execute('anna', press)
    expect((await matterIn(id)).conflicts).toMatchObject([{ person: tenant('anna'), notedBy: tenant('anna') }])
  })

  it('is no way to undo what was decided', async () => {
    const game = asked()
    approve(game)
    const id = await stage(game)
    const press = { verb: 'project.conflict', project: id, matter: 3 }
    expect(await nothingComesOf(id, 'anna', () => world.execute('anna', press))).toBe('already-decided')
  })
})
