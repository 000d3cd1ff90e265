import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat } from '../fixtures/chat-page.js'
import { projectFolder } from '../fixtures/content.js'
import { openCorrections, type CorrectionsWindow } from '../fixtures/corrections-window.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

// A Monday forenoon in Stockholm, when every queue is open.
const now = (): Date => new Date('2026-03-02T09:30:00.000Z')
const OLD = '08-508 00 508'
const NEW = '08-123 45 67'
const CENTRE = 'Kontaktcenter Stockholm (contact centre)'

const folder = join(mkdtempSync(join(tmpdir(), 'lotsen-')), 'content')

let browser: Browser
let lotsen: Started
let patti: CorrectionsWindow

beforeAll(async () => {
  cpSync(join(projectFolder, 'content'), folder, { recursive: true })
  ;[browser, lotsen] = await Promise.all([
    launchBrowser(),
    startLotsen({ env: { STAFF_SIGN_IN: 'development', CONTENT_POLL_SECONDS: '1' }, overrides: { now }, contentDir: folder }),
  ])
  patti = await openCorrections(browser, lotsen.url, 'Patti')
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
})

const shot = (page: Page, name: string) =>
  process.env['SHOTS'] ? page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) : undefined

/** What a citizen who comes now is told of preschool. */
async function citizenSees(words: string): Promise<void> {
  const citizen = await openChat(browser, lotsen.url, { locale: 'en-GB' })
  await citizen.say('I need a place in preschool for my child')
  await citizen.answered(words)
  await citizen.close()
}

describe('correcting a phone number', () => {
  it('begins with looking for the number that is wrong', async () => {
    await patti.page.getByText('Nothing has been corrected yet.').waitFor()
    expect(await violations(patti.page)).toEqual([])
    await patti.open(OLD, CENTRE)
    await shot(patti.page, 'thing')
    expect(await violations(patti.page)).toEqual([])
  })

  it('says in words what is wrong, and keeps what was written', async () => {
    await patti.correct('Phone numbers')
    await patti.dialog.getByLabel('Phone numbers').fill('call us')
    await patti.press('Preview')
    await patti.dialog.getByText('This is not a phone number.').waitFor()
    expect(await patti.dialog.getByLabel('Phone numbers').inputValue()).toBe('call us')
    expect(await violations(patti.page)).toEqual([])
    await shot(patti.page, 'wrong')
  })

  it('shows the card as it is and as it will be, in the language of one’s choice', async () => {
    await patti.dialog.getByLabel('Phone numbers').fill(NEW)
    await patti.press('Preview')
    const cards = patti.dialog.locator('.corrections-card')
    await cards.nth(1).getByText(NEW).waitFor()
    await cards.nth(0).getByText(OLD).waitFor()
    await patti.dialog.getByLabel('Language').selectOption('sv')
    await cards.nth(1).locator('[lang=sv]').first().waitFor()
    await shot(patti.page, 'preview')
    expect(await violations(patti.page)).toEqual([])
  })

  it('is not published without a reason', async () => {
    await patti.press('Publish now')
    await patti.dialog.getByText('Say briefly why').waitFor()
    await citizenSees(OLD)
  })

  it('is live in the next answer when it is published, and says so', async () => {
    await patti.publish('The number has moved')
    await patti.page.getByText(/^Published:/).waitFor()
    await citizenSees(NEW)
    await patti.field('Phone numbers').getByText('Corrected', { exact: true }).waitFor()
    await patti
      .field('Phone numbers')
      .getByText(/^Last changed .*Patti.*The number has moved/)
      .waitFor()
    expect(await violations(patti.page)).toEqual([])
    await shot(patti.page, 'corrected')
  })

  it('gives the focus back to where it began', async () => {
    expect(await patti.page.evaluate('document.activeElement.textContent')).toBe('Correct')
  })
})

describe('two editors at once', () => {
  it('show the second what the first has published, and let them choose', async () => {
    const alex = await openCorrections(browser, lotsen.url, 'Alex')
    await alex.open('Kontaktcenter Stockholm (contact', CENTRE)
    await alex.correct('Phone numbers')
    await alex.dialog.getByLabel('Phone numbers').fill('08-222 22 22')
    await alex.press('Preview')
    await alex.dialog.locator('.corrections-card').nth(1).getByText('08-222 22 22').waitFor()

    await patti.correct('Phone numbers')
    await patti.dialog.getByLabel('Phone numbers').fill('08-333 33 33')
    await patti.press('Preview')
    await patti.publish('A third one')

    await alex.dialog.getByLabel(/^Why/).fill('Mine is right')
    await alex.press('Publish now')
    await alex.dialog.getByText('Somebody else was first').waitFor()
    await alex.dialog.getByText('08-333 33 33').first().waitFor()
    await alex.dialog.getByText('A third one').waitFor()
    await shot(alex.page, 'race')
    expect(await violations(alex.page)).toEqual([])
    await alex.press('Preview mine all the same')
    await alex.dialog.locator('.corrections-card').nth(0).getByText('08-333 33 33').waitFor()
    await alex.publish('Mine is right')
    await citizenSees('08-222 22 22')
    await alex.close()
  })
})

describe('rolling back', () => {
  it('is looked at and published like any correction, and brings the old number back', async () => {
    await patti.page.reload()
    await patti.open(CENTRE, CENTRE)
    const field = patti.field('Phone numbers')
    await field.getByText('History (3)').click()
    await shot(patti.page, 'history')
    expect(await violations(patti.page)).toEqual([])
    await field.getByRole('button', { name: 'Go back to before correction 1 of Phone numbers' }).click()
    await patti.dialog.locator('.corrections-card').nth(1).getByText(OLD).waitFor()
    await patti.publish('All of them were wrong')
    await citizenSees(OLD)
    await field
      .getByText(/^Rolled back/)
      .first()
      .waitFor()
  })
})

describe('the hours of a queue', () => {
  it('are corrected by a date, with what is said on it', async () => {
    await patti.open('City Planning customer service', 'the City Planning customer service')
    await patti.correct('Dates with other hours')
    await patti.press('Add dates')
    await patti.dialog.getByLabel('From').fill('2026-03-04')
    await patti.dialog.getByLabel('Open', { exact: true }).fill('9-12')
    await patti.press('Preview')
    await patti.dialog.getByRole('row', { name: /4 March 2026.*08:00–16:30.*09:00–12:00/ }).waitFor()
    await shot(patti.page, 'queue')
    expect(await violations(patti.page)).toEqual([])
    await patti.publish('Training in the afternoon')
    expect(lotsen.content().queues.get('building')?.hours.exceptions).toEqual([
      { from: '2026-03-04', to: '2026-03-04', open: [{ from: '09:00', to: '12:00' }] },
    ])
  })

  it.each(['Open every week', 'Holidays and the days before them', 'Dates with other hours'])(
    'have a form without violations: %s',
    async (what) => {
      await patti.correct(what)
      expect(await violations(patti.page)).toEqual([])
      await shot(patti.page, `form-${what.slice(0, 4)}`)
      await patti.page.keyboard.press('Escape')
      await patti.dialog.waitFor({ state: 'detached' })
    },
  )
})

describe('a link', () => {
  it('to another site is pointed out before it is published', async () => {
    await patti.open('Apply for preschool', 'Apply for preschool')
    await patti.correct('Link')
    await patti.dialog.getByLabel('Web address').fill('http://elsewhere.example')
    await patti.press('Preview')
    await patti.dialog.getByText('It begins with https://').waitFor()
    await patti.dialog.getByLabel('Web address').fill('https://elsewhere.example/preschool')
    await patti.press('Preview')
    await patti.dialog.getByText('The link leads to elsewhere.example.').waitFor()
    await patti.dialog.getByText('https://elsewhere.example/preschool').waitFor()
    await shot(patti.page, 'link')
    expect(await violations(patti.page)).toEqual([])
    // The keyboard is in the dialog, although the button that led here is gone.
    await patti.page.keyboard.press('Escape')
    await patti.dialog.waitFor({ state: 'detached' })
  })
})

describe('a file that is published after a correction', () => {
  const FILED = '08-508 99 999'

  it('is live, and the correction is kept for somebody to decide', async () => {
    await patti.open(CENTRE, CENTRE)
    await patti.correct('Phone numbers')
    await patti.dialog.getByLabel('Phone numbers').fill(NEW)
    await patti.press('Preview')
    await patti.publish('The number has moved')
    const file = join(folder, 'contact/kontaktcenter-stockholm.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(OLD, FILED))
    while (lotsen.content().contact.get('kontaktcenter-stockholm')?.phones[0] !== FILED)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await patti.page.reload()
    const undecided = patti.page.getByRole('region', { name: 'To decide' })
    await undecided.getByText('The file has changed since the correction was made.').waitFor()
    await undecided.getByText(FILED).waitFor()
    await shot(patti.page, 'undecided')
    expect(await violations(patti.page)).toEqual([])
  })

  it('gives way when the correction is kept', async () => {
    const undecided = patti.page.getByRole('region', { name: 'To decide' })
    await undecided.getByRole('button', { name: 'Keep the correction' }).click()
    await patti.dialog.locator('.corrections-card').nth(1).getByText(NEW).waitFor()
    await patti.publish('Asked the contact centre')
    await undecided.waitFor({ state: 'detached' })
    await citizenSees(NEW)
  })
})

describe('the page', () => {
  it('fits in a window that is enlarged four times, without violations', async () => {
    await patti.page.setViewportSize({ width: 320, height: 640 })
    const sideways = await patti.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect([sideways, await violations(patti.page)]).toEqual([0, []])
    await shot(patti.page, 'narrow')
    await patti.page.setViewportSize({ width: 1366, height: 900 })
  })

  it('is not there for an agent, and asks nobody else for anything', async () => {
    const { origin } = new URL(lotsen.url)
    expect(patti.requests.filter((address) => /^https?:/.test(address) && !address.startsWith(origin))).toEqual([])
    expect(patti.complaints).toEqual([])
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${lotsen.url}/staff#corrections`)
    await page.getByRole('button', { name: 'Be Adele' }).click()
    await page.locator('header.top').waitFor()
    expect(await page.locator('main[data-place=corrections]').count()).toBe(0)
    await context.close()
  })
})
