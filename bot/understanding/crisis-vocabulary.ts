import type { Entry, Guess } from './crisis-entry.js'
import { joined } from './crisis-joined.js'
import { DOUBT, misspellings } from './crisis-misspellings.js'
import { sameLetters, withoutMarks, type Token } from './crisis-tokens.js'
import { grouped } from './grouped.js'

/** Finds which words of the phrases a text may have. Numbers are those of entries. */
export type Vocabulary = {
  /** What a token may be: as written, without its marks, with doubled letters, or misspelt. */
  wordsFor(token: Token): readonly Guess[]
  /** The languages of which a token is a word, whether one of the phrases or an everyday one. */
  languagesOf(token: Token): readonly string[]
  /** What two tokens may be together: a long word written apart. */
  asOne(first: Token, second: Token): readonly Guess[]
  /** The words that a token may be when spaces are left out; undefined when it is not made of words of one language. */
  apart(token: Token): readonly Token[] | undefined
  /** The same with one of them misspelt: all ways to read it so, the surest first. */
  nearlyApart(token: Token): readonly (readonly Token[])[]
}

const FEWEST_FOR_DOUBLING = 4
const FEWEST_OF_A_STEM = 2
// "självmord" written "själv mord" is a word; "i dag" is nothing of ours.
const FEWEST_OF_A_SPLIT_WORD = 6
const FEWEST_OF_A_SECOND_HALF = 3
const FEWEST_OF_JOINED_WORDS = 7
// What is surely a long word of ours is not one of several.
const FEWEST_OF_ONE_WORD = 6

/** The word as the vocabulary compares it; the phrases' words go through the same door as the texts. */
export const entryOf = (id: number, language: string, text: string, stem: boolean): Entry => {
  const written = sameLetters(text)
  return { id, language, written, plain: withoutMarks(written), stem }
}

/** `everyday`: the words of each language that are what they are, and never a misspelling of another. */
export function vocabularyOf(entries: readonly Entry[], everyday: ReadonlyMap<string, readonly string[]>): Vocabulary {
  const words = entries.filter(({ stem }) => !stem)
  const stems = entries.filter(({ stem }) => stem)
  const wordsByPlain = grouped(words, ({ plain }) => plain)
  const wordsBySingle = grouped(words, ({ plain }) => singleLetters(plain))
  const stemsByPlain = grouped(stems, ({ plain }) => plain)
  const ordinary = languagesByWord(everyday)
  const misspelt = misspellings(entries)
  const withoutSpaces = joined(wordsByPlain)

  const lookUp = (token: Token): readonly Guess[] => {
    const own = ordinary.get(token.written) ?? []
    // What somebody wrote as a stem is meant to begin longer words, ordinary ones too.
    const isFree = ({ written, stem, language }: Entry) =>
      written === token.written || (stem && token.written.startsWith(written)) || !own.includes(language)
    const words = inSameSpelling(wordsByPlain.get(token.plain), token.written).filter(isFree)
    const begun = [...beginnings(token, stemsByPlain), ...withoutPrefix(token, wordsByPlain, stemsByPlain)].filter(isFree)
    // A word is no misspelling of another one in its language.
    const isWordOf = new Set([...own, ...words.map(({ language }) => language)])
    const doubled = (wordsBySingle.get(singleLetters(token.plain)) ?? []).filter(
      ({ plain }) => Math.max(plain.length, token.plain.length) >= FEWEST_FOR_DOUBLING,
    )
    const surely = sureIn(token)
    return [
      ...misspeltIn(token).filter(({ language }) => !isWordOf.has(language)),
      ...inSameSpelling(doubled, singleLetters(token.written), singleLetters)
        .filter((entry) => isFree(entry) && !isWordOf.has(entry.language))
        .map(surely),
      ...begun.map(surely),
      ...words.map(surely),
    ]
  }

  const misspeltIn = ({ plain, typed }: Token): readonly Guess[] => [
    ...misspelt(plain),
    ...(typed === undefined ? [] : misspelt(typed)),
    ...(ARABIC_AND.test(plain) ? misspelt(plain.slice(1)) : []),
  ]

  const languagesOf = ({ written, plain }: Token): readonly string[] => [
    ...(ordinary.get(written) ?? []),
    ...inSameSpelling(wordsByPlain.get(plain), written).map(({ language }) => language),
  ]

  const asOne = (first: Token, second: Token): readonly Guess[] => {
    const together = { written: first.written + second.written, plain: first.plain + second.plain }
    if (together.plain.length < FEWEST_OF_A_SPLIT_WORD) return []
    return [...inSameSpelling(wordsByPlain.get(together.plain), together.written), ...beginnings(together, stemsByPlain)]
      .filter(({ plain }) => plain.length >= first.plain.length + FEWEST_OF_A_SECOND_HALF)
      .map(sureIn(together))
  }

  const apart = (token: Token): readonly Token[] | undefined => {
    if (token.plain.length < FEWEST_OF_JOINED_WORDS || ordinary.has(token.written)) return undefined
    const isOneWord = (entry: Entry) => !entry.stem || entry.plain.length >= FEWEST_OF_ONE_WORD
    const one = [...inSameSpelling(wordsByPlain.get(token.plain), token.written), ...beginnings(token, stemsByPlain)]
    if (one.some(isOneWord)) return undefined
    return withoutSpaces.wordsIn(token.written)?.map((written) => ({ written, plain: withoutMarks(written) }))
  }

  const nearlyApart = (token: Token): readonly (readonly Token[])[] =>
    isKnown(token) || endsInAnOrdinaryWord(token) ? [] : withoutSpaces.nearlyWordsIn(token)

  // What a word is, its end tells: "köavgift" is a fee, and neither to give nor poison.
  const endsInAnOrdinaryWord = ({ written }: Token): boolean =>
    Array.from(written, (_, at) => written.slice(at)).some((end) => end.length >= FEWEST_OF_ONE_WORD && ordinary.has(end))

  const isKnown = ({ plain, written }: Token): boolean => wordsByPlain.has(plain) || ordinary.has(written)

  // Words that are known are asked for most, and there is an end to them.
  const known = new Map<string, readonly Guess[]>()
  const wordsFor = (token: Token): readonly Guess[] => {
    const { maybe = [], typed } = token
    if (maybe.length > 0) return maybe.flatMap(meantBy)
    if (typed !== undefined || !isKnown(token)) return lookUp(token)
    const guesses = known.get(token.written) ?? lookUp(token)
    known.set(token.written, guesses)
    return guesses
  }

  const meantBy = (written: string): readonly Guess[] =>
    lookUp({ written, plain: withoutMarks(written) }).map((guess) => ({ ...guess, asWritten: false, doubt: DOUBT.much }))

  return { wordsFor, languagesOf, asOne, apart, nearlyApart }
}

function languagesByWord(everyday: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, words] of everyday)
    for (const word of words.map(sameLetters)) languages.set(word, [...(languages.get(word) ?? []), language])
  return languages
}

const DOUBLED = /(\p{L})\1+/gu

const singleLetters = (word: string): string => (isSingle(word) ? word : word.replace(DOUBLED, '$1'))

function isSingle(word: string): boolean {
  for (let at = 1; at < word.length; at++) if (word[at] === word[at - 1]) return false
  return true
}

const sureIn =
  (text: Spelling) =>
  ({ id, language, written }: Entry): Guess => ({ id, language, asWritten: text.written.startsWith(written), doubt: 0 })

const asItIs = (word: string): string => word

/** The entries that a word may be: marks may be missing from it, but one that is there must be right: "då" is not "dö". */
const inSameSpelling = (entries: readonly Entry[] | undefined, written: string, shape = asItIs): Entry[] =>
  (entries ?? []).filter((entry) => isSpelledAs(written, shape(entry.written)))

function isSpelledAs(text: string, word: string): boolean {
  if (text === word) return true
  if (text.length !== word.length) return false
  for (let at = 0; at < text.length; at++) if (text[at] !== word[at] && text[at] !== withoutMarks(word[at]!)) return false
  return true
}

function beginnings({ plain, written }: Spelling, stems: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  const found: Entry[] = []
  for (let length = FEWEST_OF_A_STEM; length <= plain.length; length++) {
    const entries = stems.get(plain.slice(0, length))
    if (entries) found.push(...inSameSpelling(entries, written.slice(0, length)))
  }
  return found
}

type Spelling = Pick<Token, 'plain' | 'written'>

// Arabic writes "and" and "so" together with the next word.
const ARABIC_AND = /^[وف]\p{Script=Arabic}{2,}$/u

function withoutPrefix(
  { plain, written }: Token,
  words: ReadonlyMap<string, readonly Entry[]>,
  stems: ReadonlyMap<string, readonly Entry[]>,
): Entry[] {
  if (!ARABIC_AND.test(plain)) return []
  const rest = { plain: plain.slice(1), written: written.slice(1) }
  return [...inSameSpelling(words.get(rest.plain), rest.written), ...beginnings(rest, stems)]
}
