import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { browserWith } from '../fixtures/browser.js'
import { watch } from '../fixtures/chat-page.js'
import { aPage, openSite } from '../fixtures/other-site.js'
import { openProxy, type Proxy } from '../fixtures/proxy.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

type Site = Awaited<ReturnType<typeof openSite>>

// As private windows are, and most browsers: cookies of frames are kept only if they say that they belong to both sites.
const browser = browserWith({ profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } })
const QUESTION = 'vi ska ha barn och behöver förskola'

let lotsen: Started
let lotsensDoor: Proxy
let neutral: Site
let site: Site
let allowed: Proxy
let refused: Proxy

beforeAll(async () => {
  neutral = await openSite(aPage('Vädret'))
  // Some browsers do not know Clear-Site-Data, and leaving must not depend on it.
  lotsensDoor = await openProxy(() => lotsen.url, { tls: 'lotsen.test', withholds: ['clear-site-data'] })
  site = await openSite(() =>
    aPage(
      'Någons sida',
      `<script src="${lotsensDoor.url}/embed.js" data-language="sv" async></script><iframe title="rakt in" src="${lotsensDoor.url}/"></iframe>`,
    ),
  )
  ;[allowed, refused] = (await Promise.all(['staden.test', 'annan.test'].map((tls) => openProxy(() => site.url, { tls })))) as [
    Proxy,
    Proxy,
  ]
  lotsen = await startLotsen({
    env: {
      PUBLIC_URL: lotsensDoor.url,
      TRUSTED_PROXIES: '127.0.0.1',
      EMBED_ORIGINS: allowed.url,
      LEAVE_TO: `${neutral.url}/`,
    },
  })
})
afterAll(async () => {
  await lotsen?.close()
  await Promise.all([lotsensDoor, neutral, site, allowed, refused].map((open) => open?.close()))
})

async function visit(url: string, { script = true } = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'sv-SE' })
  if (!script) await context.route('**/client-*.js', (route) => route.fulfill({ status: 404, body: '' }))
  const seen = watch(await context.newPage())
  const inConsole: string[] = []
  seen.page.on('console', (message) => inConsole.push(message.text()))
  seen.page.setDefaultTimeout(10_000)
  await seen.page.goto(url)
  await opener(seen.page).click()
  const frame = seen.page.frameLocator('lotsen-chat iframe')
  return {
    ...seen,
    context,
    frame,
    inConsole,
    async say(text: string) {
      await frame.locator('#text').fill(text)
      await frame.locator('#send').click()
    },
    answered: (words: string) => frame.locator('#messages > li.bot', { hasText: words }).waitFor(),
    kept: async () => (await context.cookies(lotsensDoor.url)).filter(({ name }) => name === 'visitor'),
  }
}

const opener = (page: Page) => page.locator('lotsen-chat #open')

describe('the chat in a frame on an allowed page of another site, over https', () => {
  it.each([
    ['with scripts', true],
    ['with forms, when the script of the frame is missing', false],
  ])('talks and keeps the conversation when the page around is loaded again, %s', async (_, script) => {
    const { page, context, frame, complaints, inConsole, requests, say, answered, kept } = await visit(allowed.url, { script })
    await say(QUESTION)
    await answered('Ansök om förskola')
    expect(await kept()).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'None', partitionKey: 'https://staden.test' }])
    expect(requests.some((url) => url.startsWith(lotsensDoor.url.replace('https', 'wss')))).toBe(script)
    await page.reload()
    await opener(page).click()
    await answered('Ansök om förskola')
    expect(await frame.locator('#messages > li').count()).toBe(2)
    await say('börja om')
    await answered('Vi börjar om')
    expect(await frame.locator('#messages > li').count()).toBe(4)
    expect(await frame.locator('.notice').count()).toBe(0)
    expect(complaints).toEqual([])
    expect(inConsole.filter((line) => script || !line.includes('404'))).toEqual([])
    await context.close()
  })

  it('leaves with the cookie taken away, also where the browser does not know how to clear a site', async () => {
    const { page, context, frame, say, answered, kept } = await visit(allowed.url)
    await say(QUESTION)
    await answered('Ansök om förskola')
    await frame.locator('#leave button').click()
    await page.waitForURL(`${neutral.url}/`)
    // The page that asked to be forgotten is gone before it is answered, so there is nothing to wait for but the outcome.
    for (let looks = 0; looks < 300 && (await kept()).length > 0; looks++)
      await page.evaluate('new Promise(requestAnimationFrame)')
    expect(await kept()).toEqual([])
    await page.goto(allowed.url)
    await opener(page).click()
    await frame.locator('#text:focus').waitFor()
    expect(await frame.locator('#messages > li').count()).toBe(0)
    await context.close()
  })
})

it('a page that is not allowed cannot frame it, neither by the launcher nor by a frame of its own', async () => {
  const { page, context, complaints } = await visit(refused.url)
  await page.locator('lotsen-chat #not-here', { hasText: 'kan inte visas' }).waitFor()
  const frames = page.frames().filter((frame) => frame !== page.mainFrame())
  expect(frames.map((frame) => frame.url())).toEqual(['chrome-error://chromewebdata/', 'chrome-error://chromewebdata/'])
  expect(complaints.filter((text) => text.includes('frame-ancestors'))).toHaveLength(2)
  const link = page.getByRole('link', { name: 'Öppna chatten i en egen flik' })
  expect(await link.getAttribute('href')).toBe(`${lotsensDoor.url}/`)
  await context.close()
})
