import { editDistance } from './edit-distance.js'
import { sameLetters, withoutMarks, type Token } from './crisis-tokens.js'

/** A word of the phrases of one language, with its number. */
export type Entry = { id: number; written: string; plain: string; stem: boolean }

/** Finds which words of the phrases a token may be: as written, without its marks, with doubled letters, or misspelt. */
export type Vocabulary = (token: Token) => readonly number[]

// A shorter word is too near to others: one letter makes "bil" of "bill".
const FEWEST_FOR_ONE_EDIT = 5
const FEWEST_FOR_TWO_EDITS = 8
const FEWEST_FOR_DOUBLING = 4
const FEWEST_OF_A_STEM = 2

/** The word as the vocabulary compares it; the phrases' words go through the same door as the texts. */
export const entryOf = (id: number, text: string, stem: boolean): Entry => {
  const written = sameLetters(text)
  return { id, written, plain: withoutMarks(written), stem }
}

/** `everyday`: words that are what they are, and never a misspelling. */
export function vocabularyOf(entries: readonly Entry[], everyday: Iterable<string>): Vocabulary {
  const words = entries.filter(({ stem }) => !stem)
  const stems = entries.filter(({ stem }) => stem)
  const wordsByPlain = byKey(words, ({ plain }) => plain)
  const wordsBySingle = byKey(words, ({ plain }) => singleLetters(plain))
  const stemsByPlain = byKey(stems, ({ plain }) => plain)
  const ordinary = new Set([...everyday].map(sameLetters))
  const misspelt = misspellings(entries)

  return (token) => {
    const asWritten = [
      ...inSameSpelling(wordsByPlain.get(token.plain), token.written),
      ...beginnings(token, stemsByPlain),
      ...withoutPrefix(token, wordsByPlain, stemsByPlain),
    ]
    if (ordinary.has(token.written)) return asWritten
    const single = singleLetters(token.plain)
    const doubled = (wordsBySingle.get(single) ?? []).filter(({ plain }) => Math.max(plain.length, token.plain.length) >= FEWEST_FOR_DOUBLING)
    const near = [...asWritten, ...inSameSpelling(doubled, singleLetters(token.written), singleLetters)]
    return near.length > 0 ? near : misspelt(token)
  }
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

function beginnings({ plain, written }: Pick<Token, 'plain' | 'written'>, stems: ReadonlyMap<string, readonly Entry[]>): number[] {
  const found: number[] = []
  for (let length = FEWEST_OF_A_STEM; length <= plain.length; length++) {
    const entries = stems.get(plain.slice(0, length))
    if (entries) found.push(...inSameSpelling(entries, written.slice(0, length)))
  }
  return found
}

// Arabic writes "and" and "so" together with the next word.
const ARABIC_AND = /^[وف]\p{Script=Arabic}{2,}$/u

function withoutPrefix({ plain, written }: Token, words: ReadonlyMap<string, readonly Entry[]>, stems: ReadonlyMap<string, readonly Entry[]>): number[] {
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
