import { calibrated, LISTED, whenClose, type Trial } from './calibration.js'
import { learn, type Example } from './classifier.js'
import { EVERYDAY } from './everyday.js'
import { featuresOf, type Features } from './features.js'
import { ANY_LANGUAGE, METHOD, versionOf, type Described, type Trained } from './find.js'
import { indexScores } from './index-of-texts.js'
import { indexesOf } from './ranker.js'
import { rankingOf } from './ranking.js'

// How many times a part of the phrases is held back, so that every phrase is once a question that was not learned.
const FOLDS = 4
// One question in seven is about something that nobody has written about: half of those everyday talk, half near what we know.
const OUT_OF_SCOPE = 0.15
// One question in five is a word or two of what others say in a sentence.
const SHORT = 0.25

/** One text with where it belongs: `thing` is -1 for everyday talk, `frequency` how often such a text is asked beside a phrase. */
type Placed = Example & {
  all: Features
  language: string
  isTrial: boolean
  leftOut: boolean
  isStranger: boolean
  frequency: number
}

/**
 * Learns to find, and how far to trust what is found. Deterministic; half a minute for 400 things. Not for a thread that answers.
 * Phrases are held back in turn, as questions whose answer is known; every other matter of somebody else is left out whole in one
 * fold, and its phrases are then questions that nothing fits.
 */
export function trainFinder(things: readonly Described[]): Trained {
  const { texts, trials } = heldBackTrials(things)
  return {
    method: METHOD,
    version: versionOf(things),
    model: texts,
    calibrations: calibrationsOf(trials),
    neverFirst: neverFirst(things, trials),
  }
}

/** `thing` was asked for by a whole phrase of its own, and `first` came first, by their ids. */
export type LanguageTrial = Trial & { language: string; thing: string | undefined; first: string | undefined }

/** The model, and every held-back question with what it came to. */
export function heldBackTrials(things: readonly Described[]): { texts: Trained['model']; trials: LanguageTrial[] } {
  const placed = [...placedTexts(things), ...placedEveryday()]
  const { classifier, heldBack } = learn(placed, things.length, FOLDS)
  const right = rightAnswers(things)
  const ids = things.map(({ id }) => id)
  const byFold = Array.from({ length: FOLDS }, (_, fold) => blindIn(fold, placed, right, ids))
  const found = heldBack.flatMap(({ example, scores }) => {
    const text = placed[example]!
    return text.isTrial ? [{ text, ...byFold[text.fold]!(text, scores) }] : []
  })
  const trials = withWeights(found)
  const texts = { ids, fine: classifier, ...indexesOf(byThing(placed, things.length, () => true)) }
  return { texts, trials }
}

function calibrationsOf(trials: readonly LanguageTrial[]): Trained['calibrations'] {
  const languages = [...new Set(trials.map(({ language }) => language))]
  // Too few of one language stand close to say when; that two things are alike has little to do with the language.
  const close = whenClose(trials)
  const of = (language: string) =>
    calibrated(
      trials.filter((trial) => trial.language === language),
      close,
    )
  return Object.fromEntries([
    [ANY_LANGUAGE, calibrated(trials, close)],
    ...languages.map((language) => [language, of(language)] as const),
  ])
}

function placedTexts(things: readonly Described[]): Placed[] {
  const others = things.flatMap(({ isOurs }, thing) => (isOurs ? [] : [thing]))
  return things.flatMap(({ texts, writers = 1 }, thing) => {
    const turn = others.indexOf(thing) % (2 * FOLDS)
    const leftOut = turn >= 0 && turn < FOLDS
    let phrases = 0
    return texts.flatMap(({ text, role, language }) => {
      const isTrial = role === 'phrase'
      const at = isTrial ? phrases++ : 0
      const fold = leftOut ? turn : isTrial ? (at * 3 + thing) % FOLDS : -1
      const place = { thing, fold, language, isTrial, leftOut, isStranger: writers > 1 }
      const whole = { ...place, ...readAs(text), isTaught: true, frequency: 1 }
      return isTrial
        ? [whole, { ...place, ...readAs(shortOf(text, 1 + (at % 2))), isTaught: false, isStranger: false, frequency: SHORT }]
        : [whole]
    })
  })
}

const placedEveryday = (): Placed[] =>
  Object.entries(EVERYDAY).flatMap(([language, texts]) =>
    texts.map((text, at) => ({
      ...readAs(text),
      thing: -1,
      fold: at % FOLDS,
      language,
      isTaught: true,
      isTrial: true,
      leftOut: false,
      isStranger: true,
      frequency: 1,
    })),
  )

function readAs(text: string): { features: Int32Array; all: Features } {
  const all = featuresOf(text)
  return { features: all.fine, all }
}

/** The longest words of a text, which are what somebody in a hurry would type of it, in their order. */
function shortOf(text: string, most: number): string {
  const words = text.split(' ')
  const longest = [...words].sort((one, other) => other.length - one.length).slice(0, most)
  return words.filter((word) => longest.includes(word)).join(' ')
}

const byThing = (placed: readonly Placed[], things: number, isIn: (text: Placed) => boolean): Features[][] => {
  const lists = Array.from({ length: things }, (): Features[] => [])
  for (const text of placed) if (text.thing >= 0 && text.isTaught && isIn(text)) lists[text.thing]!.push(text.all)
  return lists
}

/** For each thing, the places of those that are right when it was meant. */
const rightAnswers = (things: readonly Described[]): ReadonlySet<number>[] => {
  const placeOf = new Map(things.map(({ id }, place) => [id, place]))
  return things.map(({ asGood = [] }, place) => new Set([place, ...asGood.flatMap((id) => placeOf.get(id) ?? [])]))
}

type Tried = Omit<LanguageTrial, 'weight' | 'language'>

/** Tries texts of a fold as if the whole fold had never been written. */
function blindIn(
  fold: number,
  placed: readonly Placed[],
  right: readonly ReadonlySet<number>[],
  ids: readonly string[],
): (text: Placed, scores: Float32Array) => Tried {
  const indexes = indexesOf(byThing(placed, right.length, (text) => text.fold !== fold))
  const letters = indexScores(indexes.letters)
  const words = indexScores(indexes.words)
  const unknown = new Set(placed.filter((text) => text.leftOut && text.fold === fold).map(({ thing }) => thing))
  return ({ all, thing, isStranger, isTaught }, fine) => {
    const scores = { fine, letters: letters(all.letters), words: words(all.words) }
    const { places, totals, evidence } = rankingOf(scores, (place) => unknown.has(place), all.words.length)
    const isKnown = thing >= 0 && !unknown.has(thing)
    const found = isKnown ? places.slice(0, LISTED).findIndex((place) => right[thing]!.has(place)) : -1
    return {
      evidence,
      totals: totals.slice(0, LISTED),
      place: found === -1 ? undefined : found,
      isKnown,
      isStranger,
      thing: isTaught ? ids[thing] : undefined,
      first: ids[places[0] ?? -1],
    }
  }
}

/** The ids of what the city has that never comes first for one of its own phrases while that is held back: nobody would find it. */
export function neverFirst(things: readonly Described[], trials: readonly LanguageTrial[]): string[] {
  const reached = new Set(trials.flatMap(({ thing, first }) => (thing !== undefined && thing === first ? [thing] : [])))
  return things.flatMap(({ id, isOurs }) => (isOurs && !reached.has(id) ? [id] : []))
}

/** In every language as many out of scope as people are thought to ask. */
function withWeights(found: readonly ({ text: Placed } & Tried)[]): LanguageTrial[] {
  const groupOf = ({ text, isKnown }: { text: Placed; isKnown: boolean }): string =>
    `${text.language} ${isKnown ? 'known' : text.leftOut ? 'near' : 'everyday'}`
  const sizes = new Map<string, number>()
  for (const one of found) sizes.set(groupOf(one), (sizes.get(groupOf(one)) ?? 0) + one.text.frequency)
  return found.map(({ text, ...trial }) => {
    const known = sizes.get(`${text.language} known`) ?? 0
    const outside = (OUT_OF_SCOPE / (1 - OUT_OF_SCOPE)) * (known / 2)
    const share = trial.isKnown ? 1 : outside / sizes.get(groupOf({ text, ...trial }))!
    return { ...trial, language: text.language, weight: text.frequency * share }
  })
}
