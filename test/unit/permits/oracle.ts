import type { Condition } from '../../../bot/domain/permits/condition.js'
import type { Answers, FactValue } from '../../../bot/domain/permits/facts.js'
import type { Undertaking } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'
import { valuesOf } from './random-rules.js'

/** The rules once more, in two-valued logic for people who know everything: slow, plain, and no line shared with the engine. */
export type Everything = Readonly<Record<string, Exclude<FactValue, 'unknown'>>>

export function holds(rules: Rules, known: Everything, condition: Condition): boolean {
  if ('always' in condition) return true
  if ('all' in condition) return condition.all.every((part) => holds(rules, known, part))
  if ('any' in condition) return condition.any.some((part) => holds(rules, known, part))
  if ('not' in condition) return !holds(rules, known, condition.not)
  const when = rules.facts.get(condition.is)?.when
  if (when && !holds(rules, known, when)) return false
  const value = known[condition.is]!
  if (!('value' in condition))
    return Number(value) >= (condition.atLeast ?? -Infinity) && Number(value) < (condition.under ?? Infinity)
  return condition.value === true ? value === true : condition.value.includes(String(value))
}

/** What is known of an undertaking: answers first, then what its type gives; without what is not known. */
export function knownOf(rules: Rules, { type, answers }: Undertaking): Answers {
  const given = type === undefined ? {} : rules.types.get(type)!.given
  return Object.fromEntries(Object.entries({ ...given, ...answers }).filter(([, value]) => value !== 'unknown'))
}

/** Everything that can be the case, given what is known. */
export function completions(rules: Rules, known: Answers): Everything[] {
  return [...rules.facts.values()].reduce<Everything[]>(
    (worlds, fact) => {
      const value = known[fact.id]
      const values = value === undefined || value === 'unknown' ? valuesOf(fact) : [value]
      return worlds.flatMap((world) => values.map((its) => ({ ...world, [fact.id]: its })))
    },
    [{}],
  )
}

/** Which permits are needed, when everything is known. */
export const neededIn = (rules: Rules, world: Everything): string[] =>
  [...rules.permits.values()].filter(({ rule }) => holds(rules, world, rule.needed)).map(({ id }) => id)
