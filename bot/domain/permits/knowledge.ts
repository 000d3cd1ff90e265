import type { CompiledRules, Variable } from './compiled-rules.js'
import { reasonOf } from './facts-of.js'
import type { FactValue } from './facts.js'
import type { Reason, Undertaking } from './plan-types.js'
import type { Rules } from './rules.js'

/** What is known of an undertaking, fact by fact in the order of the variables. */
export type Knowledge = {
  /** Which of the values that make a difference, or NOT_KNOWN. */
  readonly values: readonly number[]
  /** Undefined where nothing was answered and nothing is given by the kind of business. */
  readonly reasons: readonly (Reason | undefined)[]
}

export const NOT_KNOWN = -1

export function knowledgeOf(rules: Rules, { variables }: CompiledRules, undertaking: Undertaking): Knowledge {
  const reasons = variables.map(({ id }) => reasonOf(rules, undertaking, id))
  return { reasons, values: variables.map((variable, index) => numberOf(variable, reasons[index]?.value ?? 'unknown')) }
}

/** Which of the values that make a difference this value counts as. */
export function numberOf({ fact, values }: Variable, value: FactValue): number {
  if (value === 'unknown') return NOT_KNOWN
  return fact?.kind === 'number' ? values.findLastIndex((bound) => bound <= value) : values.indexOf(value)
}
