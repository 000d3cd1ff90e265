import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { beaten, claim, holds, isLapsed, type Lease } from '../../../bot/domain/desk/claim.js'
import { later, MONDAY } from '../../fixtures/desk.js'

const won = (by: string, seconds = 0, held?: Lease, lastTerm = 0): Lease => {
  const result = claim(held, { by, at: later(MONDAY, seconds), lastTerm })
  if (result.kind !== 'won') throw new Error(result.kind)
  return result.lease
}

describe('a claim', () => {
  const lease = won('agneta')

  it('lasts a minute', () => {
    expect([59.9, 60].map((seconds) => isLapsed(lease, later(MONDAY, seconds)))).toEqual([false, true])
  })

  it.each([
    ['by another within the minute', 'bo', 59, { kind: 'lost', holder: 'agneta' }],
    ['by the same within the minute', 'agneta', 59, { kind: 'had', lease }],
    ['by another after it', 'bo', 60, { kind: 'won', lease: { holder: 'bo', term: 2 } }],
    ['by the same after it', 'agneta', 60, { kind: 'won', lease: { holder: 'agneta', term: 2 } }],
  ])('%s: %s after %d seconds', (_, by, seconds, expected) => {
    expect(claim(lease, { by, at: later(MONDAY, seconds), lastTerm: 1 })).toMatchObject(expected)
  })

  it('is kept by words of its desk, also when they arrive out of order', () => {
    const kept = beaten(beaten(lease, later(MONDAY, 45)), later(MONDAY, 30))
    expect(kept.until).toEqual(later(MONDAY, 105))
  })

  it('is told from an earlier claim by the same agent', () => {
    const again = won('agneta', 60, lease, 1)
    expect([1, 2].map((term) => holds(again, { by: 'agneta', term }))).toEqual([false, true])
  })

  it('is won by exactly one, in whatever order fifty press', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 50 }, (_, at) => `agent ${at}`),
      { minLength: 2 },
    )
    fc.assert(
      fc.property(order, (agents) => {
        let held: Lease | undefined
        const results = agents.map((by, at) => {
          const result = claim(held, { by, at: later(MONDAY, at), lastTerm: held?.term ?? 0 })
          if (result.kind === 'won') held = result.lease
          return result
        })
        expect(results.map(({ kind }) => kind)).toEqual(agents.map((_, at) => (at === 0 ? 'won' : 'lost')))
        for (const result of results) if (result.kind === 'lost') expect(result.holder).toBe(agents[0])
      }),
    )
  })
})
