import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Permit, Rule } from '../../../bot/domain/permits/permit.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import type { Schedule, ScheduledItem } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'
import { schedule } from '../../../bot/domain/permits/schedule.js'
import { aPermit, begun, someRules } from './random-rules.js'

const START = '2026-06-01'
const DAY = 86_400_000
const scheduleOf = (rules: Rules, options?: { including?: 'depends' }): Schedule =>
  schedule(rules, plan(rules, { answers: {} }, START), START, options)
const days = ({ opening, start }: Schedule, by: 'least' | 'most'): number => (Date.parse(opening[by]) - Date.parse(start)) / DAY

const ruleOf = (rules: Rules, item: ScheduledItem): Rule => rules.permits.get(item.permit)!.rule
const before = (before: Partial<Rule['before']>): Rule['before'] => ({ applying: [], decision: [], opening: [], ...before })
const weeks = (least: number, most = least): Rule['handling'] => ({ least, most, sure: true })

/** The same rules with one item taking a week longer. */
function delayed(rules: Rules, id: string): Rules {
  const longer = (permit: Permit): Permit =>
    permit.id === id && permit.rule.handling
      ? { ...permit, rule: { ...permit.rule, handling: { ...permit.rule.handling, most: permit.rule.handling.most + 1 } } }
      : permit
  return { ...rules, permits: new Map([...rules.permits].map(([key, permit]) => [key, longer(permit)])) }
}

describe('the order', () => {
  it('never puts an item before what it needs', () => {
    fc.assert(
      fc.property(begun(), fc.boolean(), ({ rules, undertaking }, all) => {
        const { items, ...whole } = schedule(rules, plan(rules, undertaking, START), START, all ? { including: 'depends' } : {})
        const byId = new Map(items.map((item) => [item.permit, item]))
        const opening = { least: days({ items, ...whole }, 'least'), most: days({ items, ...whole }, 'most') }
        for (const item of items) {
          const { before, opening: rule } = ruleOf(rules, item)
          expect(item.doneLeast).toBeGreaterThanOrEqual(item.sentLeast)
          expect(item.doneMost).toBeGreaterThanOrEqual(item.sentMost)
          for (const first of before.applying.flatMap((id) => byId.get(id) ?? [])) {
            expect(item.sentLeast).toBeGreaterThanOrEqual(first.doneLeast)
            expect(item.sentMost).toBeGreaterThanOrEqual(first.doneMost)
          }
          for (const first of before.decision.flatMap((id) => byId.get(id) ?? [])) {
            expect(item.doneLeast).toBeGreaterThanOrEqual(first.doneLeast)
            expect(item.doneMost).toBeGreaterThanOrEqual(first.doneMost)
          }
          const mustBeDone = [...before.opening.flatMap((id) => byId.get(id) ?? []), ...(rule === 'none' ? [] : [item])]
          for (const done of mustBeDone) {
            expect(opening.least).toBeGreaterThanOrEqual(done.doneLeast)
            expect(opening.most).toBeGreaterThanOrEqual(done.doneMost)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is no later than it must be: opening waits for something that is done on that very day', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const made = schedule(rules, plan(rules, undertaking, START), START)
        expect([0, ...made.items.map(({ doneMost }) => doneMost)]).toContain(days(made, 'most'))
        expect([0, ...made.items.map(({ doneLeast }) => doneLeast)]).toContain(days(made, 'least'))
        for (const item of made.items) {
          const waits = item.waitsFor.filter((wait) => wait.before === 'applying').map(({ permit }) => permit)
          const others = made.items.filter(({ permit }) => waits.includes(permit) || permit === ruleOf(rules, item).partOf)
          expect([0, ...others.flatMap(({ doneMost, sentMost }) => [doneMost, sentMost])]).toContain(item.sentMost)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('can be sent on the last day and still open in time, and not a day later', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const made = schedule(rules, plan(rules, undertaking, START), START)
        for (const item of made.items) {
          if (item.sentLatest === undefined) continue
          expect(item.sentLatest).toBeGreaterThanOrEqual(item.sentMost)
          expect(item.sentLatest).toBeLessThanOrEqual(days(made, 'most'))
          if (item.sentLatest === item.sentMost) expect(item.critical).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('calls critical what delays opening when it takes longer', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const made = schedule(rules, plan(rules, undertaking, START), START)
        for (const id of made.criticalPath) expect(made.items.find(({ permit }) => permit === id)!.critical).toBe(true)
        for (const { permit, critical } of made.items) {
          const later = schedule(delayed(rules, permit), plan(rules, undertaking, START), START)
          if (later.opening.most > made.opening.most)
            expect(
              critical ||
                made.items.find((item) => item.permit === permit)!.sentLatest! -
                  made.items.find((item) => item.permit === permit)!.sentMost <
                  7,
            ).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a schedule', () => {
  const rules = someRules(
    [],
    [
      aPermit('company', { handling: weeks(1, 2), opening: 'decided' }),
      aPermit('food', { handling: weeks(4), opening: { 'sent-weeks-before': 2 }, before: before({ applying: ['company'] }) }),
      aPermit('test', { opening: 'sent', handling: weeks(3) }),
      aPermit('serving', {
        handling: weeks(4, 13),
        before: before({ applying: ['company', 'absent'], decision: ['food', 'test'] }),
      }),
      aPermit('staff', { opening: 'none', handling: weeks(50) }),
      aPermit('sign', {}),
    ],
  )
  const made = scheduleOf(rules)
  const item = (id: string): ScheduledItem => made.items.find(({ permit }) => permit === id)!

  it('adds up the longest chain, by the shorter and by the longer times', () => {
    expect(item('serving')).toMatchObject({ sentLeast: 7, sentMost: 14, doneLeast: 35, doneMost: 105 })
    expect(made.opening).toEqual({ least: '2026-07-06', most: '2026-09-14' })
    expect(made.criticalPath).toEqual(['company', 'serving'])
  })

  it('waits only for what is in the plan', () => {
    expect(item('serving').waitsFor).toEqual([
      { permit: 'company', before: 'applying' },
      { permit: 'food', before: 'decision' },
      { permit: 'test', before: 'decision' },
    ])
  })

  it('does not wait for a notification, nor for what is done while running', () => {
    expect(item('test')).toMatchObject({ doneMost: 0, critical: false })
    expect(item('food')).toMatchObject({ sentMost: 14, doneMost: 28, sentLatest: 91 })
    expect(item('staff').critical).toBe(false)
    expect(item('staff')).not.toHaveProperty('sentLatest')
  })

  it('says when nobody states how long it takes', () => {
    expect(made.items.filter(({ timeUnknown }) => timeUnknown).map(({ permit }) => permit)).toEqual(['sign'])
  })

  it('counts what is open only when asked to', () => {
    const open = someRules([], [aPermit('plan', { sure: 'unread', handling: weeks(10) })])
    expect(scheduleOf(open).items).toEqual([])
    expect(days(scheduleOf(open, { including: 'depends' }), 'most')).toBe(70)
  })

  it('sends what is part of an errand together with it', () => {
    const part = someRules(
      [],
      [
        aPermit('first', { handling: weeks(2) }),
        aPermit('whole', { before: before({ applying: ['first'] }) }),
        aPermit('part', { partOf: 'whole' }),
      ],
    )
    expect(scheduleOf(part).items.map(({ sentMost }) => sentMost)).toEqual([0, 14, 14])
  })

  it('comes to an end when the order goes in a circle', () => {
    const circle = someRules(
      [],
      [
        aPermit('egg', { handling: weeks(1), before: before({ applying: ['hen'], decision: ['egg'] }) }),
        aPermit('hen', { handling: weeks(1), before: before({ applying: ['egg'], opening: ['hen'] }) }),
      ],
    )
    expect(days(scheduleOf(circle), 'most')).toBe(14)
  })

  it('opens at once when nothing is needed', () => {
    expect(scheduleOf(someRules([], []))).toEqual({
      start: START,
      items: [],
      criticalPath: [],
      opening: { least: START, most: START },
    })
  })

  it('leaves out what an old plan names and the rules no longer have', () => {
    expect(schedule(someRules([], []), plan(rules, { answers: {} }, START), START).items).toEqual([])
  })
})
