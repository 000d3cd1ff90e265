import type { Test } from '../condition.js'
import type { Fact } from '../facts.js'
import { faultAt, type Check, type Fault, type Place } from './fault.js'
import { writtenTests } from './written-conditions.js'

/** Every test is of a fact that is asked on some card, and fits its kind. */
export const testsFit: Check = (rules) =>
  writtenTests(rules).flatMap(({ test, place }) => {
    const fact = rules.facts.get(test.is)
    return fact ? misfit(test, fact, place) : [faultAt('unknown-fact', place, `no card asks for the fact "${test.is}"`)]
  })

const READS = {
  'yes-no': 'a yes/no fact: write its name alone',
  choice: 'a choice: write "fact: option"',
  number: 'a number: write "fact: { at-least: 10, under: 50 }", or one of the two',
} as const

function misfit(test: Test, fact: Fact, place: Place): Fault[] {
  const kind = !('value' in test) ? 'number' : test.value === true ? 'yes-no' : 'choice'
  if (kind !== fact.kind) return [faultAt('wrong-test', place, `"${fact.id}" is ${READS[fact.kind]}`)]
  if (!('value' in test) || test.value === true || fact.kind !== 'choice') return []
  const options = fact.options.map(({ id }) => id)
  return test.value
    .filter((option) => !options.includes(option))
    .map((option) => faultAt('unknown-option', place, `"${fact.id}" has no option "${option}"; it has ${options.join(', ')}`))
}
