import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Client } from 'pg'
import { ask } from '../fixtures/ask.js'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage, type Script } from '../fixtures/chat-page.js'
import { listenTo } from '../fixtures/direct-line-door.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const CRY = 'min man slår mig'
const QUESTION = 'vi ska ha barn och behöver förskola'
const HIDDEN = 'Tidigare meddelanden visas inte.'
const PSEUDO = 'ar-XB'
/** What was said before, and whom they were told to call: it must stand nowhere on a page that others may open. */
const GONE = /slår mig|Ansök om förskola|Kvinnofridslinjen/

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const cry = async (chat: ChatPage): Promise<void> => {
  await chat.say(CRY)
  await chat.last.getByRole('link', { name: 'Ring 112' }).waitFor()
}

describe('somebody in danger', () => {
  let lotsen: Started
  beforeAll(async () => {
    lotsen = await startLotsen({ languages: ['sv', 'en', PSEUDO] })
  })
  afterAll(() => lotsen?.close())

  describe.each<Script>(['on', 'off', 'missing'])('with scripts %s', (script) => {
    it('sees the number to press at once, without scrolling, and nothing of it after a reload', async () => {
      const chat = await openChat(browser, lotsen.url, { script })
      await chat.say(QUESTION)
      await chat.answered('Ansök om förskola')
      await cry(chat)
      const link = chat.last.getByRole('link', { name: 'Ring 112' })
      expect(await link.getAttribute('href')).toBe('tel:112')
      const place = await link.boundingBox()
      expect(place && place.y >= 0 && place.y + place.height <= 844).toBe(true)
      expect(await chat.last.getByRole('button').count()).toBe(0)

      await chat.page.reload()
      expect(await chat.page.locator('#messages > li').count()).toBe(0)
      expect(await chat.page.getByText(HIDDEN).isVisible()).toBe(true)
      expect(await chat.page.content()).not.toMatch(GONE)

      await chat.say('börja om')
      await chat.answered('Vi börjar om')
      expect(await chat.page.locator('#messages > li').count()).toBe(2)
      await chat.page.reload()
      expect(await chat.page.locator('#messages > li').count()).toBe(2)
      expect(await chat.page.content()).not.toMatch(GONE)
      await chat.close()
    })
  })

  it('is answered above everything by a form that is sent twice, as a frightened thumb does', async () => {
    const chat = await openChat(browser, lotsen.url, { script: 'off' })
    await chat.page.fill('#text', CRY)
    await chat.page.locator('#send').dblclick()
    await chat.last.getByRole('link', { name: 'Ring 112' }).waitFor()
    // The second press may also meet the page that came, where the box is empty.
    await chat.page.locator('#send').click()
    await chat.last.getByRole('link', { name: 'Ring 112' }).waitFor()
    await chat.page.reload()
    expect(await chat.answers.count()).toBe(0)
    await chat.close()
  })

  it.each([
    ['in Swedish on a telephone', {}],
    ['at 400 % zoom', { viewport: { width: 320, height: 256 } }],
    ['from right to left', { locale: PSEUDO }],
    ['in the dark', { colorScheme: 'dark' }],
    ['with forced colours', { forcedColors: 'active' }],
  ] as const)('is given nothing for axe to find, in their words and after a reload: %s', async (_, eyes) => {
    const chat = await openChat(browser, lotsen.url, eyes)
    await chat.say('زوجي يضربني')
    await chat.last.locator('.card').waitFor()
    expect(await violations(chat.page)).toEqual([])
    const sideways = await chat.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(sideways).toBeLessThanOrEqual(0)
    const said = chat.last.locator('.said')
    expect([await said.getAttribute('lang'), await said.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    await chat.page.reload()
    expect(await violations(chat.page)).toEqual([])
    await chat.close()
  })
})

describe('Direct Line', () => {
  let lotsen: Started
  beforeAll(async () => {
    lotsen = await startLotsen()
  })
  afterAll(() => lotsen?.close())

  type Token = { conversationId: string; token: string; streamUrl: string }
  type Set = { activities: { text?: string }[]; watermark: string }

  const post = async (path: string, headers: Record<string, string>, body: unknown): Promise<{ body: Token; cookie: string }> => {
    const response = await fetch(lotsen.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: lotsen.url, ...headers },
      body: JSON.stringify(body),
    })
    return { body: (await response.json()) as Token, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const texts = async ({ conversationId, token }: Token, query: string): Promise<string[]> => {
    const path = `/v3/directline/conversations/${conversationId}/activities${query}`
    const response = await fetch(lotsen.url + path, { headers: bearer(token) })
    return ((await response.json()) as Set).activities.map(({ text }) => text ?? '')
  }
  /** All that a socket hears of what was said before it was opened, up to the answer to something new. */
  const heardBefore = async (page: Token, say: () => Promise<unknown>): Promise<string[]> => {
    const socket = listenTo(page.streamUrl)
    await socket.opened()
    await say()
    await socket.until(() => socket.texts().some((text) => text.startsWith('Vi börjar om')))
    await socket.close()
    return socket.texts()
  }

  it('gives the answer to the page that asked, and nothing up to it to a page that is opened later', async () => {
    const { body: first, cookie } = await post('/api/token', {}, { start: true })
    const say = (text: string) =>
      post(`/v3/directline/conversations/${first.conversationId}/activities`, bearer(first.token), { type: 'message', text })
    await say(CRY)
    expect(await texts(first, '')).toEqual([CRY, 'Ring 112 nu om någon är i fara.'])
    expect(await texts(first, '?watermark=1')).toEqual(['Ring 112 nu om någon är i fara.'])

    const { body: later } = await post('/api/token', { cookie }, { start: true })
    expect(later.conversationId).toBe(first.conversationId)
    const { body: refreshed } = await post('/v3/directline/tokens/refresh', bearer(later.token), {})
    const { body: again } = await post('/v3/directline/conversations', bearer(first.token), {})
    for (const page of [later, refreshed, again])
      for (const query of ['', '?watermark=', '?watermark=0', '?watermark=1']) expect(await texts(page, query)).toEqual([])
    expect(await heardBefore(later, () => say('börja om'))).not.toContain(CRY)
    expect((await heardBefore(again, () => say('börja om'))).join()).not.toContain('112')
    expect((await texts(later, '')).length).toBe(4)
  })
})

describe('with the database gone', () => {
  let lotsen: Started
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
    lotsen = await startLotsen({ env: { DATABASE_URL: postgres.url } })
  })
  afterAll(async () => {
    await lotsen?.close()
    await postgres?.remove()
  })

  const crises = async (): Promise<number> =>
    (await lotsen.database.executeSql("SELECT id FROM turn WHERE outcome = 'crisis'")).rows.length

  it('everybody in danger is answered: on old pages and new, with and without scripts, and by other programs', async () => {
    const open = (script: Script) => openChat(browser, lotsen.url, { script })
    const talking = await Promise.all((['on', 'off'] as const).map(open))
    for (const chat of talking) {
      await chat.say(QUESTION)
      await chat.answered('Ansök om förskola')
    }
    await postgres.stop('immediate')

    const fresh = await Promise.all(
      (['on', 'off', 'missing'] as const).map((script) => openChat(browser, lotsen.url, { script })),
    )
    for (const chat of [...talking, ...fresh]) {
      await cry(chat)
      expect(await chat.answers.filter({ hasText: 'Kvinnofridslinjen' }).count()).toBe(1)
      // No trouble beside the answer, and their words are not left where others see them.
      expect([await chat.status.innerText(), await chat.page.inputValue('#text')]).toEqual(['', ''])
    }
    expect(await violations((fresh[0] as ChatPage).page)).toEqual([])
    expect(await ask(lotsen.url, { id: 'gone', text: CRY })).toMatchObject({ status: 200, outcomes: ['crisis'] })
    expect(await ask(lotsen.url, { id: 'gone too', text: QUESTION })).toMatchObject({ status: 200, outcomes: ['error'] })

    await postgres.start()
    expect(await crises()).toBe(0)
    // What was not counted is counted beside the next turns that can be stored.
    for (let turns = 0; (await crises()) < 6; turns++)
      await ask(lotsen.url, { id: `back ${turns}`, conversation: 'other', text: QUESTION })
    const { rows } = await lotsen.database.executeSql('SELECT body::text AS body FROM activity')
    expect(JSON.stringify(rows)).not.toContain('slår mig')
    await Promise.all([...talking, ...fresh].map((chat) => chat.close()))
  })

  it('somebody in danger does not wait for a database that holds everything back', async () => {
    const chats = await Promise.all((['on', 'off'] as const).map((script) => openChat(browser, lotsen.url, { script })))
    for (const chat of chats) {
      await chat.say(QUESTION)
      await chat.answered('Ansök om förskola')
    }
    const before = await crises()
    const blocker = new Client({ connectionString: postgres.url })
    await blocker.connect()
    await blocker.query('BEGIN; LOCK TABLE conversation, activity, turn, rate_counter IN ACCESS EXCLUSIVE MODE')
    await Promise.all(chats.map(cry))
    expect(await ask(lotsen.url, { id: 'held back', text: CRY })).toMatchObject({ outcomes: ['crisis'] })
    await blocker.end()
    for (let turns = 0; (await crises()) < before + 3; turns++)
      await ask(lotsen.url, { id: `let go ${turns}`, conversation: 'other', text: QUESTION })
    await Promise.all(chats.map((chat) => chat.close()))
  })
})
