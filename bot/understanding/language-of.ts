import { comparable } from './normalise.js'
import { countedGrams, nGrams } from './n-grams.js'

/** What is written in one language, to learn its letters from. */
export type Sample = { language: string; texts: readonly string[] }

// A single word is as likely a name, or a Swedish term that one meets in the city whatever one speaks.
const FEWEST_WORDS = 2
// Logarithm of how many times likelier another language must be before the conversation's own is left.
const CERTAIN = 6

/**
 * Which of the samples' languages a text is written in: naive Bayes over character n-grams. Gives `prior` back when the text is
 * too short or the difference too small to leave the language of the conversation.
 */
export function languageDetector(samples: readonly Sample[]) {
  const counted = samples.map(({ language, texts }) => {
    const { grams, counts, total } = countedGrams(texts.map(comparable))
    return { language, total, counts: new Map(Array.from(grams, (gram, at) => [gram, counts[at]!] as const)) }
  })
  const placeOf = new Map([...new Set(counted.flatMap(({ counts }) => [...counts.keys()]))].map((gram, place) => [gram, place]))
  const learned = counted.map(({ language, counts, total }) => {
    const logarithmOf = (count: number): number => Math.log((count + 0.1) / (total + 0.1 * placeOf.size))
    return {
      language,
      known: Float64Array.from(placeOf.keys(), (gram) => logarithmOf(counts.get(gram) ?? 0)),
      unknown: logarithmOf(0),
    }
  })

  return (text: string, prior: string): string => {
    const said = comparable(text)
    if (said.split(' ').length < FEWEST_WORDS) return prior
    const scores = learned.map(({ language }) => ({ language, score: 0 }))
    for (const gram of nGrams(said)) {
      const place = placeOf.get(gram)
      learned.forEach(({ known, unknown }, at) => (scores[at]!.score += place === undefined ? unknown : known[place]!))
    }
    const ownScore = scores.find(({ language }) => language === prior)?.score ?? -Infinity
    const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
    return best.score - ownScore > CERTAIN ? best.language : prior
  }
}
