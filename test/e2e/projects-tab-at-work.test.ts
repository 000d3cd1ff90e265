import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { START_MILLISECONDS } from '../fixtures/desk-at-work.js'
import { found, isFocused, pressByKey, projectsTab, said, shot, tabTo, type ProjectsTab } from '../fixtures/projects-tab.js'

let tab: ProjectsTab
beforeAll(async () => {
  tab = await projectsTab()
}, START_MILLISECONDS)
afterAll(async () => tab?.close())

describe('one project, at work', () => {
  it('lets the member send a week as it was, in one press', async () => {
    const page = await tab.as('Isaiah', '#projects/calm/reports/status')
    await page.getByRole('heading', { name: said('status-of', { week: '11 January 2027' }) }).waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'status-form')
    await page.getByRole('button', { name: said('nothing-changed') }).click()
    await page.getByText(said('status-sent', { week: '11 January 2027' })).waitFor()
  })

  it('does not publish a light that is not green without a comment', async () => {
    const page = await tab.as('Adele', '#projects/calm/reports/progress')
    const publish = page.getByRole('button', { name: said('progress-publish') })
    await page.getByLabel(said('progress-done')).fill('Begun')
    await page.getByLabel(said('progress-next')).fill('More')
    const risk = page.getByRole('group', { name: said('aspect-risk'), exact: true })
    await risk.getByRole('radio', { name: said('light-yellow') }).check()
    expect(await publish.getAttribute('aria-disabled')).toBe('true')
    expect(await found(page)).toEqual([])
    await shot(page, 'progress-form')
    await risk.getByLabel(said('comment-on', { aspect: said('aspect-risk') })).fill('A supplier is late')
    await publish.click()
    await page.getByText(said('progress-published')).waitFor()
    await page.getByRole('button', { name: said('progress-number', { number: 1 }) }).waitFor()
  })

  it('keeps the draft of a change request, and finds it again', async () => {
    const page = await tab.as('Adele', '#projects/calm/decisions/change')
    await page.getByLabel(said('title')).fill('Two weeks more')
    await page.getByLabel(said('why')).fill('The procurement is late')
    await page.getByText(said('draft-saved', { until: '10 February 2027' })).waitFor()
    await page.reload()
    await page.getByText(said('from-draft')).waitFor()
    expect(await page.getByLabel(said('title')).inputValue()).toBe('Two weeks more')
    await page.getByRole('button', { name: said('page-next') }).click()
    await page.getByLabel(said('part')).selectOption('milestones')
    await page.getByLabel(said('thing')).selectOption('procured')
    await page.getByRole('button', { name: said('change-it'), exact: true }).click()
    await page.getByLabel(said('field-on')).fill('2027-07-14')
    await page.getByRole('button', { name: said('take') }).click()
    await page.getByText('14 July 2027').waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'change-request')
  })

  it('lets the chair vote by keyboard alone, and the manager not at all', async () => {
    const manager = await tab.as('Adele', '#projects/social/decisions/matter-3')
    await manager.getByRole('heading', { name: said('waits') }).waitFor()
    expect(await manager.getByRole('button', { name: said('vote') }).count()).toBe(0)
    const page = await tab.as('Megan', '#projects/social/decisions')
    await page.getByRole('radio', { name: said('choice-approve'), exact: true }).focus()
    await page.keyboard.press('Space')
    await pressByKey(page, page.getByRole('button', { name: said('vote') }))
    await page.getByText(said('voted', { what: '' })).waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'vote')
  })

  it('keeps what was typed when somebody leaves at once, and throws it away when asked to', async () => {
    const page = await tab.as('Adele', '#projects/calm/reports/progress')
    await page.getByLabel(said('progress-next')).fill('Half a sentence')
    await page.getByRole('link', { name: said('to-reports') }).click()
    await page.getByRole('link', { name: said('write-progress') }).click()
    await page.getByText(said('from-draft')).waitFor()
    expect(await page.getByLabel(said('progress-next')).inputValue()).toBe('Half a sentence')
    await page.getByRole('button', { name: said('draft-discard') }).click()
    expect(await page.getByLabel(said('progress-next')).inputValue()).toBe('')
    expect(await page.getByText(said('from-draft')).count()).toBe(0)
    await page.getByRole('link', { name: said('to-reports') }).click()
    await page.getByRole('link', { name: said('write-progress') }).click()
    await page.getByLabel(said('progress-next')).waitFor()
    expect(await page.getByText(said('from-draft')).count()).toBe(0)
  })

  it('is gone through by keyboard alone, from the list to a report that is sent', async () => {
    const page = await tab.as('Isaiah')
    await pressByKey(page, page.getByRole('link', { name: 'Social systems', exact: true }).last())
    const heading = page.getByRole('heading', { level: 2, name: 'Social systems' })
    await heading.waitFor()
    expect(await isFocused(heading)).toBe(true)
    await pressByKey(page, page.getByRole('link', { name: said('tab-reports'), exact: true }))
    await pressByKey(page, page.getByRole('link', { name: said('write-status') }))
    const hours = page.getByLabel(said('hours-spent')).first()
    await hours.waitFor()
    await tabTo(page, hours)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('7,5')
    await pressByKey(page, page.getByRole('button', { name: said('status-send') }))
    await page.getByText(said('status-sent', { week: '11 January 2027' })).waitFor()
  })

  it('tells the second of two editors what the first has changed', async () => {
    const page = await tab.as('Adele', '#projects/calm/plan')
    await page.getByRole('button', { name: said('change-risk-analysis') }).click()
    await page.getByLabel(said('thing')).selectOption('late-supplier')
    await page.getByRole('button', { name: said('change-it'), exact: true }).click()
    await page.getByLabel(said('field-action')).fill('A second supplier')
    await page.getByRole('button', { name: said('take') }).click()
    const other = await tab.otherWindow('Adele')
    const second = other.page
    await second.goto(`${tab.lotsen.url}/staff#projects/calm/plan`)
    await second.getByRole('button', { name: 'Be Adele' }).click()
    await second.getByRole('link', { name: 'Projects', exact: true }).click()
    await second.goto(`${tab.lotsen.url}/staff#projects/calm/plan`)
    await second.getByRole('button', { name: said('change-risk-analysis') }).click()
    await second.getByLabel(said('thing')).selectOption('new-law')
    await second.getByRole('button', { name: said('drop-it') }).click()
    await second.getByRole('button', { name: said('save'), exact: true }).click()
    await second.getByText(said('kept-up')).waitFor()
    await other.close()
    await page.getByRole('button', { name: said('save'), exact: true }).click()
    const meanwhile = page.locator('.project-meanwhile')
    await meanwhile.getByText(said('changed-meanwhile')).waitFor()
    await meanwhile.getByText('New law').waitFor()
    await shot(page, 'meanwhile')
    await meanwhile.getByRole('button', { name: said('seen-go-on') }).click()
    await page.getByRole('button', { name: said('save'), exact: true }).click()
    await page.getByText(said('kept-up')).waitFor()
    const { project } = (await tab.lotsen.stores.projects.find('calm'))!
    expect(project.plan!.content.risks.map(({ id, action }) => [id, action])).toEqual([
      ['late-supplier', 'A second supplier'],
      ['poor-data', 'Clean it first'],
    ])
  })

  it.each([
    ['Adele', '#projects/calm/plan', 'as-pdf', 'project plan 1.pdf'],
    ['Adele', '#projects/calm/plan', 'as-xlsx', /\.xlsx$/],
    ['Adele', '#projects/calm/meetings', 'as-docx', 'minutes 1.docx'],
    ['Adele', '#projects/calm/decisions', 'as-pdf', /^decision \d+\.pdf$/],
    ['Alex', '#projects', 'as-csv', 'projects.csv'],
  ])('saves a file for %s at %s by “%s”', async (name, address, word, file) => {
    const page = await tab.as(name, address)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: said(word), exact: true })
        .first()
        .click(),
    ])
    expect(saved.suggestedFilename()).toMatch(file)
  })
  it('reads a workbook that it has made itself, finds nothing new in it, and says what is wrong with another', async () => {
    const page = await tab.as('Adele', '#projects/calm/plan')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: said('as-xlsx'), exact: true })
        .first()
        .click(),
    ])
    const file = page.getByLabel(said('choose-workbook'))
    await file.setInputFiles(await saved.path())
    await page.getByRole('button', { name: said('import-do-nothing') }).waitFor()
    await file.setInputFiles({ name: 'plan.xlsx', mimeType: 'application/zip', buffer: Buffer.from('no workbook') })
    const form = page.getByRole('form', { name: said('import') })
    await form.getByRole('alert').waitFor()
    expect(await form.getByRole('button', { name: said('import-do-first') }).getAttribute('aria-disabled')).toBe('true')
    expect(await found(page)).toEqual([])
  })

  it('lets the chair hold a meeting, from the call to the signature', async () => {
    const page = await tab.as('Megan', '#projects/calm/meetings')
    const press = (word: string, values?: Record<string, string | number>) =>
      page
        .getByRole('button', { name: said(word, values), exact: true })
        .first()
        .click()
    await press('call-meeting')
    await page.getByLabel(said('day')).fill('2027-01-11')
    await page.getByRole('textbox', { name: said('place') }).fill('A room')
    await press('call-do')
    await page.getByText(said('meeting-was-called', { on: '11 January 2027' })).waitFor()
    await press('open-meeting')
    await page.getByRole('checkbox', { name: 'Adele' }).check()
    await page
      .locator('form')
      .getByRole('button', { name: said('open-meeting') })
      .click()
    await page.getByText(said('meeting-is-open', { number: 2 })).waitFor()
    await press('close-meeting')
    await page.getByLabel(said('notes')).fill('Nothing more')
    await page
      .locator('form')
      .getByRole('button', { name: said('close-meeting') })
      .click()
    await page.getByText(said('meeting-is-closed', { number: 2 })).waitFor()
    expect(await found(page)).toEqual([])
    await shot(page, 'minutes')
    await press('sign-minutes-of', { number: 2 })
    await page.getByText(said('minutes-signed', { number: 2 })).waitFor()
    await page.getByRole('button', { name: /^Minutes 2, / }).waitFor()
  })

  it('tells the portfolio office who did what, in words', async () => {
    const page = await tab.as('Alex', '#projects/calm/people')
    await page.getByRole('button', { name: said('read-audit') }).click()
    const table = page.getByRole('table', { name: said('audit') })
    await table
      .getByRole('cell', { name: said('audit-saw', { what: said('seen-project') }) })
      .first()
      .waitFor()
    expect(await table.getByText(/staff-projects\.|event-|seen-/).count()).toBe(0)
    expect(await found(page)).toEqual([])
    await shot(page, 'audit')
  })

  it('lets the manager withdraw a change request only after having been asked', async () => {
    const page = await tab.as('Adele', '#projects/social/decisions')
    await page.getByRole('button', { name: said('withdraw-number', { number: 1 }) }).click()
    await page.getByText(said('withdraw-asks')).waitFor()
    expect(await found(page)).toEqual([])
    await page.getByRole('button', { name: said('do-not') }).click()
    expect(await page.getByText(said('withdraw-asks')).count()).toBe(0)
    await page.getByRole('button', { name: said('withdraw-number', { number: 1 }) }).click()
    await page
      .getByRole('button', { name: said('withdraw-number', { number: 1 }) })
      .last()
      .click()
    await page.getByText(said('withdrawn', { number: 1 })).waitFor()
    await page.locator('.project-head').getByText(said('waits'), { exact: true }).waitFor({ state: 'detached' })
  })
})
