import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openDesk, type AgentPage } from '../fixtures/agent-page.js'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

let browser: Browser
let lotsen: Started
let lead: AgentPage
let page: Page
beforeAll(async () => {
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen({ env: { STAFF_SIGN_IN: 'development' } })])
  lead = await openDesk(browser, lotsen.url, 'Alex')
  page = lead.page
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('heading', { name: /^Work here/ }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
})

const person = (name: string) => page.getByRole('listitem', { name, exact: true })
const sideways = (): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

describe('a lead says who works here', () => {
  it('takes roles away, and is asked for them again by whoever wants in', async () => {
    await person('Patti').getByRole('button', { name: 'Take all roles away' }).click()
    await page.getByRole('dialog').getByText('Patti is signed out at once').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Take all roles away' }).click()
    await page.getByText('Patti has no role any more').waitFor()

    const out = await browser.newPage({ locale: 'en-GB' })
    await out.goto(`${lotsen.url}/staff`)
    await out.getByText('If you have not installed the app in Teams').waitFor()
    await out.getByRole('button', { name: 'Be Patti' }).click()
    await out.getByText('Your request is kept').waitFor()
    await out.getByText('00000000-0000-0000-0000-0000000000024').waitFor()
    await out.close()

    await page.reload()
    const asked = page.getByRole('group', { name: 'Let Patti in as' })
    await asked.getByRole('button', { name: 'Let in as editor' }).click()
    await page.getByText('Patti can now sign in as editor').waitFor()
    await asked.waitFor({ state: 'detached' })
  })

  it('changes a person, and is told when somebody else did meanwhile; what was filled in stays', async () => {
    await person('Adele').getByRole('button', { name: 'Change' }).click()
    await person('Adele').getByLabel('Team').fill('Skola')
    const { version, ...adele } = (await lotsen.stores.people.people()).find(({ name }) => name === 'Adele')!
    await lotsen.stores.desk.saveMember({ ...adele, capacity: 5 })
    await person('Adele').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else has just changed the same person').waitFor()
    expect(await person('Adele').getByLabel('Team').inputValue()).toBe('Skola')
    await person('Adele').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Adele is saved').waitFor()
    const after = (await lotsen.stores.people.people()).find(({ name }) => name === 'Adele')!
    expect([after.team, after.capacity, after.version]).toEqual(['Skola', 5, version + 2])
  })

  it('breaks no rule of accessibility, in the list, a form and a narrow window', async () => {
    await person('Isaiah').getByRole('button', { name: 'Change' }).click()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways()).toBe(0)
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
  })
})
