import type { Condition, Test } from '../condition.js'
import type { Fact } from '../facts.js'
import type { Fee } from '../permit.js'
import type { Rules } from '../rules.js'
import { bandsOfOptions } from './choice-bands.js'
import { faultAt, permitPlace, within, writtenFacts, type Check, type Fault, type Place } from './fault.js'
import { allParts, isTest, partsOf, writtenConditions, writtenTests } from './written-conditions.js'

type NumberFact = Extract<Fact, { kind: 'number' }>
type RangeTest = Exclude<Test, { value: unknown }>
type Range = { readonly from: number; readonly under: number; readonly place: Place }

// Limits nearer than this, as a part of the larger, were meant to be the same: "under 150" here and "at least 151" there.
const NEAR = 0.05

/**
 * Numbers are cut into ranges without holes. Ranges claim to be one scale when they stand side by side in the same `any`, when they are fees
 * of the same permit that differ only in the range, or when one ends nearly where another begins, in whatever rule: then each must
 * begin exactly where the one before ends. Options of a choice claim it when their ids are numbers ("under-50", "50-149", "150-or-more").
 */
export const rangesMeet: Check = (rules) => [
  ...writtenFacts(rules).flatMap(({ fact, place }) =>
    fact.kind === 'number' ? strangeTypical(fact, place) : fact.kind === 'choice' ? bandsOfOptions(fact, place) : [],
  ),
  ...rangeTests(rules).flatMap(({ test, fact, place }) => limitsOf(test, fact, place)),
  ...nearlyMeeting(rules),
  ...sideBySide(rules),
  ...[...rules.permits.values()].flatMap(({ id, rule }) => feeScales(rule.fees, permitPlace(id, 'rule', 'fees'))),
]

const isRange = (test: Test): test is RangeTest => !('value' in test)
const rangeOf = ({ atLeast = -Infinity, under = Infinity }: RangeTest, place: Place): Range => ({ from: atLeast, under, place })

const rangeTests = (rules: Rules): { test: RangeTest; fact: NumberFact; place: Place }[] =>
  writtenTests(rules).flatMap(({ test, place }) => {
    const fact = rules.facts.get(test.is)
    return isRange(test) && fact?.kind === 'number' ? [{ test, fact, place }] : []
  })

/** Every number fact has numbers to choose between. */
export const numbersPossible: Check = (rules) =>
  writtenFacts(rules).flatMap(({ fact, place }) =>
    fact.kind === 'number' && fact.least >= fact.most
      ? [faultAt('range', within(place, 'most'), `"${fact.id}" is from ${fact.least}, but only to ${fact.most}`)]
      : [],
  )

const strangeTypical = ({ least, most, typical }: NumberFact, place: Place): Fault[] =>
  typical.flatMap(({ value }, index) =>
    value < least || value > most
      ? [faultAt('range', within(place, 'typical', index), `${value} is not from ${least} to ${most}`)]
      : [],
  )

function limitsOf({ is, atLeast, under }: RangeTest, { least, most }: NumberFact, place: Place): Fault[] {
  const at = (field: string, reason: string) => faultAt('range', within(place, field), reason)
  if (atLeast !== undefined && under !== undefined && atLeast >= under)
    return [at('under', `at least ${atLeast} and under ${under}: no number is both`)]
  return [
    ...(atLeast !== undefined && (atLeast < least || atLeast > most || (atLeast === least && under === undefined))
      ? [at('at-least', `"${is}" is from ${least} to ${most}: at least ${atLeast} tells nobody apart`)]
      : []),
    ...(under !== undefined && (under <= least || under > most)
      ? [at('under', `"${is}" is from ${least} to ${most}: under ${under} tells nobody apart`)]
      : []),
  ]
}

/** A range that ends where none begins, while another begins where none ends, nearly at the same number. */
function nearlyMeeting(rules: Rules): Fault[] {
  const all = rangeTests(rules)
  return groupedBy(all, ({ test }) => test.is).flatMap((tests) => {
    const ends = tests.filter(({ test }) => !tests.some((other) => other.test.atLeast === test.under))
    const starts = tests.filter(({ test }) => !tests.some((other) => other.test.under === test.atLeast))
    return ends.flatMap(({ test: { under }, place }) => {
      const near = starts.find(({ test: { atLeast } }) => isNear(under, atLeast))?.test.atLeast
      if (under === undefined || near === undefined) return []
      const what = near > under ? 'what is between belongs to neither' : 'what is between belongs to both'
      return [faultAt('range', within(place, 'under'), `ends at ${under}, but another range begins at ${near}: ${what}`)]
    })
  })
}

const isNear = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one !== other &&
  Math.abs(one - other) <= NEAR * Math.max(Math.abs(one), Math.abs(other))

/** Ranges of the same fact in one `any` do not overlap; between them there may be a hole, since that can be what is meant. */
const sideBySide = (rules: Rules): Fault[] =>
  writtenConditions(rules)
    .flatMap(({ condition, place }) => allParts(partsOf(condition, place)))
    .filter(({ condition }) => 'any' in condition)
    .flatMap(({ parts }) => {
      const ranges = parts.flatMap(({ condition, place }) =>
        isTest(condition) && isRange(condition)
          ? [{ is: condition.is, range: rangeOf(condition, within(place, condition.is)) }]
          : [],
      )
      return groupedBy(ranges, ({ is }) => is).flatMap((same) => overlaps(same.map(({ range }) => range)))
    })

/** The fees of a permit that differ only in the range of one number are a scale: everybody pays one of them. */
function feeScales(fees: readonly Fee[], place: Place): Fault[] {
  const ranged = fees.flatMap(({ when, per, for: what }, index) => {
    const found = when && rangeAndRest(when)
    return found
      ? [
          {
            scale: JSON.stringify([found.test.is, found.rest, per, what]),
            range: rangeOf(found.test, within(place, index, 'when')),
          },
        ]
      : []
  })
  return groupedBy(ranged, ({ scale }) => scale).flatMap((scale) => {
    const ranges = scale.map(({ range }) => range)
    return [...overlaps(ranges), ...holes(ranges)]
  })
}

function rangeAndRest(condition: Condition): { test: RangeTest; rest: readonly Condition[] } | undefined {
  const parts = 'all' in condition ? condition.all : [condition]
  const isNumber = (part: Condition): part is RangeTest => isTest(part) && isRange(part)
  const [test, second] = parts.filter(isNumber)
  return test && !second ? { test, rest: parts.filter((part) => part !== test) } : undefined
}

const inOrder = (ranges: readonly Range[]): Range[] =>
  [...ranges].sort((one, other) => one.from - other.from || one.under - other.under)
const neighbours = (ranges: readonly Range[]): [Range, Range][] =>
  inOrder(ranges).flatMap((range, index, all) => (index > 0 ? [[all[index - 1]!, range]] : []))

const overlaps = (ranges: readonly Range[]): Fault[] =>
  neighbours(ranges)
    .filter(([before, after]) => after.from < before.under)
    .map(([before, after]) => faultAt('range', after.place, `overlaps the range before it, which ends at ${endOf(before)}`))

const holes = (ranges: readonly Range[]): Fault[] =>
  neighbours(ranges)
    .filter(([before, after]) => after.from > before.under)
    .map(([before, after]) =>
      faultAt(
        'range',
        after.place,
        `begins at ${after.from}, but the range before it ends at ${endOf(before)}: nobody pays between`,
      ),
    )

const endOf = ({ under }: Range): string => (under === Infinity ? 'no number' : String(under))

function groupedBy<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[][] {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing])
  return [...groups.values()]
}
