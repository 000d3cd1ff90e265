import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../fixtures/browser.js'
import { projectFolder } from '../fixtures/content.js'

// The person of the Playground has an English browser, and may be answered in either language.
const MOVING = /^(Jag ska flytta|I am moving)$/
const REPORT_A_MOVE = /^(Anmäl flytt|Report a move)/
const QUESTION = 'vi ska ha barn och behöver förskola'
const PIZZERIA = 'jag vill öppna en liten pizzeria med uteservering och sälja öl'
const [FIRST, SECOND] = [/(Fråga|Question) 1/, /(Fråga|Question) 2/]
const NEXT = /^(Nästa|Next)$/
const UNKNOWN = /^(Vet inte än|I don't know yet)$/

let both: ChildProcess
let browser: Browser
let page: Page
let addresses: { bot: string; playground: string }

beforeAll(async () => {
  const env = {
    ...process.env,
    PORT: '0',
    PLAYGROUND_PORT: '0',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'lotsen-playground-')),
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '',
  }
  both = spawn(process.execPath, ['scripts/playground.mjs'], { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  addresses = await addressesFrom(both)
  browser = await launchBrowser()
  page = await browser.newPage()
  // The Playground asks for fonts of Microsoft's; a test asks for nothing outside.
  await page.route(
    (url) => url.hostname !== 'localhost',
    (route) => route.abort(),
  )
  await page.goto(addresses.playground)
})
afterAll(async () => {
  await browser?.close()
  if (both && both.exitCode === null) {
    const ended = new Promise((exit) => both.once('exit', exit))
    both.kill('SIGINT')
    await ended
  }
})

const addressesFrom = (child: ChildProcess) =>
  new Promise<typeof addresses>((found, failed) => {
    let said = ''
    const hear = (piece: Buffer): void => {
      said += piece.toString()
      const [bot, playground] = [/Lotsen: +(\S+)/, /Playground: +(\S+)/].map((pattern) => pattern.exec(said)?.[1])
      if (bot && playground) found({ bot, playground })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`npm run playground ended with ${String(code)}:\n${said}`)))
  })

const cardWith = (text: string | RegExp) => page.locator('.ac-adaptiveCard', { hasText: text })

async function say(text: string): Promise<void> {
  await page.locator('[contenteditable][role=textbox]').click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe("Microsoft's Agents Playground, as Teams", () => {
  it('is greeted when the chat is opened', async () => {
    await page.getByText('Jag är Lotsen').first().waitFor()
    expect(await page.getByText('Jag är Lotsen').count()).toBeGreaterThan(0)
  })

  it('shows the card of the right service when a question is written', async () => {
    await say(QUESTION)
    await cardWith('Ansök om förskola').first().waitFor()
    expect(await cardWith('Ansök om förskola').first().innerText()).toContain('Andra sätt')
  })

  it('takes a button that stands below the answer elsewhere', async () => {
    await page.getByRole('button', { name: 'Visa livssituationer' }).first().click()
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
  const ended = new Promise((exit) => both.once('exit', exit))
  both.kill('SIGINT')
  expect(await ended).toBe(0)
  await expect(fetch(addresses.bot)).rejects.toThrow('fetch failed')
  await expect(fetch(addresses.playground)).rejects.toThrow('fetch failed')
})
