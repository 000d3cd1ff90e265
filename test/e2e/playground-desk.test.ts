import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { aBotActivity } from '../fixtures/bot-activity.js'
import { startPlayground, type Playground } from '../fixtures/playground.js'

// A channel and two people of the Playground's own.
const CHANNEL = { id: 'channel-announcements-id', conversationType: 'channel', isGroup: true }
const ALEX = { id: 'user-id-0', aadObjectId: '00000000-0000-0000-0000-0000000000020' }
const MEGAN = { id: 'user-id-1', aadObjectId: '00000000-0000-0000-0000-0000000000021' }
const SECRET = 'a-secret-for-tests-only'
const TAKE = /^(Ta den|Take it)$/

let playground: Playground
let page: Page
/** Somebody else who looks at the same channel. */
let other: Page

beforeAll(async () => {
  playground = await startPlayground({ STAFF_SIGN_IN: 'development', DIRECT_LINE_SECRET: SECRET })
  page = await openChannel()
  other = await openChannel()
}, 180_000)
afterAll(() => playground?.close())

async function openChannel(): Promise<Page> {
  const opened = await playground.open()
  await opened.getByText('Announcements').first().click()
  return opened
}

/** What Teams would post for somebody; the Playground itself lets only Alex write and press. */
async function post(from: typeof ALEX, id: string, activity: Record<string, unknown>): Promise<string> {
  const serviceUrl = `${playground.playground}/_connector`
  const body = JSON.stringify(aBotActivity({ id, serviceUrl, conversation: CHANNEL, from, text: undefined, ...activity }))
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${playground.bot}/api/messages`, { method: 'POST', headers, body })).text()
}

/** A citizen's own conversation, in which they ask for a person and approve what is handed over. */
async function askForPerson(): Promise<string> {
  const authorization = `Bearer ${SECRET}`
  const ask = async (path: string, body?: object): Promise<string> => {
    const headers = { authorization, 'content-type': 'application/json' }
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
    return (await fetch(`${playground.bot}/v3/directline/conversations${path}`, init)).text()
  }
  const { conversationId } = JSON.parse(await ask('', {})) as { conversationId: string }
  const say = (activity: object) =>
    ask(`/${conversationId}/activities`, { type: 'message', from: { id: 'dl_citizen' }, locale: 'sv', ...activity })
  await say({ text: 'hur ansöker jag om bygglov för en altan' })
  await say({ text: 'prata med en människa' })
  const handOff = /"handOff":"([^"]+)"/.exec(await ask(`/${conversationId}/activities`))?.[1] ?? ''
  await say({ value: { verb: 'desk.approve', handOff, summary: 'Bygglov för en altan' } })
  return handOff
}

describe("a waiting chat in a team's channel of Microsoft's Agents Playground", () => {
  let handOff: string

  it('is a card, once a lead has made the channel the place of the queue', async () => {
    handOff = await askForPerson()
    expect(handOff).not.toBe('')
    for (const queue of ['contact-centre', 'building'])
      await post(ALEX, `place-${queue}`, { conversation: CHANNEL, value: { verb: 'team.place', queue } })
    const card = page.locator('.ac-adaptiveCard', { hasText: 'Bygglov för en altan' })
    await card.first().waitFor({ timeout: 45_000 })
    expect(await card.first().getByRole('button', { name: TAKE }).count()).toBe(1)
    // What it is about is said as people say it, not by an id.
    expect(await card.first().innerText()).toMatch(/(Ämne|Topic)\s+(Jag vill bygga|I want to build)/)
  })

  it('is taken by who pressed first, the other is told who has it, and the card changes for all', async () => {
    await page.getByRole('button', { name: TAKE }).first().click()
    await page
      .getByText(/Alex (tog den|took it)/)
      .first()
      .waitFor()
    const data = { verb: 'team.take', handOff }
    const value = { action: { type: 'Action.Execute', verb: 'team.take', data }, trigger: 'manual' }
    const told = await post(MEGAN, 'press', { type: 'invoke', name: 'adaptiveCard/action', value })
    expect(told).toMatch(/Alex (hann före dig|was quicker)/)
    await other
      .getByText(/Alex (tog den|took it)/)
      .first()
      .waitFor()
    expect(await other.getByRole('button', { name: TAKE }).count()).toBe(0)
  })
})
