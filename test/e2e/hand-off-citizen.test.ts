import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage } from '../fixtures/chat-page.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

// A Monday evening: everything is closed until the next morning.
const AHEAD = Date.parse('2026-11-23T19:00:00Z') - Date.now()

let browser: Browser
let lotsen: Started

beforeAll(async () => {
  ;[browser, lotsen] = await Promise.all([
    launchBrowser(),
    startLotsen({ overrides: { now: () => new Date(Date.now() + AHEAD) } }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
})

/** Pixels that the page is wider than the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** From the first words to a promise, as far as wished: the steps that a person takes. */
const STEPS: readonly [string, (chat: ChatPage) => Promise<unknown>][] = [
  [
    'the summary',
    async (chat) => {
      await chat.say('prata med en människa')
      await chat.answered('Det här lämnar jag över till')
    },
  ],
  [
    'closed',
    async (chat) => {
      await chat.press('Lämna över')
      await chat.answered('Det öppnar igen i morgon kl. 8')
    },
  ],
  [
    'the form',
    async (chat) => {
      await chat.press('Ring mig i stället')
      await chat.answered('artikel 6.1 e')
    },
  ],
  [
    'promised',
    async (chat) => {
      await chat.page.getByLabel('Ditt telefonnummer').last().fill('070-987 65 43')
      await chat.press('Skicka mina uppgifter')
      await chat.answered('ringer dig senast i morgon kl. 12')
    },
  ],
]

describe('when nobody is there to answer', () => {
  it.each(['on', 'off'] as const)('promises a call, with the script %s, and keeps the number out of the chat', async (script) => {
    const chat = await openChat(browser, lotsen.url, { script })
    await chat.say('hur ansöker jag om förskola')
    await chat.answered('förskola')
    for (const [, take] of STEPS) await take(chat)
    expect(await chat.page.locator('#messages').innerText()).not.toContain('987 65 43')
    await chat.page.reload()
    await chat.page.locator('#desk').filter({ hasText: 'Vi ringer dig senast i morgon kl. 12' }).waitFor()
    expect(await chat.answers.filter({ hasText: 'ringer dig senast' }).count()).toBe(1)
    await chat.close()
  })

  it('goes on helping meanwhile, and keeps the place', async () => {
    const chat = await openChat(browser, lotsen.url)
    for (const [, take] of STEPS.slice(0, 2)) await take(chat)
    await chat.say('hur söker jag bygglov')
    await chat.answered('bygglov')
    await chat.press('Prata med en människa')
    await chat.answered('Du har redan bett')
    await chat.close()
  })

  it('says what is wrong with a number, and keeps what was typed', async () => {
    const chat = await openChat(browser, lotsen.url, { script: 'off' })
    for (const [, take] of STEPS.slice(0, 3)) await take(chat)
    await chat.page.getByLabel('Ditt telefonnummer').last().fill('0701 ( 2 )')
    await chat.press('Skicka mina uppgifter')
    await chat.answered('Det där ser inte ut som ett telefonnummer')
    expect(await chat.page.getByLabel('Ditt telefonnummer').last().inputValue()).toBe('0701 ( 2 )')
    await chat.close()
  })
})

describe('every state of it', () => {
  it.each([390, 320])('has no violations and is no wider than %i pixels', async (width) => {
    const chat = await openChat(browser, lotsen.url, { viewport: { width, height: 700 } })
    for (const [state, take] of STEPS) {
      await take(chat)
      expect({ state, violations: await violations(chat.page), sideways: await sideways(chat.page) }).toEqual({
        state,
        violations: [],
        sideways: 0,
      })
    }
    await chat.close()
  })
})
