import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { worthFor } from '../../../bot/domain/permits/facts-of.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import type { PlanItem, Status, Undertaking } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'
import { completions, holds, knownOf, neededIn } from './oracle.js'
import { aCard, aFact, aPermit, answersTo, aType, begun, smallRules, someRules, valuesOf } from './random-rules.js'

const AT = '2026-06-01'

const itemsOf = (rules: Rules, undertaking: Undertaking): readonly PlanItem[] => plan(rules, undertaking, AT).items
const isCertain = ({ status, hangsOn }: PlanItem): boolean => status !== 'depends' || hangsOn.length === 0

/** What the status must be, by trying everything that can be the case. */
function statusByTrying(rules: Rules, undertaking: Undertaking, permit: string): Status {
  const { sure } = rules.permits.get(permit)!.rule
  const outcomes = new Set(
    completions(rules, knownOf(rules, undertaking)).map((world) => neededIn(rules, world).includes(permit)),
  )
  if (outcomes.size > 1) return 'depends'
  if (outcomes.has(false)) return sure === 'unread' ? 'untouched' : 'not-needed'
  return ({ law: 'needed', likely: 'probably', unread: 'depends' } as const)[sure]
}

describe('the status of a permit', () => {
  it('is what every completion of the answers agrees on, and depends where they differ', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        for (const { permit, status } of itemsOf(rules, undertaking))
          expect(status).toBe(statusByTrying(rules, undertaking, permit))
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with Kleene’s logic wherever that decides', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        for (const { permit, status } of itemsOf(rules, undertaking)) {
          const { needed } = rules.permits.get(permit)!.rule
          const worth = worthFor(rules, undertaking, needed)
          if (worth === 'yes') expect(['needed', 'probably', 'depends']).toContain(status)
          if (worth === 'no') expect(['not-needed', 'untouched']).toContain(status)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is never "not needed" because something is missing: not by dropping any of the answers', () => {
    fc.assert(
      fc.property(begun({ missing: 20, dontKnow: false }), fc.infiniteStream(fc.boolean()), ({ rules, undertaking }, keep) => {
        const kept = Object.entries(undertaking.answers).filter(() => keep.next().value)
        const fewer = { type: undertaking.type, answers: Object.fromEntries(kept) }
        for (const { permit, status } of itemsOf(rules, fewer)) {
          if (status !== 'not-needed' && status !== 'untouched') continue
          const worlds = completions(rules, knownOf(rules, fewer))
          expect(worlds.every((world) => !neededIn(rules, world).includes(permit))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stays, once it is certain, whatever is answered next', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const known = knownOf(rules, undertaking)
        const before = itemsOf(rules, undertaking)
        for (const fact of [...rules.facts.values()].filter(({ id }) => known[id] === undefined)) {
          for (const value of valuesOf(fact)) {
            const after = itemsOf(rules, { type: undertaking.type, answers: { ...undertaking.answers, [fact.id]: value } })
            before.forEach((item, index) => isCertain(item) && expect(after[index]!.status).toBe(item.status))
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is never "not needed" where the law is unread', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        for (const { permit, status } of itemsOf(rules, undertaking)) {
          if (rules.permits.get(permit)!.rule.sure === 'unread') expect(['depends', 'untouched']).toContain(status)
        }
      }),
    )
  })
})

describe('the reasons', () => {
  it('decide alone, and none of them can be spared', () => {
    fc.assert(
      fc.property(begun({ missing: 6, dontKnow: true }), ({ rules, undertaking }) => {
        for (const { permit, because, hangsOn } of itemsOf(rules, undertaking).filter(isCertain)) {
          const { needed } = rules.permits.get(permit)!.rule
          const isSettledBy = (reasons: PlanItem['because']): boolean => {
            const known = Object.fromEntries(reasons.map(({ fact, value }) => [fact, value]))
            return new Set(completions(rules, known).map((world) => holds(rules, world, needed))).size === 1
          }
          expect(hangsOn).toEqual([])
          expect(isSettledBy(because)).toBe(true)
          for (const reason of because) expect(isSettledBy(because.filter((other) => other !== reason))).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are the answers as they were given, and what the type gives where nothing was answered', () => {
    fc.assert(
      fc.property(begun({ missing: 6, dontKnow: false }), ({ rules, undertaking }) => {
        for (const { fact, value, from } of itemsOf(rules, undertaking).flatMap(({ because }) => because)) {
          const isAnswered = Object.hasOwn(undertaking.answers, fact)
          expect(from).toBe(isAnswered ? 'answer' : 'type')
          expect(value).toBe(isAnswered ? undertaking.answers[fact] : rules.types.get(undertaking.type!)!.given[fact])
        }
      }),
    )
  })

  it('of what hangs on something are exactly the facts that can change it', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const known = knownOf(rules, undertaking)
        for (const { permit, status, hangsOn } of itemsOf(rules, undertaking)) {
          if (status !== 'depends') continue
          const { needed } = rules.permits.get(permit)!.rule
          const canChange = [...rules.facts.values()].filter(
            (fact) =>
              known[fact.id] === undefined &&
              completions(rules, known).some((world) =>
                valuesOf(fact).some(
                  (value) => holds(rules, { ...world, [fact.id]: value }, needed) !== holds(rules, world, needed),
                ),
              ),
          )
          expect([...hangsOn].sort()).toEqual(canChange.map(({ id }) => id).sort())
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the path', () => {
  it('names the answers that no longer count, and taking them away changes nothing', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const whole = plan(rules, undertaking, AT)
        const worlds = completions(rules, knownOf(rules, undertaking))
        const off = Object.keys(undertaking.answers).filter((id) => {
          const when = rules.facts.get(id)!.when
          return when && worlds.every((world) => !holds(rules, world, when))
        })
        expect([...whole.offPath].sort()).toEqual(off.sort())
        const rest = Object.entries(undertaking.answers).filter(([id]) => !whole.offPath.includes(id))
        const without = plan(rules, { type: undertaking.type, answers: Object.fromEntries(rest) }, AT)
        expect(without.items.map(({ status }) => status)).toEqual(whole.items.map(({ status }) => status))
      }),
      { numRuns: 200 },
    )
  })
})

const alcohol = aFact.yesNo('alcohol')
const food = aFact.yesNo('food')
const guests = aFact.number('guests', { is: 'food', value: true })
const needs = (fact: string) => ({ needed: { is: fact, value: true as const } })

describe('a plan', () => {
  const rules = someRules(
    [aCard('all', [food, alcohol, guests])],
    [
      aPermit('serving', needs('alcohol')),
      aPermit('register', needs('food')),
      aPermit('big', { needed: { is: 'guests', atLeast: 50 } }),
      aPermit('old', { needed: { always: true }, valid: { to: '2025-11-30' } }),
      aPermit('new', { needed: { always: true }, valid: { from: '2025-12-01' } }),
    ],
    [aType('cafe', { food: true, alcohol: false })],
  )
  const statuses = (undertaking: Undertaking, at = AT) =>
    Object.fromEntries(plan(rules, undertaking, at).items.map(({ permit, status }) => [permit, status]))

  it('takes what the type gives for granted until the person says otherwise', () => {
    expect(statuses({ type: 'cafe', answers: {} })).toMatchObject({ register: 'needed', serving: 'not-needed' })
    expect(statuses({ type: 'cafe', answers: { alcohol: true } })).toMatchObject({ serving: 'needed' })
    expect(statuses({ type: 'cafe', answers: { alcohol: 'unknown' } })).toMatchObject({ serving: 'depends' })
  })

  it('leaves out what is not in force, both days included', () => {
    expect(statuses({ answers: {} }, '2025-11-30')).not.toHaveProperty('new')
    expect(statuses({ answers: {} }, '2025-11-30')).toHaveProperty('old')
    expect(statuses({ answers: {} }, '2025-12-01')).not.toHaveProperty('old')
    expect(statuses({ answers: {} }, '2025-12-01')).toHaveProperty('new')
  })

  it('counts what cannot be true as not known', () => {
    expect(statuses({ answers: { food: true, guests: -1 } })).toMatchObject({ big: 'depends' })
    expect(statuses({ answers: { food: true, guests: 101 } })).toMatchObject({ big: 'depends' })
    expect(statuses({ answers: { food: true, guests: Number.NaN } })).toMatchObject({ big: 'depends' })
    expect(statuses({ answers: { alcohol: 'maybe' } })).toMatchObject({ serving: 'depends' })
    expect(statuses({ type: 'no such type', answers: { 'no-such-fact': true } })).toMatchObject({ serving: 'depends' })
    expect(statuses({ answers: { constructor: true } })).toMatchObject({ serving: 'depends' })
  })

  it('is open where a condition asks for a fact that does not exist', () => {
    const broken = someRules([aCard('one', [food])], [aPermit('lost', needs('missing'))])
    expect(plan(broken, { answers: { missing: false } }, AT).items[0]!.status).toBe('depends')
  })

  it('is made, however wrong the rules are, when facts wait for each other in a circle', () => {
    const chicken = aFact.yesNo('chicken', 0.5, { is: 'egg', value: true })
    const egg = aFact.yesNo('egg', 0.5, { is: 'chicken', value: true })
    const circle = someRules([aCard('one', [chicken, egg])], [aPermit('hen', needs('chicken'))])
    expect(plan(circle, { answers: {} }, AT).items[0]!.status).toBe('depends')
    expect(worthFor(circle, { answers: {} }, { is: 'chicken', value: true })).toBe('unknown')
  })

  it('is the same whatever was planned before it', () => {
    fc.assert(
      fc.property(
        smallRules.chain((small) =>
          fc.tuple(fc.constant(small), fc.array(answersTo([...small.facts.values()], { missing: 3, dontKnow: true }))),
        ),
        ([small, several]) => {
          for (const answers of several) expect(plan(small, { answers }, AT)).toEqual(plan({ ...small }, { answers }, AT))
        },
      ),
    )
  })
})
