// Read aloud on the phone and typed by hand: no vowels, so that no word comes of it, and of letters and digits that look or sound alike only one.
export const ALPHABET = '23456789CDFGHJKMNPQRTVWX'
/** Letters of a code that are drawn; one more checks them. */
const DRAWN = 8
const GROUP = 3
// Each has no factor in common with the length of the alphabet, so that one wrong letter never goes unnoticed.
const WEIGHTS = [1, 5, 7, 11, 13, 17, 19, 23]

/** The code by which a plan is found again, without spaces and hyphens. */
export type PlanCode = string & { readonly brand: 'PlanCode' }

/** Draws a new code. `below` gives a whole number from 0 to one less than its argument, which nobody can foretell. */
export function drawCode(below: (most: number) => number): PlanCode {
  const drawn = Array.from({ length: DRAWN }, () => ALPHABET[below(ALPHABET.length)]!).join('')
  return `${drawn}${checkOf(drawn)}` as PlanCode
}

/** The code that was written, however it was spaced; undefined when it cannot be one of ours. */
export function asCode(written: string): PlanCode | undefined {
  const code = compact(written)
  const isWhole = code.length === DRAWN + 1 && Array.from(code).every((letter) => ALPHABET.includes(letter))
  return isWhole && checkOf(code.slice(0, DRAWN)) === code[DRAWN] ? (code as PlanCode) : undefined
}

/** As it is shown: K7R-M4W-TX9. */
export const shownCode = (code: string): string => groupsOf(code).join('-')

/** As it is read aloud: letter by letter, with a pause between the groups. */
export const spokenCode = (code: string): string =>
  groupsOf(code)
    .map((group) => Array.from(group).join(' '))
    .join(', ')

/** Letters and digits only, as they are compared. */
export const compact = (written: string): string => written.toUpperCase().replace(/[\s\-–—.,:;]/g, '')

const groupsOf = (code: string): string[] => code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

function checkOf(drawn: string): string {
  const sum = Array.from(drawn).reduce((total, letter, place) => total + ALPHABET.indexOf(letter) * WEIGHTS[place]!, 0)
  return ALPHABET[sum % ALPHABET.length]!
}
