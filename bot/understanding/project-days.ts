import { folded } from './normalise.js'

/** A day as it is said: without a year it is the next one. Month and day count from 1. */
export type SaidDay = { year?: number; month: number; day: number }

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const MONTH = MONTHS.flat().join('|')
const DAY = String.raw`(?<day>\d{1,2})(?::?e|:?a|st|nd|rd|th)?`
const YEAR = String.raw`(?:,? (?<year>20\d\d))?`
/** How a day is written, in folded small letters. */
const WAYS = [
  String.raw`(?<year>20\d\d)-(?<number>\d{2})-(?<day>\d{2})`,
  String.raw`(?<day>\d{1,2})\/(?<number>\d{1,2})(?:[ -](?<year>20\d\d))?`,
  `(?:den |the )?${DAY}(?: of)? (?<month>${MONTH})${YEAR}`,
  `(?<month>${MONTH}) ${DAY}${YEAR}`,
]
/** What it is moved to, and not what it cannot keep: "först den 15 juni", "flyttas till 1 mars". */
const MOVED_TO = String.raw`(?:forst|forran|not (?:\w+ ){0,3}(?:until|before)|(?:flytta|skjut|senarelagg|mov|postpon|push|reschedul)\w*(?: \w+){0,8} (?:till|to|until))`
const patterns = WAYS.map((way) => new RegExp(String.raw`(?<!\w)${MOVED_TO} ${way}(?![\w/])`, 'u'))

/** A month by itself names nothing in a plan. */
export const isMonth = (word: string): boolean => MONTHS.some((names) => names.includes(word))

/** The day that something is told to be moved to; undefined when none is said, or none that there can be. */
export function movedToIn(text: string): SaidDay | undefined {
  const said = folded(text.normalize('NFC').toLowerCase()).replace(/\s+/g, ' ')
  for (const pattern of patterns) {
    const groups = pattern.exec(said)?.groups
    if (groups) return dayOf(groups)
  }
  return undefined
}

function dayOf(groups: Record<string, string | undefined>): SaidDay | undefined {
  const { year, month: name, number, day: typed } = groups
  const month = name === undefined ? Number(number) : MONTHS.findIndex((names) => names.includes(name)) + 1
  const day = Number(typed)
  const isOne = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(Number(year ?? 2028), month, 0)).getUTCDate()
  return isOne ? { month, day, ...(year === undefined ? {} : { year: Number(year) }) } : undefined
}
