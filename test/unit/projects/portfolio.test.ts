import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inUrgency, useOf } from '../../../bot/domain/projects/portfolio.js'
import { PORTFOLIOS } from '../../../bot/domain/projects/project.js'
import { isLate, summaryOf, type Summary } from '../../../bot/domain/projects/summary.js'
import { aRequest, approveDeliveries, registered, running, toClosed, WHO } from '../../fixtures/project.js'

const TODAY = '2027-03-01'
const aSummary = (more: Partial<Summary> = {}): Summary => ({ ...summaryOf(running().project), ...more })

describe('a project in one row', () => {
  it('before it has a plan, and with one', () => {
    expect(summaryOf(registered())).toMatchObject({
      phase: 'initiation',
      budget: 0,
      nextPoint: 'B1',
      timeline: [],
      manager: WHO.manager,
    })
    const game = running({ profile: 'full', portfolio: 'innovation' })
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    expect(summaryOf(game.project)).toMatchObject({
      portfolio: 'innovation',
      phase: 'execution',
      isWaiting: true,
      matters: 1,
      voteDue: '2027-01-18',
      nextPoint: 'B3',
      nextPointOn: '2027-11-26',
      progressDue: '2027-02-03',
      budget: 1_050_000_00,
      byYear: { 2027: 1_050_000_00 },
      from: '2027-01-11',
      to: '2027-12-17',
    })
    expect(summaryOf(game.project).timeline.map(({ id }) => id)).toEqual(['procured', 'in-use', 'B3', 'B4'])
  })
  it('with what is passed on its line of time', () => {
    const game = running()
    approveDeliveries(game)
    expect(summaryOf(game.project).timeline.filter(({ isPassed }) => isPassed)).toEqual([])
    const closed = toClosed(running())
    expect(
      summaryOf(closed.project)
        .timeline.filter(({ isPassed }) => isPassed)
        .map(({ id }) => id),
    ).toEqual(['B3', 'B4'])
  })
  it('is late when a report or a vote is, and an ended one never', () => {
    expect(isLate({ progressDue: '2027-02-03' }, '2027-02-03')).toBe(false)
    expect(isLate({ progressDue: '2027-02-03' }, '2027-02-04')).toBe(true)
    expect(isLate({ voteDue: '2027-02-03' }, '2027-02-04')).toBe(true)
    expect(isLate(summaryOf(toClosed(running({ profile: 'minimum' })).project), '2030-01-01')).toBe(false)
  })
})

describe('the portfolio', () => {
  it('has first what is late, then what is red, then what waits, and what has ended last', () => {
    const rows = [
      aSummary({ id: 'ended', phase: 'ended', light: 'red' }),
      aSummary({ id: 'green', light: 'green' }),
      aSummary({ id: 'yellow', light: 'yellow' }),
      aSummary({ id: 'waits', isWaiting: true }),
      aSummary({ id: 'red', light: 'red' }),
      aSummary({ id: 'late', progressDue: '2027-02-03' }),
      aSummary({ id: 'late-and-red', light: 'red', progressDue: '2027-02-03' }),
    ]
    const order = ['late-and-red', 'late', 'red', 'waits', 'yellow', 'green', 'ended']
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(inUrgency(shuffled, TODAY).map(({ id }) => id)).toEqual(order)
      }),
    )
  })

  it('uses its frame by the budgets of its projects, also of those that have ended; no frame is not none to spend', () => {
    const summaries = [
      aSummary({ portfolio: 'training', byYear: { 2027: 100, 2028: 50 }, isWaiting: true }),
      aSummary({ portfolio: 'training', byYear: { 2027: 10 }, phase: 'ended' }),
      aSummary({ portfolio: undefined, byYear: { 2027: 7 } }),
    ]
    const uses = useOf(summaries, [{ portfolio: 'training', year: '2027', frame: 500 }], '2027', TODAY)
    expect(uses.map(({ portfolio }) => portfolio)).toEqual([...PORTFOLIOS])
    expect(uses[2]).toEqual({ portfolio: 'training', projects: 1, waiting: 1, red: 0, late: 0, frame: 500, budget: 110 })
    expect(uses[0]).toMatchObject({ projects: 0, budget: 0, frame: undefined })
  })
})
