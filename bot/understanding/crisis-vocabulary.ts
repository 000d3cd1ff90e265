import { editDistance } from './edit-distance.js'
import { sameLetters, withoutMarks, type Token } from './crisis-tokens.js'

/** A word of the phrases of one language, with its number. */
export type Entry = { id: number; language: string; written: string; plain: string; stem: boolean }

/**
 * A word that a token may be. `asWritten`: letter for letter, or begun so. `doubt`: how much of a guess it is, 0 for a word that is
 * written without its marks or with a letter doubled, up to 1 for a misspelling.
 */
export type Guess = { id: number; language: string; asWritten: boolean; doubt: number }

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
}

// A shorter word is too near to others: one letter makes "bil" of "bill".
const FEWEST_FOR_ONE_EDIT = 5
const FEWEST_FOR_TWO_EDITS = 8
const FEWEST_FOR_A_MISSPELT_STEM = 6
// One wrong letter in a long word is hardly a guess; in a short one, or two wrong letters, it is.
const DOUBT = { little: 0.5, much: 1 } as const
const FEWEST_FOR_DOUBLING = 4
const FEWEST_OF_A_STEM = 2
// "självmord" written "själv mord" is a word; "i dag" is nothing of ours.
const FEWEST_OF_A_SPLIT_WORD = 6
const FEWEST_OF_A_SECOND_HALF = 3
const FEWEST_OF_JOINED_WORDS = 7
const FEWEST_OF_A_JOINED_WORD = 2
const MOST_JOINED_WORDS = 7
const LONGEST_JOINED_WORD = 24
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
  const wordsByPlain = byKey(words, ({ plain }) => plain)
  const wordsBySingle = byKey(words, ({ plain }) => singleLetters(plain))
  const stemsByPlain = byKey(stems, ({ plain }) => plain)
  const ordinary = languagesByWord(everyday)
  const misspelt = misspellings(entries)

  const wordsFor = (token: Token): readonly Guess[] => {
    const own = ordinary.get(token.written) ?? []
    // What somebody wrote as a stem is meant to begin longer words, ordinary ones too.
    const isFree = ({ written, stem, language }: Entry) =>
      written === token.written || (stem && token.written.startsWith(written)) || !own.includes(language)
    const words = inSameSpelling(wordsByPlain.get(token.plain), token.written).filter(isFree)
    const begun = [...beginnings(token, stemsByPlain), ...withoutPrefix(token, wordsByPlain, stemsByPlain)].filter(isFree)
    const surely = sureIn(token)
    if (words.length > 0) return [...words, ...begun].map(surely)
    const doubled = (wordsBySingle.get(singleLetters(token.plain)) ?? []).filter(
      ({ plain }) => Math.max(plain.length, token.plain.length) >= FEWEST_FOR_DOUBLING,
    )
    return [
      ...misspelt(token, own),
      ...inSameSpelling(doubled, singleLetters(token.written), singleLetters).filter(isFree).map(surely),
      ...begun.map(surely),
    ]
  }

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
    const pieces = splitIn(token.written, wordsByPlain, MOST_JOINED_WORDS)
    return pieces?.map((written) => ({ ...token, written, plain: withoutMarks(written) }))
  }

  return { wordsFor, languagesOf, asOne, apart }
}

function languagesByWord(everyday: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, words] of everyday)
    for (const word of words.map(sameLetters)) languages.set(word, [...(languages.get(word) ?? []), language])
  return languages
}

/** Splits into words of one language, the longest first. One letter may only begin: "iwant". */
function splitIn(
  written: string,
  words: ReadonlyMap<string, readonly Entry[]>,
  most: number,
  language?: string,
): string[] | undefined {
  if (written === '') return []
  if (most === 0) return undefined
  const shortest = language === undefined ? 1 : FEWEST_OF_A_JOINED_WORD
  for (let length = Math.min(written.length, LONGEST_JOINED_WORD); length >= shortest; length--) {
    const piece = written.slice(0, length)
    for (const entry of words.get(withoutMarks(piece)) ?? []) {
      if (language !== undefined && entry.language !== language) continue
      const rest = splitIn(written.slice(length), words, most - 1, entry.language)
      if (rest) return [piece, ...rest]
    }
  }
  return undefined
}

const byKey = (entries: readonly Entry[], key: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> => {
  const map = new Map<string, Entry[]>()
  for (const entry of entries) {
    const own = key(entry)
    const list = map.get(own)
    if (list) list.push(entry)
    else map.set(own, [entry])
  }
  return map
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

/**
 * The entries that a word is one or two edits from, but for those of some languages. Every entry of its script and about its length is looked at, which is quicker
 * than an index: the letters that two words have in common are compared as bits first, and few pass.
 */
function misspellings(entries: readonly Entry[]): (token: Token, never: readonly string[]) => readonly Guess[] {
  const long = entries.filter(({ plain, stem }) => plain.length >= (stem ? FEWEST_FOR_A_MISSPELT_STEM : FEWEST_FOR_ONE_EDIT))
  const scripts = new Map<string, { words: Bits; stems: Bits }>()
  for (const script of new Set(long.map(({ plain }) => scriptOf(plain)))) {
    const own = long.filter(({ plain }) => scriptOf(plain) === script)
    scripts.set(script, { words: bitsOf(own.filter(({ stem }) => !stem)), stems: bitsOf(own.filter(({ stem }) => stem)) })
  }
  return ({ plain }, never) => {
    const bits = plain.length < FEWEST_FOR_ONE_EDIT - 1 ? undefined : scripts.get(scriptOf(plain))
    if (!bits) return []
    const near = [...nearIn(bits.words, plain, plain.length - 2), ...nearIn(bits.stems, plain, 0)]
    return near.filter(({ language }) => !never.includes(language))
  }
}

/** Entries by length, with their letters as bits, and for each length the place of the first entry that is not shorter. */
type Bits = { entries: readonly Entry[]; letters: Int32Array; first: readonly number[] }

const scriptOf = (word: string): string => (word >= '\u0600' ? 'arabic' : word >= '\u0400' ? 'cyrillic' : 'latin')

function bitsOf(unsorted: readonly Entry[]): Bits {
  const entries = [...unsorted].sort((one, other) => one.plain.length - other.plain.length)
  const longest = entries.at(-1)?.plain.length ?? 0
  const placeOf = (length: number): number => {
    const place = entries.findIndex(({ plain }) => plain.length >= length)
    return place === -1 ? entries.length : place
  }
  const first = Array.from({ length: longest + 1 }, (_, length) => placeOf(length))
  return { entries, letters: Int32Array.from(entries, ({ plain }) => lettersIn(plain)), first }
}

// Letters share a bit now and then, which only lets a few more words through to the comparison.
function lettersIn(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The entries from `shortest` letters on that a word may be a misspelling of. */
function nearIn({ entries, letters, first }: Bits, text: string, shortest: number): Guess[] {
  const own = lettersIn(text)
  const found: Guess[] = []
  const end = first[text.length + 3] ?? entries.length
  for (let at = first[Math.max(shortest, 0)] ?? entries.length; at < end; at++) {
    if (countBits(letters[at]! & ~own) > 2) continue
    const { id, language, stem, plain } = entries[at]!
    const limit = plain.length >= FEWEST_FOR_TWO_EDITS && text.length + 1 >= FEWEST_FOR_TWO_EDITS ? 2 : 1
    if (!stem && countBits(own & ~letters[at]!) > limit) continue
    if (plain.length < FEWEST_FOR_TWO_EDITS && !beginsAlike(text, plain)) continue
    const edits = editDistance(text, plain, limit, stem)
    if (edits <= limit)
      found.push({
        id,
        language,
        asWritten: false,
        doubt: edits <= 1 && plain.length >= FEWEST_FOR_TWO_EDITS ? DOUBT.little : DOUBT.much,
      })
  }
  return found
}

// Few people miss the first letter, and many short words differ in nothing else.
const beginsAlike = (one: string, other: string): boolean => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])
