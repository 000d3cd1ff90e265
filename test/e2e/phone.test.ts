import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openDesk, type AgentPage } from '../fixtures/agent-page.js'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { mailServer } from '../fixtures/mail-server.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const now = (): Date => new Date('2026-03-03T09:30:00.000Z')
const smsFolder = join(mkdtempSync(join(tmpdir(), 'lotsen-sms-')), 'out')

let browser: Browser
let lotsen: Started
let server: Awaited<ReturnType<typeof mailServer>>
let adele: AgentPage
let page: Page

beforeAll(async () => {
  server = await mailServer()
  ;[browser, lotsen] = await Promise.all([
    launchBrowser(),
    startLotsen({
      env: {
        STAFF_SIGN_IN: 'development',
        SMTP_URL: server.url(),
        MAIL_FROM: 'lotsen@stockholm.example',
        SMS_DIR: smsFolder,
      },
      overrides: { now },
    }),
  ])
  adele = await openDesk(browser, lotsen.url, 'Adele')
  page = adele.page
  await page.goto(`${lotsen.url}/staff#phone`)
  await box().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
  await server?.stop()
})

const box = () => page.getByLabel('What does the caller say?')
const answers = () => page.locator('.phone-main > .phone-turn .phone-answer')
const ask = async (text: string): Promise<void> => {
  await box().fill(text)
  await box().press('Enter')
  await page.locator('.phone-main > .phone-turn .phone-said', { hasText: text }).waitFor()
}
const shot = async (name: string, of: Page = page): Promise<void> => {
  const folder = process.env['SHOTS']
  if (folder) await of.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe('a call, by the keyboard', () => {
  it('finds the service, with the ways for whoever cannot use it, in the page’s language, and is read aloud in the caller’s', async () => {
    await ask('jag behöver förskola till mitt barn')
    const thing = page.locator('.phone-thing').first()
    await thing.getByRole('heading', { name: /preschool/i }).waitFor()
    expect(await thing.innerText()).toContain('Without the e-service')
    const ear = thing.locator('[data-ear] [lang]')
    expect(await ear.getAttribute('lang')).toBe('sv')
    expect(await ear.innerText()).toContain('0 8, 5 0 8, 0 0, ')
    expect(await ear.innerText()).not.toMatch(/https?:|www\./)
    expect(await violations(page)).toEqual([])
    await shot('found')
  })

  it('goes to the text to read aloud with Alt+R and back to the question with Alt+F', async () => {
    await page.keyboard.press('Alt+r')
    expect((await page.locator('[data-ear]:focus').count()) > 0).toBe(true)
    await page.keyboard.press('Alt+f')
    expect(await box().and(page.locator(':focus')).isVisible()).toBe(true)
  })

  it('puts what was found into what is sent', async () => {
    await page.locator('.phone-thing').first().getByRole('button', { name: /^Add/ }).click()
    await page.locator('.phone-chosen li').first().waitFor()
    expect(await page.locator('.phone [role=status]').last().innerText()).toMatch(/is in what is sent/)
  })

  it('asks the permit pilot’s questions by digits and Enter, to a plan with its code', async () => {
    await ask('jag vill öppna en liten pizzeria med uteservering och sälja öl')
    await page.locator('.phone-form').first().waitFor()
    await shot('question')
    expect(await violations(page)).toEqual([])
    for (let card = 0; card < 3; card++) {
      const form = page.locator('.phone-form').first()
      const before = await form.innerText()
      const groups = await form.locator('fieldset').count()
      await form.locator('input').first().focus()
      for (let group = 0; group < groups; group++) await page.keyboard.press('1')
      for (const number of await form.locator('input[type=number]').all()) await number.fill('20')
      await form.locator('button[type=submit]').press('Enter')
      await page
        .locator('.phone-form')
        .first()
        .filter({ hasNotText: before.split('\n')[0] ?? '' })
        .waitFor()
    }
    await page.getByRole('button', { name: /Visa planen nu/ }).click()
    await page.locator('.phone-plan').waitFor()
    await page.locator('.phone-main [data-ear]:focus').waitFor()
    expect(await page.locator('.phone-code strong').innerText()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    await page.getByRole('button', { name: /^Add .*plan/i }).click()
    expect(await violations(page)).toEqual([])
    await shot('plan')
  })

  it('sends it by e-mail, in the caller’s language, and the address is nowhere afterwards', async () => {
    await page.getByLabel('E-mail address').fill('caller@example.org')
    await page.getByRole('button', { name: 'Send the e-mail' }).press('Enter')
    await page.getByText('The message is on its way').first().waitFor()
    for (let tries = 0; server.received.length === 0 && tries < 200; tries++) await page.waitForTimeout(50)
    const [mail] = server.received
    expect(mail?.to).toEqual(['caller@example.org'])
    expect(mail?.mail.subject).toBe('Svar från Stockholms stad')
    expect(mail?.mail.text).toContain('Kod till planen')
    expect(mail?.mail.text).toContain('raderas')
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('')
  })

  it('hands an SMS over as a file', async () => {
    await page.getByLabel('Mobile number').fill('070-174 06 05')
    await page.getByRole('button', { name: 'Send the SMS' }).press('Enter')
    await page.getByText('has been handed over').first().waitFor()
    const [file] = readdirSync(smsFolder)
    const sms = JSON.parse(readFileSync(join(smsFolder, file ?? ''), 'utf8')) as { to: string; text: string }
    expect(sms.to).toBe('+46701740605')
    expect(sms.text).toMatch(/^Stockholms stad:/)
  })

  it('shows a letter to print, whose address stands in the window of the envelope', async () => {
    await page.getByLabel('Name and address, a line each').fill('Test Testsson\nProvgatan 1\n111 11 Stockholm')
    const [letter] = await Promise.all([
      adele.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Show the letter to print' }).click(),
    ])
    await letter.getByRole('heading', { level: 1 }).waitFor()
    expect(letter.url()).toBe(`${lotsen.url}/staff/phone/letter`)
    expect(await violations(letter)).toEqual([])
    await shot('letter-screen', letter)
    await letter.emulateMedia({ media: 'print' })
    expect(await letter.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    // On paper the margins are the sheet's own, 20 and 15 mm; a millimetre is 96 / 25.4 points of the screen.
    const at = await letter.locator('.to').boundingBox()
    const millimetres = (points: number): number => (points * 25.4) / 96
    expect(Math.round(millimetres(at?.x ?? 0) + 20)).toBe(108)
    expect(Math.round(millimetres(at?.y ?? 0) + 15)).toBe(45)
    expect(millimetres(at?.height ?? 0)).toBeLessThanOrEqual(30)
    expect(
      Number(await letter.evaluate(`parseFloat(getComputedStyle(document.documentElement).fontSize)`)),
    ).toBeGreaterThanOrEqual(18)
    const folder = process.env['SHOTS']
    if (folder) await letter.pdf({ path: join(folder, 'letter.pdf'), preferCSSPageSize: true })
    await letter.close()
  })

  it('shows at once what to do when somebody may be in danger', async () => {
    await ask('min man slår mig')
    await answers().getByRole('alert').waitFor()
    expect(await answers().first().innerText()).toContain('Stay on the line')
    expect(await answers().locator('[data-ear]').first().innerText()).toContain('1 1 2')
    expect(await violations(page)).toEqual([])
    await shot('crisis')
  })

  it('answers in English when the caller speaks English, and fits a narrow window', async () => {
    await page.getByLabel('The caller’s language').selectOption('en')
    await ask('my neighbour plays loud music')
    expect(await page.locator('.phone-thing [data-ear] [lang]').first().getAttribute('lang')).toBe('en')
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await shot('narrow')
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 1366, height: 800 })
  })

  it('finds the call again after a reload, and forgets it when the next begins', async () => {
    await page.reload()
    await page.locator('.phone-earlier').waitFor()
    await page.getByRole('button', { name: 'New call' }).click()
    await page.getByText('Write what the caller says, and').waitFor()
    expect(await page.locator('.phone-chosen li').count()).toBe(0)
    await page.reload()
    await box().waitFor()
    expect(await answers().count()).toBe(0)
  })

  it('has a call of its own in another tab', async () => {
    const other = await adele.context.newPage()
    await other.goto(`${lotsen.url}/staff#phone`)
    await other.getByRole('button', { name: /Be Adele/ }).click()
    await other.getByLabel('What does the caller say?').fill('pass')
    await other.getByLabel('What does the caller say?').press('Enter')
    await other.locator('.phone-thing').first().waitFor()
    await ask('bygglov')
    expect(await other.locator('.phone-said').innerText()).toContain('pass')
    await other.close()
  })
})
