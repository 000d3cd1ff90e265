/** Texts as sparse vectors of length 1, one behind the other. */
export type Vectors = { starts: Uint32Array; rows: Uint32Array; values: Float32Array }

/** What tells one thing from all others: a text is on its side when `scoreOf` is above zero. */
export type Plane = {
  /** One for each feature. */
  weights: Float32Array
  offset: number
  /** How much each text has moved the plane; 0 for those that are clear without. */
  pulls: Float32Array
}

// Squared hinge loss with this cost. Lower means that many texts decide together rather than the few at the border; the best of
// 0.3, 0.5, 0.7, 1, 3 and 10 over held-back phrases and the public sets together.
const COST = 0.7
const SOFTNESS = 1 / (2 * COST)
const NEGLIGIBLE = 1e-6

export const newPlane = (features: number, texts: number): Plane => ({
  weights: new Float32Array(features),
  offset: 0,
  pulls: new Float32Array(texts),
})

export function scoreOf(plane: Plane, { starts, rows, values }: Vectors, text: number): number {
  const { weights } = plane
  const end = starts[text + 1]!
  let score = plane.offset
  for (let at = starts[text]!; at < end; at++) score += weights[rows[at]!]! * values[at]!
  return score
}

/**
 * Dual coordinate descent for a linear support vector machine (Hsieh and others 2008, as in LIBLINEAR), some rounds over the texts of
 * `order`, which is shuffled on the way. `sides` is 1 for texts of the thing and -1 for the others. Texts that stay clear are left out early.
 */
export function improve(
  plane: Plane,
  vectors: Vectors,
  sides: Int8Array,
  order: Uint32Array,
  rounds: number,
  seed: number,
): void {
  const random = randomBelow(seed)
  let active = order.length
  let clearAbove = Infinity
  for (let round = 0; round < rounds; round++) {
    if (round > 0) shuffle(order, active, random)
    let highest = -Infinity
    for (let at = 0; at < active; at++) {
      const text = order[at]!
      const side = sides[text]!
      const gradient = side * scoreOf(plane, vectors, text) - 1 + plane.pulls[text]! * SOFTNESS
      if (plane.pulls[text] === 0 && gradient > clearAbove) {
        swap(order, at--, --active)
        continue
      }
      const projected = plane.pulls[text] === 0 ? Math.min(0, gradient) : gradient
      if (projected > highest) highest = projected
      if (Math.abs(projected) > NEGLIGIBLE)
        pullTo(plane, vectors, text, side, Math.max(0, plane.pulls[text]! - gradient / (2 + SOFTNESS)))
    }
    clearAbove = highest <= 0 ? Infinity : highest
  }
}

/** Takes back what a text has done to the plane. */
export const forget = (plane: Plane, vectors: Vectors, sides: Int8Array, text: number): void =>
  pullTo(plane, vectors, text, sides[text]!, 0)

function pullTo(plane: Plane, { starts, rows, values }: Vectors, text: number, side: number, pull: number): void {
  const { weights, pulls } = plane
  const change = (pull - pulls[text]!) * side
  pulls[text] = pull
  plane.offset += change
  const end = starts[text + 1]!
  for (let at = starts[text]!; at < end; at++) weights[rows[at]!]! += change * values[at]!
}

// The same numbers on every machine, so that the same content gives the same model.
function randomBelow(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state % limit
  }
}

function shuffle(order: Uint32Array, length: number, random: (limit: number) => number): void {
  for (let at = length - 1; at > 0; at--) swap(order, at, random(at + 1))
}

function swap(order: Uint32Array, one: number, other: number): void {
  const kept = order[one]!
  order[one] = order[other]!
  order[other] = kept
}
