import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dayAfter, isWorkingDay } from '../../../bot/domain/projects/calendar.js'
import { DUTY_KINDS } from '../../../bot/domain/projects/duties.js'
import { PROFILE_NAMES, profileOf } from '../../../bot/domain/projects/profiles.js'
import type { Project } from '../../../bot/domain/projects/project.js'
import { digests, remindersBetween, REMINDERS } from '../../../bot/domain/projects/reminders.js'
import { activityPlanOwed, progressDue, statusDueFor, statusOwed } from '../../../bot/domain/projects/routines.js'
import { Settings } from '../../../bot/domain/projects/settings.js'
import { aRequest, running, WHO } from '../../fixtures/project.js'

const everyDay = (project: Project, from: string, count: number) =>
  Array.from({ length: count }, (_, n) => remindersBetween(project, dayAfter(from, n), dayAfter(from, n + 1))).flat()
const told = (project: Project, from: string, count: number): string[] =>
  everyDay(project, from, count).map(({ on, to, duty }) => `${on} ${duty.kind} ${to}`)

describe('what a project is asked for, on its own days', () => {
  it.each([
    ['monday', '2027-01-18'],
    ['wednesday', '2027-01-20'],
    ['friday', '2027-01-15'],
  ] as const)('a week that begins 2027-01-11 is reported on %s: %s', (statusReport, due) => {
    expect(statusDueFor({ settings: Settings.parse({ days: { statusReport } }) }, '2027-01-11')).toBe(due)
  })
  it('not on a holiday: Easter Monday becomes Tuesday', () => {
    expect(statusDueFor({ settings: Settings.parse({}) }, '2027-03-22')).toBe('2027-03-30')
  })
  it('once a month, the first Wednesday; a report a few days early is that one', () => {
    const game = running({ profile: 'full' })
    expect(progressDue(game.project)).toBe('2027-02-03')
    game.passDays(20)
    const green = { light: 'green', trend: 'same' } as const
    const lights = { time: green, cost: green, quality: green, scope: green, risk: green }
    game.act('manager', { kind: 'progress-published', said: { done: 'd', next: 'n', lights } })
    expect(progressDue(game.project)).toBe('2027-03-03')
  })
  it('only of those who have something to do that week, and have not said it', () => {
    const game = running({ profile: 'full' })
    expect(statusOwed(game.project, '2027-01-18')).toEqual([{ person: WHO.member, week: '2027-01-11', due: '2027-01-18' }])
    expect(statusOwed(game.project, '2027-01-17')).toEqual([])
    game.act('member', {
      kind: 'status-reported',
      said: { week: '2027-01-11', entries: [{ activity: 'tender', spent: 1, left: 1 }] },
    })
    expect(statusOwed(game.project, '2027-01-18')).toEqual([])
  })
  it('the activity plan is looked through on Fridays, and "nothing has changed" is enough', () => {
    const game = running({ profile: 'full' })
    expect(activityPlanOwed(game.project, '2027-01-15')).toBe('2027-01-15')
    game.act('manager', { kind: 'plan-kept-up', of: 'activity-plan', edits: [] })
    expect(activityPlanOwed(game.project, '2027-01-15')).toBeUndefined()
    expect(activityPlanOwed(game.project, '2027-01-22')).toBe('2027-01-22')
  })

  it.each(PROFILE_NAMES)('%s is never asked for a report that its profile does not have', (profile) => {
    const { project } = running({ profile: 'full' })
    const kinds = new Set(everyDay({ ...project, profile }, '2027-01-11', 200).map(({ duty }) => duty.kind))
    expect([...kinds].sort()).toEqual([...profileOf(profile).asksFor].sort())
  })
})

describe('reminders', () => {
  it('of a progress report that does not come: the manager twice, then those who answer for it, then the office', () => {
    const { project } = running({ profile: 'innovation', points: 'four' }, halfAYear())
    expect(told(project, '2027-01-11', 60).filter((one) => one.includes('progress'))).toEqual([
      `2027-02-03 progress-report ${WHO.manager}`,
      `2027-02-04 progress-report ${WHO.manager}`,
      `2027-02-08 progress-report ${WHO.owner}`,
      `2027-02-08 progress-report ${WHO.sponsor}`,
      `2027-02-08 progress-report ${WHO.chair}`,
      `2027-02-17 progress-report office`,
    ])
  })

  it('of a vote: those who have not voted, and not those who have or may not', () => {
    const game = running()
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    game.vote('chair', 'approve')
    game.act('anna', { kind: 'conflict-declared', matter: 3 })
    expect(told(game.project, '2027-01-11', 8)).toEqual([`2027-01-18 vote ${WHO.vice}`, `2027-01-18 vote ${WHO.bo}`])
  })

  it('come on working days alone, once each, and what a stopped job has missed is told later', () => {
    const { project } = running({ profile: 'full' })
    const all = everyDay(project, '2027-01-11', 120)
    expect(all.filter(({ on }) => !isWorkingDay(on))).toEqual([])
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (down) => {
        const until = dayAfter('2027-02-03', down)
        const late = remindersBetween(project, '2027-02-02', until).map(({ to, duty }) => `${to} ${duty.kind}`)
        expect(late).toContain(`${WHO.manager} progress-report`)
      }),
    )
  })

  it('are put off by a snooze for oneself, and for nobody else', () => {
    const game = running({ profile: 'full' })
    const [first] = remindersBetween(game.project, '2027-02-02', '2027-02-03').filter(
      ({ duty }) => duty.kind === 'progress-report',
    )
    game.passDays(23)
    game.act('manager', { kind: 'snoozed', duty: first!.duty.key, until: '2027-02-09' })
    // Nor can the chair put off hearing of what others have not done.
    game.act('chair', { kind: 'snoozed', duty: first!.duty.key, until: '2027-02-09' })
    const after = told(game.project, '2027-02-02', 10).filter((one) => one.includes('progress'))
    expect(after).toContain(`2027-02-09 progress-report ${WHO.manager}`)
    expect(after).not.toContain(`2027-02-03 progress-report ${WHO.manager}`)
    expect(after).toContain(`2027-02-08 progress-report ${WHO.chair}`)
    expect(game.why('manager', { kind: 'snoozed', duty: first!.duty.key, until: '2027-03-01' })).toBe('day-outside')
  })

  it('are one digest each, own duties first, however many projects', () => {
    const { project } = running({ profile: 'full' })
    const all = [project, { ...project, id: 'other' }].flatMap((one) => everyDay(one, '2027-01-11', 60))
    const made = digests(all)
    expect(new Set(made.map(({ to }) => to)).size).toBe(made.length)
    expect(made.flatMap(({ reminders }) => reminders)).toHaveLength(all.length)
    for (const { reminders } of made) {
      const escalations = reminders.map(({ isEscalation }) => isEscalation)
      expect(escalations).toEqual([...escalations].sort())
    }
  })

  it('are known for every kind of duty, in order of time', () => {
    expect(Object.keys(REMINDERS).sort()).toEqual([...DUTY_KINDS].sort())
    for (const steps of Object.values(REMINDERS))
      expect(steps.map(({ after }) => after)).toEqual(steps.map(({ after }) => after).toSorted((a, b) => a - b))
  })
})

/** Short enough for an innovation project. */
function halfAYear() {
  const { project } = running()
  const { 'effect-goals': _, ...content } = project.plan!.content
  const frame = [{ ...content.frame[0]!, to: '2027-06-30' }]
  return { ...content, frame, points: [], milestones: [], deliveries: [], activities: [] }
}
