import type { BusinessType } from '../business-type.js'
import type { Test } from '../condition.js'
import { passes, worthFor, type KnownValue } from '../facts-of.js'
import type { Fact } from '../facts.js'
import type { Rules } from '../rules.js'
import { faultAt, typePlace, type Check, type Fault } from './fault.js'
import { writtenTests } from './written-conditions.js'

/** What a kind of business gives is a fact's value, and the fact can be asked of somebody with the rest that is given. */
export const givenFits: Check = (rules) => {
  const tests = writtenTests(rules).map(({ test }) => test)
  return [...rules.types.values()].flatMap((type) => givenOf(type, rules, tests))
}

const givenOf = (type: BusinessType, rules: Rules, tests: readonly Test[]): Fault[] =>
  Object.entries(type.given).flatMap(([id, value]) => {
    const place = typePlace(type.id, 'given', id)
    const fact = rules.facts.get(id)
    if (!fact) return [faultAt('unknown-fact', place, `no card asks for the fact "${id}"`)]
    const misfit = misfitOf(fact, value)
    if (misfit) return [faultAt('given', place, misfit)]
    if (fact.when && isLookedFor(fact, value, tests) && worthFor(rules, { answers: type.given }, fact.when) === 'no')
      return [faultAt('given', place, `the rest that is given rules out that "${id}" is asked`)]
    return []
  })

/** "No", or "none of them", to what is not asked says nothing more; what some rule looks for would be said in vain. */
const isLookedFor = (fact: Fact, value: KnownValue, tests: readonly Test[]): boolean =>
  tests.some((test) => test.is === fact.id && passes(test, value))

function misfitOf(fact: Fact, value: boolean | string | number): string | undefined {
  if (fact.kind === 'yes-no') return typeof value === 'boolean' ? undefined : `"${fact.id}" is true or false`
  if (fact.kind === 'choice')
    return fact.options.some(({ id }) => id === value) ? undefined : `"${fact.id}" has no option "${String(value)}"`
  const { id, least, most } = fact
  return typeof value === 'number' && value >= least && value <= most ? undefined : `"${id}" is a number from ${least} to ${most}`
}
