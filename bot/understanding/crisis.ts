import type { CrisisWords } from '../domain/crisis/crisis-words.js'
import { CRISIS_KINDS, type CrisisKind, type CrisisLanguage } from '../domain/crisis/kinds.js'
import { matchPhrase, type Reading, type Sighting } from './crisis-matching.js'
import { readyPhrases, type Choice, type ReadyPhrase } from './crisis-phrases.js'
import { sameLetters, sentencesOf, withoutMarks, type Token } from './crisis-tokens.js'
import { vocabularyOf, type Vocabulary } from './crisis-vocabulary.js'
import type { Guess } from './crisis-entry.js'

/** A crisis that a text tells of, and the language whose words told it. */
export type Crisis = { kind: CrisisKind; language: CrisisLanguage }

/** Whether a text tells of a crisis, in any of the languages. Pure and synchronous; a sentence takes well under a millisecond. */
export type CrisisDetector = (text: string) => Crisis | undefined

/** A phrase that was found in a text: as it stands in the file, and the text's words that met it. */
export type CrisisReason = Crisis & { phrase: string; words: readonly string[] }

// Whoever names suicide or poison is answered, whatever "not" stands there: "I don't want to kill myself, but".
const UNDONE_BY_NEGATION: ReadonlySet<CrisisKind> = new Set(['violence', 'danger', 'child'])
// How many words may stand between a phrase and a topic that makes it harmless. An idiom of several words shares a word with it.
const BESIDE = 3
const FEWEST_OF_A_TELLING_WORD = 6
const FEWEST_OF_A_LONG_PIECE = 5
// Whoever leaves out spaces leaves them out everywhere, and every long word is nearly some short ones.
const MOST_BESIDE_JOINED_WORDS = 2
// Who it is: "jag", "I", "ja".
const LONGEST_BEFORE_A_GUESS = 3
// A language that has a third as many words in a sentence as another may be meant.
const LEAST_OF_TWO_LANGUAGES = 3

type Telling = ReadyPhrase & { kind: CrisisKind }

export function crisisDetector(words: Iterable<CrisisWords>): CrisisDetector {
  const reasons = crisisReasons(words)
  return (text) => mostTelling(reasons(text))
}

/** Every phrase of a crisis that stands in a text, to explain an answer by. */
export function crisisReasons(given: Iterable<CrisisWords>): (text: string) => readonly CrisisReason[] {
  const words = [...given]
  const { phrases, choices, entries } = readyPhrases(words)
  const vocabulary = vocabularyOf(entries, new Map(words.map(({ id, everyday }) => [id, everyday])))
  const negations = new Map(
    words.map(({ id, negations: { before, after } }) => [id, { before: spelled(before), after: spelled(after) }]),
  )

  const isNegated = ({ kind, language }: Telling, at: readonly number[], tokens: readonly Token[]): boolean => {
    if (!UNDONE_BY_NEGATION.has(kind)) return false
    const { before, after } = negations.get(language)!
    const [first, last] = [Math.min(...at), Math.max(...at)]
    const isIn = (list: ReadonlySet<string>, place: number) => list.has(tokens[place]?.plain ?? '')
    for (let place = first - 1; place < last; place++) if (!at.includes(place) && isIn(before, place)) return true
    return isIn(after, last + 1)
  }

  const reasonsIn = (sentence: readonly Token[]): readonly CrisisReason[] => {
    for (const { tokens, isGuess } of waysToRead(sentence, vocabulary)) {
      const reasons = reasonsOf(read(tokens, vocabulary), isGuess)
      if (reasons.length > 0) return reasons
    }
    return []
  }

  const reasonsOf = (reading: Reading, isGuess: boolean): CrisisReason[] => {
    const complete = completeIn(reading, phrases, choices)
    const harmless = complete.filter(({ use }) => use === 'unless')
    return complete.filter(isTelling).flatMap((phrase) => {
      let met: readonly string[] = []
      const isCrisis = matchPhrase(phrase, reading, (at) => {
        if (isGuess && !isWholeSentence(phrase, at, reading)) return false
        if (isNegated(phrase, at, reading.tokens) || harmless.some((other) => makesHarmless(other, phrase, at, reading)))
          return false
        met = at.map((place) => reading.tokens[place]!.written)
        return true
      })
      return isCrisis ? [{ kind: phrase.kind, language: phrase.language, phrase: phrase.text, words: met }] : []
    })
  }

  return (text) => sentencesOf(text).flatMap(reasonsIn)
}

const isTelling = (phrase: ReadyPhrase): phrase is Telling => phrase.use === 'phrase'

const spelled = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => withoutMarks(sameLetters(word))))

function read(tokens: readonly Token[], { wordsFor, ...vocabulary }: Vocabulary): Reading {
  const isPlausible = plausibleGuesses(tokens, vocabulary.languagesOf)
  const found = tokens.map((token, at) => {
    const next = tokens[at + 1]
    const together = next ? vocabulary.asOne(token, next) : []
    // What is surely there stands last and wins.
    return new Map<number, Sighting>([
      ...together.map(({ id, doubt }) => [id, { span: 2, doubt }] as const),
      ...wordsFor(token)
        .filter((guess) => isPlausible(guess, token))
        .map(({ id, doubt }) => [id, { span: 1, doubt }] as const),
    ])
  })
  return { tokens, found }
}

/**
 * Whether a guess may be meant, by the language that the sentence is in. What is not written as a word must be of that language, so
 * that no word of one language is ever taken for a misspelt one of another; languages with as many words in it as any are equally
 * likely. A short word as it is written may stand in a sentence of two languages, but "me" and "cable" are not Spanish everywhere.
 */
function plausibleGuesses(
  tokens: readonly Token[],
  languagesOf: Vocabulary['languagesOf'],
): (guess: Guess, token: Token) => boolean {
  const count = new Map<string, number>()
  for (const token of tokens)
    for (const language of new Set(languagesOf(token))) count.set(language, (count.get(language) ?? 0) + 1)
  const most = Math.max(0, ...count.values())
  return ({ language, asWritten }, { plain }) => {
    const own = count.get(language) ?? 0
    return own === most || (asWritten && (plain.length >= FEWEST_OF_A_TELLING_WORD || own * LEAST_OF_TWO_LANGUAGES >= most))
  }
}

/** `isGuess`: one of several words without spaces between is thought to be misspelt, so that a phrase must be all that is said. */
type Way = { tokens: readonly Token[]; isGuess: boolean }

/**
 * The sentence with words taken apart that have lost their spaces, then as it is written, which may be one misspelt word instead, then
 * with one of several joined words misspelt. What tells of a crisis first is believed.
 */
function* waysToRead(sentence: readonly Token[], vocabulary: Vocabulary): Generator<Way> {
  const pieces = sentence.map((token) => piecesOf(token, vocabulary))
  yield { tokens: pieces.flat(), isGuess: false }
  if (pieces.some(({ length }) => length > 1)) yield { tokens: sentence, isGuess: false }
  if (sentence.length > MOST_BESIDE_JOINED_WORDS + 1) return
  for (const [at, token] of sentence.entries())
    for (const way of vocabulary.nearlyApart(token))
      yield { tokens: pieces.flatMap((piece, place) => (place === at ? way : piece)), isGuess: true }
}

/** A word, or the words that it is made of: three are hardly chance, nor are two long ones, and any two if it is like no word of ours. */
function piecesOf(token: Token, { apart, wordsFor }: Vocabulary): readonly Token[] {
  const pieces = apart(token)
  const isChance =
    pieces?.length === 2 && pieces.some(({ plain }) => plain.length < FEWEST_OF_A_LONG_PIECE) && wordsFor(token).length > 0
  return pieces && !isChance ? pieces : [token]
}

/** The phrases of which every step has a word somewhere in the sentence; few are left to be looked for in order. */
function completeIn(
  { found }: Reading,
  phrases: readonly ReadyPhrase[],
  choices: ReadonlyMap<number, readonly Choice[]>,
): ReadyPhrase[] {
  const met = new Map<number, number>()
  for (const { occurs } of new Set(found.flatMap((ids) => [...ids.keys()].flatMap((id) => choices.get(id) ?? []))))
    for (let at = 0; at < occurs.length; at += 2) met.set(occurs[at]!, (met.get(occurs[at]!) ?? 0) | occurs[at + 1]!)
  return [...met].flatMap(([number, steps]) =>
    (steps & phrases[number]!.all) === phrases[number]!.all ? [phrases[number]!] : [],
  )
}

/** True when a phrase is all that is said, word by word, with at most a short word before it. */
function isWholeSentence({ parts }: ReadyPhrase, at: readonly number[], { tokens }: Reading): boolean {
  const [first, last] = [Math.min(...at), Math.max(...at)]
  const isInOneRow = parts.length === 1 && last - first === at.length - 1 && last === tokens.length - 1
  return isInOneRow && (first === 0 || (first === 1 && tokens[0]!.plain.length <= LONGEST_BEFORE_A_GUESS))
}

function makesHarmless(unless: ReadyPhrase, phrase: ReadyPhrase, at: readonly number[], reading: Reading): boolean {
  if ((unless.kind !== phrase.kind && unless.kind !== 'any') || unless.language !== phrase.language) return false
  const [first, last] = [Math.min(...at), Math.max(...at)]
  const isTopic = unless.kind === 'any' || unless.parts.flat().length === 1
  return matchPhrase(unless, reading, (places, doubt) =>
    isTopic
      ? // What may only be a misspelt word makes nothing harmless by itself.
        doubt === 0 && Math.min(...places) - last <= BESIDE + 1 && first - Math.max(...places) <= BESIDE + 1
      : places.some((place) => at.includes(place)),
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
