import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../fixtures/browser.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'
import { openWebChatSite } from '../fixtures/webchat-page.js'

const QUESTION = 'vi ska ha barn och behöver förskola'
const EXPIRED = 3

let site: Awaited<ReturnType<typeof openWebChatSite>>
let lotsen: Started
let browser: Browser
let page: Page
const clock = { ahead: 0 }
const strangers: string[] = []

beforeAll(async () => {
  site = await openWebChatSite()
  lotsen = await startLotsen({
    env: { EMBED_ORIGINS: site.origin },
    overrides: { now: () => new Date(Date.now() + clock.ahead) },
  })
  browser = await launchBrowser()
})
afterAll(() => Promise.all([browser.close(), lotsen.close(), site.close()]))

beforeEach(async () => {
  clock.ahead = 0
  page = await browser.newPage({ locale: 'sv-SE' })
  page.setDefaultTimeout(15_000)
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== site.origin && origin !== lotsen.url) strangers.push(origin)
  })
  await page.goto(site.address(lotsen.url))
  await lines().first().waitFor()
})
afterEach(() => page.close())

const lines = () => page.locator('.webchat__basic-transcript__activity')
const line = (text: string) => lines().filter({ hasText: text })
const card = (text: string) => lines().locator('.ac-adaptiveCard').filter({ hasText: text })
const suggestion = (title: string) => page.locator('.webchat__suggested-actions').getByRole('button', { name: title })
const say = async (text: string) => {
  await page.locator('[data-id="webchat-sendbox-input"]').fill(text)
  await page.keyboard.press('Enter')
}
const given = () => page.evaluate<{ conversationId: string; token: string }>('JSON.parse(sessionStorage.given)')
const conversation = async () => `${lotsen.url}/v3/directline/conversations/${(await given()).conversationId}`

describe('botframework-webchat on somebody else’s page', () => {
  it('greets, and shows the right service as a card, asking nobody but us', async () => {
    await say(QUESTION)
    await card('Ansök om förskola').waitFor()
    expect(
      await card('Ansök om förskola').getByRole('link').or(card('Ansök om förskola').getByRole('button')).count(),
    ).toBeGreaterThan(0)
    expect(strangers).toEqual([])
  })

  it('presses what is suggested, and then a button on the card that comes', async () => {
    await suggestion('Visa livssituationer').click()
    const choices = lines().locator('.ac-adaptiveCard')
    await choices.first().waitFor()
    expect(await line('Du sade: Visa livssituationer').or(line('Visa livssituationer')).count()).toBeGreaterThan(0)
    const before = await lines().count()
    await choices.getByRole('button', { name: 'barn' }).first().click()
    await lines().nth(before).waitFor()
    expect(await lines().nth(before).locator('.ac-adaptiveCard').count()).toBeGreaterThan(0)
  })

  it('keeps its history when the page is loaded again with its token', async () => {
    await say(QUESTION)
    await card('Ansök om förskola').waitFor()
    const before = await lines().count()
    await page.reload()
    await card('Ansök om förskola').waitFor()
    await expectCount(before)
    expect(await line(QUESTION).count()).toBe(1)
  })

  it('misses nothing and shows nothing twice when its socket is cut', async () => {
    await say(QUESTION)
    await card('Ansök om förskola').waitFor()
    const before = await lines().count()
    await page.evaluate('sockets.at(-1).close()')
    await fetch(`${await conversation()}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${(await given()).token}`, 'content-type': 'application/json', origin: site.origin },
      body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: 'börja om' }),
    })
    await line('börja om').waitFor()
    await expectCount(before + 2)
    expect(await page.evaluate('sockets.length')).toBe(2)
  })

  it('sends a file', async () => {
    const file = { name: 'ritning.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a drawing') }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.keyboard.press('Enter')
    // The greeting, the file, which is shown before it is sent, and the answer to it.
    await lines().nth(2).waitFor()
    expect(await line('ritning.pdf').count()).toBeGreaterThan(0)
    const { activities } = (await (
      await fetch(`${await conversation()}/activities`, { headers: { authorization: `Bearer ${lotsen.directLineSecret}` } })
    ).json()) as {
      activities: { attachments?: { name: string; contentUrl: string }[] }[]
    }
    const sent = activities.flatMap(({ attachments }) => attachments ?? []).find(({ name }) => name === 'ritning.pdf')
    expect(await (await fetch(sent?.contentUrl ?? '')).text()).toBe('%PDF-1.7 a drawing')
  })

  it('learns that its token has expired, and goes on with one that the page’s own server gets by the secret', async () => {
    await say(QUESTION)
    await card('Ansök om förskola').waitFor()
    clock.ahead = 31 * 60_000
    await say('börja om')
    await page.waitForFunction(`statuses.includes(${EXPIRED})`)
    const again = await fetch(await conversation(), { headers: { authorization: `Bearer ${lotsen.directLineSecret}` } })
    await page.evaluate(`connect(${await again.text()})`)
    await say('prata med en människa')
    await card('08-508 00 508').last().waitFor()
    expect(await line(QUESTION).count()).toBe(1)
  })
})

async function expectCount(count: number): Promise<void> {
  await lines()
    .nth(count - 1)
    .waitFor()
  expect(await lines().count()).toBe(count)
}
