import { countedGrams, nGrams } from './n-grams.js'

/** One thing that can be found, with everything that is written about it. Texts are comparable and folded. */
export type Findable = { id: string; texts: readonly string[] }
export type Match = { id: string; score: number }

// Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with the usual constants.
const K1 = 1.2
const B = 0.75

/**
 * Where each n-gram stands, and what it is worth there. Each has a row of its own, and all rows lie behind each other in a few large arrays:
 * as objects they would take ten times the memory, and a question would wait for each.
 */
type Postings = {
  rowOf: Map<number, number>
  /** Where a row begins; it ends where the next begins. */
  starts: Uint32Array
  /** How rare the n-gram of a row is. */
  rarities: Float64Array
  documents: Uint16Array
  parts: Float32Array
}

/**
 * BM25 over character n-grams, one document per findable thing. Scores are divided by the best that the question could get from a
 * document that has all of it, so that 1 is "everything said stands there" and scores of long and short questions can be compared.
 */
export function indexOfTexts(findables: readonly Findable[]) {
  const { rowOf, starts, rarities, documents, parts } = weighed(findables)
  const rarityOfUnknown = rarity(0, findables.length)

  /** The best first; things that share nothing with the question, or score below `least`, are left out. */
  function search(said: string, least = 0): Match[] {
    const scores = new Float64Array(findables.length)
    let possible = 0
    for (const gram of new Set(nGrams(said))) {
      const row = rowOf.get(gram)
      possible += (row === undefined ? rarityOfUnknown : rarities[row]!) * (K1 + 1)
      if (row === undefined) continue
      const end = starts[row + 1]!
      for (let at = starts[row]!; at < end; at++) scores[documents[at]!]! += parts[at]!
    }
    if (possible === 0) return []
    const found: Match[] = []
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document]! / possible
      if (score > 0 && score >= least) found.push({ id: findables[document]!.id, score })
    }
    return found.sort((one, other) => other.score - one.score)
  }

  return { search }
}

const rarity = (documentsWithIt: number, documents: number): number =>
  Math.log(1 + (documents - documentsWithIt + 0.5) / (documentsWithIt + 0.5))

function weighed(findables: readonly Findable[]): Postings {
  const counted = findables.map(({ texts }) => countedGrams(texts))
  const average = counted.reduce((sum, { total }) => sum + total, 0) / Math.max(1, counted.length)
  const { rowOf, frequencies } = rowsOf(counted)
  const starts = startsOf(frequencies)
  const rarities = Float64Array.from(frequencies, (frequency) => rarity(frequency, findables.length))

  const documents = new Uint16Array(starts.at(-1)!)
  const parts = new Float32Array(starts.at(-1)!)
  const free = starts.slice()
  counted.forEach(({ grams, counts, total }, document) => {
    const lengthPart = K1 * (1 - B + (B * total) / average)
    grams.forEach((gram, at) => {
      const row = rowOf.get(gram)!
      const place = free[row]!++
      documents[place] = document
      parts[place] = (rarities[row]! * counts[at]! * (K1 + 1)) / (counts[at]! + lengthPart)
    })
  })
  return { rowOf, starts, rarities, documents, parts }
}

/** A row for each different n-gram, and in how many documents it stands. */
function rowsOf(counted: readonly { grams: Int32Array }[]): { rowOf: Map<number, number>; frequencies: number[] } {
  const rowOf = new Map<number, number>()
  const frequencies: number[] = []
  for (const { grams } of counted)
    for (const gram of grams) {
      const row = rowOf.get(gram)
      if (row === undefined) rowOf.set(gram, frequencies.push(1) - 1)
      else frequencies[row]! += 1
    }
  return { rowOf, frequencies }
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, row) => (starts[row + 1] = starts[row]! + length))
  return starts
}
