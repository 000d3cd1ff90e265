import { saidWords } from './said-words.js'

/** A number among words: from word `from` up to word `to`, which is not in it. */
export type SaidNumber = { readonly value: number; readonly from: number; readonly to: number }

const UNITS: Readonly<Record<string, number>> = numbered(`
  1 one | 2 tva two | 3 tre three | 4 fyra four | 5 fem five | 6 sex six | 7 sju seven | 8 atta eight | 9 nio nine | 10 tio ten | 11 elva eleven |
  12 tolv twelve dussin dozen | 13 tretton thirteen | 14 fjorton fourteen | 15 femton fifteen | 16 sexton sixteen | 17 sjutton seventeen |
  18 arton eighteen | 19 nitton nineteen`)
const TENS: Readonly<Record<string, number>> = numbered(`
  20 tjugo tjugi tju twenty | 30 trettio tretti thirty | 40 fyrtio fyrti forty fourty | 50 femtio femti fifty | 60 sextio sexti sixty |
  70 sjuttio sjutti seventy | 80 attio atti eighty | 90 nittio nitti ninety`)
const TIMES: Readonly<Record<string, number>> = { hundra: 100, hundred: 100, tusen: 1000, thousand: 1000 }
const ONE = new Set(['en', 'ett', 'a', 'an'])
// "Ett par hundra", "a couple of hundred".
const COUPLE = new Set(['par', 'couple'])

function numbered(list: string): Record<string, number> {
  return Object.fromEntries(
    list.split('|').flatMap((group) => {
      const [value, ...names] = group.trim().split(/\s+/)
      return names.map((name) => [name, Number(value)])
    }),
  )
}

/** The numbers in words of `saidWords`, in digits or spelled out in Swedish or English. "Ett rum" is none: "ett" counts nothing by itself. */
export function numbersIn(words: readonly string[]): SaidNumber[] {
  const found: SaidNumber[] = []
  for (let from = 0; from < words.length;) {
    const number = numberAt(words, from)
    if (number) found.push(number)
    from = number ? number.to : from + 1
  }
  return found
}

/** The number that a whole text is, spelled out or not. */
export const numberOf = (text: string): number | undefined => {
  const { words } = saidWords(text)
  const number = numberAt(words, 0)
  return number?.to === words.length ? number.value : undefined
}

function numberAt(words: readonly string[], from: number): SaidNumber | undefined {
  let sum = 0
  let part: number | undefined
  let at = from
  for (; at < words.length; at++) {
    const word = words[at]!
    const times = TIMES[word]
    if (times !== undefined) {
      // "Hundra" alone is one of them; "two thousand five hundred" begins anew after the thousand.
      part = (part ?? 1) * times
      if (times === 1000) [sum, part] = [sum + part, undefined]
      continue
    }
    const value = valueOf(word)
    if (
      value !== undefined &&
      (part === undefined || (part % 100 === 0 && value < 100) || (part < 100 && part % 10 === 0 && value < 10 && part >= 20))
    )
      part = (part ?? 0) + value
    else if (!isJoiner(words, at, from)) break
    else if (ONE.has(word) || word === 'of') continue
    else if (COUPLE.has(word)) part = 2
  }
  while (at > from && isLoose(words[at - 1]!)) at--
  const value = sum + (part ?? 0)
  return at > from && value > 0 ? { value, from, to: at } : undefined
}

const isLoose = (word: string): boolean => ONE.has(word) || word === 'of' || word === 'och' || word === 'and'

/** "Ett" and "par" before hundreds, "and" inside "two hundred and fifty". */
function isJoiner(words: readonly string[], at: number, from: number): boolean {
  const [word, next, third] = [words[at]!, words[at + 1] ?? '', words[at + 2] ?? '']
  if (ONE.has(word))
    return at === from && (TIMES[next] !== undefined || COUPLE.has(next) || next === 'dussin' || next === 'dozen')
  if (COUPLE.has(word)) return at === from || (at === from + 1 && ONE.has(words[from]!))
  if (word === 'of') return COUPLE.has(words[at - 1] ?? '')
  return (word === 'and' || word === 'och') && TIMES[words[at - 1] ?? ''] !== undefined && valueOf(next || third) !== undefined
}

const DIGITS = /^\d{1,7}(?:[.,]\d{1,3})?$/

function valueOf(word: string): number | undefined {
  if (DIGITS.test(word)) return Number(word.replace(',', '.'))
  return UNITS[word] ?? TENS[word] ?? joinedValue(word)
}

/** "Tjugofem", "tvåhundra", "tvåhundrafemtio", "ettusen": one word in Swedish. */
function joinedValue(word: string): number | undefined {
  for (const [name, times] of [
    ['tusen', 1000],
    ['hundra', 100],
  ] as const) {
    const at = word.indexOf(name)
    if (at < 0) continue
    const before = at === 0 || /^ett?$/.test(word.slice(0, at)) ? 1 : valueOf(word.slice(0, at))
    const rest = word.slice(at + name.length)
    const after = rest === '' ? 0 : valueOf(rest)
    return before === undefined || after === undefined || after >= times ? undefined : before * times + after
  }
  for (const [name, ten] of Object.entries(TENS)) {
    const one = word.startsWith(name)
      ? word.slice(name.length) === 'ett' || word.slice(name.length) === 'en'
        ? 1
        : UNITS[word.slice(name.length)]
      : undefined
    if (one !== undefined && one < 10) return ten + one
  }
  return undefined
}
