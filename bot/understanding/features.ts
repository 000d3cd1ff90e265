import { comparable, folded } from './normalise.js'
import { nGrams, SHORTEST_ACROSS } from './n-grams.js'
import { stem } from './stem.js'

const SHORTEST = 2
const LONGEST = 5
// Each kind of feature has numbers of its own, so that a word is not taken for the same letters inside another.
const WORD = 0x51ed270b
const PAIR = 0x2545f491
const RUN = 0x1b873593

/** Text as the finder sees it: small letters and digits, without dots and rings, single spaces. */
export const asSearched = (text: string): string => folded(comparable(text))

/** A text taken apart in the three ways that it is compared in. Features are numbers, the same for the same letters; repeated ones stay. */
export type Features = {
  /** Stemmed words, pairs of neighbours, and the runs of 2 to 5 letters of each word with its borders. */
  fine: Int32Array
  /** Runs of 3 to 5 letters across the borders of words. */
  letters: Int32Array
  /** Stemmed words. */
  words: Int32Array
}

export function featuresOf(text: string): Features {
  const said = asSearched(text)
  const words = wordsOf(said)
  return { fine: fineFeatures(said, words), letters: nGrams(said), words }
}

/** The features of a text as people can read them, in the order of `featuresOf`. */
export function spelledFeatures(text: string): Record<keyof Features, string[]> {
  const said = asSearched(text)
  const words = split(said)
  const pairs = words.flatMap((word, at) => (at === 0 ? [stem(word)] : [stem(word), `${stem(words[at - 1]!)} ${stem(word)}`]))
  return {
    fine: [...pairs, ...words.flatMap((word) => runsOf(` ${word} `, SHORTEST, LONGEST))],
    letters: runsOf(` ${said} `, SHORTEST_ACROSS, LONGEST),
    words: words.map(stem),
  }
}

const runsOf = (padded: string, shortest: number, longest: number): string[] =>
  Array.from({ length: padded.length }, (_, at) => at).flatMap((at) =>
    Array.from({ length: longest - shortest + 1 }, (_, more) => padded.slice(at, at + shortest + more)).filter(
      (run, more) => run.length === shortest + more,
    ),
  )

/** Several texts as one. Nothing runs across from one text to the next. */
export const joined = (features: readonly Int32Array[]): Int32Array => {
  const all = new Int32Array(features.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const some of features) {
    all.set(some, at)
    at += some.length
  }
  return all
}

function split(said: string): string[] {
  return said.split(' ').filter((word) => word !== '')
}

const wordsOf = (said: string): Int32Array => Int32Array.from(split(said), (word) => hashOf(stem(word), WORD))

function fineFeatures(said: string, words: Int32Array): Int32Array {
  const features: number[] = []
  for (let at = 0; at < words.length; at++) {
    features.push(words[at]!)
    if (at > 0) features.push(mixed(Math.imul(words[at - 1]!, 31) ^ words[at]! ^ PAIR))
  }
  for (const word of split(said)) pushRuns(features, ` ${word} `)
  return Int32Array.from(features)
}

function pushRuns(features: number[], padded: string): void {
  for (let at = 0; at < padded.length; at++) {
    let hash = RUN
    for (let length = 1; length <= LONGEST && at + length <= padded.length; length++) {
      hash = withLetter(hash, padded.charCodeAt(at + length - 1))
      if (length >= SHORTEST) features.push(mixed(hash))
    }
  }
}

function hashOf(word: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < word.length; at++) hash = withLetter(hash, word.charCodeAt(at))
  return mixed(hash)
}

const withLetter = (hash: number, letter: number): number => Math.imul(hash, 0x01000193) ^ (letter + 0x9e37)

// Spreads the differences over all bits.
function mixed(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35)
  return spread ^ (spread >>> 16)
}
