import { nGrams } from './n-grams.js'

/** One thing that can be found, with everything that is written about it. Texts are comparable and folded. */
export type Findable = { id: string; texts: readonly string[] }
export type Match = { id: string; score: number }

// Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with the usual constants.
const K1 = 1.2
const B = 0.75

/**
 * BM25 over character n-grams, one document per findable thing. Scores are divided by the best that the question could get from a
 * document that has all of it, so that 1 is "everything said stands there" and scores of long and short questions can be compared.
 */
export function indexOfTexts(findables: readonly Findable[]) {
  const postings = new Map<string, { document: number; count: number }[]>()
  const lengths = findables.map(({ texts }, document) => {
    const counts = new Map<string, number>()
    let length = 0
    for (const text of texts)
      for (const gram of nGrams(text)) {
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
        length++
      }
    for (const [gram, count] of counts) {
      const list = postings.get(gram)
      if (list) list.push({ document, count })
      else postings.set(gram, [{ document, count }])
    }
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const weights = new Map([...postings].map(([gram, list]) => [gram, weigh(list, lengths, average)]))
  const idfOfUnknown = Math.log(1 + (findables.length + 0.5) / 0.5)

  /** The best first; things that share nothing with the question, or score below `least`, are left out. */
  function search(said: string, least = 0): Match[] {
    const scores = new Float64Array(findables.length)
    let possible = 0
    for (const gram of new Set(nGrams(said))) {
      const weighed = weights.get(gram)
      possible += (weighed?.idf ?? idfOfUnknown) * (K1 + 1)
      if (!weighed) continue
      const { documents, parts } = weighed
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

  function weigh(list: { document: number; count: number }[], lengthOf: readonly number[], averageLength: number) {
    const idf = Math.log(1 + (findables.length - list.length + 0.5) / (list.length + 0.5))
    return {
      idf,
      documents: Uint16Array.from(list, ({ document }) => document),
      parts: Float32Array.from(
        list,
        ({ document, count }) => (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengthOf[document]!) / averageLength)),
      ),
    }
  }
}
