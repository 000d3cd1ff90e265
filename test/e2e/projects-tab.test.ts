import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TABS } from '../../web/staff/projects/address.js'
import { openDesk } from '../fixtures/agent-page.js'
import { START_MILLISECONDS } from '../fixtures/desk-at-work.js'
import { found, isFocused, projectsTab, said, shot, sideways, type ProjectsTab } from '../fixtures/projects-tab.js'
import { keepProjects, seatedProject, waiting } from '../fixtures/seated-project.js'
import { startLotsen } from '../fixtures/start-lotsen.js'

let tab: ProjectsTab
beforeAll(async () => {
  tab = await projectsTab()
}, START_MILLISECONDS)
afterAll(async () => tab?.close())

describe('the portfolio', () => {
  it('has what waits for a decision first, and narrows as one types', async () => {
    const page = await tab.as('Alex')
    const rows = page.locator('.projects-row')
    await rows.nth(1).waitFor()
    expect(await rows.first().textContent()).toMatch(/^Social systems/)
    expect(await rows.first().textContent()).toContain(said('waits'))
    await page.getByLabel(said('search')).fill('calm')
    await page.getByText(said('found', { count: 1 }), { exact: true }).waitFor()
    await page.getByRole('button', { name: said('filter-none') }).click()
    await page.getByText(said('found', { count: 2 }), { exact: true }).waitFor()
    await shot(page, 'portfolio')
  })

  it('has a picture of time, and one of the five portfolios, each with a table', async () => {
    const page = await tab.as('Alex')
    await page.getByRole('button', { name: said('look-timelines') }).click()
    const picture = page.getByRole('figure', { name: said('timelines') })
    await picture.getByRole('link', { name: 'Social systems' }).waitFor()
    await picture.getByText(said('as-table')).click()
    await picture.getByRole('cell', { name: 'B3' }).first().waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'timelines')
    await page.getByRole('button', { name: said('look-frames') }).click()
    await page.getByText(said('as-table')).click()
    await page
      .getByRole('cell', { name: /2.?300.?000|SEK/ })
      .first()
      .waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'frames')
  })
})

describe('the portfolio on a narrow screen', () => {
  it.each(['look-list', 'look-timelines', 'look-frames'])('is as wide as the screen as “%s”, also in the dark', async (word) => {
    const page = await tab.as('Alex')
    await page.getByRole('button', { name: said(word) }).click()
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const size of [
      { width: 320, height: 640 },
      { width: 683, height: 400 },
    ]) {
      await page.setViewportSize(size)
      expect([size.width, await sideways(page), await found(page)]).toEqual([size.width, 0, []])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1366, height: 800 })
  })
})

describe('one project', () => {
  it.each(TABS)('has no violations on the tab %s, wide, narrow and dark', async (name) => {
    const page = await tab.as('Adele', `#projects/social/${name}`)
    await page.locator('.project-head [role=alert]').first().waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, name)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(page)).toBe(0)
    expect(await found(page)).toEqual([])
    await shot(page, `${name}-narrow`)
    // A window of 1366 pixels that is enlarged twice.
    await page.setViewportSize({ width: 683, height: 400 })
    expect(await sideways(page)).toBe(0)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await found(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1366, height: 800 })
  })

  it.each([
    ['Alex', '#projects', 'register'],
    ['Alex', '#projects/calm/people', 'change-people'],
    ['Alex', '#projects/calm/people', 'change-settings'],
    ['Alex', '#projects/calm/people', 'change-identity'],
    ['Megan', '#projects/calm/meetings', 'call-meeting'],
    ['Adele', '#projects/calm/overview', 'file-document'],
    ['Adele', '#projects/calm/plan', 'change-activity-plan'],
  ])('has a form for %s at %s behind “%s”, without violations, wide and narrow', async (name, address, word) => {
    const page = await tab.as(name, address)
    await page
      .getByRole('button', { name: said(word), exact: true })
      .first()
      .click()
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Cancel' }) })
    const heading = form.locator('h3').first()
    await heading.waitFor()
    expect(await isFocused(heading)).toBe(true)
    expect(await found(page)).toEqual([])
    await shot(page, `form-${word}`)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(page)).toBe(0)
    expect(await found(page)).toEqual([])
    await page.setViewportSize({ width: 1366, height: 800 })
    await form.getByRole('button', { name: 'Cancel' }).click()
    await heading.waitFor({ state: 'detached' })
    await page.locator(':focus').waitFor()
  })
})

describe('where the city has its portfolio elsewhere', () => {
  it('says so, and has one’s own projects all the same', async () => {
    const other = await startLotsen({
      env: { STAFF_SIGN_IN: 'development', PORTFOLIO_SYSTEM: 'elsewhere' },
      overrides: { now: tab.now },
    })
    try {
      await keepProjects(other.stores.projects, [seatedProject('social', 'Social systems', waiting)])
      const { page, close } = await openDesk(tab.browser, other.url, 'Adele')
      await page.goto(`${other.url}/staff#projects`)
      const own = page.getByRole('region', { name: said('own') })
      await own.getByRole('link', { name: 'Social systems' }).waitFor()
      expect(await page.getByRole('button', { name: said('look-frames') }).count()).toBe(0)
      expect(await found(page)).toEqual([])
      await close()
    } finally {
      await other.close()
    }
  })
})
