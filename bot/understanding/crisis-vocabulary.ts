import { editDistance } from './edit-distance.js'
import { sameLetters, withoutMarks, type Token } from './crisis-tokens.js'

/** A word of the phrases of one language, with its number. */
export type Entry = { id: number; language: string; written: string; plain: string; stem: boolean }

/** Finds which words of the phrases a text may have. All answers are numbers of entries. */
export type Vocabulary = {
  /** What a token may be: as written, without its marks, with doubled letters, or misspelt. */
  wordsFor(token: Token): readonly number[]
  /** What two tokens may be together: a long word written apart. */
  asOne(first: Token, second: Token): readonly number[]
  /** The words that a token may be when spaces are left out; undefined when it is not made of words of one language. */
  apart(token: Token): readonly Token[] | undefined
}

// A shorter word is too near to others: one letter makes "bil" of "bill".
const FEWEST_FOR_ONE_EDIT = 5
const FEWEST_FOR_TWO_EDITS = 8
const FEWEST_FOR_DOUBLING = 4
const FEWEST_OF_A_STEM = 2
// "självmord" written "själv mord" is a word; "i dag" is nothing of ours.
const FEWEST_OF_A_SPLIT_WORD = 6
const FEWEST_OF_JOINED_WORDS = 6
const MOST_JOINED_WORDS = 5

/** The word as the vocabulary compares it; the phrases' words go through the same door as the texts. */
export const entryOf = (id: number, language: string, text: string, stem: boolean): Entry => {
  const written = sameLetters(text)
  return { id, language, written, plain: withoutMarks(written), stem }
}

/** `everyday`: words that are what they are, and never a misspelling. */
export function vocabularyOf(entries: readonly Entry[], everyday: Iterable<string>): Vocabulary {
  const words = entries.filter(({ stem }) => !stem)
  const stems = entries.filter(({ stem }) => stem)
  const wordsByPlain = byKey(words, ({ plain }) => plain)
  const wordsBySingle = byKey(words, ({ plain }) => singleLetters(plain))
  const stemsByPlain = byKey(stems, ({ plain }) => plain)
  const ordinary = new Set([...everyday].map(sameLetters))
  const byNumber = new Map(entries.map((entry) => [entry.id, entry]))
  const misspelt = misspellings(entries)

  const wordsFor = (token: Token): readonly number[] => {
    const asWritten = [
      ...inSameSpelling(wordsByPlain.get(token.plain), token.written),
      ...beginnings(token, stemsByPlain),
      ...withoutPrefix(token, wordsByPlain, stemsByPlain),
    ]
    if (ordinary.has(token.written)) return asWritten
    const single = singleLetters(token.plain)
    const doubled = (wordsBySingle.get(single) ?? []).filter(
      ({ plain }) => Math.max(plain.length, token.plain.length) >= FEWEST_FOR_DOUBLING,
    )
    const near = [...asWritten, ...inSameSpelling(doubled, singleLetters(token.written), singleLetters)]
    return near.length > 0 ? near : misspelt(token)
  }

  const asOne = (first: Token, second: Token): readonly number[] => {
    const together = { written: first.written + second.written, plain: first.plain + second.plain }
    if (together.plain.length < FEWEST_OF_A_SPLIT_WORD) return []
    const longer = (ids: readonly number[]) => ids.filter((id) => byNumber.get(id)!.plain.length > first.plain.length)
    return longer([...inSameSpelling(wordsByPlain.get(together.plain), together.written), ...beginnings(together, stemsByPlain)])
  }

  const apart = (token: Token): readonly Token[] | undefined => {
    if (token.plain.length < FEWEST_OF_JOINED_WORDS || ordinary.has(token.written)) return undefined
    const pieces = splitIn(token.written, wordsByPlain, MOST_JOINED_WORDS)
    return pieces?.map((written) => ({ ...token, written, plain: withoutMarks(written) }))
  }

  return { wordsFor, asOne, apart }
}

/** Splits into words of one language, the longest first; one-letter words are left out, since they make anything possible. */
function splitIn(
  written: string,
  words: ReadonlyMap<string, readonly Entry[]>,
  most: number,
  language?: string,
): string[] | undefined {
  if (written === '') return []
  if (most === 0) return undefined
  for (let length = written.length; length >= 2; length--) {
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
    const list = map.get(key(entry))
    if (list) list.push(entry)
    else map.set(key(entry), [entry])
  }
  return map
}

const singleLetters = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1')

const asItIs = (word: string): string => word

/** The entries that a word may be: marks may be missing from it, but one that is there must be right: "då" is not "dö". */
const inSameSpelling = (entries: readonly Entry[] | undefined, written: string, shape = asItIs): number[] =>
  (entries ?? []).filter((entry) => isSpelledAs(written, shape(entry.written))).map(({ id }) => id)

function isSpelledAs(text: string, word: string): boolean {
  if (text === word) return true
  if (text.length !== word.length) return false
  for (let at = 0; at < text.length; at++) if (text[at] !== word[at] && text[at] !== withoutMarks(word[at]!)) return false
  return true
}

function beginnings({ plain, written }: Spelling, stems: ReadonlyMap<string, readonly Entry[]>): number[] {
  const found: number[] = []
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
): number[] {
  if (!ARABIC_AND.test(plain)) return []
  const rest = { plain: plain.slice(1), written: written.slice(1) }
  return [...inSameSpelling(words.get(rest.plain), rest.written), ...beginnings(rest, stems)]
}

/**
 * The entries that a word is one or two edits from. Every entry of its script is looked at, which is quicker than an index: the
 * letters that two words have in common are compared as bits first, and few pass.
 */
function misspellings(entries: readonly Entry[]): (token: Token) => readonly number[] {
  const long = entries.filter(({ plain }) => plain.length >= FEWEST_FOR_ONE_EDIT)
  const scripts = new Map<string, Bits>()
  for (const script of new Set(long.map(({ plain }) => scriptOf(plain))))
    scripts.set(script, bitsOf(long.filter(({ plain }) => scriptOf(plain) === script)))
  return ({ plain }) => {
    if (plain.length < FEWEST_FOR_ONE_EDIT - 1) return []
    const bits = scripts.get(scriptOf(plain))
    return bits ? nearIn(bits, plain) : []
  }
}

type Bits = { entries: readonly Entry[]; lengths: Uint8Array; letters: Int32Array }

const scriptOf = (word: string): string => (word >= '\u0600' ? 'arabic' : word >= '\u0400' ? 'cyrillic' : 'latin')

const bitsOf = (entries: readonly Entry[]): Bits => ({
  entries,
  lengths: Uint8Array.from(entries, ({ plain }) => plain.length),
  letters: Int32Array.from(entries, ({ plain }) => lettersIn(plain)),
})

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

function nearIn({ entries, lengths, letters }: Bits, plain: string): number[] {
  const own = lettersIn(plain)
  const found: number[] = []
  for (let at = 0; at < entries.length; at++) {
    const { stem } = entries[at]!
    const length = lengths[at]!
    const limit = Math.min(length, plain.length + 1) >= FEWEST_FOR_TWO_EDITS ? 2 : 1
    if (plain.length < length - limit || (!stem && plain.length > length + limit)) continue
    const missing = countBits(letters[at]! & ~own)
    if (missing > limit || (!stem && countBits(own & ~letters[at]!) > limit)) continue
    if (editDistance(plain, entries[at]!.plain, limit, stem) <= limit) found.push(entries[at]!.id)
  }
  return found
}
