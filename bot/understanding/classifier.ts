import { forget, improve, newPlane, scoreOf, type Plane, type Vectors } from './support-vectors.js'
import { counted, placesOf, startsOf } from './vocabulary.js'

/**
 * One text to learn from: its features, which thing it belongs to (-1 for none of them), and in which fold it is held back to try what
 * was learned, or -1. What is not taught is only tried.
 */
export type Example = { features: Int32Array; thing: number; fold: number; isTaught: boolean }

/** One plane for each thing; only the weights that matter, as small numbers, ordered by feature. */
export type Classifier = {
  things: number
  /** The features that are known, and in how many things each stands. */
  keys: Int32Array
  spread: Uint16Array
  /** Where the weights of a feature begin; they end where the next begin. */
  starts: Uint32Array
  owners: Uint16Array
  weights: Int8Array
  /** For each thing: what a weight of 1 is worth, and the score of a text without any known feature. */
  units: Float32Array
  offsets: Float32Array
}

/** The score of every thing for an example that was held back, by a classifier that had not seen its fold. */
export type HeldBack = { example: number; scores: Float32Array }

// More rounds change no outcome on held-back phrases.
const ROUNDS = 8
// A plane that forgets some texts is near the one without them, but its offset moves slowly: after two rounds it is still wrong.
const ROUNDS_AFTER_FORGETTING = 6
const LARGEST = 127
// Smaller weights, as a share of the largest, are noise: leaving them out loses nothing and saves nine parts of ten.
const WORTH_KEEPING = 0.03

/** Learns to tell things apart. Deterministic; seconds for 400 things. With `folds` also what each example scores when its fold is unseen. */
export function learn(examples: readonly Example[], things: number, folds = 0): { classifier: Classifier; heldBack: HeldBack[] } {
  const { keys, spread } = vocabularyOf(examples.filter(({ isTaught }) => isTaught))
  const vectors = vectorsOf(examples, vectoriser(keys, spread, things))
  const heldBack = examples.flatMap(({ fold }, example) =>
    fold >= 0 && fold < folds ? [{ example, scores: new Float32Array(things) }] : [],
  )
  const planes = Array.from({ length: things }, (_, thing) => {
    const { plane, sides } = planeOf(thing, examples, vectors, keys.length)
    for (let fold = 0; fold < folds; fold++) {
      const blind = withoutFold(plane, examples, vectors, sides, fold)
      for (const { example, scores } of heldBack)
        if (examples[example]!.fold === fold) scores[thing] = scoreOf(blind, vectors, example)
    }
    return thinned(plane)
  })
  return { classifier: { things, keys, spread, ...byFeature(planes, keys.length) }, heldBack }
}

/** How far on its side a text lies, for every thing. */
export function classifierScores(classifier: Classifier): (features: Int32Array) => Float64Array {
  const { keys, spread, things, starts, owners, weights, units, offsets } = classifier
  const vectorOf = vectoriser(keys, spread, things)
  return (features) => {
    const sums = new Float64Array(things)
    const { rows, values } = vectorOf(features)
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!
      const value = values[place]!
      const end = starts[row + 1]!
      for (let at = starts[row]!; at < end; at++) sums[owners[at]!]! += weights[at]! * value
    }
    for (let thing = 0; thing < things; thing++) sums[thing] = sums[thing]! * units[thing]! + offsets[thing]!
    return sums
  }
}

/** What each feature of a text adds to the score of one thing. */
export function classifierParts(classifier: Classifier, features: Int32Array, thing: number): Map<number, number> {
  const { keys, spread, things, starts, owners, weights, units } = classifier
  const { rows, values } = vectoriser(keys, spread, things)(features)
  const parts = new Map<number, number>()
  rows.forEach((row, place) => {
    for (let at = starts[row]!; at < starts[row + 1]!; at++)
      if (owners[at] === thing) parts.set(keys[row]!, weights[at]! * values[place]! * units[thing]!)
  })
  return parts
}

/** Every feature, the commonest first so that they lie close in memory, with the number of things that it stands in. */
function vocabularyOf(examples: readonly Example[]): { keys: Int32Array; spread: Uint16Array } {
  const texts = new Map<number, number>()
  const things = new Map<number, number>()
  const last = new Map<number, number>()
  const byThing = examples.map((_, at) => at).sort((one, other) => examples[one]!.thing - examples[other]!.thing)
  for (const at of byThing) {
    const { features, thing } = examples[at]!
    for (const key of counted(features).keys) {
      texts.set(key, (texts.get(key) ?? 0) + 1)
      if (last.get(key) === thing) continue
      last.set(key, thing)
      things.set(key, (things.get(key) ?? 0) + 1)
    }
  }
  const keys = Int32Array.from([...texts].sort(([one, some], [other, more]) => more - some || one - other).map(([key]) => key))
  return { keys, spread: Uint16Array.from(keys, (key) => things.get(key)!) }
}

type Vector = { rows: Uint32Array; values: Float32Array }

/** Weighs features by how often they stand in the text and how few things have them; unknown ones are left out. */
function vectoriser(keys: Int32Array, spread: Uint16Array, things: number): (features: Int32Array) => Vector {
  const placeOf = placesOf(keys)
  const rarities = Float32Array.from(spread, (count) => Math.log((things + 1) / (count + 1)) + 1)
  return (features) => {
    const { keys: different, counts } = counted(features)
    const rows = new Uint32Array(different.length)
    const values = new Float32Array(different.length)
    let length = 0
    let square = 0
    for (let at = 0; at < different.length; at++) {
      const row = placeOf(different[at]!)
      if (row === -1) continue
      const value = (1 + Math.log(counts[at]!)) * rarities[row]!
      rows[length] = row
      values[length++] = value
      square += value * value
    }
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square)
    for (let at = 0; at < length; at++) values[at]! *= scale
    return { rows: rows.subarray(0, length), values: values.subarray(0, length) }
  }
}

function vectorsOf(examples: readonly Example[], vectorOf: (features: Int32Array) => Vector): Vectors {
  const single = examples.map(({ features }) => vectorOf(features))
  const starts = startsOf(single.map(({ rows }) => rows.length))
  const vectors: Vectors = { starts, rows: new Uint32Array(starts.at(-1)!), values: new Float32Array(starts.at(-1)!) }
  single.forEach(({ rows, values }, at) => {
    vectors.rows.set(rows, starts[at])
    vectors.values.set(values, starts[at])
  })
  return vectors
}

function planeOf(
  thing: number,
  examples: readonly Example[],
  vectors: Vectors,
  features: number,
): { plane: Plane; sides: Int8Array } {
  const sides = Int8Array.from(examples, (example) => (example.thing === thing ? 1 : -1))
  // Its own texts first: the others then have something to be told apart from.
  const taught = [...examples.keys()].filter((example) => examples[example]!.isTaught)
  const order = Uint32Array.from(taught.sort((one, other) => sides[other]! - sides[one]!))
  const plane = newPlane(features, examples.length)
  improve(plane, vectors, sides, order, ROUNDS, thing + 1)
  return { plane, sides }
}

function withoutFold(plane: Plane, examples: readonly Example[], vectors: Vectors, sides: Int8Array, fold: number): Plane {
  const blind = { weights: plane.weights.slice(), offset: plane.offset, pulls: plane.pulls.slice() }
  const order: number[] = []
  for (let example = 0; example < examples.length; example++) {
    if (plane.pulls[example] === 0) continue
    if (examples[example]!.fold === fold) forget(blind, vectors, sides, example)
    else order.push(example)
  }
  improve(blind, vectors, sides, Uint32Array.from(order), ROUNDS_AFTER_FORGETTING, fold + 1)
  return blind
}

type Thinned = { rows: Uint32Array; weights: Int8Array; unit: number; offset: number }

function thinned({ weights, offset }: Plane): Thinned {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const least = largest * WORTH_KEEPING
  const rows: number[] = []
  const kept: number[] = []
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0 || Math.abs(weights[row]!) < least) continue
    rows.push(row)
    kept.push(Math.round((weights[row]! / largest) * LARGEST))
  }
  return { rows: Uint32Array.from(rows), weights: Int8Array.from(kept), unit: largest / LARGEST, offset }
}

function byFeature(
  planes: readonly Thinned[],
  features: number,
): Pick<Classifier, 'starts' | 'owners' | 'weights' | 'units' | 'offsets'> {
  const lengths = new Uint32Array(features)
  for (const { rows } of planes) for (const row of rows) lengths[row]! += 1
  const starts = startsOf(lengths)
  const free = starts.slice()
  const owners = new Uint16Array(starts.at(-1)!)
  const weights = new Int8Array(starts.at(-1)!)
  planes.forEach((plane, thing) =>
    plane.rows.forEach((row, at) => {
      const place = free[row]!++
      owners[place] = thing
      weights[place] = plane.weights[at]!
    }),
  )
  return {
    starts,
    owners,
    weights,
    units: Float32Array.from(planes, ({ unit }) => unit),
    offsets: Float32Array.from(planes, ({ offset }) => offset),
  }
}
