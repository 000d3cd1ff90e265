import { ALPHABET, asCode, compact, type PlanCode } from '../domain/permits/plan-code.js'

/** A code that somebody wrote to come back to a plan; `mistyped` when it is meant as one and cannot be. */
export type WrittenCode = { kind: 'code'; code: PlanCode } | { kind: 'mistyped' }

// "Min kod är K7R-M4W-TX9", "the code for my plan is …", "kod: …"
const LEAD =
  /^(?:hej[,!]?\s+)?(?:(?:jag har|här är|i have|here is|here's)\s+)?(?:min|mitt|en|koden|kod|plankod|my|the|a|code|plan code)(?:\s+(?:kod|plankod|code|plan code))?(?:\s+(?:för|till|for)\s+\S+(?:\s+\S+)?)?(?:\s+(?:är|is|lyder))?\s*[:=]?\s+(?=\S)/iu
const SAYS_CODE = /\b(?:kod|koden|plankod|code)\b/iu
const ENDS = /[\s.!]*(?:tack|please|thanks)?[\s.!]*$/iu

/** The code in a text that is nothing else than one, with or without "my code is" before it. */
export function codeIn(text: string): WrittenCode | undefined {
  const said = text.trim()
  if (said.length > 60) return undefined
  const lead = LEAD.exec(said)?.[0] ?? ''
  const written = said.slice(lead.length).replace(ENDS, '')
  const code = asCode(written)
  if (code) return { kind: 'code', code }
  return looksLikeOne(written, SAYS_CODE.test(lead)) ? { kind: 'mistyped' } : undefined
}

/** The words around the code that a text is written for, "my code is" at most; the text itself when it is written for none. */
export const withoutCode = (text: string): string => (codeIn(text) ? (LEAD.exec(text.trim())?.[0] ?? '') : text)

/** After "my code is" anything with a digit, or without a vowel, is meant as a code; alone only what no word, street or year looks like. */
function looksLikeOne(written: string, isCalledOne: boolean): boolean {
  const letters = compact(written)
  const strange = Array.from(letters).filter((letter) => !ALPHABET.includes(letter)).length
  if (!/^[A-Z0-9]{6,12}$/.test(letters) || (!/\d/.test(letters) && strange > 0)) return false
  return isCalledOne || (/^.{8,10}$/.test(letters) && /[A-Z].*[A-Z]/.test(letters) && /\d.*\d/.test(letters) && strange <= 2)
}
