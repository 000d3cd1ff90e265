import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  calibrated,
  COSTS,
  howManyStandClose,
  probabilitiesOf,
  reliability,
  trust,
  type Trial,
} from '../../../bot/understanding/calibration.js'

// Trials whose truth is known: with evidence x the best is right in x of all cases, and the third in half of the others.
const trials: Trial[] = Array.from({ length: 4000 }, (_, at) => {
  const x = (at % 40) / 40
  const turn = (Math.floor(at / 40) + 0.5) / 100
  const place = turn < x ? 0 : turn < x + (1 - x) / 2 ? 2 : undefined
  return {
    evidence: [Math.log((x + 0.01) / (1.01 - x))],
    totals: [3, 1.5, 1],
    place,
    isKnown: place !== undefined || turn < 0.95,
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
    // With p the best is right, and half of the rest is listed: (1 - p) * wrong = p * first + (1 - p) / 2 * behind + (1 - p) / 2 * in vain.
    const costOfList = (p: number) =>
      p * COSTS.listedAndRight + ((1 - p) / 2) * COSTS.listedBehind + ((1 - p) / 2) * COSTS.listedAndWrong
    const even = Array.from({ length: 100 }, (_, at) => at / 100).find((p) => (1 - p) * COSTS.sureAndWrong <= costOfList(p))!
    expect(Math.abs(calibration.sure - even)).toBeLessThan(0.06)
  })

  it('believes strangers on how likely a thing is on the whole', () => {
    const luckier = trials.map((trial, at): Trial =>
      at % 5 === 0 ? { ...trial, isStranger: true, place: 0, isKnown: true } : trial,
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
    const unknown = trials.map((trial) => (trial.evidence[0]! < -1 ? { ...trial, place: undefined, isKnown: false } : trial))
    const { nothing, ...weights } = calibrated(unknown)
    expect(trust(weights, [-5]).known).toBeLessThan(nothing)
  })
})

describe('asking which of two it is', () => {
  /** Half of all questions: the first two share them evenly, and what a question costs is what it costs whether the first is right. */
  const evenly = (isOfTwo: boolean): Trial[] =>
    trials.map((trial, at): Trial => {
      const place = isOfTwo ? at % 2 : (at % 4) * 2
      return {
        ...trial,
        evidence: [isOfTwo ? 1 : -1],
        totals: isOfTwo ? [3, 3, 0] : [3, 1, 1],
        place: place > 2 ? undefined : place,
      }
    })

  it('is done where the two have nearly all of it between them', () => {
    const { close } = calibrated(evenly(true))
    expect(howManyStandClose([0.49, 0.49, 0.02], close)).toBe(2)
  })

  it('is not done where a list is as good: the first is ahead, or neither may be it', () => {
    const { close } = calibrated([...evenly(true), ...evenly(false)])
    expect(howManyStandClose([0.6, 0.1, 0.1], close)).toBe(0)
    expect(howManyStandClose([0.2, 0.18, 0.02], close)).toBe(0)
  })

  it('is done by how likely they are together, and how likely each is beside the first', () => {
    const close = { together: 0.6, share: 0.5 }
    expect(howManyStandClose([0.4, 0.3, 0.1], close)).toBe(2)
    expect(howManyStandClose([0.3, 0.3, 0.3], close)).toBe(3)
    expect(howManyStandClose([0.5, 0.2, 0.2], close)).toBe(0)
    expect(howManyStandClose([0.3, 0.2, 0.1], close)).toBe(0)
    expect(howManyStandClose([0.9], close)).toBe(0)
    expect(howManyStandClose([], close)).toBe(0)
  })

  it('costs more in vain than a list, and less than a list whose first is wrong', () => {
    expect(COSTS.askedAndWrong).toBeGreaterThan(COSTS.listedAndWrong)
    expect(COSTS.askedAndRight).toBeLessThan(COSTS.listedBehind)
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
