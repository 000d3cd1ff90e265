import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { TABS } from '../../web/staff/projects/address.js'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { START_MILLISECONDS } from '../fixtures/desk-at-work.js'
import { APP, entraServer, OID, SECRET, TENANT } from '../fixtures/entra.js'
import { START } from '../fixtures/project.js'
import { keepProjects, seatedProject, waiting } from '../fixtures/seated-project.js'
import { projectWords } from '../fixtures/projects-door.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'
import { openInTeams } from '../fixtures/teams-host.js'

const started = Date.now()
const now = (): Date => new Date(START.getTime() + (Date.now() - started))
/** What the page says by the key of its words. */
const said = (key: string): string => projectWords('sv')(`staff-projects.${key}`)
const SHOTS = process.env['TEST_SHOTS']

let entra: Awaited<ReturnType<typeof entraServer>>
let browser: Browser
let lotsen: Started
beforeAll(async () => {
  entra = await entraServer({ now })
  const env = {
    STAFF_SIGN_IN: 'entra',
    ENTRA_AUTHORITY: entra.authority,
    MICROSOFT_APP_ID: APP,
    MICROSOFT_APP_PASSWORD: SECRET,
    MICROSOFT_APP_TENANT_ID: TENANT,
    FIRST_LEAD: `${TENANT}|${OID}`,
  }
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen({ env, overrides: { now } })])
  await keepProjects(lotsen.stores.projects, [seatedProject('social', 'Sociala system', waiting)])
}, START_MILLISECONDS)
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
  await entra?.close()
})

describe('projects as a tab in Teams', () => {
  it('open at the project that a link in a message names', async () => {
    const within = 'projects/social/decisions'
    const teams = await openInTeams(browser, `${lotsen.url}/staff`, { theme: 'default', token: await entra.tabToken(), within })
    await teams.tab.getByRole('heading', { level: 2, name: 'Sociala system' }).waitFor()
    await teams.tab.locator('.project-tabs a[href$="/decisions"][aria-current]').waitFor()
    await teams.close()
  })

  it.each(['default', 'dark', 'contrast'])(
    'have no violations in the theme %s, all projects and every tab of one',
    async (theme) => {
      const teams = await openInTeams(browser, `${lotsen.url}/staff#projects`, { theme, token: await entra.tabToken() })
      await teams.tab.getByRole('link', { name: 'Sociala system' }).waitFor()
      const frame = teams.page.frames().at(-1)!
      // What Fluent puts beside a dialog to hold the focus is never reached by anybody.
      const found = async (): Promise<string[]> => (await violations(frame)).filter((one) => !one.includes('data-tabster-dummy'))
      const look = async (name: string): Promise<void> => {
        expect([name, await found()]).toEqual([name, []])
        if (SHOTS) await teams.page.screenshot({ path: `${SHOTS}/teams-${theme}-${name}.png` })
      }
      await look('list')
      for (const name of ['look-timelines', 'look-frames', 'look-list']) {
        await teams.tab.getByRole('button', { name: said(name) }).click()
        await look(name)
      }
      await teams.tab.getByRole('link', { name: 'Sociala system' }).first().click()
      for (const tab of TABS) {
        await teams.tab.locator(`.project-tabs a[href$="/${tab}"]`).click()
        await teams.tab.locator('.project-tabs ~ * .panel, .project-tabs ~ .panel').first().waitFor()
        await look(tab)
      }
      await teams.close()
    },
  )
})
