import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FrameLocator } from 'playwright-core'
import { deskAtWork, START_MILLISECONDS, type DeskAtWork } from '../fixtures/desk-at-work.js'
import { APP, entraServer, OID, SECRET, TENANT } from '../fixtures/entra.js'
import { openInTeams } from '../fixtures/teams-host.js'

let entra: Awaited<ReturnType<typeof entraServer>>
let desk: DeskAtWork

beforeAll(async () => {
  entra = await entraServer({ now: () => desk.now() })
  desk = await deskAtWork({
    env: {
      STAFF_SIGN_IN: 'entra',
      ENTRA_AUTHORITY: entra.authority,
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_PASSWORD: SECRET,
      MICROSOFT_APP_TENANT_ID: TENANT,
      FIRST_LEAD: `${TENANT}|${OID}`,
    },
  })
}, START_MILLISECONDS)
afterAll(async () => {
  await desk?.close()
  await entra?.close()
})

const opened = (token: string | { refused: string }, theme = 'default') =>
  openInTeams(desk.browser, `${desk.lotsen.url}/staff`, { theme, token })
const background = (tab: FrameLocator): Promise<string> =>
  tab.locator('header.top').evaluate((header) => getComputedStyle(header as never).backgroundColor)
declare const getComputedStyle: (element: never) => { backgroundColor: string }

describe('the desk as a tab in Teams', () => {
  it('signs in by the token that Teams gives, without a word, and tells Teams that it is there', async () => {
    const teams = await opened(await entra.tabToken())
    await teams.tab.getByText('Robin,').waitFor()
    expect(await teams.asked()).toEqual(expect.arrayContaining(['initialize', 'appInitialization.success']))
    // The library asks its maker for a list of hosts; it is not let out, and has one of its own.
    expect(teams.complaints.filter((complaint) => !complaint.includes('validDomains.json'))).toEqual([])
    await teams.close()
  })

  it('has the theme that Teams has, and follows when it changes', async () => {
    const teams = await opened(await entra.tabToken())
    await teams.tab.locator('header.top').waitFor()
    expect(await background(teams.tab)).toBe('rgb(255, 255, 255)')
    await teams.changeTheme('contrast')
    await becomes(() => background(teams.tab), 'rgb(0, 0, 0)')
    await teams.changeTheme('dark')
    await becomes(() => background(teams.tab), 'rgb(41, 41, 41)')
    await teams.close()
  })

  it('shows the other ways in when Teams gives no token, and refuses one that is not for it', async () => {
    const none = await opened({ refused: 'resourceDisabled' })
    await none.tab.getByRole('link', { name: 'Logga in med ditt arbetskonto' }).waitFor()
    await none.close()
    const others = await opened(await entra.tabToken({ aud: 'another-app' }))
    await others.tab.getByRole('alert').waitFor()
    expect(await others.tab.locator('header.top').count()).toBe(0)
    await others.close()
  })
})

/** Waits until it is so, or says what it was instead. */
async function becomes(read: () => Promise<string>, wanted: string): Promise<void> {
  for (let tries = 0; tries < 40 && (await read()) !== wanted; tries++) await new Promise((soon) => setTimeout(soon, 100))
  expect(await read()).toBe(wanted)
}
