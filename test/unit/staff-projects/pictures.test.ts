import { describe, expect, it } from '@jest/globals'
import type { BudgetPost, Risk } from '../../../bot/domain/projects/plan.js'
import { SERIOUS, weightOf } from '../../../bot/domain/projects/plan.js'
import { percentOf, roundTop, shareOf } from '../../../web/staff/projects/pictures/bars.js'
import { budgetRows, totalOf, yearsOf } from '../../../web/staff/projects/pictures/budget-rows.js'
import { lanesOf } from '../../../web/staff/projects/pictures/lanes.js'
import {
  cellsOf,
  GRADES,
  gravityOf,
  linesIn,
  numberedRisks,
  SERIOUS_FROM,
} from '../../../web/staff/projects/pictures/risk-cells.js'
import { withDecided } from '../../../web/staff/projects/pictures/with-decided.js'
import { positionOf, spanOf, ticksOf } from '../../../web/staff/projects/pictures/time-scale.js'

describe('a line of time', () => {
  it('goes from the first of a month to the last of one, a leap February too', () => {
    expect(spanOf(['2028-02-10', '2027-03-15'])).toEqual({ from: '2027-03-01', to: '2028-02-29' })
    expect(spanOf(['2027-12-31'])).toEqual({ from: '2027-12-01', to: '2027-12-31' })
    expect(spanOf([])).toBeUndefined()
  })

  it('has its first day at 0, its last at 100, and keeps the order of days', () => {
    const span = { from: '2027-01-01', to: '2027-12-31' }
    expect(positionOf(span, '2027-01-01')).toBe(0)
    expect(positionOf(span, '2027-12-31')).toBe(100)
    expect(positionOf(span, '2027-07-02')).toBe(50)
    const days = Array.from({ length: 364 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10))
    const places = days.map((day) => positionOf(span, day))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('puts what is outside at the edge', () => {
    const span = { from: '2027-01-01', to: '2027-12-31' }
    expect([positionOf(span, '2020-05-05'), positionOf(span, '2030-05-05')]).toEqual([0, 100])
    expect(positionOf({ from: '2027-01-01', to: '2027-01-01' }, '2027-01-01')).toBe(0)
  })

  it.each([
    ['2027-01-01', '2027-06-30', ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01']],
    [
      '2027-02-01',
      '2028-12-31',
      ['2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01', '2028-04-01', '2028-07-01', '2028-10-01'],
    ],
    [
      '2016-05-01',
      '2020-12-31',
      [
        '2016-07-01',
        '2017-01-01',
        '2017-07-01',
        '2018-01-01',
        '2018-07-01',
        '2019-01-01',
        '2019-07-01',
        '2020-01-01',
        '2020-07-01',
      ],
    ],
  ])('from %s to %s is marked at firsts of months that are told from a January', (from, to, days) => {
    expect(ticksOf({ from, to }, 10).map(({ day }) => day)).toEqual(days)
  })

  it('never has many more marks than asked for', () => {
    for (const years of [1, 2, 5, 9, 30, 90])
      expect(ticksOf({ from: '2001-01-01', to: `${String(2000 + years)}-12-31` }, 10).length).toBeLessThanOrEqual(11)
  })

  it('tells where a year begins', () => {
    expect(ticksOf({ from: '2027-12-01', to: '2028-01-31' }, 10).map(({ isYear }) => isYear)).toEqual([false, true])
  })
})

describe('lanes of marks', () => {
  it('puts marks that are near each other below each other', () => {
    expect(lanesOf([0, 5, 10, 40, 42], 14, 4)).toEqual([0, 1, 2, 0, 1])
  })
  it('lets a mark stand in a lane as soon as it is far enough from the one before', () => {
    expect(lanesOf([0, 14, 27.9], 14, 4)).toEqual([0, 0, 1])
  })
  it('puts what has no room where it is farthest from its neighbour', () => {
    expect(lanesOf([0, 1, 2], 14, 2)).toEqual([0, 1, 0])
  })
  it('never has two nearer than asked for in a lane while there is another lane', () => {
    const places = Array.from({ length: 60 }, (_, index) => (index * 37) % 100).sort((one, other) => one - other)
    const lanes = lanesOf(places, 3, 60)
    for (const lane of new Set(lanes)) {
      const own = places.filter((_, index) => lanes[index] === lane)
      expect(own.every((place, index) => index === 0 || place - own[index - 1]! >= 3)).toBe(true)
    }
  })
})

describe('bars', () => {
  it.each([
    [[3, 7], 10],
    [[240], 250],
    [[1_000_000], 1_000_000],
    [[1_000_001], 2_000_000],
    [[], 1],
    [[0], 1],
  ])('of %j reach to %d', (values, top) => {
    expect(roundTop(values)).toBe(top)
  })
  it('are percent of the whole, within it', () => {
    expect([percentOf(1, 3), percentOf(5, 4), percentOf(-1, 4), percentOf(1, 0)]).toEqual([33.33, 100, 0, 0])
  })
  it('make up no share where nothing was given', () => {
    expect([shareOf(3, 4), shareOf(9, 4), shareOf(3, undefined), shareOf(3, 0)]).toEqual([75, 225, undefined, undefined])
  })
})

describe('the risk matrix', () => {
  const risk = (id: string, probability: number, consequence: number): Risk => ({
    id,
    name: id,
    probability,
    consequence,
    action: '',
  })

  it('calls serious what the plan calls so', () => {
    expect(SERIOUS_FROM).toBe(SERIOUS)
    for (const probability of GRADES)
      for (const consequence of GRADES)
        expect(gravityOf(probability, consequence) === 'serious').toBe(weightOf({ probability, consequence }) >= SERIOUS)
  })
  it('has each risk once, the gravest numbered first, probability upwards and consequence to the right', () => {
    const risks = [risk('small', 1, 1), risk('great', 5, 5), risk('likely', 5, 1), risk('also-likely', 5, 1)]
    const cells = cellsOf(numberedRisks(risks))
    expect(cells.map((row) => row.length)).toEqual([5, 5, 5, 5, 5])
    expect(cells[0]![4]!.risks.map(({ id, number }) => [id, number])).toEqual([['great', 1]])
    expect(cells[0]![0]!.risks.map(({ number }) => number)).toEqual([2, 3])
    expect(cells[4]![0]!.risks.map(({ id, number }) => [id, number])).toEqual([['small', 4]])
    expect(cells.flat().flatMap((cell) => cell.risks)).toHaveLength(4)
  })
  it.each([
    [0, []],
    [1, ['1']],
    [2, ['1, 2']],
    [3, ['1, 2,', '3']],
    [4, ['1, 2,', '3, 4']],
    [9, ['1, 2,', '3 +6']],
  ])('writes %d risks of a cell in lines that have room in it', (count, lines) => {
    const risks = numberedRisks(Array.from({ length: count }, (_, index) => risk(String(index), 3, 3)))
    expect(linesIn(cellsOf(risks)[2]![2]!)).toEqual(lines)
  })
})

describe('a timeline with what was decided before there was a plan', () => {
  const planned = [{ kind: 'point' as const, id: 'B3', on: '2027-11-26', isPassed: false }]
  const decided = (point: 'B1' | 'B3', at: string, more = {}) => ({
    at,
    inForce: true,
    subject: { kind: 'point', point },
    ...more,
  })
  it('has each such point once, on the day by Stockholm’s clocks, and what is planned as it is', () => {
    const first = decided('B1', '2027-01-11T08:00:00.000Z')
    const last = decided('B1', '2027-01-31T23:30:00.000Z')
    expect(withDecided(planned, [first, last, decided('B3', '2027-01-31T08:00:00.000Z')])).toEqual([
      { kind: 'point', id: 'B1', on: '2027-02-01', isPassed: true },
      ...planned,
    ])
  })
  it('has nothing that is undone, not in force, or no point', () => {
    const none = [
      decided('B1', '2027-01-11T08:00:00.000Z', { undoneBy: 2 }),
      decided('B1', '2027-01-11T08:00:00.000Z', { inForce: false }),
      { at: '2027-01-11T08:00:00.000Z', inForce: true, subject: { kind: 'change-request' } },
    ]
    expect(withDecided(planned, none)).toEqual(planned)
  })
})

describe('the budget', () => {
  const posts: BudgetPost[] = [
    { id: 'licences', name: 'Licences', kind: 'external', amounts: { 2027: 100_00, 2028: 50_00 } },
    { id: 'own', name: 'Own time', kind: 'internal', hours: { 2028: 10 }, rate: 5_00 },
  ]
  it('has hours as money, and what is expected where somebody has said so', () => {
    const rows = budgetRows(posts, { posts: [{ post: 'own', budget: 50_00, expected: 80_00 }], budget: 0, expected: 0 })
    expect(rows.map(({ budget, expected }) => [budget, expected])).toEqual([
      [150_00, 150_00],
      [50_00, 80_00],
    ])
    expect(yearsOf(rows)).toEqual(['2027', '2028'])
    expect(totalOf(rows)).toEqual({ byYear: { 2027: 100_00, 2028: 100_00 }, budget: 200_00, expected: 230_00 })
  })
})
