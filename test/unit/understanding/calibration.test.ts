import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calibrated, COSTS, probabilitiesOf, reliability, trust, type Trial } from '../../../bot/understanding/calibration.js'

// Trials whose truth is known: with evidence x the best is right in x of all cases, and one of those listed in half of the others.
const trials: Trial[] = Array.from({ length: 4000 }, (_, at) => {
  const x = (at % 40) / 40
  const turn = (Math.floor(at / 40) + 0.5) / 100
  const isBest = turn < x
  const isListed = turn < x + (1 - x) / 2
  return {
    evidence: [Math.log((x + 0.01) / (1.01 - x))],
    isBest,
    isListed,
    isKnown: isListed || turn < 0.95,
    isStranger: false,
    weight: 1,
  }
})
const calibration = calibrated(trials)
const evidenceAt = (x: number): number[] => [Math.log((x + 0.01) / (1.01 - x))]

describe('calibration', () => {
  it.each([0.1, 0.3, 0.5, 0.7, 0.9])('says %d where that share was right', (x) => {
    expect(trust(calibration, evidenceAt(x)).best).toBeCloseTo(x, 1)
  })

  it('says on the whole what came true', () => expect(reliability(calibration, trials).expectedError).toBeLessThan(0.03))

  it('is sure from where a wrong answer costs less than a list', () => {
    // With p the best is right, and half of the rest is listed: (1 - p) * wrong = (p + (1 - p) / 2) * listed + (1 - p) / 2 * in vain.
    const costOfList = (p: number) => (p + (1 - p) / 2) * COSTS.listedAndRight + ((1 - p) / 2) * COSTS.listedAndWrong
    const even = Array.from({ length: 100 }, (_, at) => at / 100).find((p) => (1 - p) * COSTS.sureAndWrong <= costOfList(p))!
    expect(Math.abs(calibration.sure - even)).toBeLessThan(0.06)
  })

  it('believes strangers on how likely a thing is on the whole', () => {
    const luckier = trials.map((trial, at): Trial =>
      at % 5 === 0 ? { ...trial, isStranger: true, isBest: true, isListed: true, isKnown: true } : trial,
    )
    const lifted = calibrated(luckier)
    const strangers = luckier.filter(({ isStranger }) => isStranger)
    const mean = strangers.reduce((sum, { evidence }) => sum + trust(lifted, evidence).best, 0) / strangers.length
    expect(mean).toBeGreaterThan(0.9)
    expect(lifted.best[0]!).toBeCloseTo(calibrated(luckier.map((trial) => ({ ...trial, isStranger: false }))).best[0]!)
  })

  it('refuses nothing when everything asked is known', () => {
    const known = trials.map((trial) => ({ ...trial, isKnown: true }))
    expect(calibrated(known).nothing).toBe(0)
  })

  it('refuses what is certainly unknown', () => {
    const unknown = trials.map((trial) =>
      trial.evidence[0]! < -1 ? { ...trial, isBest: false, isListed: false, isKnown: false } : trial,
    )
    const { nothing, ...weights } = calibrated(unknown)
    expect(trust(weights, [-5]).known).toBeLessThan(nothing)
  })
})

describe('the probabilities of things', () => {
  const totals = fc
    .array(fc.double({ min: -2, max: 4, noNaN: true }), { minLength: 3, maxLength: 5 })
    .map((some) => some.sort((one, other) => other - one))
  const trusted = fc
    .tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    .map(([one, other]) => ({ best: Math.min(one, other), listed: Math.max(one, other), known: 1 }))

  it('fall with their totals, and the first three are as likely as was said', () => {
    fc.assert(
      fc.property(totals, trusted, (some, said) => {
        const probabilities = probabilitiesOf(some, said)
        expect([...probabilities].sort((one, other) => other - one)).toEqual(probabilities)
        expect(probabilities.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBeCloseTo(said.listed, 6)
      }),
    )
  })

  it('give the first what was said of it, where it can be told from the others', () => {
    expect(probabilitiesOf([3, 2, 1], { best: 0.6, listed: 0.8, known: 1 })[0]).toBeCloseTo(0.6, 3)
  })
})
