import { remembered, type CompiledRules, type Variable } from './compiled-rules.js'
import type { BusinessType } from './business-type.js'
import { numberOf } from './knowledge.js'
import type { Rules } from './rules.js'

/** How common each value of each variable is among a kind of business; adds up to 1 for each variable. */
export type Likelihood = readonly (readonly number[])[]

/** No answer is so rare that it is not worth asking about. */
const RAREST = 0.02

export const likelihoodOf = (rules: Rules, compiled: CompiledRules, type: string | undefined): Likelihood =>
  remembered(compiled, `likelihood ${type ?? ''}`, () => {
    const common = type === undefined ? undefined : rules.types.get(type)?.common
    return compiled.variables.map((variable) => shares(variable, common?.[variable.id]))
  })

type Common = BusinessType['common'][string] | undefined

/** What the kind of business says about a fact goes before what the fact says itself. */
function shares(variable: Variable, common: Common): number[] {
  const counted = new Array<number>(variable.values.length).fill(0)
  for (const [value, share] of answersOf(variable, common)) {
    const index = numberOf(variable, value)
    if (index >= 0) counted[index]! += share
  }
  const floored = counted.map((share) => Math.max(share, RAREST))
  const total = floored.reduce((sum, share) => sum + share, 0)
  return floored.map((share) => share / total)
}

function answersOf({ fact }: Variable, common: Common): [boolean | string | number, number][] {
  const byValue = typeof common === 'object' ? common : undefined
  switch (fact?.kind) {
    case undefined:
      return []
    case 'yes-no': {
      const yes = typeof common === 'number' ? common : fact.common
      return [
        [true, yes],
        [false, 1 - yes],
      ]
    }
    case 'choice':
      return fact.options.map((option) => [option.id, byValue ? (byValue[option.id] ?? 0) : option.common])
    case 'number':
      return byValue
        ? Object.entries(byValue).map(([value, share]) => [Number(value), share])
        : fact.typical.map(({ value, common: share }) => [value, share])
  }
}
