import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Condition } from '../../../bot/domain/permits/condition.js'
import { worthFor, type KnownValue } from '../../../bot/domain/permits/facts-of.js'
import { possibleIn } from '../../../bot/domain/permits/faults/possible.js'
import type { Answers } from '../../../bot/domain/permits/facts.js'
import { rulesFrom, smallRules } from '../../fixtures/small-rules.js'

const rules = rulesFrom(smallRules())
const possible = possibleIn(rules)

const VALUES: Readonly<Record<string, readonly KnownValue[]>> = {
  'serves-food': [true, false],
  'serves-alcohol': [true, false],
  'alcohol-when': ['always', 'one-evening'],
  guests: [0, 149, 150, 499, 500, 10_000],
  place: ['in-a-street', 'indoors'],
}
const everyAnswers = Object.entries(VALUES).reduce<Answers[]>(
  (all, [fact, values]) => all.flatMap((answers) => values.map((value) => ({ ...answers, [fact]: value }))),
  [{}],
)

const aTest: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { always: true },
  { is: 'serves-food', value: true },
  { is: 'serves-alcohol', value: true },
  { is: 'alcohol-when', value: ['always'] },
  { is: 'alcohol-when', value: ['always', 'one-evening'] },
  { is: 'guests', atLeast: 150, under: 500 },
  { is: 'guests', under: 150 },
  { is: 'place', value: ['indoors'] },
)
const aCondition = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 })
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      aTest,
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
      tie('condition').map((not) => ({ not })),
    ),
  }
}).condition

describe('what a condition can be', () => {
  it('is what some answers make it, when all of them are tried', () => {
    fc.assert(
      fc.property(aCondition, fc.constantFrom('yes' as const, 'no' as const), (condition, wanted) => {
        const some = everyAnswers.some((answers) => worthFor(rules, { answers }, condition) === wanted)
        const found = possible.canBe(condition, wanted)
        expect(found !== undefined).toBe(some)
        if (found) expect(worthFor(rules, { answers: found }, condition)).toBe(wanted)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps to what is known', () => {
    fc.assert(
      fc.property(aCondition, fc.constantFrom(...everyAnswers), fc.subarray(Object.keys(VALUES)), (condition, answers, facts) => {
        const known = Object.fromEntries(facts.map((fact) => [fact, answers[fact]!]))
        const agree = everyAnswers.filter((other) => facts.every((fact) => other[fact] === known[fact]))
        const some = agree.some((other) => worthFor(rules, { answers: other }, condition) === 'yes')
        expect(possible.canBe(condition, 'yes', known) !== undefined).toBe(some)
      }),
    )
  })
})
