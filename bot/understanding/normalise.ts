// Characters that cannot be seen: they split words for us and hide text from the person who reads it. Joiners (U+200C, U+200D)
// are part of Persian spelling and of emoji, so they become spaces' nothing only here, where text is compared.
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}\u{E0000}-\u{E007F}]/gu
const CONTROL = /[\p{Cc}]/gu

/** What may be stored and shown of what somebody wrote: without control and invisible characters, at most two line breaks in a row. */
export const visibleText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\P{Cf}\u200c\u200d]/gu, '')
    .replace(/[\p{Co}\p{Cn}]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

// The skills of a turn ask for the same text, one after the other.
let last = { text: '', compared: '' }

/** Text as it is compared: small letters, letters and digits only, single spaces. */
export function comparable(text: string): string {
  if (text !== last.text) last = { text, compared: comparableAnew(text) }
  return last.compared
}

const comparableAnew = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** The same without å, ä, ö and accents, for people whose keyboard lacks them. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '')
