// A linear model of one family of languages: softmax regression over hashed features, by stochastic gradient descent with AdaGrad.
import { folded, languageFeatures, MOST_FEATURES } from './product.mjs'

const ROUNDS = 240_000
const FIRST_STEP = 0.2
// One feature moves a score this much; without it, long texts make the first steps too wide.
export const FEATURE = 0.3
// People type on keyboards without our letters.
const WITHOUT_ACCENTS = 0.1
const MOST_WORDS = 12

/** Returns { weights, bias } as floats: `weights[bucket * languages + language]`. `texts` is one list of { words, counts } a language. */
export function learn({ languages, bits }, texts) {
  const many = languages.length
  const random = randomFrom(1)
  const weights = new Float32Array((1 << bits) * many)
  const squares = new Float32Array(weights.length).fill(1e-3)
  const bias = new Float64Array(many)
  const pick = texts.map((list) => picker(list, random))
  const features = new Int32Array(MOST_FEATURES * MOST_WORDS)
  const scores = new Float64Array(many)
  for (let round = 0; round < ROUNDS * many; round++) {
    const truth = Math.floor(random() * many)
    let count = 0
    for (const word of pick[truth]()) count += languageFeatures(word, bits, features.subarray(count))
    const step = FIRST_STEP * (1 - round / (ROUNDS * many))
    scores.set(bias)
    for (let at = 0; at < count; at++)
      for (let one = 0; one < many; one++) scores[one] += weights[features[at] * many + one] * FEATURE
    toErrors(scores, truth)
    for (let one = 0; one < many; one++) {
      const slope = scores[one] * FEATURE
      if (Math.abs(slope) < 1e-4) continue
      for (let at = 0; at < count; at++) {
        const place = features[at] * many + one
        squares[place] += slope * slope
        weights[place] -= (step * slope) / Math.sqrt(squares[place])
      }
    }
  }
  return { weights, bias }
}

/** Scores become the difference between what is believed and what is true. */
function toErrors(scores, truth) {
  const highest = Math.max(...scores)
  let sum = 0
  for (let one = 0; one < scores.length; one++) sum += scores[one] = Math.exp(scores[one] - highest)
  for (let one = 0; one < scores.length; one++) scores[one] = scores[one] / sum - (one === truth ? 1 : 0)
}

/** Gives a piece of a few neighbouring words; a text comes as often as it is long and as it counts. */
function picker(list, random) {
  let total = 0
  const sums = Float64Array.from(list, ({ words, counts }) => (total += Math.min(words.length, 60) * counts))
  return () => {
    const { words } = list[placeOf(sums, random() * total)]
    const length = 1 + Math.floor(random() * random() * MOST_WORDS)
    const start = Math.floor(random() * Math.max(1, words.length - length + 1))
    const piece = words.slice(start, start + length)
    return random() < WITHOUT_ACCENTS ? piece.map(plain) : piece
  }
}

// Letters that do not come apart into a plain one and an accent.
const PLAIN = { ø: 'o', æ: 'ae', ł: 'l', ı: 'i', đ: 'd', ß: 'ss' }
const plain = (word) => folded(word).replace(/[øæłıđß]/g, (letter) => PLAIN[letter])

function placeOf(sums, value) {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The same numbers every time (mulberry32), so that the same sources give the same model. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
