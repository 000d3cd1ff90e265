import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { startPlayground, type Playground } from '../fixtures/playground.js'

// The person of the Playground has an English browser, and may be answered in either language.
const GREETING = /(Jag är|I am) Lotsen/
const LIFE_SITUATIONS = /^(Visa livssituationer|Show life situations)$/
const MOVING = /^(Jag ska flytta|I am moving)$/
const REPORT_A_MOVE = /^(Anmäl flytt|Report a move)/
const QUESTION = 'vi ska ha barn och behöver förskola'
const PIZZERIA = 'jag vill öppna en liten pizzeria med uteservering och sälja öl'
const [FIRST, SECOND] = [/(Fråga|Question) 1/, /(Fråga|Question) 2/]
const NEXT = /^(Nästa|Next)$/
const UNKNOWN = /^(Vet inte än|I don't know yet)$/

let playground: Playground
let page: Page

beforeAll(async () => {
  playground = await startPlayground()
  page = await playground.open()
}, 180_000)
afterAll(() => playground?.close())

const cardWith = (text: string | RegExp) => page.locator('.ac-adaptiveCard', { hasText: text })

async function say(text: string): Promise<void> {
  await page.locator('[contenteditable][role=textbox]').click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe("Microsoft's Agents Playground, as Teams", () => {
  it('is greeted when the chat is opened', async () => {
    await page.getByText(GREETING).first().waitFor()
    expect(await page.getByText(GREETING).count()).toBeGreaterThan(0)
  })

  it('shows the card of the right service when a question is written', async () => {
    await say(QUESTION)
    await cardWith('Ansök om förskola').first().waitFor()
    expect(await cardWith('Ansök om förskola').first().innerText()).toContain('Andra sätt')
  })

  it('takes a button that stands below the answer elsewhere', async () => {
    await page.getByRole('button', { name: LIFE_SITUATIONS }).first().click()
    await page.getByRole('button', { name: MOVING }).waitFor()
  })

  it('shows what a button inside a card leads to, in that card', async () => {
    const cards = await page.locator('.ac-adaptiveCard').count()
    await page.getByRole('button', { name: MOVING }).click()
    await page.getByRole('button', { name: REPORT_A_MOVE }).waitFor()
    expect(await page.getByRole('button', { name: MOVING }).count()).toBe(0)
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards)
  })

  it('pilots whoever helps somebody with a pizzeria: a question, an answer, the next question', async () => {
    await say(PIZZERIA)
    const question = cardWith(FIRST).last()
    await question.waitFor()
    expect(await question.innerText()).toMatch(/Därför frågar jag|Why I ask/)
    for (const radio of await question.getByRole('radio', { name: UNKNOWN }).all()) await radio.check()
    await question.getByRole('button', { name: NEXT }).click()
    await cardWith(SECOND).last().getByRole('button', { name: NEXT }).waitFor()
    expect(await cardWith(SECOND).last().getByRole('radio').count()).toBeGreaterThan(2)
  })
})

it('ends the bot and the Playground together', async () => {
  expect(await playground.close()).toBe(0)
  await expect(fetch(playground.bot)).rejects.toThrow('fetch failed')
  await expect(fetch(playground.playground)).rejects.toThrow('fetch failed')
})
