import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage, type Opening } from '../fixtures/chat-page.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const PSEUDO = 'ar-XB'

let browser: Browser
let lotsen: Started

beforeAll(async () => {
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen({ languages: ['sv', 'en', PSEUDO] })])
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
})

/** Pixels that the page is wider than the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What stands in the way of what has focus: nothing, or the element that lies over its middle. */
const WHAT_COVERS = `(() => {
  const focused = document.activeElement
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const inside = (value, most) => Math.min(Math.max(value, 1), most - 1)
  // Something as high as the window is seen if any part of it is.
  const spots = [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [inside((left + right) / 2, innerWidth), y]).filter(([, y]) => y > 0 && y < innerHeight)
  const seen = spots.some(([x, y]) => { const on = document.elementFromPoint(x, y); return on && (focused.contains(on) || on.contains(focused)) })
  return seen ? '' : focused.outerHTML.slice(0, 150)
})()`

/** Walks through everything by Tab; gives back names in the order of focus, and what was hidden while it had focus. */
async function walk(page: Page): Promise<{ order: string[]; covered: string[] }> {
  const order: string[] = []
  const covered: string[] = []
  // Blurring alone would leave the browser where it was: it goes on from the place that had focus last.
  await page.evaluate(
    "scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')",
  )
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate<string>(
      "document.activeElement === document.body ? '' : (document.activeElement.id || document.activeElement.textContent.trim())",
    )
    if (name === '') break
    order.push(name)
    const cover = await page.evaluate<string>(WHAT_COVERS)
    if (cover) covered.push(cover)
  }
  return { order, covered }
}

const QUESTION = 'vi ska ha barn och behöver förskola'

/** Every state that the chat can be in, and how a person gets there. */
const STATES: Record<string, (chat: ChatPage) => Promise<unknown>> = {
  start: async () => undefined,
  'everything unfolded': (chat) =>
    chat.page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))"),
  'card shown': async (chat) => {
    await chat.say(QUESTION)
    await chat.last.locator('.card').first().waitFor()
    await chat.page.evaluate("document.querySelectorAll('#messages details').forEach((details) => (details.open = true))")
  },
  clarifying: async (chat) => {
    await chat.say('tillstånd')
    await chat.last.waitFor()
  },
  'not found': async (chat) => {
    await chat.say('zebrafinkens flygtider till mars')
    await chat.last.waitFor()
  },
  'asking for the area': async (chat) => {
    await chat.say('hemtjänst')
    await chat.last.locator('.card').first().waitFor()
  },
  waiting: async (chat) => {
    await chat.page.route('**/activities', () => undefined)
    await chat.say(QUESTION)
    await chat.status.filter({ hasText: /\S/ }).waitFor()
  },
  error: async (chat) => {
    await chat.page.route('**/activities', (route) => route.fulfill({ status: 502, json: {} }))
    await chat.say(QUESTION)
    await chat.page.locator('#again').waitFor()
  },
  'server gone': async (chat) => {
    await chat.say(QUESTION)
    await chat.last.waitFor()
    await chat.context.setOffline(true)
    await chat.status.filter({ hasText: /\S/ }).waitFor()
  },
}

/** How different people see the chat. */
const EYES = {
  'in Swedish on a telephone': {},
  'at 400 % zoom': { viewport: { width: 320, height: 256 } },
  'from right to left': { locale: PSEUDO },
  'in English on a wide screen': { locale: 'en-GB', viewport: { width: 1280, height: 900 } },
  'in the dark': { colorScheme: 'dark' },
  'with forced colours': { forcedColors: 'active' },
} as const satisfies Record<string, Opening>
type Eyes = keyof typeof EYES

// Colours do not depend on the state alone, and places not on colours: these are the states with every kind of element in them.
const TELLING = ['start', 'card shown', 'error'] as const
const LOOKED_AT: readonly (readonly [Eyes, readonly string[]])[] = [
  ['in Swedish on a telephone', Object.keys(STATES)],
  ['at 400 % zoom', Object.keys(STATES)],
  ['from right to left', Object.keys(STATES)],
  ['in English on a wide screen', TELLING],
  ['in the dark', [...TELLING, 'everything unfolded']],
  ['with forced colours', TELLING],
]

describe.each(LOOKED_AT)('%s', (eyes, states) => {
  it.each(states)('has nothing for axe to find, and no sideways scrolling: %s', async (state) => {
    const chat = await openChat(browser, lotsen.url, EYES[eyes])
    await STATES[state]?.(chat)
    expect(await violations(chat.page)).toEqual([])
    expect(await sideways(chat.page)).toBeLessThanOrEqual(0)
    await chat.close()
  })
})

describe('by keyboard alone', () => {
  it.each<Eyes>(['in Swedish on a telephone', 'at 400 % zoom', 'from right to left'])(
    'nothing that has focus is hidden: %s',
    async (eyes) => {
      const chat = await openChat(browser, lotsen.url, EYES[eyes])
      await chat.say(QUESTION)
      await chat.last.locator('.card').first().waitFor()
      await chat.page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
      const { order, covered } = await walk(chat.page)
      expect(covered).toEqual([])
      expect(order.length).toBeGreaterThan(8)
      await chat.close()
    },
  )

  it('focus goes languages, leaving, answers in order, box, sending', async () => {
    const chat = await openChat(browser, lotsen.url)
    await chat.say(QUESTION)
    await chat.last.locator('.card').first().waitFor()
    const { order } = await walk(chat.page)
    const places = ['Svenska', 'English', 'Läs om det på webben', 'text', 'send'].map((name) =>
      order.findIndex((found) => found === name || found.startsWith(name)),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
    await chat.close()
  })

  it('shows where focus is, with three pixels or more', async () => {
    const chat = await openChat(browser, lotsen.url)
    await chat.page.keyboard.press('Tab')
    await chat.page.keyboard.press('Tab')
    expect(await chat.page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)')).toBeGreaterThanOrEqual(
      3,
    )
    await chat.close()
  })
})

describe('from right to left', () => {
  it('is marked so on the page and on the answers', async () => {
    const chat = await openChat(browser, lotsen.url, { locale: PSEUDO })
    expect(await chat.page.locator('html').getAttribute('dir')).toBe('rtl')
    await chat.say('preschool')
    await chat.last.locator('.card').first().waitFor()
    expect(await chat.last.locator('[dir=rtl]').count()).toBeGreaterThan(0)
    await chat.close()
  })
})

describe('what is read aloud', () => {
  it('is the answer, once, in its language, and never the own line', async () => {
    const chat = await openChat(browser, lotsen.url)
    await chat.say(QUESTION)
    await chat.hearing()
    const live = chat.page.locator('#live')
    expect(await live.locator('p').first().getAttribute('lang')).toBe('sv')
    const announced = await chat.announced()
    expect(announced).toHaveLength(1)
    expect(announced[0]).toContain('Ansök om förskola')
    expect(announced.join()).not.toContain(QUESTION)
    await chat.close()
  })

  it('is nothing of what was said before a reload', async () => {
    const chat = await openChat(browser, lotsen.url)
    await chat.say(QUESTION)
    await chat.last.locator('.card').first().waitFor()
    await chat.page.reload()
    await chat.say('börja om')
    await chat.hearing()
    expect((await chat.announced()).join()).not.toContain('Ansök om förskola')
    await chat.close()
  })
})
