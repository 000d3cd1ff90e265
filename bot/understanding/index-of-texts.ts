import { counted, placesOf, startsOf } from './vocabulary.js'

/**
 * Where each feature stands. Each has a row of its own, and all rows lie behind each other in a few large arrays: as objects they would take
 * ten times the memory, and a question would wait for each.
 */
export type TextIndex = {
  keys: Int32Array
  /** Where a row begins; it ends where the next begins. */
  starts: Uint32Array
  documents: Uint16Array
  /** How often the feature stands in the document, 255 at most. */
  counts: Uint8Array
  /** How many features each document has in all. */
  lengths: Uint32Array
}

// Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with the usual constants.
const K1 = 1.2
const B = 0.75
const MOST = 255

/** An index of documents, each given as its features; one that occurs twice stands there twice. */
export function indexOfTexts(documents: readonly Int32Array[]): TextIndex {
  const each = documents.map(counted)
  const rowOf = new Map<number, number>()
  const lengths: number[] = []
  for (const { keys } of each)
    for (const key of keys) {
      const row = rowOf.get(key)
      if (row === undefined) rowOf.set(key, lengths.push(1) - 1)
      else lengths[row]! += 1
    }
  const starts = startsOf(lengths)
  const free = starts.slice()
  const index: TextIndex = {
    keys: Int32Array.from(rowOf.keys()),
    starts,
    documents: new Uint16Array(starts.at(-1)!),
    counts: new Uint8Array(starts.at(-1)!),
    lengths: Uint32Array.from(documents, ({ length }) => length),
  }
  each.forEach(({ keys, counts }, document) =>
    keys.forEach((key, at) => {
      const place = free[rowOf.get(key)!]!++
      index.documents[place] = document
      index.counts[place] = Math.min(MOST, counts[at]!)
    }),
  )
  return index
}

/**
 * BM25. Scores are divided by the best that the question could get from a document that has all of it, so that 1 is "everything said
 * stands there" and scores of long and short questions can be compared.
 */
export function indexScores(index: TextIndex): (features: Int32Array) => Float64Array {
  const { keys, starts, documents, counts, lengths } = index
  const placeOf = placesOf(keys)
  const rarities = Float32Array.from(keys, (_, row) => rarity(starts[row + 1]! - starts[row]!, lengths.length))
  const rarityOfUnknown = rarity(0, lengths.length)
  const slowness = slownessOf(lengths)
  return (features) => {
    const scores = new Float64Array(lengths.length)
    let possible = 0
    for (const key of counted(features).keys) {
      const row = placeOf(key)
      const worth = (row === -1 ? rarityOfUnknown : rarities[row]!) * (K1 + 1)
      possible += worth
      if (row === -1) continue
      const end = starts[row + 1]!
      for (let at = starts[row]!; at < end; at++) {
        const document = documents[at]!
        scores[document]! += (worth * counts[at]!) / (counts[at]! + slowness[document]!)
      }
    }
    if (possible > 0) for (let document = 0; document < scores.length; document++) scores[document]! /= possible
    return scores
  }
}

/** What each feature of a text adds to the score of one document. */
export function indexParts(index: TextIndex, features: Int32Array, document: number): Map<number, number> {
  const { keys, starts, documents, counts, lengths } = index
  const placeOf = placesOf(keys)
  const slow = slownessOf(lengths)[document]!
  const parts = new Map<number, number>()
  let possible = 0
  for (const key of counted(features).keys) {
    const row = placeOf(key)
    const [start, end] = row === -1 ? [0, 0] : [starts[row]!, starts[row + 1]!]
    const worth = rarity(end - start, lengths.length) * (K1 + 1)
    possible += worth
    const at = documents.subarray(start, end).indexOf(document)
    if (at !== -1) parts.set(key, (worth * counts[start + at]!) / (counts[start + at]! + slow))
  }
  return new Map([...parts].map(([key, part]) => [key, part / possible]))
}

/** How slowly the worth of a feature grows with repetition: more so in long documents. */
function slownessOf(lengths: Uint32Array): Float32Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average))
}

const rarity = (documentsWithIt: number, documents: number): number =>
  Math.log(1 + (documents - documentsWithIt + 0.5) / (documentsWithIt + 0.5))
