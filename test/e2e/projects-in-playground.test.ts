import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { loadWords } from '../../bot/i18n/load-words.js'
import { translator } from '../../bot/i18n/words.js'
import { aBotActivity } from '../fixtures/bot-activity.js'
import { projectFolder } from '../fixtures/content.js'
import { demoProjects, keptProject } from '../fixtures/demo-projects.js'
import { startPlayground, type Playground } from '../fixtures/playground.js'

// Whoever looks at the Playground is Alex: a member of the first, manager of the second, and in the steering group of the third.
const MARKET = 'E-tjänst för torghandel'
const PARKING = 'Digital ansökan till parkeringstillstånd'
const PICTURES = 'Felanmälan med bild'
// A channel and others of the Playground's own.
const CHANNEL = { id: 'channel-announcements-id', conversationType: 'channel', isGroup: true }
const MEGAN = { id: 'user-id-1', aadObjectId: '00000000-0000-0000-0000-0000000000021' }
const ADELE = { id: 'user-id-2', aadObjectId: '00000000-0000-0000-0000-0000000000022' }
const ALEX = 'development|00000000-0000-0000-0000-0000000000020'
const PROBLEM = 'testmiljön var ur drift'
const COMMENT = 'Leverantören är sen.'
const DELAY = 'vi blir tre veckor sena med första versionen'
// The first thing that is asked for in it: points B1 and B2 were decided before.
const ASKED = { project: 'p-p-002', matter: 3 }
// Tall enough for a whole card, and its dialog, in a picture.
const TALL = { width: 1280, height: 1400 }
const SHOTS = process.env['TEST_SHOTS']

const t = translator(loadWords(`${projectFolder}locales`, ['sv']))('sv')

let dataDir: string
let playground: Playground
let page: Page

beforeAll(async () => {
  dataDir = await demoProjects(['P-002', 'P-005', 'P-007'], ['sv'])
  playground = await startPlayground({ STAFF_SIGN_IN: 'development', LANGUAGES: 'sv', DATA_DIR: dataDir })
  page = await playground.open()
  await page.setViewportSize(TALL)
}, 300_000)
afterAll(() => playground?.close())

const cards = (within: Page = page): Locator => within.locator('.ac-adaptiveCard')
const cardWith = (text: string | RegExp, within?: Page): Locator => cards(within).filter({ hasText: text }).last()
const button = (of: Locator, key: string): Locator => of.getByRole('button', { name: t(key), exact: true })
const dialog = (): Locator => page.getByRole('dialog')

async function shot(of: Locator | Page, name: string): Promise<void> {
  if (SHOTS) await of.screenshot({ path: `${SHOTS}/${name}.png` })
}

async function say(text: string): Promise<void> {
  await page.locator('[contenteditable][role=textbox]').first().click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** What Teams would post for somebody; the Playground itself lets only Alex write and press. */
async function post(from: typeof MEGAN, id: string, activity: Record<string, unknown>): Promise<string> {
  const serviceUrl = `${playground.playground}/_connector`
  const body = JSON.stringify(aBotActivity({ id, serviceUrl, conversation: CHANNEL, from, text: undefined, ...activity }))
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${playground.bot}/api/messages`, { method: 'POST', headers, body })).text()
}

const execute = (from: typeof MEGAN, id: string, data: Record<string, unknown>): Promise<string> => {
  const value = { action: { type: 'Action.Execute', id, verb: data['verb'], data }, trigger: 'manual' }
  return post(from, id, { type: 'invoke', name: 'adaptiveCard/action', value })
}

/** The message extension's action on the newest message with these words, as far as its choice of a form. */
async function beginFrom(words: string, form: string, project: string): Promise<void> {
  const message = page.getByText(words, { exact: true }).first()
  await message.hover()
  // It stands in the message's head, before its words.
  await message.locator('xpath=preceding::button[@aria-label="Show more information"][1]').click()
  await page.getByRole('menuitem', { name: 'Action Command' }).click()
  await page.getByPlaceholder('Input command id or leave blanks').fill('startReport')
  await page.getByRole('button', { name: 'Create' }).click()
  const name = new RegExp(`^${t(`projects.form-name.${form}`)}: .*${project}$`)
  await dialog().getByRole('radio', { name }).check()
  await shot(dialog().locator('.ac-adaptiveCard'), `choose-${form}`)
  await button(dialog(), 'projects.form.next').click()
}

/** Waits for a page of the form. */
async function onPage(form: string, number: number, of: number, within: Locator = dialog()): Promise<void> {
  await within.getByText(t('projects.form.number', { form: t(`projects.form-name.${form}`), number, of })).waitFor()
}
/** Opens the first list with this label, and takes one of it, wherever it has opened. */
async function choose(within: Locator, label: string, choice: string): Promise<void> {
  await within.getByLabel(t(label)).first().click()
  await page.getByRole('option', { name: t(choice) }).dispatchEvent('click')
  await within
    .locator(`input[role=combobox][value="${t(choice)}"]`)
    .first()
    .waitFor()
}
const next = (): Promise<void> => button(dialog(), 'projects.form.next').click()
const close = (): Promise<void> => dialog().getByRole('button', { name: 'Close' }).click()

/** Fills in the field of the open page whose label begins with these words. */
const fill = (key: string, text: string): Promise<void> => dialog().getByLabel(t(key)).fill(text)

/** Opens the channel, where steering groups have their place. */
async function openChannel(): Promise<Page> {
  const opened = await playground.open()
  await opened.setViewportSize(TALL)
  await opened.getByText('Announcements').first().click()
  return opened
}

/** The card of what waits in a project, once its chair has made the channel the place of its steering group. */
async function steeringGroupOf(project: string): Promise<Locator> {
  await post(MEGAN, `place ${project}`, { text: `styrgrupp ${project}` })
  const card = cardWith(project)
  await card.waitFor({ timeout: 45_000 })
  return card
}

/** Somebody else's vote for what was asked for, by what stands on their own view of the card. */
async function approve(from: typeof MEGAN): Promise<string> {
  const seen = await execute(from, `view ${from.id}`, { verb: 'project.matter', ...ASKED })
  const hash = /"hash":"([0-9a-f]{64})"/.exec(seen)?.[1] ?? ''
  return execute(from, `vote ${from.id}`, { verb: 'project.vote', ...ASKED, hash, choice: 'approve' })
}

describe("projects in Microsoft's Agents Playground", () => {
  it('are shown to whoever asks for theirs, with what waits for their vote', async () => {
    await say('mina projekt')
    const mine = cardWith(t('projects.mine.title'))
    await mine.waitFor()
    for (const name of [MARKET, PARKING, PICTURES]) expect(await mine.innerText()).toContain(name)
    await shot(mine, 'mine')
  })

  it('are reported on from a message, in the dialog of the message extension', async () => {
    await say(PROBLEM)
    await beginFrom(PROBLEM, 'status-report', MARKET)
    await onPage('status-report', 1, 2)
    await fill('projects.status.spent', '30')
    await fill('projects.status.left', '120')
    expect(await dialog().getByLabel(t('projects.status.problem')).inputValue()).toBe(PROBLEM)
    await shot(dialog().locator('.ac-adaptiveCard'), 'status-report')
    await next()
    await onPage('status-report', 2, 2)
    await shot(dialog().locator('.ac-adaptiveCard'), 'status-report-review')
    await button(dialog(), 'projects.form.send-status-report').click()
    await dialog().getByText(MARKET).waitFor()
    await close()
  })

  it('are asked to be changed from a message, which fills the request in', async () => {
    await say(DELAY)
    const offered = cardWith(DELAY)
    await offered.waitFor()
    expect(await offered.innerText()).toContain(t('projects.start.filled'))
    await shot(offered, 'change-start')
    await beginFrom(DELAY, 'change-request', PARKING)
    await onPage('change-request', 1, 6)
    expect(await dialog().getByLabel(t('projects.change.why')).inputValue()).toBe(DELAY)
    await shot(dialog().locator('.ac-adaptiveCard'), 'change-request')
    await next()
    await onPage('change-request', 2, 6)
    await shot(dialog().locator('.ac-adaptiveCard'), 'change-request-touches')
    await next()
    await onPage('change-request', 3, 6)
    await shot(dialog().locator('.ac-adaptiveCard'), 'change-request-dates')
    await next()
    await onPage('change-request', 4, 6)
    await shot(dialog().locator('.ac-adaptiveCard'), 'change-request-effects')
    await next()
    await onPage('change-request', 5, 6)
    await fill('projects.change.alternatives', 'Lansera utan betalning i appen.')
    await fill('projects.change.if-rejected', 'Vi lanserar med kända fel.')
    await next()
    await onPage('change-request', 6, 6)
    await shot(dialog().locator('.ac-adaptiveCard'), 'change-request-review')
    await button(dialog(), 'projects.form.send-change-request').click()
    await dialog().getByText(PARKING).waitFor()
    await close()
  })

  it('are reported on in the chat too, where what is not green needs a comment', async () => {
    await say('lägesrapport')
    await cardWith(t('projects.start.as-progress-report')).waitFor()
    const card = cardWith(new RegExp(t('projects.form-name.progress-report')))
    await button(card, 'projects.start.here').click()
    await card.getByLabel(t('projects.progress.done')).fill('Formuläret är klart.')
    await card.getByLabel(t('projects.progress.next')).fill('Prov med de första sökande.')
    await shot(card, 'progress-report')
    await button(card, 'projects.form.next').click()
    await card.getByText(t('projects.progress.lights-intro')).waitFor()
    await choose(card, 'projects.progress.light', 'projects.light.yellow')
    await shot(card, 'progress-lights')
    for (const page of [3, 4, 5]) {
      await button(card, 'projects.form.next').click()
      await onPage('progress-report', page, 5, card)
    }
    await button(card, 'projects.form.send-progress-report').click()
    await card.getByText(t('projects.fault.comment', { names: t('projects.aspect.time') })).waitFor()
    await shot(card, 'progress-refused')
    for (const page of [4, 3, 2]) {
      await button(card, 'projects.form.back').click()
      await onPage('progress-report', page, 5, card)
    }
    await card.getByLabel(t('projects.progress.comment')).first().fill(COMMENT)
    for (const page of [3, 4, 5]) {
      await button(card, 'projects.form.next').click()
      await onPage('progress-report', page, 5, card)
    }
    await button(card, 'projects.form.send-progress-report').click()
    // What is over leaves nothing to press on.
    await button(card, 'projects.form.send-progress-report').waitFor({ state: 'detached' })
    expect(await card.innerText()).toContain(PARKING)
    await shot(card, 'progress-sent')
  })

  it('are found by the message extension, and their card put into the chat, where nobody answers it', async () => {
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click()
    await page.getByRole('menuitem', { name: 'Search Command' }).click()
    await page.getByText('Specify Command ID or Parameter').click()
    await page.getByPlaceholder('Command ID').fill('findProject')
    await page.getByPlaceholder('Parameter name').fill('text')
    await page.getByPlaceholder('Enter a search term').fill('parkering')
    await page.getByText(PARKING).last().click()
    // The one that is about to be sent among them: it goes from where one writes to the chat.
    const shown = await cards().count()
    await page.getByRole('button', { name: 'Send Message' }).click()
    // It was put there for people: the bot has nothing to say to it, and answers what comes next.
    await say('mina projekt')
    await cards().nth(shown).waitFor()
    expect(await cards().nth(shown).innerText()).toContain(t('projects.mine.title'))
  })

  it('are decided on by their steering group in its channel, while their manager looks on', async () => {
    page = await openChannel()
    const card = await steeringGroupOf(PARKING)
    await shot(card, 'decision-base')
    await button(card, 'projects.decision.open').click()
    await card.getByText(t('projects.decision.you-manage')).waitFor()
    expect(await button(card, 'projects.choice.approve').count()).toBe(0)
    await shot(card, 'decision-of-manager')
    expect(await approve(ADELE)).toContain(t('projects.choice.approve'))
    expect(await approve(MEGAN)).toContain(t('projects.decided.approve'))
    await card.getByText(t('projects.decision.decided', { choice: t('projects.decided.approve') })).waitFor({ timeout: 45_000 })
    await shot(card, 'decided')
  })

  it('are voted on by a press, which says what is missing and keeps what was typed', async () => {
    const card = await steeringGroupOf(PICTURES)
    await button(card, 'projects.decision.open').click()
    await card.getByText(t('projects.decision.you-vote')).waitFor()
    await shot(card, 'vote')
    await button(card, 'projects.choice.approve-with-conditions').click()
    await card.getByText(t('project-refused.conditions-missing')).waitFor()
    await shot(card, 'vote-refused')
    await button(card, 'projects.choice.approve').click()
    await card.getByText(t('projects.decision.decided', { choice: t('projects.decided.approve') })).waitFor()
    await shot(card, 'voted')
  })
})

it('keeps what was done there', async () => {
  expect(await playground.close()).toBe(0)
  const market = await keptProject(dataDir, MARKET)
  expect(market.statusReports.at(-1)).toMatchObject({ by: ALEX, entries: [{ spent: 30, left: 120, problem: PROBLEM }] })
  const parking = await keptProject(dataDir, PARKING)
  expect(parking.decisions.at(-1)).toMatchObject({ choice: 'approve', subject: { kind: 'change-request', number: 1 } })
  expect(parking.plan?.revision).toBe(2)
  expect(parking.lastProgress?.lights.time).toEqual({ light: 'yellow', trend: 'worse', comment: COMMENT })
  const pictures = await keptProject(dataDir, PICTURES)
  expect(pictures.decisions.at(-1)).toMatchObject({ choice: 'approve' })
  expect(pictures.decisions.at(-1)?.votes).toContainEqual({ by: ALEX, choice: 'approve' })
})
