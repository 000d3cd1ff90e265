import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage, type Script } from '../fixtures/chat-page.js'
import { aPage, openSite } from '../fixtures/other-site.js'
import { openProxy, type Proxy } from '../fixtures/proxy.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const QUESTION = 'vi ska ha barn och behöver förskola'

let browser: Browser
let lotsen: Started
let neutral: Awaited<ReturnType<typeof openSite>>
let plain: Proxy
let safe: Proxy

beforeAll(async () => {
  neutral = await openSite(aPage('Vädret'))
  ;[plain, safe] = await Promise.all([openProxy(() => lotsen.url), openProxy(() => lotsen.url, { tls: 'lotsen.test' })])
  // Pages are kept in memory for "back", as every browser does that is not under test.
  browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  lotsen = await startLotsen({ env: { LEAVE_TO: `${neutral.url}/`, TRUSTED_PROXIES: '127.0.0.1' } })
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
  await Promise.all([neutral, plain, safe].map((open) => open?.close()))
})

const messages = ({ page }: ChatPage) => page.locator('#messages > li')

/** Goes back, and waits for what stands there then. A page from memory never tells that it was loaded. */
async function back({ page }: ChatPage, address: string): Promise<void> {
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForURL(new RegExp(`^${address}/`), { waitUntil: 'commit' })
}

const WAYS: [script: Script, way: 'http' | 'https'][] = [
  ['on', 'http'],
  ['off', 'http'],
  ['missing', 'http'],
  ['on', 'https'],
  ['off', 'https'],
]

describe.each(WAYS)('the back button, with scripts %s, over %s', (script, way) => {
  const url = () => (way === 'http' ? plain : safe).url
  const open = () => openChat(browser, url(), { script, ignoreHTTPSErrors: true })

  it('leads from another page to the conversation as it was, which goes on with nothing doubled', async () => {
    const chat = await open()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.goto(neutral.url)
    await back(chat, url())
    await chat.answered('Ansök om förskola')
    expect(await messages(chat).count()).toBe(2)
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await messages(chat).count()).toBe(4)
    expect(await chat.own.allInnerTexts()).toHaveLength(2)
    await chat.close()
  })

  it('shows nothing after leaving, however far back, not even that something was said', async () => {
    const chat = await open()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.goto(neutral.url)
    await chat.page.goto(url())
    await chat.answered('Ansök om förskola')
    await chat.page.locator('#leave button').click()
    await chat.page.waitForURL(`${neutral.url}/`)
    for (;;) {
      await chat.page.goBack({ waitUntil: 'commit' })
      if (chat.page.url() === 'about:blank') break
      await chat.page.locator('h1').waitFor()
      expect(await chat.page.content()).not.toContain(QUESTION)
      expect(await messages(chat).count()).toBe(0)
      expect(await chat.page.getByText('Samtalet finns inte kvar').count()).toBe(0)
      expect(chat.page.url()).not.toContain('said')
    }
    expect(await chat.context.cookies()).toEqual([])
    await chat.close()
  })
})

it('leads, without scripts, to an earlier page of the conversation that shows all of it, and takes what is said there', async () => {
  const chat = await openChat(browser, plain.url, { script: 'off' })
  await chat.say(QUESTION)
  await chat.answered('Ansök om förskola')
  await chat.say('börja om')
  await chat.answered('Vi börjar om')
  await back(chat, plain.url)
  await chat.answered('Vi börjar om')
  expect(await messages(chat).count()).toBe(4)
  await chat.say('prata med en människa')
  await chat.answered('Här når du en människa')
  expect(await messages(chat).count()).toBe(6)
  await chat.close()
})

describe('a computer that slept', () => {
  /** As a browser without scripts would, from somewhere else. */
  async function sayElsewhere(chat: ChatPage, text: string): Promise<void> {
    const cookies = await chat.context.cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const body = new URLSearchParams({ text, id: `elsewhere-${text.length}` })
    await fetch(`${lotsen.url}/say`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: lotsen.url }, body })
  }

  it('finds its socket dead at once, gets what it missed, and shows nothing twice', async () => {
    const chat = await openChat(browser, plain.url)
    await chat.page.clock.install()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    plain.sleep()
    await sayElsewhere(chat, 'börja om')
    await sayElsewhere(chat, 'prata med en människa')
    expect(await messages(chat).count()).toBe(2)
    plain.wake()
    await chat.page.clock.fastForward('08:00:00')
    await chat.answered('Här når du en människa')
    expect(await messages(chat).count()).toBe(6)
    await chat.say(QUESTION)
    await chat.answers.nth(3).waitFor()
    expect(await messages(chat).count()).toBe(8)
    expect(chat.complaints).toEqual([])
    await chat.close()
  })

  it('sends once what was written before anybody knew that the line was dead', async () => {
    const chat = await openChat(browser, plain.url)
    await chat.page.clock.install()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    plain.sleep()
    await chat.say('börja om')
    await chat.page.locator('.pending').waitFor()
    plain.wake()
    // The post that nobody answers is given up, and the text is sent anew; the answer is fetched, since the socket says nothing.
    await chat.page.clock.runFor(21_000)
    await chat.page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
    await chat.page.clock.runFor(2_000)
    await chat.answered('Vi börjar om')
    expect(await chat.own.count()).toBe(2)
    expect(await messages(chat).count()).toBe(4)
    expect(await chat.status.innerText()).toBe('')
    await chat.close()
  })
})
