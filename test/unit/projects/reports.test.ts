import { describe, expect, it } from '@jest/globals'
import { hashOf } from '../../../bot/domain/projects/canonical.js'
import type { Project } from '../../../bot/domain/projects/project.js'
import { overall, reportDifference, trendSince, type ProgressReport } from '../../../bot/domain/projects/progress-report.js'
import { prefilled, StatusSaid } from '../../../bot/domain/projects/status-report.js'
import { aRequest, running, WHO } from '../../fixtures/project.js'

const green = { light: 'green', trend: 'same' } as const
const red = { light: 'red', trend: 'worse', comment: 'Late' } as const
const progress = (more: object = {}) => ({
  kind: 'progress-published' as const,
  said: { done: 'd', next: 'n', lights: { time: green, cost: green, quality: green, scope: green, risk: green, ...more } },
})
const week = (day: string, ...entries: object[]) => ({
  kind: 'status-reported' as const,
  said: {
    week: day,
    entries: (entries.length > 0 ? entries : [{}]).map((entry) => ({
      activity: 'tender',
      spent: 8,
      left: 32,
      ...entry,
    })) as never,
  },
})

describe('a status report', () => {
  it.each([
    ['negative hours', { spent: -1 }],
    ['more hours than a week has', { spent: 168.25 }],
    ['hours that are no quarters', { spent: 1.1 }],
    ['a day that is none', { newEnd: '2027-02-30' }],
  ])('with %s is none', (_, entry) => {
    expect(
      StatusSaid.safeParse({ week: '2027-01-11', entries: [{ activity: 'tender', spent: 1, left: 1, ...entry }] }).success,
    ).toBe(false)
  })
  it('has at most 24 hours a day in all, one entry for each activity, and begins on a Monday', () => {
    const entry = (activity: string, spent: number) => ({ activity, spent, left: 0 })
    const isOne = (day: string, entries: object[]) => StatusSaid.safeParse({ week: day, entries }).success
    expect(isOne('2027-01-11', [entry('a', 100), entry('b', 68)])).toBe(true)
    expect(isOne('2027-01-11', [entry('a', 100), entry('b', 69)])).toBe(false)
    expect(isOne('2027-01-11', [entry('a', 1), entry('a', 1)])).toBe(false)
    expect(isOne('2027-01-12', [entry('a', 1)])).toBe(false)
  })

  it.each([
    ['member', week('2027-01-11'), 'moved'],
    ['sub', week('2027-01-11'), 'moved'],
    ['member', week('2027-01-18'), 'wrong-week'],
    ['member', week('2026-11-09'), 'wrong-week'],
    ['member', week('2027-01-11', { activity: 'nothing' }), 'no-such-thing'],
    ['member', week('2027-01-11', { newEnd: '2026-12-31' }), 'day-outside'],
    ['manager', week('2027-01-11'), 'not-yours'],
  ] as const)('by %s: %j is %s', (who, event, why) => expect(running().why(who, event)).toBe(why))

  it('takes the place of the former for the same week, hours and all, until it is compiled', () => {
    const game = running()
    game.act('member', week('2027-01-11', { spent: 8, left: 32 }))
    game.act('member', week('2027-01-11', { spent: 6, left: 30 }))
    expect(game.project.work['tender']).toEqual({ mark: 'going-on', spent: 6, left: 30, to: undefined })
    expect(game.project.statusReports).toHaveLength(1)
    // The same once more, as when a press comes twice, is nothing new.
    expect(game.act('member', week('2027-01-11', { spent: 6, left: 30 })).filings).toEqual([])
    game.act('manager', progress())
    expect(game.why('member', week('2027-01-11', { spent: 7 }))).toBe('already-reported')
    game.passDays(7)
    game.act('member', week('2027-01-18', { spent: 4, left: 26 }))
    expect(game.project.work['tender']!.spent).toBe(10)
  })

  it('is filled in with what one has to do, as many hours as last time, and as many fewer left', () => {
    const game = running()
    game.act('member', week('2027-01-11', { spent: 8, left: 32 }))
    const form = (project: Project, day: string) =>
      prefilled({
        content: project.plan!.content,
        work: project.work,
        person: WHO.member,
        week: day,
        last: project.lastStatus[WHO.member],
      })
    expect(form(game.project, '2027-01-18').map(({ activity, spent, left }) => [activity, spent, left])).toEqual([
      ['tender', 8, 24],
      ['teach', 0, 20],
    ])
    game.passDays(7)
    // And it can be sent as it is: "nothing has changed".
    expect(
      game.why('member', { kind: 'status-reported', said: { week: '2027-01-18', entries: form(game.project, '2027-01-18') } }),
    ).toBe('moved')
  })
})

describe('a progress report', () => {
  it('is compiled of the status reports since the last one, and frozen', () => {
    const game = running()
    game.act('member', week('2027-01-11', { problem: 'No test room', newEnd: '2027-06-15' }))
    game.act('manager', progress())
    const first = game.project.lastProgress!
    expect(first.compiled).toEqual({
      reports: 1,
      hours: 8,
      done: [],
      moved: [{ activity: 'tender', to: '2027-06-15' }],
      problems: [{ activity: 'tender', text: 'No test room' }],
      proposals: [],
    })
    expect(game.project.statusReports).toEqual([])
    expect(game.why('manager', progress())).toBe('already-reported')
    const text = JSON.stringify(first)
    game.passDays(28)
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    game.act('manager', progress({ time: red }))
    expect(JSON.stringify(first)).toBe(text)
    expect(game.project.lastProgress).toMatchObject({
      number: 2,
      from: '2027-01-12',
      previous: first.hash,
      waiting: [1],
      compiled: { reports: 0 },
    })
    const { hash, ...content } = game.project.lastProgress!
    expect(hashOf(content)).toBe(hash)
  })

  it('tells what is new since the last', () => {
    const game = running()
    const report = (lights: object): ProgressReport => {
      game.passDays(7)
      game.act('manager', progress(lights))
      return game.project.lastProgress!
    }
    const [first, second] = [report({ risk: red }), report({ risk: red, time: red })]
    expect(reportDifference(first, second)).toEqual({
      lights: [{ aspect: 'time', before: 'green', now: 'red' }],
      expected: 0,
      decided: [],
      newlyWaiting: [],
      stillRed: ['risk'],
    })
    expect([
      overall(first.lights),
      trendSince('green', 'red'),
      trendSince('red', 'yellow'),
      trendSince(undefined, 'red'),
    ]).toEqual(['red', 'worse', 'better', 'same'])
  })

  it('of a post that is not in the budget is refused', () => {
    const event = progress()
    const said = { ...event.said, costs: [{ post: 'yacht', spent: 1, expected: 1 }] }
    expect(running().why('manager', { ...event, said })).toBe('no-such-thing')
  })
})
