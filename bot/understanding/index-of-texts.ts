import { countedGrams, nGrams } from './n-grams.js'

/** One thing that can be found, with everything that is written about it. Texts are comparable and folded. */
export type Findable = { id: string; texts: readonly string[] }
export type Match = { id: string; score: number }

// Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with the usual constants.
const K1 = 1.2
const B = 0.75

/** Where an n-gram stands, and what it is worth there. `idf` is how rare it is. */
type Posting = { idf: number; documents: Uint16Array; parts: Float32Array }

/**
 * BM25 over character n-grams, one document per findable thing. Scores are divided by the best that the question could get from a
 * document that has all of it, so that 1 is "everything said stands there" and scores of long and short questions can be compared.
 */
export function indexOfTexts(findables: readonly Findable[]) {
  const postings = weighed(findables)
  const idfOfUnknown = rarity(0, findables.length)

  /** The best first; things that share nothing with the question, or score below `least`, are left out. */
  function search(said: string, least = 0): Match[] {
    const scores = new Float64Array(findables.length)
    let possible = 0
    for (const gram of new Set(nGrams(said))) {
      const posting = postings.get(gram)
      possible += (posting?.idf ?? idfOfUnknown) * (K1 + 1)
      if (!posting) continue
      const { documents, parts } = posting
      for (let at = 0; at < documents.length; at++) scores[documents[at]!]! += parts[at]!
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

function weighed(findables: readonly Findable[]): Map<number, Posting> {
  const counted = findables.map(({ texts }) => countedGrams(texts))
  const average = counted.reduce((sum, { total }) => sum + total, 0) / Math.max(1, counted.length)
  const frequency = new Map<number, number>()
  for (const { grams } of counted) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)

  const postings = new Map<number, Posting & { filled: number }>()
  counted.forEach(({ grams, counts, total }, document) => {
    const lengthPart = K1 * (1 - B + (B * total) / average)
    grams.forEach((gram, at) => {
      const size = frequency.get(gram)!
      let posting = postings.get(gram)
      if (!posting) {
        posting = {
          idf: rarity(size, findables.length),
          documents: new Uint16Array(size),
          parts: new Float32Array(size),
          filled: 0,
        }
        postings.set(gram, posting)
      }
      const count = counts[at]!
      posting.documents[posting.filled] = document
      posting.parts[posting.filled++] = (posting.idf * count * (K1 + 1)) / (count + lengthPart)
    })
  })
  return postings
}
