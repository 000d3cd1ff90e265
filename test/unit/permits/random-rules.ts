import fc from 'fast-check'
import type { BusinessType } from '../../../bot/domain/permits/business-type.js'
import type { Condition } from '../../../bot/domain/permits/condition.js'
import type { Answers, Fact, FactValue, QuestionCard } from '../../../bot/domain/permits/facts.js'
import { SURENESS, type Permit, type Rule } from '../../../bot/domain/permits/permit.js'
import type { Undertaking } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'

/** Rule sets small enough to try everything: a few facts of every kind, asked on a few cards, some only when others are so. */

const words = { sv: 'ord', en: 'words' }
const noWords = { sv: [], en: [] }
const OPTIONS = ['small', 'middle', 'large']
const BOUNDS = [20, 50]

export const aFact = {
  yesNo: (id: string, common = 0.5, when?: Condition): Fact => ({
    ...{ kind: 'yes-no', id, ask: words, findOut: words, yes: words, no: words, common, words: noWords, when },
  }),
  choice: (id: string, when?: Condition): Fact => ({
    ...{ kind: 'choice', id, ask: words, findOut: words, when },
    options: OPTIONS.map((option) => ({ id: option, name: words, says: words, common: 0.3, words: noWords })),
  }),
  number: (id: string, when?: Condition): Fact => ({
    ...{ kind: 'number', id, ask: words, findOut: words, says: words, unit: words, least: 0, most: 100, words: noWords, when },
    typical: [
      { value: 10, common: 0.6 },
      { value: 60, common: 0.4 },
    ],
  }),
}

export const aRule = (rule: Partial<Rule> = {}): Rule => ({
  ...{ needed: { always: true }, sure: 'law', before: { applying: [], decision: [], opening: [] }, opening: 'decided', fees: [] },
  checked: '2026-01-01',
  ...rule,
})

export const aPermit = (id: string, rule: Partial<Rule> = {}): Permit => ({
  ...{
    id,
    name: words,
    summary: words,
    also: noWords,
    phrases: noWords,
    for: words,
    have: noWords,
    notes: [],
    link: { kind: 'none' },
  },
  ...{ ways: {}, kind: 'permit', responsible: { name: words, cityOwn: true }, first: [] },
  rule: aRule(rule),
  source: { urls: [], kind: 'city' },
})

export const aType = (id: string, given: BusinessType['given'] = {}, common: BusinessType['common'] = {}): BusinessType => ({
  ...{ id, name: words, summary: words, also: noWords, phrases: noWords, given, common, usually: [], depending: [] },
})

export const aCard = (id: string, facts: readonly Fact[]): QuestionCard => ({ id, title: words, why: words, facts: [...facts] })

export function someRules(
  cards: readonly QuestionCard[],
  permits: readonly Permit[],
  types: readonly BusinessType[] = [],
): Rules {
  return {
    version: 'test',
    permits: new Map(permits.map((permit) => [permit.id, permit])),
    types: new Map(types.map((type) => [type.id, type])),
    cards,
    facts: new Map(cards.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact]))),
    cardOf: new Map(cards.flatMap(({ id, facts }) => facts.map((fact) => [fact.id, id]))),
  }
}

type Kind = Fact['kind']
const KINDS: readonly Kind[] = ['yes-no', 'yes-no', 'choice', 'number']

const aTest = (kinds: readonly Kind[]): fc.Arbitrary<Condition> =>
  fc.nat({ max: kinds.length - 1 }).chain((index): fc.Arbitrary<Condition> => {
    const is = `fact-${index}`
    if (kinds[index] === 'yes-no') return fc.constant({ is, value: true })
    if (kinds[index] === 'choice') return fc.subarray(OPTIONS, { minLength: 1, maxLength: 2 }).map((value) => ({ is, value }))
    return fc.constantFrom(...BOUNDS).chain((bound) => fc.constantFrom<Condition>({ is, atLeast: bound }, { is, under: bound }))
  })

const aCondition = (kinds: readonly Kind[], depth: number): fc.Arbitrary<Condition> =>
  depth === 0 || kinds.length === 0
    ? kinds.length === 0
      ? fc.constant({ always: true })
      : aTest(kinds)
    : fc.oneof(
        { weight: 2, arbitrary: aTest(kinds) },
        { weight: 2, arbitrary: fc.array(aCondition(kinds, depth - 1), { minLength: 2, maxLength: 3 }).map((all) => ({ all })) },
        { weight: 2, arbitrary: fc.array(aCondition(kinds, depth - 1), { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
        { weight: 1, arbitrary: aCondition(kinds, depth - 1).map((not) => ({ not })) },
        { weight: 1, arbitrary: fc.constant({ always: true as const }) },
      )

const aFactOf = (kind: Kind, id: string, common: number, when: Condition | undefined): Fact =>
  kind === 'yes-no' ? aFact.yesNo(id, common, when) : kind === 'choice' ? aFact.choice(id, when) : aFact.number(id, when)

const facts = (kinds: readonly Kind[]): fc.Arbitrary<Fact[]> =>
  fc.tuple(
    ...kinds.map((kind, index) =>
      fc
        // A `when` is about facts with lower numbers, so there are no circles.
        .record({
          common: fc.double({ min: 0, max: 1, noNaN: true }),
          when: fc.option(aCondition(kinds.slice(0, index), 1), { nil: undefined }),
        })
        .map(({ common, when }) => aFactOf(kind, `fact-${index}`, common, index === 0 ? undefined : when)),
    ),
  )

const fees = (kinds: readonly Kind[]): fc.Arbitrary<Rule['fees']> =>
  fc.array(
    fc.record({
      sek: fc.constantFrom(0, 100, 1000, 5000),
      per: fc.constantFrom('once' as const, 'once' as const, 'year' as const),
      year: fc.constant(2026),
      sure: fc.boolean(),
      when: fc.option(aCondition(kinds, 1), { nil: undefined }),
    }),
    { maxLength: 2 },
  )

const handling: fc.Arbitrary<Rule['handling']> = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .map(([least, more]) => ({ least, most: least + more, sure: true })),
  { nil: undefined },
)
const opening: fc.Arbitrary<Rule['opening']> = fc.constantFrom<Rule['opening']>('decided', 'decided', 'sent', 'none', {
  'sent-weeks-before': 2,
})

/** What comes first has a lower number, so there are no circles; some of it does not exist. */
const before = (index: number): fc.Arbitrary<Rule['before']> => {
  const earlier = fc.subarray([...Array.from({ length: index }, (_, other) => `permit-${other}`), 'missing'], {
    maxLength: Math.min(2, index + 1),
  })
  return fc.record({ applying: earlier, decision: earlier, opening: earlier })
}

const permits = (kinds: readonly Kind[]): fc.Arbitrary<Permit[]> =>
  fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc
          .record({
            ...{
              needed: aCondition(kinds, 2),
              sure: fc.constantFrom(...SURENESS),
              fees: fees(kinds),
              handling,
              opening,
              before: before(index),
            },
            partOf: fc.option(fc.constantFrom(...Array.from({ length: index + 1 }, (_, other) => `permit-${other}`)), {
              nil: undefined,
              freq: 8,
            }),
          })
          .map((rule) => aPermit(`permit-${index}`, rule)),
      ),
    ),
  )

const types = (facts: readonly Fact[]): fc.Arbitrary<BusinessType[]> =>
  fc
    .array(answersTo(facts, { missing: 2, dontKnow: false }), { minLength: 1, maxLength: 3 })
    .map((given) => given.map((values, index) => aType(`type-${index}`, values as BusinessType['given'])))

/** Values that stand for all that a fact can be, with the bounds from both sides. */
export const valuesOf = (fact: Fact): readonly Exclude<FactValue, 'unknown'>[] => {
  if (fact.kind === 'yes-no') return [true, false]
  return fact.kind === 'choice'
    ? fact.options.map(({ id }) => id)
    : [fact.least, ...BOUNDS.flatMap((bound) => [bound - 1, bound]), fact.most]
}

type HowMuch = { missing: number; dontKnow: boolean }
export const answersTo = (asked: readonly Fact[], { missing, dontKnow }: HowMuch): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...asked.map((fact) =>
        fc.option(fc.constantFrom<FactValue>(...valuesOf(fact), ...(dontKnow ? ['unknown' as const] : [])), {
          nil: undefined,
          freq: missing,
        }),
      ),
    )
    .map((values) =>
      Object.fromEntries(
        asked.flatMap(({ id }, index): [string, FactValue][] => (values[index] === undefined ? [] : [[id, values[index]]])),
      ),
    )

export const smallRules: fc.Arbitrary<Rules> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 })
  .chain((kinds) =>
    fc.tuple(
      facts(kinds),
      permits(kinds),
      fc.shuffledSubarray(
        kinds.map((_, index) => index),
        { minLength: kinds.length },
      ),
      fc.integer({ min: 1, max: 3 }),
    ),
  )
  .chain(([allFacts, allPermits, order, onEach]) => {
    const shuffled = order.map((index) => allFacts[index]!)
    const cards = Array.from({ length: Math.ceil(shuffled.length / onEach) }, (_, card) =>
      aCard(`card-${card}`, shuffled.slice(card * onEach, (card + 1) * onEach)),
    )
    return types(allFacts).map((allTypes) => someRules(cards, allPermits, allTypes))
  })

/** A rule set with an undertaking that has been told of in part. */
export const begun = (how: HowMuch = { missing: 3, dontKnow: true }): fc.Arbitrary<{ rules: Rules; undertaking: Undertaking }> =>
  smallRules.chain((rules) =>
    fc.record({
      rules: fc.constant(rules),
      undertaking: fc.record({
        type: fc.option(fc.constantFrom(...rules.types.keys()), { nil: undefined }),
        answers: answersTo([...rules.facts.values()], how),
      }),
    }),
  )
