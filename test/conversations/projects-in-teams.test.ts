import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Card, PressData } from '../../bot/domain/conversations/message.js'
import { summaryOf } from '../../bot/domain/projects/summary.js'
import { aBotActivity } from '../fixtures/bot-activity.js'
import { connector } from '../fixtures/connector.js'
import { running, START, type Who } from '../fixtures/project.js'
import { startLotsen } from '../fixtures/start-lotsen.js'
import { cardIn, until } from '../fixtures/teams-desk.js'
import { buttonsOf, filledIn, moved, pageOf, pressOf, textsOf, type Answered } from '../fixtures/teams-projects.js'

const GROUP = '19:steering@thread.v2'

/** The whole bot on a database, and a Teams that keeps what is sent to it. */
async function world() {
  const teams = await connector()
  const began = Date.now()
  const now = () => new Date(START.getTime() + (Date.now() - began))
  const lotsen = await startLotsen({ env: { STAFF_SIGN_IN: 'development' }, overrides: { now } })
  const project = moved(running().project)
  await lotsen.stores.projects.change({
    ...{ after: project, summary: summaryOf(project), filings: [], effects: [], at: now() },
    audit: [{ by: 'clock', where: 'import', action: 'registered', project: project.id, at: now(), detail: {} }],
  })
  let sent = 0
  async function post(who: Who, activity: Record<string, unknown>, conversation = `a:${who}`): Promise<Answered> {
    const isGroup = conversation === GROUP
    const response = await fetch(`${lotsen.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        aBotActivity({
          ...{ id: `activity-${++sent}`, serviceUrl: teams.serviceUrl, text: undefined },
          conversation: { id: conversation, conversationType: isGroup ? 'groupChat' : 'personal', isGroup, tenantId: 'tenant-1' },
          from: { id: `29:${who}`, aadObjectId: who },
          ...activity,
        }),
      ),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }
  /** What a conversation shows now of what was sent to it: a changed card in the place of the old one. */
  function shown(conversation: string): Card[] {
    const cards = new Map<string, Card>()
    for (const [at, { method, path, activity }] of teams.delivered.entries()) {
      const card = cardIn(activity)
      if (card && path.includes(encodeURIComponent(conversation)))
        cards.set(method === 'PUT' ? path.split('/').at(-1)! : `sent-${at + 1}`, card)
    }
    return [...cards.values()]
  }
  const invoke = (who: Who, name: string, value: object, conversation?: string) =>
    post(who, { type: 'invoke', name, value }, conversation)
  return {
    ...{ lotsen, teams, post, invoke, shown },
    execute: (who: Who, press: PressData, conversation?: string) =>
      invoke(
        who,
        'adaptiveCard/action',
        { action: { type: 'Action.Execute', verb: press.verb, data: press }, trigger: 'manual' },
        conversation,
      ),
    async close() {
      await lotsen.close()
      await teams.close()
    },
  }
}

let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const decisionIn = (conversation: string, text: string) =>
  until(() => here.shown(conversation).find((card) => textsOf(card).join('\n').includes(text)))

describe('a change, from a few words to a decision, in Teams', () => {
  it('begins with people who have met the bot, and a chat of the steering group', async () => {
    for (const who of ['chair', 'anna', 'bo', 'manager'] as const) await here.post(who, { text: 'mina projekt' })
    await here.post('chair', { text: 'styrgrupp P-2027-001' }, GROUP)
    await until(() => here.teams.texts().some((text) => text?.includes('som styrgruppen ska besluta')))
  })

  it('is told in words, filled in, completed in a dialog and sent', async () => {
    await here.post('manager', { text: 'vi blir två veckor sena med contract' })
    const offered = await decisionIn('a:manager', 'Jag har fyllt i det här av det du skrev.')
    const opened = await here.invoke('manager', 'task/fetch', { data: pressOf(offered, 'form'), context: { theme: 'dark' } })
    let page = pageOf(opened)
    const others = { 'said.alternatives': 'Fewer requirements', 'said.ifRejected': 'It is cancelled' }
    while (!buttonsOf(page).includes('send')) {
      const filled = filledIn(page)
      const typed = 'said.alternatives' in filled ? others : {}
      page = pageOf(await here.invoke('manager', 'task/submit', { data: { ...pressOf(page, 'next'), ...filled, ...typed } }))
    }
    // Somebody who presses twice has two presses on their way at once.
    const sent = await Promise.all([1, 2].map(() => here.invoke('manager', 'task/submit', { data: pressOf(page, 'send') })))
    expect(sent.map(({ status, body }) => [status, body.task?.['type']])).toEqual([
      [200, 'message'],
      [200, 'message'],
    ])
    expect((await here.lotsen.stores.projects.find('social'))?.project.requests.map(({ number }) => number)).toEqual([1])
  })

  it('is asked of each member in their own chat, and in the chat of the group', async () => {
    const asked = await decisionIn('a:anna', 'Väntar på beslut. 0 av 4 har röstat')
    expect((asked['refresh'] as { userIds: string[] }).userIds.sort()).toEqual(['29:anna', '29:bo', '29:chair', '29:manager'])
    await decisionIn(GROUP, 'Väntar på beslut. 0 av 4 har röstat')
  })

  it('is voted on, and every card changes for everybody', async () => {
    const card = await decisionIn(GROUP, 'Väntar på beslut. 0 av 4 har röstat')
    for (const [who, voted] of [
      ['chair', 1],
      ['anna', 2],
    ] as const) {
      const own = (await here.execute(who, pressOf(card, 'open'), GROUP)).body.value
      const answer = await here.execute(who, { ...pressOf(own, 'vote-approve'), ...filledIn(own) }, GROUP)
      expect(textsOf(answer.body.value).join()).toContain('Du har röstat: Godkänn')
      await decisionIn(GROUP, `Väntar på beslut. ${voted} av 4 har röstat`)
    }
    const own = (await here.execute('bo', pressOf(card, 'open'), GROUP)).body.value
    await here.execute('bo', { ...pressOf(own, 'vote-approve'), ...filledIn(own) }, GROUP)
    for (const conversation of [GROUP, 'a:chair', 'a:anna', 'a:bo']) await decisionIn(conversation, 'Beslutat: Godkänt.')
    expect((await here.lotsen.stores.projects.find('social'))?.project.plan?.revision).toBe(2)
  })

  it('is told to everybody in the project who can be told', async () => {
    await until(() => here.teams.texts().some((text) => text?.includes('Projektplanen har en ny revision, 2')))
  })
})
