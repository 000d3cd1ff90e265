import { numbersIn } from './numbers-in-text.js'

/** An amount that is said, and at which words: the days of a time, or kronor. */
export type SaidAmount = { readonly amount: number; readonly used: readonly number[] }

const WORKING_DAY = 7 / 5
const DAYS: Readonly<Record<string, number>> = {
  ...{ dag: 1, dagar: 1, dar: 1, dgr: 1, dygn: 1, day: 1, days: 1 },
  ...{ arbetsdag: WORKING_DAY, arbetsdagar: WORKING_DAY, arbetsdar: WORKING_DAY },
  ...{ v: 7, vecka: 7, veckor: 7, veckas: 7, veckors: 7, week: 7, weeks: 7, wk: 7, wks: 7, fortnight: 14 },
  ...{ manad: 30, manader: 30, manads: 30, manaders: 30, month: 30, months: 30 },
  ...{ kvartal: 91, quarter: 91, quarters: 91, halvar: 182, helar: 365, year: 365, years: 365 },
}
const MILLION = 1_000_000
const MONEY: Readonly<Record<string, number>> = {
  ...{ kr: 1, kronor: 1, sek: 1, spann: 1 },
  ...{ tkr: 1000, tusenlappar: 1000, ksek: 1000, k: 1000 },
  ...{ miljon: MILLION, miljoner: MILLION, milj: MILLION, mille: MILLION, miljonen: MILLION },
  ...{ mkr: MILLION, mnkr: MILLION, msek: MILLION, million: MILLION, millions: MILLION },
}
const HOURS = /^(timmar|timme|timmarna|tim|h|hours?|hrs)$/
const ONES = new Set(['en', 'ett', 'a', 'an', 'one', 'another', 'nagon'])
const HALVES = new Set(['halv', 'halva', 'half'])
// "Two more weeks", "ytterligare tre hela veckor".
const BETWEEN = /^(mer|more|extra|hela|full|whole|ytterligare|additional|working|business)$/
/** Nobody means more than ten years, or ten thousand million kronor. */
const MOST_DAYS = 3650
const MOST_KRONOR = 1e10
/** So much without a unit, where money is spoken of, is kronor. */
const LEAST_BARE = 10_000

/** Before folding: "mån" and "år" would otherwise be "man" and "är". */
export const withWholeUnits = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?<!\p{L})mån(?!\p{L})/giu, 'månader')
    .replace(/(?<!\p{L})år(?!\p{L})/giu, 'helår')

export const isUnit = (word: string): boolean => word in DAYS || word in MONEY

type Quantity = { value: number; from: number; to: number }

/** What is counted with among words: numbers, "en" and "another" before a unit, and halves. */
function quantitiesIn(words: readonly string[]): Quantity[] {
  const numbers = numbersIn(words)
  const inNumber = (at: number): boolean => numbers.some(({ from, to }) => from <= at && at < to)
  const ones = words.flatMap((word, at) => (ONES.has(word) && !inNumber(at) ? [{ value: 1, from: at, to: at + 1 }] : []))
  return [...numbers, ...ones, ...halvesIn(words)]
    .map((one) => withHalf(one, words))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
}

/** "En halv miljon", "half a month": a half and nothing more. */
const halvesIn = (words: readonly string[]): Quantity[] =>
  words.flatMap((word, at) => {
    if (!HALVES.has(word) || words[at - 2] === 'och' || words[at - 2] === 'and') return []
    const from = ONES.has(words[at - 1] ?? '') ? at - 1 : at
    return [{ value: 0.5, from, to: ONES.has(words[at + 1] ?? '') ? at + 2 : at + 1 }]
  })

/** "En och en halv", "two and a half". */
function withHalf({ value, from, to }: Quantity, words: readonly string[]): Quantity {
  const [and, one, half] = words.slice(to, to + 3)
  const isHalf = (and === 'och' || and === 'and') && ONES.has(one ?? '') && HALVES.has(half ?? '')
  return isHalf ? { value: value + 0.5, from, to: to + 3 } : { value, from, to }
}

/** The first time that is said in days, weeks, months or years. Months have 30 days; working days are five of seven. */
export function timeIn(words: readonly string[]): SaidAmount | undefined {
  for (const { value, from, to } of quantitiesIn(words)) {
    const at = unitAfter(words, to)
    const days = DAYS[words[at] ?? '']
    if (days === undefined) continue
    const isWorking = /^(working|business)$/.test(words[at - 1] ?? '')
    const amount = Math.round(value * days * (isWorking ? WORKING_DAY : 1))
    return amount > MOST_DAYS ? undefined : { amount, used: range(from, at + 1) }
  }
  return undefined
}

/** The first sum that is said, in kronor: with its unit, or so large that it can be nothing else. */
export function moneyIn(words: readonly string[]): SaidAmount | undefined {
  const quantities = quantitiesIn(words)
  for (const { value, from, to } of quantities) {
    const at = unitAfter(words, to)
    const times = MONEY[words[at] ?? '']
    if (times === undefined) continue
    const isTwoWords = times > 1 && ['kr', 'kronor', 'sek'].includes(words[at + 1] ?? '')
    const amount = Math.round(value * times)
    return amount > MOST_KRONOR ? undefined : { amount, used: range(from, at + (isTwoWords ? 2 : 1)) }
  }
  const bare = quantities.find(({ value, to }) => value >= LEAST_BARE && !isUnit(words[unitAfter(words, to)] ?? ''))
  return bare && { amount: bare.value, used: range(bare.from, bare.to) }
}

/** Hours that are said, as of work that is done. */
export const hasHours = (words: readonly string[]): boolean => quantitiesIn(words).some(({ to }) => HOURS.test(words[to] ?? ''))

function unitAfter(words: readonly string[], to: number): number {
  let at = to
  while (BETWEEN.test(words[at] ?? '')) at++
  return at
}
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
