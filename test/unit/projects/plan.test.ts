import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { budgetDeviations, outlookOf, timeDeviations } from '../../../bot/domain/projects/budget.js'
import { hashOf } from '../../../bot/domain/projects/canonical.js'
import { isWithin } from '../../../bot/domain/projects/money.js'
import { budgetByYear, budgetOf, NAMES_OF_PARTS, PlanContent } from '../../../bot/domain/projects/plan.js'
import { edited, editsBetween, planDifference, PlanEdit } from '../../../bot/domain/projects/plan-edits.js'
import { planFaults } from '../../../bot/domain/projects/plan-faults.js'
import { aPlan, EFFECT } from '../../fixtures/project.js'

const content = (more: object = {}): PlanContent => PlanContent.parse({ ...aPlan(), 'effect-goals': [EFFECT], ...more })
const BASE = content()
const [tender] = BASE.activities

describe('what is wrong with a plan', () => {
  it('is nothing in one that is right', () => expect(planFaults(BASE)).toEqual([]))

  it.each<[string, object]>([
    ['same-id-twice goals system', { goals: [...BASE.goals, BASE.goals[0]] }],
    [
      'no-such-item milestones procured',
      { goals: [BASE.goals[1]], deliveries: [], activities: [], milestones: [BASE.milestones[0]] },
    ],
    ['no-such-item activities tender', { activities: [{ ...tender, after: ['nothing'] }] }],
    ['no-such-item activities tender', { activities: [{ ...tender, post: 'nothing' }] }],
    ['no-such-item activities tender', { activities: [{ ...tender, delivery: 'nothing' }] }],
    [
      'ends-before-it-begins frame frame',
      { frame: [{ ...BASE.frame[0], from: '2027-12-18' }], milestones: [], deliveries: [], activities: [] },
    ],
    ['ends-before-it-begins activities tender', { activities: [{ ...tender, from: '2027-06-02', to: '2027-06-01' }] }],
    ['outside-project activities tender', { activities: [{ ...tender, from: '2027-01-10' }] }],
    [
      'outside-project milestones in-use',
      { milestones: [{ ...BASE.milestones[1], on: '2028-01-01' }], deliveries: [], activities: [] },
    ],
    ['after-its-goal activities tender', { activities: [{ ...tender, to: '2027-07-01' }] }],
    ['after-its-goal deliveries contract', { deliveries: [{ ...BASE.deliveries[0], on: '2027-07-01' }], activities: [] }],
    ['hours-above-day activities tender', { activities: [{ ...tender, from: '2027-06-01', to: '2027-06-01', hours: 24.25 }] }],
    ['goes-round activities tender', { activities: [{ ...tender, after: ['tender'] }] }],
    ['risk-without-action risks late-supplier', { risks: [{ ...BASE.risks[0], action: ' ' }] }],
    [
      'points-out-of-order points B4',
      {
        points: [
          { id: 'B3', on: '2027-11-26' },
          { id: 'B4', on: '2027-11-01' },
        ],
      },
    ],
  ])('%s', (fault, more) => {
    expect(planFaults(content(more)).map(({ fault: what, part, id }) => `${what} ${part} ${id}`)).toEqual([fault])
  })

  it('finds a round of ten thousand activities, and none in a row of as many', () => {
    const row = Array.from({ length: 10_000 }, (_, n) => ({
      ...tender!,
      id: `a${n}`,
      who: [],
      after: n > 0 ? [`a${n - 1}`] : [],
    }))
    expect(planFaults({ ...BASE, activities: row })).toEqual([])
    expect(planFaults({ ...BASE, activities: row.with(0, { ...row[0]!, after: ['a9999'] }) })).toHaveLength(10_000)
  })

  it.each([
    ['2027-06-11', []],
    ['2027-07-11', []],
    ['2027-07-12', ['too-long']],
  ])('an innovation project from 2027-01-11 to %s', (to, faults) => {
    const short = content({ frame: [{ ...BASE.frame[0], to }], milestones: [], deliveries: [], activities: [] })
    expect(planFaults(short, 6).map(({ fault }) => fault)).toEqual(faults)
  })

  it.each([
    { budget: [{ id: 'a', name: 'a', kind: 'external', amounts: { 2027: 0.5 } }] },
    { budget: [{ id: 'a', name: 'a', kind: 'external', amounts: { 2027: -1 } }] },
    { activities: [{ ...tender, hours: -1 }] },
    { activities: [{ ...tender, hours: 0.1 }] },
    { activities: [{ ...tender, to: '2027-02-30' }] },
    { risks: [{ ...BASE.risks[0], probability: 6 }] },
    { frame: [] },
    { goals: [] },
  ])('%j is no plan at all', (more) => expect(PlanContent.safeParse({ ...BASE, ...more }).success).toBe(false))
})

const anEdit = fc.oneof(
  fc.record({
    part: fc.constant('risks' as const),
    put: fc.record({
      id: fc.constantFrom('late-supplier', 'r2'),
      name: fc.constant('R'),
      probability: fc.integer({ min: 1, max: 5 }),
      consequence: fc.constant(1),
      action: fc.constant(''),
    }),
  }),
  fc.record({
    part: fc.constant('goals' as const),
    put: fc.record({ id: fc.constantFrom('system', 'g2'), name: fc.constantFrom('A', 'B'), measure: fc.constant('m') }),
  }),
  fc.record({
    part: fc.constantFrom('risks' as const, 'goals' as const),
    drop: fc.constantFrom('late-supplier', 'system', 'trained'),
  }),
)

describe('edits', () => {
  it('between two plans make the one of the other, and tell all that differs', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 8 }), (edits) => {
        const after = edited(BASE, edits)
        const back = edited(BASE, editsBetween(BASE, after))
        for (const part of NAMES_OF_PARTS) {
          const sorted = (items: readonly { id: string }[]) => [...items].sort((one, other) => (one.id < other.id ? -1 : 1))
          expect(sorted(back[part])).toEqual(sorted(after[part]))
        }
        expect(planDifference(after, after)).toEqual([])
        expect(
          planDifference(BASE, after)
            .map(({ part, id }) => `${part} ${id}`)
            .sort(),
        ).toEqual(
          planDifference(after, BASE)
            .map(({ part, id }) => `${part} ${id}`)
            .sort(),
        )
      }),
    )
  })
  it('leave what they are made on as it was', () => {
    const before = hashOf(BASE)
    edited(BASE, [{ part: 'goals', drop: 'system' }])
    expect(hashOf(BASE)).toBe(before)
  })
  it.each([
    { part: 'wages', put: { id: 'a' } },
    { part: 'goals', put: { id: 'A b' } },
    { part: 'goals' },
    { part: 'risks', put: { id: 'r' } },
  ])('%j is no edit', (edit) => expect(PlanEdit.safeParse(edit).success).toBe(false))
})

describe('money', () => {
  it('is counted in whole öre, per post and year', () => {
    expect(budgetOf(BASE)).toBe(1_050_000_00)
    expect(budgetByYear(BASE)).toEqual({ 2027: 1_050_000_00 })
  })
  it('is within a limit to the öre, also for 290 million kronor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29_000_000_000 }), fc.integer({ min: 0, max: 50 }), (limit, percent) => {
        const most = Math.floor((limit * (100 + percent)) / 100)
        expect([isWithin(most, limit, percent), isWithin(most + 1, limit, percent)]).toEqual([true, false])
      }),
    )
  })
  it('what nobody has said anything of costs what was planned', () => {
    const outlook = outlookOf(BASE, {}, [])
    expect([outlook.expected, budgetDeviations(outlook, 0)]).toEqual([outlook.budget, []])
  })
  it('of an internal post, hours count at their rate, and what the manager says if that is more', () => {
    const work = { tender: { mark: 'going-on' as const, spent: 10.25, left: 30 } }
    const expected = (reported: number) =>
      outlookOf(BASE, work, [{ post: 'own-time', spent: 0, expected: reported }]).posts[1]!.expected
    expect([expected(0), expected(9_000_000)]).toEqual([(10.25 + 30 + 40 + 20) * 500_00, 9_000_000])
  })
  it('an end date past the delivery is a deviation in days, until it is done', () => {
    const late = { mark: 'going-on' as const, spent: 1, left: 1, to: '2027-07-14' }
    expect(timeDeviations(BASE, { tender: late })).toEqual([
      { kind: 'time', activity: 'tender', by: '2027-06-30', to: '2027-07-14', days: 14 },
    ])
    expect(timeDeviations(BASE, { tender: { ...late, mark: 'done' } })).toEqual([])
  })
})
