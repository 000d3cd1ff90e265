import { testsIn, type Condition, type Truth } from '../condition.js'
import { valueOf, worthFor, type KnownValue } from '../facts-of.js'
import type { Answers, Fact } from '../facts.js'
import type { Rules } from '../rules.js'
import { writtenTests } from './written-conditions.js'

export type Possible = {
  /** Answers that make the condition worth that, together with those that are already `known`; undefined when none do. */
  canBe(condition: Condition, worth: Exclude<Truth, 'unknown'>, known?: Answers): Answers | undefined
}

/**
 * Tries out what a condition can be worth. Exact: every value of every fact is tried that could make a difference, unless the condition is already
 * decided without it. A number is tried once between each two limits that are tested anywhere.
 */
export function possibleIn(rules: Rules): Possible {
  const limits = limitsIn(rules)
  const valuesOf = (fact: Fact): readonly KnownValue[] => {
    if (fact.kind === 'yes-no') return [true, false]
    if (fact.kind === 'choice') return fact.options.map(({ id }) => id)
    return startsOfBands(fact, limits.get(fact.id) ?? [])
  }

  function canBe(condition: Condition, wanted: Exclude<Truth, 'unknown'>, known: Answers = {}): Answers | undefined {
    const worth = worthFor(rules, { answers: known }, condition)
    if (worth !== 'unknown') return worth === wanted ? known : undefined
    const next = undecided(rules, condition, known)
    const fact = next === undefined ? undefined : rules.facts.get(next)
    if (!fact) return undefined
    for (const value of valuesOf(fact)) {
      const found = canBe(condition, wanted, { ...known, [fact.id]: value })
      if (found) return found
    }
    return undefined
  }
  return { canBe }
}

/** Every limit that a number is tested with, by the fact's id. */
export function limitsIn(rules: Rules): ReadonlyMap<string, readonly number[]> {
  const limits = new Map<string, number[]>()
  for (const { test } of writtenTests(rules)) {
    if ('value' in test) continue
    const both = [test.atLeast, test.under].filter((limit) => limit !== undefined)
    limits.set(test.is, [...(limits.get(test.is) ?? []), ...both])
  }
  return limits
}

/** The least number of each band that the limits cut the fact into. */
export function startsOfBands({ least, most }: { least: number; most: number }, limits: readonly number[]): number[] {
  const inside = limits.filter((limit) => limit > least && limit <= most)
  return [...new Set([least, ...inside])].sort((one, other) => one - other)
}

/** The first fact without a value that the condition still hangs on: what it asks for, or what decides whether that is asked. */
function undecided(rules: Rules, condition: Condition, known: Answers, above: readonly string[] = []): string | undefined {
  for (const test of testsIn(condition)) {
    if (above.includes(test.is) || worthFor(rules, { answers: known }, test) !== 'unknown') continue
    const when = rules.facts.get(test.is)?.when
    const before = when && undecided(rules, when, known, [...above, test.is])
    if (before !== undefined) return before
    if (valueOf(rules, { answers: known }, test.is) === 'unknown') return test.is
  }
  return undefined
}
