/**
 * How one question went. `place` is where the first right answer stood, from 1; undefined when it was not among those looked at.
 * `confidence` is whatever the engine orders its own certainty by; undefined when it tells none.
 */
export type Judged = { place: number | undefined; confidence: number | undefined }

/** What was promised of an answer, 0 to 1, and whether it was right. */
export type Promised = { probability: number; isRight: boolean }

/** One bar of the reliability diagram: of those promised between `from` and `to`, what was promised and what was kept on average. */
export type Bar = { from: number; to: number; count: number; promised: number; kept: number }

const BARS = 10

/** The share of questions with a right answer among the first `places`; NaN of none. */
export const top = (judged: readonly Judged[], places: number): number =>
  judged.filter(({ place }) => place !== undefined && place <= places).length / judged.length

/** One divided by the place of the first right answer, 0 when it is not among the first five, on average. */
export const meanReciprocalRank = (judged: readonly Judged[]): number =>
  mean(judged.map(({ place }) => (place !== undefined && place <= 5 ? 1 / place : 0)))

/**
 * The largest share of questions that can be answered, the surest first, so that at least `precision` of the answers given are right.
 * Questions of the same confidence are answered together or not at all. NaN when the engine tells no confidence.
 */
export function coverageAt(judged: readonly Judged[], precision: number): number {
  if (judged.some(({ confidence }) => confidence === undefined)) return NaN
  const surest = [...judged].sort((one, other) => other.confidence! - one.confidence!)
  let right = 0
  let covered = 0
  surest.forEach(({ place, confidence }, at) => {
    if (place === 1) right++
    if (surest[at + 1]?.confidence !== confidence && right / (at + 1) >= precision) covered = at + 1
  })
  return covered / surest.length
}

/** The bars that have anything in them, of ten equally wide. */
export function reliability(promises: readonly Promised[]): Bar[] {
  const barOf = ({ probability }: Promised): number => Math.min(BARS - 1, Math.floor(probability * BARS))
  return Array.from({ length: BARS }, (_, bar) => {
    const inside = promises.filter((promise) => barOf(promise) === bar)
    return {
      from: bar / BARS,
      to: (bar + 1) / BARS,
      count: inside.length,
      promised: mean(inside.map(({ probability }) => probability)),
      kept: mean(inside.map(({ isRight }) => Number(isRight))),
    }
  }).filter(({ count }) => count > 0)
}

/** How far what was promised is from what was kept: the distance of each bar, weighed by how many are in it. */
export const calibrationError = (promises: readonly Promised[]): number =>
  reliability(promises).reduce((sum, { count, promised, kept }) => sum + count * Math.abs(promised - kept), 0) / promises.length

/**
 * The calibration error that somebody whose promises are exactly true would still show on so few questions, on average. It tells how
 * much of a measured error is chance. The dice are always thrown the same way.
 */
export function errorOfTheHonest(probabilities: readonly number[], throws = 200): number {
  const next = dice()
  return mean(
    Array.from({ length: throws }, () =>
      calibrationError(probabilities.map((probability) => ({ probability, isRight: next() < probability }))),
    ),
  )
}

/**
 * The chance that one of those that should be higher is higher than one of those that should be lower; a tie counts half. NaN when there
 * are none, or one of them is no number.
 */
export function auroc(higher: readonly number[], lower: readonly number[]): number {
  const below = Float64Array.from(lower).sort()
  const won = higher.map((value) => (countBelow(below, value) + countBelow(below, value, true)) / 2)
  return [...higher, ...lower].some(Number.isNaN) ? NaN : mean(won) / lower.length
}

/** How many of the sorted values are lower than this one, or with `orSame` not higher. */
function countBelow(sorted: Float64Array, value: number, orSame = false): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value || (orSame && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A row of numbers from 0 to 1 that look thrown and are always the same (Lehmer's, with Park and Miller's constants). */
function dice(): () => number {
  let state = 20_26
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
