import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ProjectEventSent } from '../../../bot/domain/projects/events.js'
import { ProjectEvent } from '../../../bot/domain/projects/events.js'
import type { Translate } from '../../../bot/i18n/translate.js'
import { asExpected } from '../../fixtures/expected-file.js'
import { aRequest, running, START, type Who } from '../../fixtures/project.js'
import { buttonsOf, filledIn, pressOf, teamsProjects, textsOf, type Answered } from '../../fixtures/teams-projects.js'

type World = Awaited<ReturnType<typeof teamsProjects>>
let world: World
beforeEach(async () => {
  const game = running()
  game.act('manager', { kind: 'change-requested', said: aRequest() })
  world = await teamsProjects([game.project], START)
})
afterEach(() => world.close())

const t: Translate = (key, values) => world.words('sv')(key, values)
const youVoted = (choice: string): string => t('projects.decision.you-voted', { choice: t(`projects.choice.${choice}`) })
const SHOW = { verb: 'project.matter', project: 'social', matter: 2 }
const cardOf = ({ body }: Answered) => body.value
const told = (answer: Answered): string => textsOf(cardOf(answer)).join('\n')
const matter = async () => (await world.project('social')).matters.at(-1)
const view = async (who: Who, trigger = 'automatic') =>
  world.execute(who, { ...SHOW, matter: (await matter())!.number }, {}, trigger)
/** What a person does elsewhere, as in the tab. */
const act = async (who: Who, event: ProjectEventSent) => {
  const by = await world.projects.actorOf({ tenant: 'development', oid: who }, 'tab')
  return world.projects.act({ project: 'social', event: ProjectEvent.parse(event), by })
}
const vote = async (who: Who, choice: string, typed: object = {}, more: object = {}) => {
  const card = cardOf(await view(who))
  return world.execute(who, { ...pressOf(card, `vote-${choice}`), ...filledIn(card), ...typed }, more)
}

describe('a decision card', () => {
  it('is another for one who votes, for the manager and for whoever only advises', async () => {
    asExpected('decision-of-chair', await view('chair'))
    asExpected('decision-of-manager', await view('manager'))
    asExpected('decision-of-council', await view('council'))
  })

  it('tells a stranger nothing', async () => {
    expect((await view('stranger')).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: t('projects.gone'),
    })
  })

  it('is refreshed by itself for those whom the bot has met in a chat, and for nobody else', async () => {
    await world.say('anna', 'mina projekt')
    await world.say('manager', 'mina projekt')
    const { refresh } = cardOf(await view('chair')) as { refresh: { userIds: string[]; action: { verb: string } } }
    expect(refresh.userIds).toEqual(['29:chair', '29:anna', '29:manager'])
    expect(refresh.action.verb).toBe('project.matter')
  })
})

describe('a vote', () => {
  it('is noted, and shown to the voter, who can change it', async () => {
    const voted = await vote('chair', 'approve')
    asExpected('voted-by-chair', voted)
    expect(told(await vote('chair', 'reject', { motive: 'Too late' }))).toContain(youVoted('reject'))
    expect((await matter())?.votes).toMatchObject([
      { by: 'development|chair', choice: 'reject', motive: 'Too late', where: 'card' },
    ])
  })

  it('needs a motive to reject and conditions to approve with them; what was typed stays on the card', async () => {
    const refused = await vote('anna', 'reject')
    expect(told(refused)).toContain(t('project-refused.motive-missing'))
    const bare = await vote('anna', 'approve-with-conditions', { motive: 'So it is' })
    expect(told(bare)).toContain(t('project-refused.conditions-missing'))
    expect(filledIn(cardOf(bare))).toEqual({ conditions: '', motive: 'So it is' })
    expect((await matter())?.votes).toEqual([])
  })

  it('decides when it is more than half of all, and everybody who presses then is told what was decided', async () => {
    const late = pressOf(cardOf(await view('vice')), 'vote-reject')
    await vote('chair', 'approve-with-conditions', { conditions: 'Monthly figures' })
    await vote('anna', 'approve-with-conditions', { conditions: 'Monthly figures' })
    asExpected('decided-by-bo', await vote('bo', 'approve-with-conditions', { conditions: 'And a plan' }))
    const answer = await world.execute('vice', { ...late, motive: 'No' })
    expect(told(answer)).toContain(t('project-refused.already-decided'))
    expect(told(answer)).toContain(t('projects.decision.decided', { choice: t('projects.decided.approve-with-conditions') }))
    expect((await world.project('social')).decisions.at(-1)?.conditions).toHaveLength(3)
  })

  it('pressed twice is one: the same press sent again has the same answer', async () => {
    const first = await vote('chair', 'approve', {}, { id: 'the same press' })
    const { number } = (await matter())!
    await act('chair', { kind: 'voted', matter: number, hash: (await matter())!.hash, choice: 'reject', motive: 'No' })
    const press = { verb: 'project.vote', project: 'social', matter: number, hash: (await matter())!.hash, choice: 'approve' }
    expect(await world.execute('chair', press, { id: 'the same press' })).toEqual(first)
    expect((await matter())?.votes).toMatchObject([{ choice: 'reject' }])
  })

  it('on another revision than the voter saw is not taken, and the new one is shown', async () => {
    const old = pressOf(cardOf(await view('chair')), 'vote-approve')
    await act('manager', { kind: 'request-revised', request: 1, said: aRequest({ title: 'Three weeks more' }) })
    const answer = await world.execute('chair', old)
    expect(told(answer)).toContain(t('project-refused.old-revision'))
    expect(told(answer)).toContain('Three weeks more')
    expect((await matter())?.votes).toEqual([])
    expect(told(await world.execute('chair', pressOf(cardOf(answer), 'vote-approve')))).toContain(youVoted('approve'))
  })

  it.each([
    ['manager', 'project-refused.not-yours'],
    ['council', 'project-refused.not-yours'],
    ['member', 'project-refused.not-yours'],
    ['owner', 'project-refused.not-your-matter'],
    ['stranger', 'projects.gone'],
  ] as const)('is not taken of the %s, who is told why', async (who, why) => {
    const press = pressOf(cardOf(await view('chair')), 'vote-approve')
    const answer = await world.execute(who, press)
    expect(`${told(answer)}${String(answer.body.value)}`).toContain(t(why))
    expect((await matter())?.votes).toEqual([])
  })

  it('is none when the press is no vote of ours', async () => {
    const answer = await world.execute('chair', { ...pressOf(cardOf(await view('chair')), 'vote-approve'), hash: 'f00' })
    expect(told(answer)).toContain(t('project-refused.old-revision'))
    const nothing = await world.execute('chair', { ...SHOW, matter: 99 })
    expect(nothing.body.value).toBe(t('projects.decision.none'))
  })

  it('is not given by whoever has a conflict of interest, and a vote before it is gone', async () => {
    const card = cardOf(await vote('bo', 'approve'))
    const declared = await world.execute('bo', pressOf(card, 'conflict'))
    expect(told(declared)).toContain(t('projects.decision.you-conflict'))
    expect(buttonsOf(cardOf(declared))).toEqual(['tab'])
    expect(told(await world.execute('bo', pressOf(card, 'vote-approve')))).toContain(t('project-refused.conflict-of-interest'))
    expect((await matter())?.votes).toEqual([])
  })

  it('on what was withdrawn is too late, and says so', async () => {
    const press = pressOf(cardOf(await view('chair')), 'vote-approve')
    await act('manager', { kind: 'request-withdrawn', request: 1 })
    expect(told(await world.execute('chair', press))).toContain(t('projects.decision.over'))
  })

  it('can be given by a submitted action, where a Teams is too old for the others', async () => {
    const press = pressOf(cardOf(await view('chair')), 'vote-approve')
    const [answer] = await world.say('chair', '', { text: undefined, value: press })
    expect(textsOf(answer?.card).join()).toContain(youVoted('approve'))
  })
})

describe('what cannot be decided as things are', () => {
  it('is shown as such, with why, and its button is off', async () => {
    await act('manager', { kind: 'request-withdrawn', request: 1 })
    await act('manager', { kind: 'change-requested', said: aRequest({ edits: [] }) })
    const card = cardOf(await view('chair'))
    expect(textsOf(card).join('\n')).toContain(
      t('projects.decision.hindered', { choice: t('projects.choice.approve'), why: '' }).trim(),
    )
    const written = JSON.stringify(card)
    expect(written).toMatch(/"id":"vote-approve"[^{]*"isEnabled":false/)
    expect(written).toMatch(/"id":"vote-reject"[^{]*"isEnabled":true/)
  })
})
