import { classifierScores, learn, type Classifier } from './classifier.js'
import { featuresOf, joined, type Features } from './features.js'
import { indexOfTexts, indexScores, type TextIndex } from './index-of-texts.js'
import { pack, unpack } from './packed.js'

/** Something written about a thing, in whatever language: its name, what it is in a sentence, another word for it, or how somebody would ask. */
export type Text = { text: string; role: 'name' | 'summary' | 'also' | 'phrase' }
/** A thing that can be found. Ids are different from each other. */
export type Rankable = { id: string; texts: readonly Text[] }
/** `score` can be compared between things for one question; only `confidence` can be compared between questions. */
export type Ranked = { id: string; score: number }

/** What was learned from the texts. */
export type Model = {
  ids: readonly string[]
  /** What tells things apart. Where nothing has phrases it would learn too little, and an index of the same features takes its place. */
  fine: Classifier | TextIndex
  letters: TextIndex
  words: TextIndex
}

/** The three scores of every thing, in the order of `Model.ids`. */
export type Scores = { fine: Float64Array; letters: Float64Array; words: Float64Array }

export type Ranker = {
  /** The best first, `most` of them; nothing when the text has no letter or digit. */
  rank(question: string, most?: number): Ranked[]
  /** The highest score of the classifier alone: low for what nobody has written about. */
  confidence(question: string): number
  scores(features: Features): Scores
}

// Shares of the two indexes beside the classifier, whose scores run from -1 to 1 and theirs from 0 to 1. Chosen over held-back phrases
// and the public sets; the sum is one of absolute scores, so that what else can be found has no say in which of two is first.
export const LETTERS = 2
export const WORDS = 1

/** Learns from what is written. Pure and deterministic; some ten seconds for 400 things with 40 texts each. */
export function train(things: readonly Rankable[]): Model {
  const features = things.map(({ texts }) => texts.map(({ text }) => featuresOf(text)))
  return { ...quickModel(things, features), ...(hasPhrases(things) ? { fine: learnedFrom(features) } : {}) }
}

/** What can be had at once: word for word and letter for letter, without what is learned. `features` are those of the texts, if they are at hand. */
export function quickModel(things: readonly Rankable[], features?: readonly (readonly Features[])[]): Model {
  const written = features ?? things.map(({ texts }) => texts.map(({ text }) => featuresOf(text)))
  return { ids: things.map(({ id }) => id), fine: indexOf(written, 'fine'), ...indexesOf(written) }
}

/** Both indexes beside the classifier, one document a thing. */
export const indexesOf = (features: readonly (readonly Features[])[]): Pick<Model, 'letters' | 'words'> => ({
  letters: indexOf(features, 'letters'),
  words: indexOf(features, 'words'),
})

const indexOf = (features: readonly (readonly Features[])[], part: keyof Features): TextIndex =>
  indexOfTexts(features.map((texts) => joined(texts.map((text) => text[part]))))

const hasPhrases = (things: readonly Rankable[]): boolean =>
  things.some(({ texts }) => texts.some(({ role }) => role === 'phrase'))

const learnedFrom = (features: readonly (readonly Features[])[]): Classifier =>
  learn(
    features.flatMap((texts, thing) => texts.map(({ fine }) => ({ features: fine, thing, fold: -1, isTaught: true }))),
    features.length,
  ).classifier

/** Makes a model ready to be asked. */
export function rankerOf({ ids, fine, letters, words }: Model): Ranker {
  const byFine = 'offsets' in fine ? classifierScores(fine) : indexScores(fine)
  const byLetters = indexScores(letters)
  const byWords = indexScores(words)
  const scores = (features: Features): Scores => ({
    fine: byFine(features.fine),
    letters: byLetters(features.letters),
    words: byWords(features.words),
  })
  return {
    scores,
    rank(question, most = 5) {
      const features = featuresOf(question)
      if (features.words.length === 0) return []
      const totals = totalOf(scores(features))
      return bestOf(totals, most).map((thing) => ({ id: ids[thing]!, score: totals[thing]! }))
    },
    confidence: (question) => byFine(featuresOf(question).fine).reduce((one, other) => Math.max(one, other), -Infinity),
  }
}

/** What is compared between things: the sum by weight of what the parts say. */
export const totalOf = ({
  fine,
  letters,
  words,
}: {
  fine: ArrayLike<number>
  letters: Float64Array
  words: Float64Array
}): Float64Array => letters.map((score, thing) => fine[thing]! + LETTERS * score + WORDS * words[thing]!)

/** Places of the highest scores, best first; equal scores keep their order. */
export function bestOf(scores: ArrayLike<number>, most: number): number[] {
  const best: number[] = []
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place]!
    if (best.length === most && score <= scores[best[most - 1]!]!) continue
    let at = best.length
    while (at > 0 && scores[best[at - 1]!]! < score) at--
    best.splice(at, 0, place)
    if (best.length > most) best.pop()
  }
  return best
}

/** The model for a file. */
export const toBytes = (model: Model): Uint8Array => pack(model)

/** @throws when the bytes were not written by this version of `toBytes` */
export const fromBytes = (bytes: Uint8Array): Model => unpack(bytes) as Model
