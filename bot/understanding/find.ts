import { createHash } from 'node:crypto'
import { howManyStandClose, LISTED, probabilitiesOf, trust, type Calibration, type Trusted } from './calibration.js'
import { EVERYDAY } from './everyday.js'
import { featuresOf } from './features.js'
import { pack, unpack } from './packed.js'
import { quickModel, rankerOf, type Model, type Text } from './ranker.js'
import { rankingOf } from './ranking.js'

/** Something that can be found, with everything that is written about it. */
export type Described = {
  id: string
  texts: readonly (Text & { language: string })[]
  /** False for what somebody else than the city handles. */
  isOurs: boolean
  /** Ids of things that are as good an answer: the permit behind the same page, the kind of business that usually needs it. */
  asGood?: readonly string[]
  /** How many have written about it without knowing of each other; 1 when left out. */
  writers?: number
}

/** `score` is what is compared between things; `probability` (0 to 1) is how likely this is what was meant. */
export type Match = { id: string; score: number; probability: number }

/** What a question was understood as. */
export type Found =
  /** Likely enough that guessing is cheaper than asking; `near` are the ones behind, to offer as buttons. */
  | { kind: 'sure'; best: Match; near: readonly Match[] }
  /** Several could be meant and one is ahead; at most three, best first. */
  | { kind: 'several'; matches: readonly Match[] }
  /** Two or three stand so close that asking is better than guessing; `near` is one that stands behind them. */
  | { kind: 'close'; matches: readonly Match[]; near: readonly Match[] }
  | { kind: 'nothing' }

export type Finder = {
  /** Of what is used to search: changes with the texts and with how they are learned. Another than `versionOf` the texts while those are still learned. */
  readonly version: string
  /** `language` (BCP 47) is that of the question, when it is known: how sure is sure enough differs between languages. */
  find(question: string, excluded?: readonly string[], language?: string): Found
  /** The same with everything that led to it, for `npm run explain`. */
  weigh(question: string, excluded?: readonly string[], language?: string): Weighed
}

/** The best things for a question, best first, how far they are trusted, and what is made of them. */
export type Weighed = { matches: readonly Match[]; trusted: Trusted; calibration: Calibration; found: Found }

/** What was learned from the texts, as it is kept in a file. `neverFirst`: what comes first for none of its own phrases. */
export type Trained = {
  method: string
  version: string
  model: Model
  calibrations: Readonly<Record<string, Calibration>>
  neverFirst: readonly string[]
}

/** Calibration of questions in another language than those that are written, or in one that is not known. */
export const ANY_LANGUAGE = 'any'

// Changes with what the same texts would be learned to: models of another method are not used.
export const METHOD = 'svm-bm25-8'
// Below a tenth of the best nothing is worth a button.
const WORTH_NAMING = 0.1

// Until the texts are learned nothing is said as sure; some letters in common are worth showing.
const UNTRAINED: Calibration = {
  best: [0, 0, 3, 0, 3, 0, 0, -2],
  listed: [0, 0, 6, 0, 0, 0, 0, -1.5],
  known: [0, 0, 6, 0, 0, 0, 0, -1.5],
  sure: 2,
  nothing: 0.4,
  close: { together: 0.5, share: 0.75 },
}

/** Hash of everything that is learned from and of how it is learned. */
export const versionOf = (things: readonly Described[]): string =>
  createHash('sha256')
    .update(METHOD)
    .update(JSON.stringify(EVERYDAY))
    .update(
      JSON.stringify(
        things.map(({ id, texts, isOurs, asGood, writers = 1 }) => [
          id,
          isOurs,
          asGood ?? [],
          writers,
          texts.map(({ text, role, language }) => [text, role, language]),
        ]),
      ),
    )
    .digest('hex')
    .slice(0, 12)

/**
 * Finds among `things`. With a model of exactly these texts it is ready at once; with one of earlier texts it finds what is in both, and
 * without any it compares letters only. It is pure, and answers in well under a millisecond.
 */
export function finderOf(things: readonly Described[], trained?: Trained): Finder {
  const { model, calibrations, version } = trained ?? untrained(things)
  const ranker = rankerOf(model)
  const placeOf = new Map(model.ids.map((id, place) => [id, place]))
  const present = new Set(things.map(({ id }) => id))
  const gone = model.ids.filter((id) => !present.has(id))

  function weigh(question: string, excluded: readonly string[] = [], language = ANY_LANGUAGE): Weighed {
    const calibration = calibrations[language.split('-')[0]!] ?? calibrations[ANY_LANGUAGE] ?? UNTRAINED
    const features = featuresOf(question)
    const out = new Set([...gone, ...excluded].map((id) => placeOf.get(id)))
    const scores = ranker.scores(features)
    const { places, totals, evidence } = rankingOf(scores, (place) => out.has(place), features.words.length)
    if (features.words.length === 0 || places.length === 0)
      return { matches: [], trusted: { best: 0, listed: 0, known: 0 }, calibration, found: { kind: 'nothing' } }
    const trusted = trust(calibration, evidence)
    const probabilities = probabilitiesOf(totals, trusted)
    const matches = places.map((place, at) => ({ id: model.ids[place]!, score: totals[at]!, probability: probabilities[at]! }))
    return { matches, trusted, calibration, found: judge(matches, trusted, calibration) }
  }

  return { version, weigh, find: (question, excluded, language) => weigh(question, excluded, language).found }
}

const untrained = (things: readonly Described[]): Trained => ({
  method: METHOD,
  version: `${versionOf(things)}-letters`,
  model: quickModel(things),
  calibrations: {},
  neverFirst: [],
})

function judge(matches: readonly Match[], trusted: Trusted, { sure, nothing, close }: Calibration): Found {
  const [best] = matches
  if (!best || trusted.known < nothing) return { kind: 'nothing' }
  const near = matches.slice(0, LISTED).filter(({ probability }) => probability >= best.probability * WORTH_NAMING)
  if (trusted.best >= sure) return { kind: 'sure', best, near: near.slice(1) }
  const asked = howManyStandClose(
    near.map(({ probability }) => probability),
    close,
  )
  if (asked > 0) return { kind: 'close', matches: near.slice(0, asked), near: near.slice(asked) }
  return { kind: 'several', matches: near }
}

/** For a file. */
export const trainedToBytes = (trained: Trained): Uint8Array => pack(trained)

/** @throws when the bytes are something else, or were learned by another method */
export function trainedFromBytes(bytes: Uint8Array): Trained {
  const trained = unpack(bytes) as Trained
  if (trained.method !== METHOD) throw new Error('This is no model of this method')
  return trained
}
