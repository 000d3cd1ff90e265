import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage, type Script } from '../fixtures/chat-page.js'
import { aPage, openSite } from '../fixtures/other-site.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

let browser: Browser
let lotsen: Started
let neutral: Awaited<ReturnType<typeof openSite>>

beforeAll(async () => {
  neutral = await openSite(aPage('Vädret'))
  const env = { LEAVE_TO: `${neutral.url}/` }
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen({ env })])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([lotsen?.close(), neutral?.close()])
})

const QUESTION = 'vi ska ha barn och behöver förskola'

/** How many conversations are going on. */
const conversations = async (): Promise<number> =>
  (await lotsen.database.executeSql('SELECT id FROM conversation WHERE ended_at IS NULL')).rows.length

describe.each<Script>(['on', 'off', 'missing'])('the whole story, with scripts %s', (script) => {
  let chat: ChatPage

  beforeAll(async () => {
    chat = await openChat(browser, lotsen.url, { script })
  })
  afterAll(() => chat?.close())

  it('begins without a wall: languages, one sentence, one box, a telephone number', async () => {
    const { page } = chat
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    expect(await page.locator('#messages > li').count()).toBe(0)
    expect(await page.locator('textarea').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'English' }).isVisible()).toBe(true)
    expect(await page.locator('a[href^="tel:"]').first().isVisible()).toBe(true)
    expect((await page.locator('main, body').first().innerText()).split(/\s+/).length).toBeLessThan(120)
  })

  it('has started nothing and set no visitor by being looked at', async () => {
    expect((await chat.context.cookies()).map(({ name }) => name)).not.toContain('visitor')
  })

  it('answers a question with the preschool application, and how to do it without the service', async () => {
    await chat.say(QUESTION)
    const answer = await chat.answered('Ansök om förskola')
    const card = answer.locator('.card', { has: chat.page.getByRole('heading', { name: 'Ansök om förskola', exact: true }) })
    expect(await card.count()).toBe(1)
    expect(await chat.page.locator('.card').count()).toBeLessThanOrEqual(3)
    const link = card.locator('a[href^="https://"]').first()
    expect(await link.getAttribute('href')).toBe('https://forskola.stockholm/sok-plats-pa-forskolan/')
    const words = await card.innerText()
    for (const fact of ['Barnets personnummer om det har ett', 'e-legitimation', 'Ring', 'Besök', 'Papper', 'Ombud'])
      expect(words).toContain(fact)
  })

  it('shows what the person wrote, once, and empties the box', async () => {
    expect(await chat.own.filter({ hasText: QUESTION }).count()).toBe(1)
    expect(await chat.page.inputValue('#text')).toBe('')
  })

  it('takes "no, not that" for an answer, by a button', async () => {
    const before = await chat.answers.count()
    await chat.press('Nej, inte det')
    await chat.answers.nth(before).waitFor()
    expect(await chat.last.getByRole('heading', { name: 'Ansök om förskola', exact: true }).count()).toBe(0)
  })

  it('shows whom to call when a person is wanted', async () => {
    await chat.say('prata med en människa')
    const answer = await chat.answered('Här når du en människa')
    expect(await answer.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  })

  it('starts over when asked to', async () => {
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
  })

  it('says honestly that it did not find it', async () => {
    await chat.say('zebrafinkens flygtider till mars')
    await chat.last.filter({ hasText: /hittade inte|förstod inte/ }).waitFor()
  })

  it('changes language in the middle, and the conversation goes on', async () => {
    await chat.page.getByRole('button', { name: 'English' }).click()
    await chat.page.locator('html[lang=en]').waitFor({ state: 'attached' })
    expect(await chat.own.filter({ hasText: QUESTION }).count()).toBe(1)
    await chat.say('how do I apply for preschool')
    await chat.answered('Apply for preschool')
  })

  it('is still there after a reload, in the same order', async () => {
    const before = await chat.page.locator('#messages > li').allInnerTexts()
    await chat.page.reload()
    expect(await chat.page.locator('#messages > li').count()).toBe(before.length)
    const after = await chat.page.locator('#messages > li').allInnerTexts()
    expect(after.map((text) => text.slice(0, 60))).toEqual(before.map((text) => text.slice(0, 60)))
  })

  it(script === 'on' ? 'has talked by a socket, not by forms' : 'has talked by forms alone', () => {
    const forms = chat.requests.filter((url) => /\/(say|press)$/.test(url)).length
    const sockets = chat.requests.filter((url) => url.startsWith('ws:')).length
    expect([forms > 0, sockets > 0]).toEqual(script === 'on' ? [false, true] : [true, false])
  })

  it('asks nobody else for anything', () => {
    expect(chat.hosts()).toEqual([new URL(lotsen.url).host])
  })

  it('has a policy without unsafe-inline on every page, and breaks it nowhere', () => {
    expect(chat.policies.length).toBeGreaterThan(0)
    for (const policy of chat.policies) {
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    }
    expect(chat.complaints).toEqual([])
  })

  it('leaves quickly: everything is gone, here and on the server, and "back" does not lead to it', async () => {
    const before = await conversations()
    await chat.page.locator('#leave').getByRole('button').or(chat.page.locator('button#leave')).first().click()
    await chat.page.getByRole('heading', { name: 'Vädret' }).waitFor()
    expect(chat.page.url()).toBe(`${neutral.url}/`)
    // The page does not wait for the server: it is told on the way out.
    for (let tries = 0; tries < 100 && (await conversations()) >= before; tries++) await chat.page.waitForTimeout(50)
    expect(await conversations()).toBe(before - 1)
    await chat.page.goBack().catch(() => undefined)
    expect(await chat.page.content()).not.toContain(QUESTION)
    await chat.page.goto(lotsen.url)
    expect(await chat.page.locator('#messages > li').count()).toBe(0)
  })
})

describe('the start', () => {
  it('has the life situations one press away', async () => {
    const chat = await openChat(browser, lotsen.url)
    await chat.page.getByText('Vad händer i livet?').first().click()
    await chat.page.getByRole('button', { name: 'Vi väntar eller har fått barn' }).click()
    await chat.answered('Ansök om förskola')
    await chat.close()
  })

  it('speaks the language of the browser', async () => {
    const chat = await openChat(browser, lotsen.url, { locale: 'en-GB' })
    expect(await chat.page.locator('html').getAttribute('lang')).toBe('en')
    await chat.say('daycare for my one year old')
    await chat.answered('Apply for preschool')
    await chat.close()
  })

  it('weighs at most 60 kB before the first answer: page, styles and script', async () => {
    const page = await browser.newPage()
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => bodies.push(response.body()))
    await page.goto(lotsen.url, { waitUntil: 'networkidle' })
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).byteLength)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000)
    await page.close()
  })
})
