import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isOnPath } from '../../../bot/domain/permits/facts-of.js'
import type { Condition } from '../../../bot/domain/permits/condition.js'
import type { Answers } from '../../../bot/domain/permits/facts.js'
import { fixedQuestionnaire, MOST_CARDS, nextQuestion, questionsLeft } from '../../../bot/domain/permits/next-question.js'
import type { Plan, Undertaking } from '../../../bot/domain/permits/plan-types.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'
import { completions, holds, knownOf } from './oracle.js'
import { askedOneByOne } from './person.js'
import { aCard, aFact, answersTo, aPermit, aType, begun, smallRules, someRules, valuesOf } from './random-rules.js'

const AT = '2026-06-01'

/** Everything of a plan but the answers that it was made from. */
const outcome = ({ items, fees }: Plan) => ({
  items: items.map(({ permit, status, hangsOn }) => ({ permit, status, hangsOn })),
  fees,
})

/** A rule set, what somebody would answer to all of it, and what they told at once. */
const somebody = smallRules.chain((rules) => {
  const facts = [...rules.facts.values()]
  return fc.record({
    rules: fc.constant(rules),
    type: fc.option(fc.constantFrom(...rules.types.keys()), { nil: undefined }),
    mind: answersTo(facts, { missing: 1_000_000, dontKnow: true }),
    told: fc.subarray(facts.map(({ id }) => id)),
  })
})
const picked = (mind: Answers, facts: readonly string[]): Answers =>
  Object.fromEntries(facts.flatMap((fact) => (mind[fact] === undefined ? [] : [[fact, mind[fact]]])))

/** What somebody who answers everything would have answered: what the type gives is left, since it is never asked. */
const allAtOnce = (rules: Rules, type: string | undefined, mind: Answers, told: Answers): Undertaking => {
  const given = type === undefined ? {} : rules.types.get(type)!.given
  return {
    type,
    answers: { ...Object.fromEntries(Object.entries(mind).filter(([fact]) => !Object.hasOwn(given, fact))), ...told },
  }
}

/** Whether the value of a fact makes a difference to what is needed, summed or left out of the sum in some case, by trying. */
function canChange(rules: Rules, undertaking: Undertaking, fact: string): boolean {
  const conditions = [...rules.permits.values()].flatMap(({ rule: { needed, fees } }): Condition[] => {
    const paid = (once: boolean) =>
      fees.filter(({ per }) => (per === 'once') === once).map(({ when }) => when ?? { always: true as const })
    const running = paid(false)
    return [
      needed,
      ...paid(true).map((when) => ({ all: [needed, when] })),
      ...(running.length > 0 ? [{ all: [needed, { any: running }] }] : []),
    ]
  })
  return completions(rules, knownOf(rules, undertaking)).some((world) =>
    valuesOf(rules.facts.get(fact)!).some((value) =>
      conditions.some((condition) => holds(rules, world, condition) !== holds(rules, { ...world, [fact]: value }, condition)),
    ),
  )
}

describe('asking one question at a time', () => {
  it('comes to the same plan as all answers at once, whatever was told at first', () => {
    fc.assert(
      fc.property(somebody, ({ rules, type, mind, told }) => {
        const begin = { type, answers: picked(mind, told) }
        const { answers } = askedOneByOne(rules, begin, mind, AT, {
          isOnPath: (fact, answers) => isOnPath(rules, { type, answers }, fact) !== 'no',
        })
        const whole = plan(rules, allAtOnce(rules, type, mind, begin.answers), AT)
        expect(outcome(plan(rules, { type, answers }, AT))).toEqual(outcome(whole))
      }),
      { numRuns: 400 },
    )
  })

  it('comes to the same plan in whatever order the facts are told', () => {
    fc.assert(
      fc.property(
        somebody.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray(Object.keys(one.mind), { minLength: Object.keys(one.mind).length })),
        ),
        ([{ rules, type, mind }, order]) => {
          const inOrder = plan(rules, { type, answers: picked(mind, order) }, AT)
          expect({ ...inOrder, undertaking: undefined }).toEqual({
            ...plan(rules, { type, answers: mind }, AT),
            undertaking: undefined,
          })
        },
      ),
    )
  })

  it('skips nothing that could change the plan: what is left unasked may be anything', () => {
    fc.assert(
      fc.property(somebody, ({ rules, type, mind, told }) => {
        const { answers } = askedOneByOne(rules, { type, answers: picked(mind, told) }, mind, AT, {
          isOnPath: (fact, answers) => isOnPath(rules, { type, answers }, fact) !== 'no',
        })
        const given = type === undefined ? {} : rules.types.get(type)!.given
        const skipped = [...rules.facts.values()].filter(({ id }) => !Object.hasOwn(answers, id) && !Object.hasOwn(given, id))
        const before = outcome(plan(rules, { type, answers }, AT))
        for (const fact of skipped) {
          expect(canChange(rules, { type, answers }, fact.id)).toBe(false)
          for (const value of valuesOf(fact))
            expect(outcome(plan(rules, { type, answers: { ...answers, [fact.id]: value } }, AT))).toEqual(before)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('asks only what can change the plan, never what is known or was answered with "I don’t know"', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const asked = [nextQuestion(rules, undertaking, [], AT), ...questionsLeft(rules, undertaking, AT)].flatMap(
          (card) => card?.facts ?? [],
        )
        const given = undertaking.type === undefined ? {} : rules.types.get(undertaking.type)!.given
        for (const fact of asked) {
          expect(Object.hasOwn(undertaking.answers, fact) || Object.hasOwn(given, fact)).toBe(false)
          expect(canChange(rules, undertaking, fact)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('puts a fact of another only with that on the same card, or when that cannot be told', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const card = nextQuestion(rules, undertaking, [], AT)
        for (const fact of card?.facts ?? []) {
          const path = isOnPath(rules, undertaking, fact)
          expect(path).not.toBe('no')
          expect(rules.cardOf.get(fact)).toBe(card!.card)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same question every time, whatever was asked before it', () => {
    fc.assert(
      fc.property(
        smallRules.chain((rules) =>
          fc.tuple(fc.constant(rules), fc.array(answersTo([...rules.facts.values()], { missing: 2, dontKnow: true }))),
        ),
        ([rules, several]) => {
          for (const answers of several) {
            const fresh = nextQuestion({ ...rules }, { answers }, [], AT)
            expect(nextQuestion(rules, { answers }, [], AT)).toEqual(fresh)
            expect(fresh === undefined).toBe(questionsLeft(rules, { answers }, AT).length === 0)
          }
        },
      ),
    )
  })
})

const isTrue = (fact: string) => ({ is: fact, value: true as const })
const needs = (fact: string) => ({ needed: isTrue(fact) })

describe('the next question', () => {
  const next = (rules: Rules, answers: Answers = {}, type?: string, asked: string[] = []) =>
    nextQuestion(rules, { type, answers }, asked, AT)

  it('is the one that settles most', () => {
    const rules = someRules(
      [aCard('few', [aFact.yesNo('music')]), aCard('many', [aFact.yesNo('food')])],
      [aPermit('dance', needs('music')), aPermit('register', needs('food')), aPermit('grease', needs('food'))],
    )
    expect(next(rules)).toEqual({ card: 'many', facts: ['food'] })
    expect(next(rules, { food: 'unknown' })).toEqual({ card: 'few', facts: ['music'] })
    expect(next(rules, { food: true, music: false })).toBeUndefined()
  })

  it('does not starve what needs several answers', () => {
    const [one, other] = [isTrue('one'), isTrue('other')]
    const alike = { needed: { any: [{ all: [one, other] }, { not: { any: [one, other] } }] } }
    const rules = someRules(
      [aCard('easy', [aFact.yesNo('easy')]), aCard('one', [aFact.yesNo('one')]), aCard('other', [aFact.yesNo('other')])],
      [...['first', 'second', 'third'].map((id) => aPermit(id, alike)), aPermit('unread', { ...needs('easy'), sure: 'unread' })],
    )
    expect(next(rules)?.card).toBe('one')
  })

  it('weighs by how common answers are among the kind of business, before what the fact says', () => {
    const both = (one: string, other: string) => ({ needed: { all: [isTrue(one), isTrue(other)] } })
    const cards = [aCard('alcohol', [aFact.yesNo('alcohol', 0.5)]), aCard('late', [aFact.yesNo('late', 0.5)])]
    const types = [aType('kiosk', {}, { alcohol: 0.5, late: 0.05 }), aType('club', {}, { alcohol: 0.05, late: 0.5 })]
    const rules = someRules(cards, [aPermit('night', both('alcohol', 'late'))], types)
    expect(next(rules)?.card).toBe('alcohol')
    expect(next(rules, {}, 'kiosk')?.card).toBe('late')
    expect(next(rules, {}, 'club')?.card).toBe('alcohol')
  })

  const seating = someRules(
    [
      aCard('place', [aFact.yesNo('outdoors'), aFact.number('seats', isTrue('outdoors'))]),
      aCard('more', [aFact.yesNo('heaters', 0.5, isTrue('outdoors'))]),
    ],
    [aPermit('seating', { needed: { is: 'seats', atLeast: 20 } }), aPermit('gas', needs('heaters'))],
  )

  it('takes along, on the same card, what is asked "if so"', () => {
    expect(next(seating)).toEqual({ card: 'place', facts: ['outdoors', 'seats'] })
    expect(next(seating, { outdoors: false })).toBeUndefined()
    expect(next(seating, { outdoors: true, seats: 3 })).toEqual({ card: 'more', facts: ['heaters'] })
  })

  it('asks last what hangs on something that the person does not know', () => {
    const rules = someRules(
      [...seating.cards, aCard('last', [aFact.yesNo('toilet', 0.01)])],
      [...seating.permits.values(), aPermit('wc', needs('toilet'))],
    )
    expect(next(rules, { outdoors: 'unknown' })?.card).toBe('last')
    expect(next(rules, { outdoors: 'unknown', toilet: false })).toEqual({ card: 'place', facts: ['seats'] })
  })

  it('is none after so many cards: what was not asked stays open', () => {
    const many = Array.from({ length: MOST_CARDS + 1 }, (_, index) => `fact-${index}`)
    const rules = someRules(
      many.map((id) => aCard(`card-${id}`, [aFact.yesNo(id)])),
      many.map((id) => aPermit(`permit-${id}`, needs(id))),
    )
    const { answers, cards } = askedOneByOne(rules, { answers: {} }, Object.fromEntries(many.map((id) => [id, true])), AT, {
      limit: true,
      isOnPath: () => true,
    })
    expect(cards).toHaveLength(MOST_CARDS)
    expect(plan(rules, { answers }, AT).items.map(({ status }) => status)).toEqual([
      ...Array<string>(MOST_CARDS).fill('needed'),
      'depends',
    ])
  })

  it('is asked for what it costs, too, but not about fees of what is not needed', () => {
    const rules = someRules(
      [aCard('food', [aFact.yesNo('food')]), aCard('size', [aFact.yesNo('large')])],
      [
        aPermit('register', {
          ...needs('food'),
          fees: [{ sek: 900, per: 'once', year: 2026, sure: true, when: isTrue('large') }],
        }),
      ],
    )
    expect(next(rules)?.card).toBe('food')
    expect(next(rules, { food: true })?.card).toBe('size')
    expect(next(rules, { food: false })).toBeUndefined()
  })
})

describe('the fixed questionnaire', () => {
  it('asks a kind of business everything that it does not give and that can be true of it', () => {
    const rules = someRules(
      [
        aCard('place', [aFact.yesNo('outdoors'), aFact.number('seats', isTrue('outdoors'))]),
        aCard('drinks', [aFact.yesNo('alcohol')]),
      ],
      [],
      [aType('shop', { outdoors: false }), aType('bar', { alcohol: true })],
    )
    expect(fixedQuestionnaire(rules, 'shop')).toEqual([{ card: 'drinks', facts: ['alcohol'] }])
    expect(fixedQuestionnaire(rules, 'bar')).toEqual([{ card: 'place', facts: ['outdoors', 'seats'] }])
    expect(fixedQuestionnaire(rules, undefined)).toHaveLength(2)
  })
})
