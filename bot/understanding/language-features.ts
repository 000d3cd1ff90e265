/** Scripts that tell languages apart. The last three are written by one of our languages only. */
export const SCRIPTS = ['Latin', 'Arabic', 'Cyrillic', 'Ethiopic', 'Thai', 'Han'] as const
export type Script = (typeof SCRIPTS)[number]

// First and last code point of a block, and whose it is.
const BLOCKS: readonly (readonly [number, number, Script])[] = [
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x620, 0x6ff, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0x1200, 0x139f, 'Ethiopic'],
  [0x2d80, 0x2ddf, 'Ethiopic'],
  [0xe01, 0xe5b, 'Thai'],
  [0x3400, 0x4dbf, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
]

/** The script of one letter in comparable text; undefined for digits, marks and scripts that none of our languages is written in. */
export const scriptOf = (codePoint: number): Script | undefined =>
  BLOCKS.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2]

const LONGEST_GRAM = 5
// A longer word than this is nobody's.
const LONGEST_WORD = 60
/** Room for the features of one word. */
export const MOST_FEATURES = (LONGEST_WORD + 2) * LONGEST_GRAM + 1

/**
 * Writes the features of one comparable word into `into` and returns how many there are: its character n-grams of 1 to 5, where a
 * border of the word counts as a character, and the whole word, each hashed to a number of `bits` bits. The model was learned with
 * exactly these numbers: after a change here it is learned anew (scripts/learn-languages.mjs).
 */
export function languageFeatures(word: string, bits: number, into: Int32Array): number {
  const padded = ` ${word.slice(0, LONGEST_WORD)} `
  const mask = (1 << bits) - 1
  let count = 0
  for (let at = 0; at < padded.length - 1; at++) {
    let hash = 0x2545f491
    for (let length = 1; length <= LONGEST_GRAM && at + length <= padded.length; length++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at + length - 1), 0x01000193)
      hash ^= hash >>> 15
      if (length > 1 || at > 0) into[count++] = mixed(hash ^ length) & mask
    }
  }
  into[count++] = mixed(wholeHash(padded)) & mask
  return count
}

function wholeHash(padded: string): number {
  let hash = 0x9e3779b9
  for (let at = 0; at < padded.length; at++) {
    hash = Math.imul(hash ^ padded.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 13
  }
  return hash
}

function mixed(hash: number): number {
  const once = Math.imul(hash, 0x85ebca6b)
  return (once ^ (once >>> 13)) >>> 0
}
