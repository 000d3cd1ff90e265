import { describe, expect, it } from '@jest/globals'
import { diagram } from '../../bench/understanding/diagram.js'
import {
  auroc,
  calibrationError,
  coverageAt,
  errorOfTheHonest,
  meanReciprocalRank,
  reliability,
  top,
  type Judged,
} from '../../bench/understanding/metrics.js'

const places = (...all: (number | undefined)[]): Judged[] => all.map((place) => ({ place, confidence: undefined }))
const sure = (...all: [confidence: number, isRight: boolean][]): Judged[] =>
  all.map(([confidence, isRight]) => ({ place: isRight ? 1 : 2, confidence }))

describe('the share of questions with a right answer among the first', () => {
  const judged = places(1, 1, 2, 3, undefined)

  it.each([
    [1, 2 / 5],
    [2, 3 / 5],
    [3, 4 / 5],
  ])('%i', (count, share) => {
    expect(top(judged, count)).toBeCloseTo(share)
  })

  it('is not a number when nothing was asked', () => {
    expect(top([], 1)).toBeNaN()
  })
})

describe('the mean reciprocal rank', () => {
  it('is one divided by the place, on average, and nothing after the fifth', () => {
    // (1 + 1/2 + 1/5 + 0 + 0) / 5
    expect(meanReciprocalRank(places(1, 2, 5, 6, undefined))).toBeCloseTo(0.34)
  })
})

describe('the coverage at 90 % precision', () => {
  it('is everything when everything is right, and nothing when the surest is wrong and too few follow', () => {
    expect(coverageAt(sure([0.9, true], [0.1, true]), 0.9)).toBe(1)
    expect(coverageAt(sure([0.9, false], [0.8, true], [0.7, true]), 0.9)).toBe(0)
  })

  it('goes on past a wrong answer when those after it make up for it', () => {
    // Nine right and one wrong at the second place: 1, 1/2, 2/3, ... 9/10. The eleventh is wrong: 9/11.
    const judged = sure(
      [0.99, true],
      [0.98, false],
      ...Array.from({ length: 8 }, (_, at): [number, boolean] => [0.9 - at / 100, true]),
      [0.1, false],
    )
    expect(coverageAt(judged, 0.9)).toBeCloseTo(10 / 11)
  })

  it('does not choose among answers of the same confidence', () => {
    expect(coverageAt(sure([0.9, true], [0.5, true], [0.5, false], [0.5, true]), 0.9)).toBe(1 / 4)
  })

  it('is not a number for an engine that tells no confidence', () => {
    expect(coverageAt(places(1, 1), 0.9)).toBeNaN()
  })
})

describe('promises', () => {
  const promised = [
    { probability: 0.95, isRight: true },
    { probability: 0.97, isRight: false },
    { probability: 1, isRight: true },
    { probability: 0.2, isRight: false },
  ]

  it('are gathered in bars of a tenth, certainty in the last', () => {
    const [low, high] = reliability(promised)
    expect(low).toEqual({ from: 0.2, to: 0.3, count: 1, promised: 0.2, kept: 0 })
    expect(high).toMatchObject({ from: 0.9, to: 1, count: 3 })
    expect([high?.promised, high?.kept]).toEqual([expect.closeTo(2.92 / 3), expect.closeTo(2 / 3)])
  })

  it('are wrong by the distance of each bar, weighed by how many are in it', () => {
    // (1 * 0.2 + 3 * |2.92/3 - 2/3|) / 4 = (0.2 + 0.92) / 4
    expect(calibrationError(promised)).toBeCloseTo(0.28)
  })

  it('are seldom kept exactly, even by the honest', () => {
    // One throw of 0.5 is always wrong by 0.5; what is certain is never wrong.
    expect(errorOfTheHonest([0.5])).toBeCloseTo(0.5)
    expect(errorOfTheHonest([1, 1, 0])).toBeCloseTo(0)
    expect(errorOfTheHonest(Array.from({ length: 1000 }, () => 0.5))).toBeLessThan(0.03)
  })

  it('are drawn with a stroke where the bar ought to end', () => {
    const [line] = diagram([{ from: 0.5, to: 0.6, count: 4, promised: 0.5, kept: 0.25 }]).split('\n')
    expect(line).toBe(`0.5-0.6 ${'█'.repeat(10)}${'·'.repeat(10)}|${'·'.repeat(19)} promised 0.50, kept 0.25 of 4`)
  })
})

describe('the area under the curve', () => {
  it.each([
    ['all higher', [3, 4], [1, 2], 1],
    ['all lower', [1, 2], [3, 4], 0],
    ['three pairs of four', [2, 4], [1, 3], 3 / 4],
    ['ties for half', [1, 2], [1, 2], (1 / 2 + 0 + 1 + 1 / 2) / 4],
  ])('counts the pairs that are in order: %s', (_name, higher, lower, area) => {
    expect(auroc(higher, lower)).toBeCloseTo(area)
  })

  it('is not a number without anything to compare', () => {
    expect([auroc([1], []), auroc([], [1]), auroc([NaN], [1])]).toEqual([NaN, NaN, NaN])
  })
})
