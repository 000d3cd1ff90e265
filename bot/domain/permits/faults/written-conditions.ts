import type { Condition, Test } from '../condition.js'
import type { Rules } from '../rules.js'
import { permitPlace, within, writtenFacts, type Place } from './fault.js'

/** A condition of the rule set, with where it stands and what hangs on it. */
export type Written = {
  readonly condition: Condition
  readonly place: Place
  readonly of: { readonly needed: string } | { readonly fee: string } | { readonly asked: string }
}

/** Every condition of the rule set: when a permit is needed, when a fee is paid, when a fact is asked. */
export const writtenConditions = (rules: Rules): Written[] => [
  ...[...rules.permits.values()].flatMap(({ id, rule }): Written[] => [
    { condition: rule.needed, place: permitPlace(id, 'rule', 'needed'), of: { needed: id } },
    ...rule.fees.flatMap(({ when }, index): Written[] =>
      when ? [{ condition: when, place: permitPlace(id, 'rule', 'fees', index, 'when'), of: { fee: id } }] : [],
    ),
  ]),
  ...writtenFacts(rules).flatMap(({ fact, place }): Written[] =>
    fact.when ? [{ condition: fact.when, place: within(place, 'when'), of: { asked: fact.id } }] : [],
  ),
]

export type Part = { readonly condition: Condition; readonly place: Place; readonly parts: readonly Part[] }

/** A condition and its parts, each with where it stands. */
export function partsOf(condition: Condition, place: Place): Part {
  const joined = (how: 'all' | 'any', parts: readonly Condition[]): Part[] =>
    parts.map((part, index) => partsOf(part, within(place, how, index)))
  if ('all' in condition) return { condition, place, parts: joined('all', condition.all) }
  if ('any' in condition) return { condition, place, parts: joined('any', condition.any) }
  if ('not' in condition) return { condition, place, parts: [partsOf(condition.not, within(place, 'not'))] }
  return { condition, place, parts: [] }
}

export const allParts = (part: Part): Part[] => [part, ...part.parts.flatMap(allParts)]

export const isTest = (condition: Condition): condition is Test => 'is' in condition

/** Every test of the rule set, with where it stands. A test with a value is a field of its own, named as the fact. */
export const writtenTests = (rules: Rules): { test: Test; place: Place }[] =>
  writtenConditions(rules).flatMap(({ condition, place }) =>
    allParts(partsOf(condition, place)).flatMap((part) =>
      isTest(part.condition) ? [{ test: part.condition, place: placeOfTest(part.condition, part.place) }] : [],
    ),
  )

const placeOfTest = (test: Test, place: Place): Place => ('value' in test && test.value === true ? place : within(place, test.is))
