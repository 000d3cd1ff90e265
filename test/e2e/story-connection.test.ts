import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, Route, WebSocketRoute } from 'playwright-core'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage } from '../fixtures/chat-page.js'
import { aPage, openSite } from '../fixtures/other-site.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

let browser: Browser
let lotsen: Started
let neutral: Awaited<ReturnType<typeof openSite>>
let chat: ChatPage

beforeAll(async () => {
  neutral = await openSite(aPage('Vädret'))
  // Tokens that live for a minute only, so that half of it is soon gone.
  const env = { LEAVE_TO: `${neutral.url}/`, TOKEN_SECONDS: '60' }
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen({ env })])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([lotsen?.close(), neutral?.close()])
})
beforeEach(async () => {
  chat = await openChat(browser, lotsen.url)
})
afterEach(() => chat.close())

const QUESTION = 'vi ska ha barn och behöver förskola'
const ACTIVITIES = '**/v3/directline/conversations/*/activities*'
const texts = () => chat.own.allInnerTexts()
const focused = () => chat.page.evaluate<string>('document.activeElement.id')
const posts = (route: Route): boolean => route.request().method() === 'POST'

describe('while an answer is on its way', () => {
  it('shows the own line at once and that it is at work, and says neither any more when the answer is there', async () => {
    let letThrough = (): void => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await chat.page.route(ACTIVITIES, async (route) => {
      if (posts(route)) await held
      await route.continue()
    })
    await chat.say(QUESTION)
    await chat.page.locator('#messages > li.person.pending').waitFor()
    await chat.status.filter({ hasText: 'letar' }).waitFor()
    letThrough()
    await chat.answered('Ansök om förskola')
    expect(await chat.status.innerText()).toBe('')
    expect(await chat.page.locator('.pending').count()).toBe(0)
    expect(await chat.own.count()).toBe(1)
  })

  it('says what to do when no answer comes', async () => {
    await chat.page.clock.install()
    await chat.page.route(ACTIVITIES, (route) => (posts(route) ? undefined : route.continue()))
    await chat.say(QUESTION)
    await chat.page.locator('.pending').waitFor()
    await chat.page.clock.runFor(15_500)
    await chat.status.filter({ hasText: 'dröjer' }).waitFor()
  })

  it('reads answers aloud in order and leaves focus in the box', async () => {
    await chat.page.focus('#text')
    await chat.page.keyboard.type(QUESTION)
    await chat.page.keyboard.press('Enter')
    await chat.answered('Ansök om förskola')
    expect(await focused()).toBe('text')
    await chat.hearing('Ansök om förskola')
    expect((await chat.announced()).every((words) => !words.includes('**'))).toBe(true)
    expect(await chat.page.locator('#live').getAttribute('aria-live')).toBe('polite')
  })

  it('keeps the place of somebody who pressed a button that goes away', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.getByRole('button', { name: 'Nej, inte det' }).focus()
    await chat.page.keyboard.press('Enter')
    await chat.answers.nth(1).waitFor()
    expect(await chat.page.evaluate('document.activeElement.closest("#messages > li.bot") !== null')).toBe(true)
  })
})

describe('when something does not come through', () => {
  it('is one turn, however often it is sent', async () => {
    let tries = 0
    await chat.page.route(ACTIVITIES, async (route) => {
      // The first time the server takes it, but the browser never hears so.
      if (posts(route) && tries++ === 0) {
        await route.fetch()
        return route.abort('connectionreset')
      }
      return route.continue()
    })
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
    expect(tries).toBe(2)
    expect(await chat.own.count()).toBe(1)
    expect(await chat.answers.count()).toBe(1)
  })

  it('keeps the text in the box, says so, and sends it when asked to try again', async () => {
    await chat.page.route(ACTIVITIES, (route) =>
      posts(route) ? route.fulfill({ status: 502, json: { error: { code: 'BotError' } } }) : route.continue(),
    )
    await chat.say(QUESTION)
    await chat.status.filter({ hasText: 'inte att skicka' }).waitFor()
    expect(await chat.page.inputValue('#text')).toBe(QUESTION)
    expect(await chat.own.count()).toBe(0)
    await chat.page.unroute(ACTIVITIES)
    await chat.press('Försök igen')
    await chat.answered('Ansök om förskola')
    expect(await chat.page.inputValue('#text')).toBe('')
    expect(await chat.page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0)
    expect(await texts()).toHaveLength(1)
  })

  it('waits as many SECONDS as it is asked to, and then sends', async () => {
    let refusals = 0
    await chat.page.route(ACTIVITIES, (route) =>
      posts(route) && refusals++ === 0
        ? route.fulfill({ status: 429, headers: { 'retry-after': '2' }, json: {} })
        : route.continue(),
    )
    await chat.page.clock.install()
    await chat.say(QUESTION)
    await chat.status.filter({ hasText: 'skickas strax igen' }).waitFor()
    await chat.page.clock.runFor(1_500)
    expect(refusals).toBe(1)
    await chat.page.clock.runFor(1_000)
    await chat.answered('Ansök om förskola')
    expect(refusals).toBe(2)
  })

  it('says when a text is too long, and keeps it', async () => {
    await chat.page.evaluate("document.getElementById('text').removeAttribute('maxlength')")
    const long = 'förskola '.repeat(1200).trim()
    await chat.say(long)
    await chat.status.filter({ hasText: 'för lång' }).waitFor()
    expect((await chat.page.inputValue('#text')).length).toBe(long.length)
  })

  it('asks for words when there are none', async () => {
    await chat.page.evaluate("document.getElementById('text').required = false")
    await chat.say('  ')
    await chat.status.filter({ hasText: 'Skriv' }).waitFor()
    expect(await focused()).toBe('text')
  })

  it('gets a new token when the old one has expired', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    let old: string | undefined
    await chat.page.route(ACTIVITIES, async (route) => {
      const { authorization } = await route.request().allHeaders()
      old ??= authorization
      return authorization === old ? route.fulfill({ status: 403, json: { error: { code: 'TokenExpired' } } }) : route.continue()
    })
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await texts()).toHaveLength(2)
  })

  it('refreshes its token when half of its life is gone', async () => {
    await chat.page.clock.install()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    const refreshed = chat.page.waitForResponse('**/v3/directline/tokens/refresh')
    await chat.page.clock.runFor(45_000)
    expect((await refreshed).status()).toBe(200)
  })

  it('misses and doubles nothing when the connection is cut and something is said elsewhere meanwhile', async () => {
    const sockets: WebSocketRoute[] = []
    await chat.page.routeWebSocket('**/stream*', (socket) => {
      socket.connectToServer()
      sockets.push(socket)
    })
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.route('**/v3/directline/**', (route) => route.abort('internetdisconnected'))
    await Promise.all(sockets.map((socket) => socket.close({ code: 3000 })))
    await chat.status.filter({ hasText: 'ingen kontakt' }).waitFor()
    // By a form, as a browser without scripts would.
    const headers = { origin: lotsen.url }
    await chat.context.request.post(`${lotsen.url}/say`, { form: { text: 'börja om', id: 'from-another-window' }, headers })
    expect(await chat.answers.count()).toBe(1)
    await chat.page.unroute('**/v3/directline/**')
    await chat.answered('Vi börjar om')
    await chat.say(QUESTION)
    await chat.answers.nth(2).waitFor()
    expect(await texts()).toHaveLength(3)
    expect(await chat.answers.count()).toBe(3)
  })

  it('shows nothing twice when everything is sent once more', async () => {
    const sockets: WebSocketRoute[] = []
    await chat.page.routeWebSocket('**/stream*', (socket) => {
      socket.connectToServer()
      sockets.push(socket)
    })
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.route(/watermark=/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/watermark=\d+/, 'watermark=0'),
      }),
    )
    await Promise.all(sockets.map((socket) => socket.close({ code: 3000 })))
    await chat.page.waitForEvent('websocket')
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await texts()).toHaveLength(2)
    expect(await chat.answers.count()).toBe(2)
  })

  it('says so when the network is gone, and goes on by itself when it is back', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.context.setOffline(true)
    await chat.status.filter({ hasText: 'ingen kontakt' }).waitFor()
    await chat.context.setOffline(false)
    await chat.status.filter({ hasText: 'kontakt igen' }).waitFor()
  })

  it('asks again and again where sockets do not come through', async () => {
    await chat.page.routeWebSocket('**/stream*', (socket) => socket.close())
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await texts()).toHaveLength(2)
  })

  it('begins anew when the conversation is gone', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await lotsen.database.executeSql('UPDATE conversation SET ended_at = now()')
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await texts()).toHaveLength(1)
  })
})

describe('with two tabs', () => {
  it('shows in both what is said in one', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    const other = await chat.context.newPage()
    await other.goto(lotsen.url)
    await other.fill('#text', 'börja om')
    await other.click('#send')
    await other.locator('#messages > li.bot', { hasText: 'Vi börjar om' }).waitFor()
    await chat.answered('Vi börjar om')
    expect(await texts()).toHaveLength(2)
  })

  it('leaves in both when one is left', async () => {
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    const other = await chat.context.newPage()
    await other.goto(lotsen.url)
    await other.locator('form[action="/leave"] button').first().click()
    await Promise.all([other, chat.page].map((page) => page.waitForURL(`${neutral.url}/`)))
  })
})
