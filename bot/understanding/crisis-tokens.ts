/** A word of a text as it is compared. */
export type Token = {
  /** Small letters with their marks, letter variants made one. */
  written: string
  /** The same without marks: what is left on a keyboard that lacks them. */
  plain: string
  /** As it was typed, where three or more of a letter were taken for fewer: one of them may be a wrong letter. */
  typed?: string
  /** The words that it may be, where what stands around it says so. */
  maybe?: readonly string[]
}

const APOSTROPHES = /(?<=\p{L})[’'ʼʹ`´‘ʻ](?=\p{L})/gu
const CENSORED = /(?<=\p{L})\*+(?=\p{L})/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu
// A full stop, but not the dots of a pause, nor one with no space after it.
const SENTENCE_END = /(?<![.…])[.!?؟]\s|[!?؟]{2,}\s|\n/u
const ARABIC_MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

// Keyboards and countries differ in these; no meaning hangs on them. Turkish ı is lost in capitals, and so is its dotted twin.
const VARIANTS: Readonly<Record<string, string>> = {
  ı: 'i',
  æ: 'ä',
  ø: 'ö',
  ß: 'ss',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  ґ: 'г',
  ы: 'и',
  э: 'е',
  ё: 'е',
}
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]|i\u0307`, 'gu')
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g
const HAMZA: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و', ئ: 'ي' }
// Letters and digits that stand for letters inside a word: "su1c1de".
const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const DISGUISED = /[\p{L}013457@$]*\p{L}[013457@$]+\p{L}[\p{L}013457@$]*/gu
// Persian writes the sign of the present joined, apart, or with a zero-width space between.
const PERSIAN_PRESENT = /(?<![\p{L}\p{M}])(ن?مي) (?=\p{L})/gu

// Most words are these already, and it saves the time of a dozen replacements: letters without marks, and letters that stay as they are.
const PLAIN = /^[a-z]*$/
const SAME = /^[a-zåäöáéíóúñüąćęłńśźżçğşабвгдежзийклмнопрстуфхцчшщьюяєіїابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ]*$/u

/** A word without marks: å to a, ї to і, ł to l. */
export const withoutMarks = (word: string): string =>
  PLAIN.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/ł/g, 'l')
        .replace(/đ/g, 'd')
        .normalize('NFC')

/** Small letters, one form of each letter, nothing that cannot be seen. Punctuation is kept. */
export const sameLetters = (text: string): string =>
  SAME.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\p{Cf}/gu, '')
        .replace(ARABIC_MARKS, '')
        .replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
        .replace(VARIANT, (letter) => VARIANTS[letter] ?? 'i')
        .replace(/[أإآؤئ]/g, (letter) => HAMZA[letter] ?? letter)
        .replace(APOSTROPHES, '')
        .replace(CENSORED, '')
        .replace(PERSIAN_PRESENT, '$1')

/** The words of each sentence of a text: phrases do not go from one sentence into the next. */
export function sentencesOf(text: string): Token[][] {
  const shown = sameLetters(text).replace(DISGUISED, (word) => word.replace(/[013457@$]/g, (sign) => DISGUISES[sign] ?? sign))
  return shown.split(SENTENCE_END).map((sentence) => joinLetters(sentence.match(WORD) ?? []).map(tokenOf))
}

// Three or more of a letter are a cry or a key that hung: "snäääälla", "dööö". What is left of a long word may have two of them.
const CRY = /(\p{L})\1{2,}/gu
const FEWEST_FOR_TWO_LETTERS = 5

function tokenOf(word: string): Token {
  const doubled = word.replace(CRY, '$1$1')
  const written = doubled.length < FEWEST_FOR_TWO_LETTERS ? word.replace(CRY, '$1') : doubled
  return { written, plain: withoutMarks(written), ...(written === word ? {} : { typed: withoutMarks(word) }) }
}

/** "k m s" is written apart to get past somebody, or by a hand that shakes. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = []
  let run: string[] = []
  const end = () => {
    joined.push(...(run.length >= 3 ? [run.join('')] : run))
    run = []
  }
  for (const word of words)
    if (/^\p{L}$/u.test(word)) run.push(word)
    else {
      end()
      joined.push(word)
    }
  end()
  return joined
}
