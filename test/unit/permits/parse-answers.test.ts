import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseAnswers } from '../../../bot/skills/permit-pilot/parse-answers.js'
import { rulesFrom, smallRules } from '../../fixtures/small-rules.js'

const rules = rulesFrom(smallRules())
const given = (press: Record<string, unknown>) => parseAnswers(rules, press).given

describe('what a card of questions sends', () => {
  it.each([
    ['serves-food', 'yes', true],
    ['serves-food', false, false],
    ['serves-food', 'unknown', 'unknown'],
    ['place', 'in-a-street', 'in-a-street'],
    ['guests', '1 200', 1200],
    ['guests', 12, 12],
    ['guests', '12,5', 12.5],
    ['guests', 10_000, 10_000],
  ])('%s: %j is %j', (fact, sent, value) => expect(given({ [`fact.${fact}`]: sent })).toEqual({ [fact]: value }))

  it.each([
    ['serves-food', 'maybe'],
    ['serves-food', 'constructor'],
    ['place', 'the-moon'],
    ['guests', '-1'],
    ['guests', '10001'],
    ['guests', 'Infinity'],
    ['guests', '0x10'],
    ['guests', '1e3'],
    ['guests', { toString: 1 }],
    ['guests', ['3']],
  ])('%s: %j is no answer', (fact, sent) => {
    const parsed = parseAnswers(rules, { [`fact.${fact}`]: sent })
    expect([parsed.given, parsed.impossible.length]).toEqual([{}, 1])
  })

  it('says "I don\'t know yet" by the box, whatever is left in the field', () => {
    expect(given({ 'fact.guests': '40', 'unknown.guests': 'true' })).toEqual({ guests: 'unknown' })
    expect(given({ 'fact.guests': '40', 'unknown.guests': 'false' })).toEqual({ guests: 40 })
    expect(given({ 'fact.guests': '', 'unknown.guests': 'false' })).toEqual({})
  })

  it('is only ever an answer that the rules know', () => {
    const keys = fc.oneof(
      fc.string(),
      fc.constantFrom('fact.guests', 'fact.place', 'fact.serves-food', 'fact.__proto__', 'unknown.guests'),
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything()), (press) => {
        for (const [id, value] of Object.entries(given(press))) {
          const fact = rules.facts.get(id)!
          const isKnown =
            value === 'unknown' ||
            (fact.kind === 'yes-no' && typeof value === 'boolean') ||
            (fact.kind === 'choice' && fact.options.some((option) => option.id === value)) ||
            (fact.kind === 'number' && typeof value === 'number' && value >= fact.least && value <= fact.most)
          expect([id, value, isKnown]).toEqual([id, value, true])
        }
      }),
    )
  })
})
