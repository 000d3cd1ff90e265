import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import { numberInWords } from './number-words.js'
import { plainLines } from './plain-lines.js'

/** In whose language one reads aloud: BCP 47, and its words. */
export type Ear = { language: string; t: Translate }

type Change = (text: string, ear: Ear) => string

/**
 * A text as it is read aloud to somebody who only hears it: one short sentence a line, no addresses of the web, numbers in groups, amounts and times in
 * the words that one says. `text` may have Markdown in it.
 */
export const earText = (text: string, ear: Ear): string[] =>
  plainLines(text).flatMap((line) => sentencesOf(CHANGES.reduce((changed, change) => change(changed, ear), line)))

/** What one says in place of what is written, in the order that it is done: later ones would misread what earlier ones have put in words. */
const CHANGES: readonly Change[] = [
  (text, { t }) => text.replace(WEB, t('phone.ear.web')),
  (text, { t }) => text.replace(MAIL, (address) => spokenMail(address, t)),
  (text, { language }) => text.replace(DAY, (iso) => dateText(iso, language)),
  (text, ear) => withAmounts(text, ear),
  (text) => text.replace(PHONE, spokenPhone).replace(EMERGENCY, (number) => spaced(number)),
  (text, ear) => withShortForms(text, ear),
  (text, { t }) => text.replace(CLOCK, (whole, hour: string, minute: string) => spokenClock(whole, hour, minute, t)),
  (text, { t }) => text.replace(RANGE, (_, from: string, to: string) => t('phone.ear.to', { from, to })),
  (text) => text.replace(/\s+[–—]\s+/g, ', ').replace(/\s*\(([^()]*)\)/g, ', $1,'),
  (text) =>
    text
      .replace(/,\s*,/g, ',')
      .replace(/,\s*([.!?:;])/g, '$1')
      .replace(/,$/, ''),
]

const WEB = /\b(?:https?:\/\/|www\.)[^\s)]+[^\s).,;:]/gi
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g
const PHONE = /(?<![\d-])(?:\+\d{1,3}[ -]?|0)\d{1,3}[- ]\d[\d ]{3,}\d(?!\d)/g
const EMERGENCY = /\b112\b/g
const CLOCK = /\b([01]?\d|2[0-4])[.:]([0-5]\d)\b(?![.,]?\d)/g
const RANGE = /([\p{L}\d]+)–([\p{L}\d]+)/gu

/** Digit by digit, with a pause between the groups: "0 8, 5 0 8, 0 0, 0 0 0". */
export const spokenPhone = (number: string): string =>
  number
    .split(/[\s-]+/)
    .filter((group) => group !== '')
    .map(spaced)
    .join(', ')

const spaced = (digits: string): string => Array.from(digits).join(' ')

const spokenMail = (address: string, t: Translate): string =>
  address.replace(/[@.-]/g, (mark) => ` ${t(`phone.ear.${MARKS[mark] ?? 'dot'}`)} `).replace(/\s+/g, ' ')
const MARKS: Readonly<Record<string, string>> = { '@': 'at', '.': 'dot', '-': 'dash' }

const DIGITS = String.raw`\d{1,3}(?:[\s\u00a0\u202f,]\d{3})+|\d+`
const AMOUNT = new RegExp(String.raw`(${DIGITS})(?:\s?[–-]\s?(${DIGITS}))?[\s\u00a0]?(?:kr|kronor|SEK)(?!\p{L})`, 'gu')
const AMOUNT_AFTER = new RegExp(String.raw`\bSEK[\s\u00a0](${DIGITS})(?:\s?[–-]\s?(${DIGITS}))?`, 'gu')

function withAmounts(text: string, { t }: Ear): string {
  const said = (_: string, least: string, most: string | undefined): string => {
    const amount = most === undefined ? inWords(least, t) : t('phone.ear.to', { from: inWords(least, t), to: inWords(most, t) })
    return least === '1' && most === undefined ? t('phone.ear.krona') : t('phone.ear.kronor', { amount })
  }
  return text.replace(AMOUNT_AFTER, said).replace(AMOUNT, said)
}

const inWords = (digits: string, t: Translate): string => numberInWords(Number(digits.replace(/\D/g, '')), t) ?? digits

function spokenClock(whole: string, hour: string, minute: string, t: Translate): string {
  const said = numberInWords(Number(hour), t) ?? whole
  return minute === '00'
    ? t('phone.ear.full-hour', { hour: said })
    : t('phone.ear.clock', { hour: said, minute: numberInWords(Number(minute), t) ?? minute })
}

function withShortForms(text: string, { t }: Ear): string {
  const forms = t('phone.ear.short-forms').split('|')
  return forms.reduce((changed, form) => {
    const at = form.indexOf('=')
    return changed.replace(shortForm(form.slice(0, at)), (found) => likeIn(found, form.slice(at + 1)))
  }, text)
}

/** What begins a sentence goes on doing so. */
const likeIn = (found: string, said: string): string =>
  /^\p{Lu}/u.test(found) ? said.charAt(0).toUpperCase() + said.slice(1) : said

/** Whole words only; a sign as "%" stands alone or right after a digit. */
function shortForm(written: string): RegExp {
  const literal = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}])${literal}(?![\\p{L}])`, 'giu')
}

// A sentence that goes on after a semicolon is two for the ear.
const sentencesOf = (text: string): string[] =>
  text
    .replace(/;\s+(\p{L})/gu, (_, letter: string) => `. ${letter.toUpperCase()}`)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"”])/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
