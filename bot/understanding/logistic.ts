/** An observation to learn from: what was seen, whether it came true, and how often it counts. */
export type Observation = { evidence: readonly number[]; isTrue: boolean; weight: number }

// Keeps the sums solvable when some evidence never varies; too small to be seen otherwise.
const RIDGE = 1e-3
const ROUNDS = 25
const LONGEST_STEP = 2
const HIGHEST_LIFT = 8
const HALVINGS = 40

/** How likely something is by its evidence: one weight for each piece and one, the last, for itself. */
export const likelihood = (weights: readonly number[], evidence: readonly number[]): number =>
  1 / (1 + Math.exp(-evidence.reduce((sum, one, at) => sum + one * weights[at]!, weights[evidence.length]!)))

/** Logistic regression by Newton's method: the weights that make what was observed the likeliest. */
export function fitted(observations: readonly Observation[]): number[] {
  const size = (observations[0]?.evidence.length ?? 0) + 1
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -RIDGE * weight)
    const bend = weights.map((_, row) => weights.map((__, column) => (row === column ? RIDGE : 0)))
    for (const { evidence, isTrue, weight } of observations) {
      const said = likelihood(weights, evidence)
      const seen = [...evidence, 1]
      for (let row = 0; row < size; row++) {
        slope[row]! += weight * (Number(isTrue) - said) * seen[row]!
        for (let column = 0; column < size; column++)
          bend[row]![column]! += weight * said * (1 - said) * seen[row]! * seen[column]!
      }
    }
    const step = solved(bend, slope)
    // A full step from far away may overshoot for ever.
    const shorter = Math.min(1, LONGEST_STEP / Math.max(...step.map(Math.abs)))
    weights = weights.map((weight, at) => weight + shorter * step[at]!)
  }
  return weights
}

/** The same weights, but as likely on the whole as was observed. */
export function lifted(weights: readonly number[], observations: readonly Observation[]): number[] {
  const by = (lift: number): number[] => [...weights.slice(0, -1), weights.at(-1)! + lift]
  const missing = (lift: number): number =>
    observations.reduce(
      (sum, { evidence, isTrue, weight }) => sum + weight * (Number(isTrue) - likelihood(by(lift), evidence)),
      0,
    )
  let [low, high] = [-HIGHEST_LIFT, HIGHEST_LIFT]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (missing(middle) > 0) low = middle
    else high = middle
  }
  return by((low + high) / 2)
}

/** The x of `matrix` x = `right`, by elimination; the matrix is symmetric and positive, so that no rows need to change places. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!
    }
  return rows.map((row, at) => row[size]! / row[at]!)
}
