import { folded } from './normalise.js'

/** What stands between two words: nothing but space, a comma or "and", or the end of a thought. */
export type Gap = 'none' | 'weak' | 'strong'

/** A text as its words, small and without dots and rings; `gaps[n]` is what stands before word n. */
export type SaidWords = { readonly words: readonly string[]; readonly gaps: readonly Gap[] }

// "1 200" and "1.200" are one number, "3-5" is none that can be taken; an apostrophe is left out of its word.
const PARTS =
  /\d+\s?[-–]\s?\d+|\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+(?:[.,]\d+)?(?!\p{L}*\d)|[\p{L}\p{N}]+|[.;:!?()\n…–—]|(?<=\s)-(?=\s)|,/gu
const WEAK = ','
const LONGEST = 300

export function saidWords(text: string): SaidWords {
  const said = folded(
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .toLowerCase(),
  ).replace(/(\p{L})['’´`](\p{L})/gu, '$1$2')
  const words: string[] = []
  const gaps: Gap[] = []
  let gap: Gap = 'none'
  for (const [part] of said.matchAll(PARTS)) {
    if (/^[\p{L}\p{N}]/u.test(part)) {
      words.push(/^\d{1,3}(?:[ .]\d{3})+$/.test(part) ? part.replace(/[ .]/g, '') : part)
      gaps.push(gap)
      gap = 'none'
    } else if (gap !== 'strong') gap = part === WEAK ? 'weak' : 'strong'
    if (words.length >= LONGEST) break
  }
  return { words, gaps }
}
