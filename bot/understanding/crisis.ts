import type { CrisisWords } from '../domain/crisis/crisis-words.js'
import { CRISIS_KINDS, type CrisisKind, type CrisisLanguage } from '../domain/crisis/kinds.js'
import { matchPhrase, type Reading } from './crisis-matching.js'
import { readyPhrases, type ReadyPhrase } from './crisis-phrases.js'
import { sameLetters, tokensOf, withoutMarks, type Token } from './crisis-tokens.js'
import { vocabularyOf, type Vocabulary } from './crisis-vocabulary.js'

/** A crisis that a text tells of, and the language whose words told it. */
export type Crisis = { kind: CrisisKind; language: CrisisLanguage }

/** Whether a text tells of a crisis, in any of the languages. Pure and synchronous; a sentence takes well under a millisecond. */
export type CrisisFinder = (text: string) => Crisis | undefined

/** A phrase that was found in a text: as it stands in the file, and the text's words that met it. */
export type CrisisReason = Crisis & { phrase: string; words: readonly string[] }

// Whoever names suicide or poison is answered, whatever "not" stands there: "I don't want to kill myself, but".
const UNDONE_BY_NEGATION: ReadonlySet<CrisisKind> = new Set(['violence', 'danger', 'child'])
// How many words may stand between a phrase and what makes it harmless.
const BESIDE = 3

type Telling = ReadyPhrase & { kind: CrisisKind }

export function crisisFinder(words: readonly CrisisWords[]): CrisisFinder {
  const reasons = crisisReasons(words)
  return (text) => mostTelling(reasons(text))
}

/** Every phrase of a crisis that stands in a text, to explain an answer by. */
export function crisisReasons(words: readonly CrisisWords[]): (text: string) => readonly CrisisReason[] {
  const { phrases, places, entries } = readyPhrases(words)
  const vocabulary = vocabularyOf(
    entries,
    words.flatMap(({ everyday }) => everyday),
  )
  const negations = new Map(
    words.map(({ id, negations: { before, after } }) => [id, { before: spelled(before), after: spelled(after) }]),
  )

  const isNegated = ({ kind, language }: Telling, at: readonly number[], tokens: readonly Token[]): boolean => {
    if (!UNDONE_BY_NEGATION.has(kind)) return false
    const { before, after } = negations.get(language)!
    const [first, last] = [Math.min(...at), Math.max(...at)]
    const sentence = tokens[first]!.sentence
    const isIn = (list: ReadonlySet<string>, place: number) =>
      tokens[place]?.sentence === sentence && list.has(tokens[place].plain)
    for (let place = first - 1; place < last; place++) if (!at.includes(place) && isIn(before, place)) return true
    return isIn(after, last + 1)
  }

  return (text) => {
    const reading = read(tokensOf(text), vocabulary)
    const complete = completeIn(reading, phrases, places)
    const harmless = complete.filter(({ use }) => use === 'unless')
    return complete.filter(isTelling).flatMap((phrase): CrisisReason[] => {
      let met: readonly string[] = []
      const isCrisis = matchPhrase(phrase, reading, (at) => {
        if (isNegated(phrase, at, reading.tokens) || harmless.some((other) => makesHarmless(other, phrase, at, reading)))
          return false
        met = at.map((place) => reading.tokens[place]!.written)
        return true
      })
      return isCrisis ? [{ kind: phrase.kind, language: phrase.language, phrase: phrase.text, words: met }] : []
    })
  }
}

const isTelling = (phrase: ReadyPhrase): phrase is Telling => phrase.use === 'phrase'

const spelled = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => withoutMarks(sameLetters(word))))

function read(given: readonly Token[], vocabulary: Vocabulary): Reading {
  const known = new Map<string, readonly number[]>()
  const wordsFor = (token: Token): readonly number[] => {
    const ids = known.get(token.written) ?? vocabulary.wordsFor(token)
    known.set(token.written, ids)
    return ids
  }
  const tokens = given.flatMap((token) => (wordsFor(token).length === 0 && vocabulary.apart(token)) || [token])
  const found = tokens.map((token, at) => {
    const spans = new Map(wordsFor(token).map((id) => [id, 1]))
    const next = tokens[at + 1]
    if (next) for (const id of vocabulary.asOne(token, next)) if (!spans.has(id)) spans.set(id, 2)
    return spans
  })
  return { tokens, found }
}

/** The phrases of which every step has a word somewhere in the text; few are left to be looked for in order. */
function completeIn(
  { found }: Reading,
  phrases: readonly ReadyPhrase[],
  places: ReadonlyMap<number, readonly number[]>,
): ReadyPhrase[] {
  const met = new Map<number, number>()
  for (const id of new Set(found.flatMap((ids) => [...ids.keys()]))) {
    const occurs = places.get(id) ?? []
    for (let at = 0; at < occurs.length; at += 2) met.set(occurs[at]!, (met.get(occurs[at]!) ?? 0) | occurs[at + 1]!)
  }
  return [...met].flatMap(([number, steps]) => (steps === phrases[number]!.all ? [phrases[number]!] : []))
}

function makesHarmless(unless: ReadyPhrase, phrase: ReadyPhrase, at: readonly number[], reading: Reading): boolean {
  if ((unless.kind !== phrase.kind && unless.kind !== 'any') || unless.language !== phrase.language) return false
  const [first, last] = [Math.min(...at), Math.max(...at)]
  const { sentence } = reading.tokens[first]!
  return matchPhrase(
    unless,
    reading,
    (places) =>
      reading.tokens[places[0]!]!.sentence === sentence &&
      Math.min(...places) - last <= BESIDE + 1 &&
      first - Math.max(...places) <= BESIDE + 1,
  )
}

/** The language that explains most words, and of what it says the most pressing kind. */
function mostTelling(found: readonly CrisisReason[]): Crisis | undefined {
  const best = found.reduce<CrisisReason | undefined>(
    (one, other) => (one && one.words.length >= other.words.length ? one : other),
    undefined,
  )
  if (!best) return undefined
  const kind = CRISIS_KINDS.find((each) => found.some((other) => other.kind === each && other.language === best.language))
  return { kind: kind ?? best.kind, language: best.language }
}
