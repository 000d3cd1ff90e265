import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { watch } from '../fixtures/chat-page.js'
import { aPage, openSite } from '../fixtures/other-site.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

type Site = Awaited<ReturnType<typeof openSite>>

let browser: Browser
let lotsen: Started
const sites: Site[] = []

// The page of the allowed site is written once the chat's address is known, and the chat has to know the site's.
const pageOfAllowed = { html: '' }
let allowed: Site
let refused: Site
let neutral: Site

const snippet = (url: string, language = 'sv'): string =>
  `<script src="${url}/embed.js" data-language="${language}" async></script>`

/** As strict a policy as a page can have that lets the launcher in at all. */
const strict = (url: string): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; script-src ${url}; frame-src ${url}`,
})

beforeAll(async () => {
  neutral = await openSite(aPage('Vädret'))
  allowed = await openSite(
    () => pageOfAllowed.html,
    () => strict(lotsen.url),
  )
  ;[browser, lotsen] = await Promise.all([
    launchBrowser(),
    startLotsen({ env: { EMBED_ORIGINS: allowed.url, LEAVE_TO: `${neutral.url}/` } }),
  ])
  pageOfAllowed.html = aPage('Staden', `<button>Något annat</button>${snippet(lotsen.url)}`)
  refused = await openSite(aPage('Någon annan', snippet(lotsen.url, 'en')))
  sites.push(neutral, allowed, refused)
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
  await Promise.all(sites.map((site) => site.close()))
})

async function visit(site: Site) {
  const context = await browser.newContext({ locale: 'sv-SE' })
  const seen = watch(await context.newPage())
  seen.page.setDefaultTimeout(10_000)
  await seen.page.goto(site.url)
  return { ...seen, context, frame: seen.page.frameLocator('lotsen-chat iframe') }
}

const opener = (page: Page) => page.locator('lotsen-chat #open')
const inside = (page: Page) =>
  page.evaluate<string>("document.querySelector('lotsen-chat').shadowRoot.activeElement?.localName ?? ''")

describe('the launcher on an allowed page', () => {
  it('opens the chat in the language of the page around it, whatever the browser speaks', async () => {
    const context = await browser.newContext({ locale: 'fi-FI' })
    const page = await context.newPage()
    await page.goto(allowed.url)
    await opener(page).click()
    await page.frameLocator('lotsen-chat iframe').locator('html[lang="sv"] #text').waitFor()
    await context.close()
  })

  it('is a named button that asks the server for nothing before it is pressed', async () => {
    const { page, context, requests } = await visit(allowed)
    await page.getByRole('button', { name: 'Fråga Lotsen' }).waitFor()
    expect(await opener(page).getAttribute('aria-expanded')).toBe('false')
    expect(requests.filter((url) => url.startsWith(lotsen.url))).toEqual([`${lotsen.url}/embed.js`])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    await context.close()
  })

  it('opens the chat by keyboard, moves focus into it, and answers there', async () => {
    const { page, context, frame, complaints } = await visit(allowed)
    await opener(page).focus()
    await page.keyboard.press('Enter')
    await frame.locator('#text:focus').waitFor()
    expect(await opener(page).getAttribute('aria-expanded')).toBe('true')
    expect(await inside(page)).toBe('iframe')
    await frame.locator('#text').fill('vi ska ha barn och behöver förskola')
    await frame.locator('#send').click()
    await frame.locator('#messages > li.bot', { hasText: 'Ansök om förskola' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  it('closes by Escape, inside and outside, gives focus back, and keeps the conversation', async () => {
    const { page, context, frame } = await visit(allowed)
    await opener(page).click()
    await frame.locator('#text').fill('förskola')
    await frame.locator('#send').click()
    await frame.locator('#messages > li.bot').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('lotsen-chat #panel').waitFor({ state: 'hidden' })
    expect(await inside(page)).toBe('button')
    await page.keyboard.press('Enter')
    expect(await frame.locator('#messages > li.bot').count()).toBe(1)
    await page.locator('lotsen-chat #close').focus()
    await page.keyboard.press('Escape')
    await page.locator('lotsen-chat #panel').waitFor({ state: 'hidden' })
    expect(await opener(page).getAttribute('aria-expanded')).toBe('false')
    await context.close()
  })

  it('has nothing for axe to find, closed and open', async () => {
    const { page, context, frame } = await visit(allowed)
    await opener(page).waitFor()
    expect(await violations(page)).toEqual([])
    await opener(page).click()
    await frame.locator('#text:focus').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  it('leaves the looks of the page as they are without it', async () => {
    const looks = `(() => {
      const style = getComputedStyle(document.querySelector('main > button'))
      return [...style].map((name) => name + ': ' + style.getPropertyValue(name))
    })()`
    const { page, context } = await visit(allowed)
    await opener(page).click()
    await page.locator('lotsen-chat iframe').waitFor()
    const beside = await page.evaluate<string[]>(looks)
    await page.route('**/embed.js', (route) => route.abort())
    await page.reload()
    expect(await page.locator('lotsen-chat').count()).toBe(0)
    expect(beside).toEqual(await page.evaluate<string[]>(looks))
    expect(beside.length).toBeGreaterThan(100)
    await context.close()
  })

  it('leaves with the whole window, not only with the frame', async () => {
    const { page, context, frame } = await visit(allowed)
    await opener(page).click()
    await frame.locator('form[action="/leave"] button').first().click()
    await page.waitForURL(`${neutral.url}/`)
    await context.close()
  })
})

describe('the launcher on a page that is not allowed', () => {
  it('shows a link to the chat instead of an empty frame, in the language that the page asked for', async () => {
    const { page, context } = await visit(refused)
    await page.getByRole('button', { name: 'Ask Lotsen' }).click()
    await page.locator('lotsen-chat #not-here', { hasText: 'cannot be shown' }).waitFor()
    expect(await page.locator('lotsen-chat iframe').isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Open the chat in a tab of its own' }).getAttribute('href')).toBe(
      `${lotsen.url}/`,
    )
    await context.close()
  })
})
