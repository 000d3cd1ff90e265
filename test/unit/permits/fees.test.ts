import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Fee } from '../../../bot/domain/permits/permit.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import { completions, holds, knownOf } from './oracle.js'
import { aCard, aFact, aPermit, begun, someRules } from './random-rules.js'

const AT = '2026-06-01'
const aFee = (fee: Partial<Fee> = {}): Fee => ({ sek: 1000, per: 'once', year: 2026, sure: true, ...fee })

describe('the sum of fees', () => {
  it('lies between its two ends, whatever turns out to be the case', () => {
    fc.assert(
      fc.property(begun(), ({ rules, undertaking }) => {
        const { items, fees } = plan(rules, undertaking, AT)
        for (const world of completions(rules, knownOf(rules, undertaking))) {
          const paid = items
            .map(({ permit }) => rules.permits.get(permit)!.rule)
            .filter(({ needed }) => holds(rules, world, needed))
            .flatMap((rule) => rule.fees.filter(({ per, when }) => per === 'once' && (!when || holds(rules, world, when))))
            .reduce((sum, { sek }) => sum + sek, 0)
          expect(paid).toBeGreaterThanOrEqual(fees.least)
          expect(paid).toBeLessThanOrEqual(fees.most)
        }
      }),
      { numRuns: 200 },
    )
  })

  const guests = aFact.number('guests')
  const big = { is: 'guests', atLeast: 50 }
  const rules = someRules(
    [aCard('one', [guests, aFact.yesNo('music')])],
    [
      aPermit('serving', { fees: [aFee({ sek: 8000, when: { not: big } }), aFee({ sek: 12000, when: big, sure: false })] }),
      aPermit('music', { needed: { is: 'music', value: true }, fees: [aFee({ sek: 500 })] }),
      aPermit('street', { fees: [aFee({ per: 'square-metre-day' })] }),
      aPermit('register'),
      aPermit('drawing', { partOf: 'serving' }),
      aPermit('free', { fees: [aFee({ sek: 0 })] }),
      aPermit('big', { fees: [aFee({ when: big })] }),
    ],
  )
  const feesFor = (answers: Record<string, boolean | number>) => plan(rules, { answers }, AT).fees

  it('never adds up fees of one permit of which only one can be', () => {
    expect(feesFor({ music: false })).toMatchObject({ least: 8000, most: 13000 })
    expect(feesFor({ music: false, guests: 60 })).toMatchObject({ least: 13000, most: 13000, sure: false })
    expect(feesFor({ music: false, guests: 10 })).toMatchObject({ least: 8000, most: 8000, sure: true })
  })

  it('counts what is open at most', () => {
    expect(feesFor({ guests: 10 })).toMatchObject({ least: 8000, most: 8500 })
    expect(feesFor({ guests: 10, music: true })).toMatchObject({ least: 8500, most: 8500 })
  })

  it('counts at most what may be needed by law that nobody has read', () => {
    const unread = someRules([], [aPermit('building', { sure: 'unread', fees: [aFee({ sek: 700 })] })])
    expect(plan(unread, { answers: {} }, AT).fees).toMatchObject({ least: 0, most: 700 })
  })

  it('tells what is not in it, but not what is paid with another errand', () => {
    expect(feesFor({}).without).toEqual(['street', 'register'])
    expect(feesFor({ guests: 10 }).without).toEqual(['street', 'register', 'big'])
  })
})
