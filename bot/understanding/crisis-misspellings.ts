import type { Entry, Guess } from './crisis-entry.js'
import { editDistance } from './edit-distance.js'

/** The entries that a word may be a misspelling of. */
export type Misspellings = (plain: string) => readonly Guess[]

// A shorter word is too near to others: one letter makes "bil" of "bill".
const FEWEST_FOR_ONE_EDIT = 5
const FEWEST_FOR_TWO_EDITS = 8
const FEWEST_FOR_A_MISSPELT_STEM = 5
// One wrong letter in a long word is hardly a guess; in a short one, or two wrong letters, it is.
export const DOUBT = { little: 0.5, much: 1 } as const

/**
 * The entries that a word is one or two edits from. Every entry of its script and about its length is looked at, which is quicker
 * than an index: the letters that two words have in common are compared as bits first, and few pass.
 */
export function misspellings(entries: readonly Entry[]): Misspellings {
  const long = entries.filter(({ plain, stem }) => plain.length >= (stem ? FEWEST_FOR_A_MISSPELT_STEM : FEWEST_FOR_ONE_EDIT))
  const scripts = new Map<string, { words: Bits; stems: Bits }>()
  for (const script of new Set(long.map(({ plain }) => scriptOf(plain)))) {
    const own = long.filter(({ plain }) => scriptOf(plain) === script)
    scripts.set(script, { words: bitsOf(own.filter(({ stem }) => !stem)), stems: bitsOf(own.filter(({ stem }) => stem)) })
  }
  return (plain) => {
    const bits = plain.length < FEWEST_FOR_ONE_EDIT - 1 ? undefined : scripts.get(scriptOf(plain))
    if (!bits) return []
    return [...nearIn(bits.words, plain, plain.length - 2), ...nearIn(bits.stems, plain, 0)]
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
    if (edits === 0 || edits > limit) continue
    const isLittle = edits === 1 && plain.length >= FEWEST_FOR_TWO_EDITS
    found.push({ id, language, asWritten: false, doubt: isLittle ? DOUBT.little : DOUBT.much })
  }
  return found
}

// Few people miss the first letter, and many short words differ in nothing else.
const beginsAlike = (one: string, other: string): boolean => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])

/** Words by which a text is meant when it is so many edits from them. */
export type Words = (plain: string) => readonly string[]

/** The words that a text, however short, is at most `limit` edits from; it is none of them itself. */
export function within(limit: number, entries: readonly Entry[]): Words {
  const { entries: ordered, letters, first } = bitsOf(entries)
  return (text) => {
    const own = lettersIn(text)
    const found = new Set<string>()
    const end = first[text.length + limit + 1] ?? ordered.length
    for (let at = first[Math.max(text.length - limit, 0)] ?? ordered.length; at < end; at++) {
      if (countBits(letters[at]! & ~own) > limit || countBits(own & ~letters[at]!) > limit) continue
      const { plain, written } = ordered[at]!
      const edits = editDistance(text, plain, limit, false)
      if (edits > 0 && edits <= limit) found.add(written)
    }
    return [...found]
  }
}
