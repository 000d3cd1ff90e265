import { worth, type Condition, type Test, type Truth } from './condition.js'
import type { Fact, FactValue } from './facts.js'
import type { Reason, Undertaking } from './plan-types.js'
import type { Rules } from './rules.js'

/** A value that is known, so never `'unknown'`: what a test can be made on. */
export type KnownValue = FactValue

/** Where the value of a fact comes from: the person's own answer goes before what the kind of business gives, also "I don't know yet". */
export function reasonOf(rules: Rules, { type, answers }: Undertaking, fact: string): Reason | undefined {
  if (Object.hasOwn(answers, fact)) return { fact, value: possible(rules.facts.get(fact), answers[fact]!), from: 'answer' }
  const given = type === undefined ? undefined : rules.types.get(type)?.given
  if (given && Object.hasOwn(given, fact)) return { fact, value: possible(rules.facts.get(fact), given[fact]!), from: 'type' }
  return undefined
}

/** The effective value of a fact in an undertaking. */
export const valueOf = (rules: Rules, undertaking: Undertaking, fact: string): FactValue =>
  reasonOf(rules, undertaking, fact)?.value ?? 'unknown'

/** A value that the fact cannot have says nothing, so it is as good as not known. */
function possible(fact: Fact | undefined, value: FactValue): FactValue {
  return fact !== undefined && value !== 'unknown' && isPossible(fact, value) ? value : 'unknown'
}

function isPossible(fact: Fact, value: KnownValue): boolean {
  switch (fact.kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return fact.options.some(({ id }) => id === value)
    case 'number':
      return typeof value === 'number' && value >= fact.least && value <= fact.most
  }
}

/** Whether a known value passes a test, the path left aside. */
export function passes(test: Test, value: KnownValue): boolean {
  if (!('value' in test))
    return typeof value === 'number' && value >= (test.atLeast ?? -Infinity) && value < (test.under ?? Infinity)
  return test.value === true ? value === true : typeof value === 'string' && test.value.includes(value)
}

/**
 * What a condition is worth for an undertaking, in Kleene's logic: a test counts as "the fact is on the path, and it passes". So everything tested of
 * a fact off the path is "no", and nothing unknown ever becomes "no".
 */
export function worthFor(rules: Rules, undertaking: Undertaking, condition: Condition): Truth {
  return worth(condition, (test) => worthOfTest(rules, undertaking, test, []))
}

/** Whether a fact is on the path: whether its `when` holds. */
export function isOnPath(rules: Rules, undertaking: Undertaking, fact: string): Truth {
  return pathOf(rules, undertaking, fact, [])
}

/** `above`: the facts whose `when` is being looked at. One that stands in its own `when` can never be decided. */
function pathOf(rules: Rules, undertaking: Undertaking, fact: string, above: readonly string[]): Truth {
  if (above.includes(fact)) return 'unknown'
  const when = rules.facts.get(fact)?.when
  return when === undefined ? 'yes' : worth(when, (test) => worthOfTest(rules, undertaking, test, [...above, fact]))
}

function worthOfTest(rules: Rules, undertaking: Undertaking, test: Test, above: readonly string[]): Truth {
  const path = pathOf(rules, undertaking, test.is, above)
  const value = valueOf(rules, undertaking, test.is)
  if (path === 'no' || (value !== 'unknown' && !passes(test, value))) return 'no'
  return value === 'unknown' ? 'unknown' : path
}
