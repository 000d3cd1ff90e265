import { describe, expect, it } from '@jest/globals'
import { askSomebody, fixedLength, seeded, type Answering } from '../../../bench/permits/cards.js'
import { median } from '../../../bench/statistics.js'
import { MOST_CARDS } from '../../../bot/domain/permits/next-question.js'
import { realRules } from '../../fixtures/permit-rules.js'

const TIMES_EACH = 10
const AT = '2026-06-01'
const rules = await realRules()
const types = [...rules.types.keys()]

describe.each(['common', 'even'] as const)('people of every kind of business, whose answers are %s', (how: Answering) => {
  const random = seeded(45)
  const asked = types.flatMap((type) =>
    Array.from({ length: TIMES_EACH }, () => ({ type, ...askSomebody(rules, type, how, random, AT) })),
  )

  it('are asked six cards or fewer, in the middle', () => {
    expect(types).toHaveLength(45)
    expect(median(asked.map(({ cards }) => cards))).toBeLessThanOrEqual(6)
  })

  it('are never asked more than twelve, and hardly ever cut short', () => {
    expect(Math.max(...asked.map(({ cards }) => cards))).toBeLessThanOrEqual(MOST_CARDS)
    expect(MOST_CARDS).toBe(12)
    expect(asked.filter(({ cut }) => cut).length / asked.length).toBeLessThan(0.02)
  })

  it('are asked no more than a fixed questionnaire would', () => {
    for (const { type, facts } of asked) expect(facts).toBeLessThanOrEqual(fixedLength(rules, type).facts)
  })
})
