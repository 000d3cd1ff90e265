import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgentPage } from '../fixtures/agent-page.js'
import { violations } from '../fixtures/axe.js'
import { openChat, type ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, START_MILLISECONDS, type DeskAtWork } from '../fixtures/desk-at-work.js'

// Nobody's: its checksum is right, date and ending are made up.
const NUMBER = '19811218-9876'

let desk: DeskAtWork
let megan: AgentPage
let citizen: ChatPage

/** Without what Fluent puts at both ends of the page, to lead the focus back to a menu that was open. */
const onDesk = async (): Promise<string[]> =>
  (await violations(megan.page)).filter((found) => !found.includes('data-tabster-dummy'))

const askByMenu = async (): Promise<void> => {
  await megan.chat.getByRole('button', { name: 'More on the chat' }).click()
  await megan.page.getByRole('menuitem', { name: 'Ask for personal number' }).click()
  await megan.page.getByRole('alertdialog').getByRole('button').last().click()
}

beforeAll(async () => {
  desk = await deskAtWork()
  megan = await desk.agent('Megan')
  citizen = await openChat(desk.browser, desk.lotsen.url, { locale: 'en-GB' })
  await citizen.say('I want to talk to a human')
  await citizen.answered('What is handed over')
  await citizen.press('Hand over')
  await megan.waiting
    .first()
    .getByRole('button', { name: /Take the chat/ })
    .click()
  await citizen.answered('Megan')
}, START_MILLISECONDS)
afterAll(() => desk?.close())

describe('the secure form, with a citizen and an agent side by side', () => {
  it('comes as a card in the chat when the agent asks', async () => {
    await askByMenu()
    await citizen.answered('Megan needs your personal number')
    await megan.chat.getByText('Waiting for the citizen').waitFor()
    expect(await megan.chat.getByRole('link', { name: 'Open the form' }).count()).toBe(0)
  })

  it('opens in the same window, says whom and why, and has no violations', async () => {
    await citizen.page.getByRole('link', { name: 'Open the form' }).click()
    await citizen.page.getByRole('heading', { name: 'Give your personal number' }).waitFor()
    await citizen.page.getByText('Megan').first().waitFor()
    expect(await violations(citizen.page)).toEqual([])
  })

  it('says what is wrong with the number, at the number, and has no violations then', async () => {
    await citizen.page.getByLabel('Personal number').fill('811218-9877')
    await citizen.page.keyboard.press('Enter')
    await citizen.page.getByRole('alert').filter({ hasText: 'One of the digits is not right' }).waitFor()
    const box = citizen.page.getByLabel('Personal number')
    expect(await box.inputValue()).toBe('811218-9877')
    expect(await box.evaluate((input) => input.matches(':focus'))).toBe(true)
    expect(await violations(citizen.page)).toEqual([])
  })

  it('leads back to the chat, where both see that it was given and neither sees the number', async () => {
    await citizen.page.getByLabel('Personal number').fill('811218 9876')
    await citizen.page.getByRole('button', { name: 'Send the number' }).click()
    await citizen.answered('The number has been given in the form')
    expect(await citizen.page.content()).not.toContain('9876')
    await megan.chat.getByText('The citizen has given their personal number.').waitFor()
    expect(await megan.page.content()).not.toContain('9876')
    expect(await onDesk()).toEqual([])
  })

  it('shows the agent the number when asked, until it is put away', async () => {
    await megan.chat.getByRole('button', { name: 'Read the personal number' }).click()
    await megan.chat.getByText(NUMBER).waitFor()
    expect(await onDesk()).toEqual([])
    await megan.chat.getByRole('button', { name: 'Put away' }).click()
    await megan.chat.getByText('The personal number has been read').waitFor()
    expect(await megan.page.content()).not.toContain('9876')
  })

  it('hides the number by itself', async () => {
    await megan.page.clock.install()
    await megan.chat.getByRole('button', { name: 'Read the personal number' }).click()
    await megan.chat.getByText(NUMBER).waitFor()
    await megan.page.clock.fastForward(61_000)
    await megan.chat.getByText(NUMBER).waitFor({ state: 'detached' })
  })

  it('asks nobody else for anything, and breaks no rule of the page’s policy', () => {
    const { host } = new URL(desk.lotsen.url)
    expect([citizen.hosts(), citizen.complaints, megan.complaints]).toEqual([[host], [], []])
  })

  it('is all there without scripts', async () => {
    await askByMenu()
    const form = citizen.page.getByRole('link', { name: 'Open the form' }).nth(1)
    const address = await form.getAttribute('href')
    const plain = await desk.browser.newContext({
      javaScriptEnabled: false,
      locale: 'en-GB',
      storageState: await citizen.context.storageState(),
    })
    const page = await plain.newPage()
    await page.goto(`${desk.lotsen.url}${address}`)
    await page.getByLabel('Personal number').fill(NUMBER)
    await page.getByRole('button', { name: 'Send the number' }).click()
    await page.getByText('The number has been given in the form').last().waitFor()
    await plain.close()
  })
})
