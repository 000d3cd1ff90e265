import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ProjectEvent, type ProjectEventSent } from '../../../bot/domain/projects/events.js'
import type { Translate } from '../../../bot/i18n/translate.js'
import { asExpected } from '../../fixtures/expected-file.js'
import { aRequest, running, SEATS, START, WHO, type Who } from '../../fixtures/project.js'
import { closedWith, fillIn, readThrough, type World } from '../../fixtures/teams-person.js'
import { buttonsOf, filledIn, pressOf, teamsProjects, textsOf, type Answered } from '../../fixtures/teams-projects.js'

const THREE = ['chair', 'anna', 'manager'] as const
const MATTER = 3

let world: World
let t: Translate
beforeEach(async () => {
  const game = running()
  game.act('manager', { kind: 'change-requested', said: aRequest() })
  world = await teamsProjects([game.project], START)
  t = world.words('sv')
  for (const who of THREE) await world.say(who, 'mina projekt')
})
afterEach(() => world.close())

/** What Teams fetches by itself for somebody who looks at the card. */
const refreshed = (who: string): Promise<Answered> =>
  world.execute(who, { verb: 'project.matter', project: 'social', matter: MATTER }, {}, 'automatic')
const ofAll = async () => Object.fromEntries(await Promise.all(THREE.map(async (who) => [who, await refreshed(who)] as const)))
const cardOf = ({ body }: Answered): unknown => body.value
const told = (answer: Answered): string => textsOf(cardOf(answer)).join('\n')
const project = () => world.project('social')
const pressFor = async (who: Who, choice = 'approve', typed: object = {}) => {
  const card = cardOf(await refreshed(who))
  return { ...pressOf(card, `vote-${choice}`), ...filledIn(card), ...typed }
}
const act = async (who: Who, event: ProjectEventSent) => {
  const by = await world.projects.actorOf({ tenant: 'development', oid: who }, 'tab')
  const said = JSON.parse(JSON.stringify(event).replaceAll('"s|', '"development|')) as unknown
  return world.projects.act({ project: 'social', event: ProjectEvent.parse(said), by })
}

describe('one card as three people have it', () => {
  it('when it is asked, when one of them has voted, and when it is decided: whole answers', async () => {
    asExpected('three-asked', await ofAll())
    const conditions = { conditions: 'Monthly figures', motive: 'Needed' }
    await world.execute('chair', await pressFor('chair', 'approve-with-conditions', conditions))
    asExpected('three-one-voted', await ofAll())
    for (const who of ['anna', 'bo'] as const)
      await world.execute(who, await pressFor(who, 'approve-with-conditions', { conditions: 'And a plan' }))
    asExpected('three-decided', await ofAll())
  })

  it('is the same whether Teams fetches it or somebody asks for it', async () => {
    const asked = { verb: 'project.matter', project: 'social', matter: MATTER }
    for (const who of THREE) expect(await world.execute(who, asked)).toEqual(await refreshed(who))
  })

  it('is another for somebody who has left the steering group, and nothing for whoever has left the project', async () => {
    const press = await pressFor('bo')
    await act('office', { kind: 'renamed', name: 'Social systems' })
    await act('chair', {
      kind: 'roster-changed',
      roster: SEATS.map((seat) => (seat.person === WHO.bo ? { person: WHO.bo, role: 'reference' as const } : seat)),
    })
    expect(buttonsOf(cardOf(await refreshed('bo')))).toEqual(['tab'])
    expect(told(await world.execute('bo', press))).toContain(t('project-refused.not-yours'))
    await act('chair', { kind: 'roster-changed', roster: SEATS.filter(({ person }) => person !== WHO.bo) })
    expect(cardOf(await refreshed('bo'))).toBe(t('projects.gone'))
    expect(cardOf(await world.execute('bo', press))).toBe(t('projects.gone'))
    expect((await project()).matters[0]?.votes).toEqual([])
  })
})

describe('presses that come at the same moment', () => {
  it('of one person, the same press twice, are one vote', async () => {
    const press = await pressFor('chair')
    const answers = await Promise.all([1, 2].map(() => world.execute('chair', press, { id: 'one press' })))
    expect((await project()).matters[0]?.votes).toHaveLength(1)
    for (const answer of answers)
      expect([answer.status, told(answer)]).toEqual([200, expect.stringContaining(t('projects.choice.approve'))])
    const rows = (await world.stores.projects.audit('social')).filter(({ action }) => action === 'voted')
    expect(rows).toHaveLength(1)
  })

  it('of three people decide once, and each is told', async () => {
    const presses = await Promise.all((['chair', 'anna', 'bo'] as const).map(async (who) => [who, await pressFor(who)] as const))
    const answers = await Promise.all(presses.map(([who, press]) => world.execute(who, press)))
    const { decisions, plan, matters } = await project()
    expect([decisions.at(-1)?.votes.length, plan?.revision, matters]).toEqual([3, 2, []])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.filter((answer) => told(answer).includes(t('projects.decided.approve'))).length).toBeGreaterThanOrEqual(1)
  })

  it('of a vote and a revision of what is voted on never count the vote for what its voter did not see', async () => {
    const press = await pressFor('anna')
    await Promise.all([
      world.execute('anna', press),
      act('manager', { kind: 'request-revised', request: 1, said: aRequest({ why: 'It is later still' }) }),
    ])
    const [matter] = (await project()).matters
    expect([matter?.round, matter?.votes]).toEqual([2, []])
  })
})

describe('a press once more, later', () => {
  it('with another id says the same and changes nothing', async () => {
    const press = await pressFor('chair')
    const first = await world.execute('chair', press)
    const version = (await world.stores.projects.find('social'))?.version
    expect(await world.execute('chair', press)).toEqual(first)
    expect((await world.stores.projects.find('social'))?.version).toBe(version)
  })

  it('of a card that is a month old, when the matter is decided and minuted, is told what was decided', async () => {
    const late = await pressFor('vice', 'reject', { motive: 'No' })
    for (const who of ['chair', 'anna', 'bo'] as const) await world.execute(who, await pressFor(who))
    world.pass(31)
    const answer = await world.execute('vice', late)
    expect(told(answer)).toContain(t('project-refused.already-decided'))
    expect((await project()).decisions.at(-1)?.votes).toHaveLength(3)
  })
})

describe('a form that is sent twice at the same moment', () => {
  it.each([
    [
      'change-request',
      'manager',
      {
        title: 'Later',
        why: 'Late',
        touches: 'points.B4',
        'date.points.B4': '2027-12-16',
        alternatives: 'None',
        ifRejected: 'No',
      },
    ],
    ['progress-report', 'manager', { done: 'This', next: 'That' }],
    ['status-report', 'member', { 'spent.tender': '4', 'left.tender': '36' }],
  ] as const)('%s: is one, though the two presses have ids of their own', async (form, who, typed) => {
    const before = (await world.stores.projects.find('social'))!.version
    const review = await readThrough(world, who, { verb: 'project.form', form, project: 'social', go: 'begin' }, typed)
    const answers = await Promise.all([1, 2].map(() => world.submit(who, pressOf(review, 'send'))))
    expect((await world.stores.projects.find('social'))!.version).toBe(before + 1)
    for (const answer of answers) expect([answer.status, closedWith(answer) !== undefined]).toEqual([200, true])
  })
})

describe('the same dialog as three people ask for it', () => {
  it('opens for one, and tells the others why not', async () => {
    const press = { verb: 'project.form', form: 'change-request', project: 'social', go: 'begin' }
    const closed = (value: string) => ({ status: 200, body: { task: { type: 'message', value } } })
    expect(closedWith(await world.fetch('manager', press))).toBeUndefined()
    expect(await world.fetch('anna', press)).toEqual(closed(t('projects.not-yours.change-request')))
    expect(await world.fetch('stranger', press)).toEqual(closed(t('projects.gone')))
  })

  it('keeps the drafts of two who may send it apart', async () => {
    const press = { verb: 'project.form', form: 'change-request', project: 'social', go: 'begin' }
    const typed = { touches: 'frame.frame', 'date.frame.frame': '2027-12-20', alternatives: 'None', ifRejected: 'No' }
    const review = await readThrough(world, 'manager', press, { title: "The manager's", why: 'Late', ...typed })
    await fillIn(world, 'owner', press, { title: "The owner's", why: 'Late', ...typed })
    await world.submit('manager', pressOf(review, 'send'))
    const { requests } = await project()
    expect(requests.map(({ latest }) => [latest.title, latest.by])).toEqual([
      ['Two weeks more', 'development|manager'],
      ["The owner's", 'development|owner'],
      ["The manager's", 'development|manager'],
    ])
  })
})
