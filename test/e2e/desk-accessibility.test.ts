import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { AgentPage } from '../fixtures/agent-page.js'
import { violations } from '../fixtures/axe.js'
import type { ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, START_MILLISECONDS, type DeskAtWork } from '../fixtures/desk-at-work.js'

let desk: DeskAtWork
let megan: AgentPage
const citizens: ChatPage[] = []

const askForPerson = async (question: string): Promise<void> => void citizens.push(await desk.citizen(question))

beforeAll(async () => {
  desk = await deskAtWork()
  megan = await desk.agent('Megan')
}, START_MILLISECONDS)
afterAll(() => desk?.close())

/** Pixels that the page is wider than the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const dialog = async ({ page, press }: AgentPage, button: string): Promise<string[]> => {
  await press(button)
  await page.getByRole('dialog').waitFor()
  const found = await violations(page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return found
}

describe('the desk, for everybody', () => {
  it('asks nobody else for anything, and breaks no rule of its policy', () => {
    const { origin } = new URL(desk.lotsen.url)
    expect(megan.requests.filter((address) => /^https?:/.test(address) && !address.startsWith(origin))).toEqual([])
    expect(megan.complaints).toEqual([])
  })

  it('has no violations before signing in', async () => {
    const context = await desk.browser.newContext({ locale: 'sv-SE' })
    const page = await context.newPage()
    await page.goto(`${desk.lotsen.url}/staff`)
    await page.getByRole('button', { name: 'Var Megan' }).waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  it('has no violations with nobody there, and with somebody who waits', async () => {
    expect(await violations(megan.page)).toEqual([])
    await askForPerson('I need a place in preschool for my child')
    await megan.waiting.first().waitFor()
    expect(await violations(megan.page)).toEqual([])
  })

  it('is worked by keyboard alone: take the next, answer, read the help, go round the regions', async () => {
    const { page } = megan
    await page.keyboard.press('Alt+Shift+N')
    await megan.said('preschool')
    await page.keyboard.press('Alt+Shift+Digit1')
    await page.keyboard.type('Hello')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('How can I help?')
    await page.keyboard.press('Enter')
    await megan.said('How can I help?')
    await page.keyboard.press('F6')
    expect(await page.evaluate('document.activeElement.hasAttribute("data-region")')).toBe(true)
    await page.keyboard.press('Alt+Shift+H')
    await page.getByRole('dialog').getByText('Alt+Shift+N').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('leaves the focus where it is when something new is written, and tells it', async () => {
    await megan.box.focus()
    await citizens[0]!.say('She is two years old')
    await megan.said('She is two years old')
    expect(await megan.page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
    await megan.page.locator('[data-announcer]').getByText('She is two years old').waitFor({ state: 'attached' })
  })

  it.each(['Canned answers', 'Services', 'Hand over', 'End the chat', 'Call or e-mail later'])(
    'has no violations in the dialog “%s”',
    async (button) => expect(await dialog(megan, button)).toEqual([]),
  )

  it.each([/^Promises/, /^The shift/, /^Waiting/])('has no violations in the part %s', async (part) => {
    await megan.page.getByRole('button', { name: part }).first().click()
    expect(await violations(megan.page)).toEqual([])
  })

  it('has no violations in a dark theme', async () => {
    await megan.page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(megan.page)).toEqual([])
    await megan.page.emulateMedia({ colorScheme: 'light' })
  })

  it('fits in a window that is enlarged four times, without violations', async () => {
    await megan.page.setViewportSize({ width: 320, height: 256 })
    expect([await sideways(megan.page), await violations(megan.page)]).toEqual([0, []])
    await megan.page.setViewportSize({ width: 1366, height: 800 })
  })

  it('keeps what is typed, and says what happens, when the contact is lost', async () => {
    await megan.box.fill('half a sentence')
    await megan.context.setOffline(true)
    await desk.lotsen.close()
    await megan.page.getByText('No contact just now.').waitFor()
    await megan.page.getByText('After a minute without contact').waitFor()
    expect(await megan.box.inputValue()).toBe('half a sentence')
    expect(await violations(megan.page)).toEqual([])
  })
})
