import { isUnit, moneyIn, timeIn, withWholeUnits, type SaidAmount } from './project-amounts.js'
import { isMonth, movedToIn, type SaidDay } from './project-days.js'
import { spokenIn } from './project-language.js'
import {
  ALL_WELL,
  ASKING,
  AT_THE_SCREEN,
  BY_US,
  EARLIER,
  LATER,
  LESS,
  MORE,
  MY_OWN,
  MY_PROJECTS,
  NEEDED,
  WE_WILL_BE,
} from './project-signs.js'
import { IN_TROUBLE, IN_TROUBLE_THERE, OTHER_SCOPE } from './project-signs.js'
import { OF_PROJECTS, OF_THE_CALENDAR, OF_THE_DAY } from './project-things.js'
import { saidWords } from './said-words.js'
import { stem } from './stem.js'

/**
 * A change of a project that somebody tells of in their own words: so many days later (earlier is negative), moved to a day, so many kronor
 * more or less (none of these, when none is said), and the words that may name what it is about.
 */
export type SaidChange = { language: 'sv' | 'en'; days?: number; on?: SaidDay; kronor?: number; about: readonly string[] }

/** So many words are looked for in a plan. */
const MOST_NAMING = 40
/** Words that name nothing. */
const EMPTY = new Set(
  `vi jag det den de blir bli ar ska kommer att vara med pa i for om av en ett som har var vart vara och eller upp till fran inte ej
  we i it the a an is are be will with on in of for by our and or up to from than about than going get got becomes become not
  budget budgeten plan planen tidplanen schedule project projektet projekt kosta kostar cost costs per helar hinner racker haller
  fram efter flytta flyttar flyttas flyttat`.split(/\s+/),
)
const WAYS_OF_SAYING = [LATER, EARLIER, MORE, LESS]

/** A delay, another cost or another scope that is told of; undefined when it is about something else than a project. */
export function changeIn(text: string): SaidChange | undefined {
  const { words } = saidWords(withWholeUnits(text))
  const said = words.join(' ')
  const isQuestion = ASKING.test(said) || text.trimEnd().endsWith('?')
  const things = words.filter((word) => OF_PROJECTS.test(word) && !OF_THE_CALENDAR.test(word))
  if (things.length === 0 && isOther(said, words, isQuestion)) return undefined
  const time = changedTime(said, words)
  const money = changedMoney(said, words)
  const on = movedToIn(text)
  if (!time && !money && !on && !isTrouble(said, things.length > 0, isQuestion)) return undefined
  const used = new Set([...(time?.used ?? []), ...(money?.used ?? [])])
  return {
    language: spokenIn(words),
    ...(time ? { days: time.amount } : {}),
    ...(on ? { on } : {}),
    ...(money ? { kronor: money.amount } : {}),
    about: words.filter((word, at) => !used.has(at) && namesSomething(word)).slice(0, MOST_NAMING),
  }
}

const namesSomething = (word: string): boolean =>
  !EMPTY.has(word) && !isUnit(word) && !isMonth(word) && !WAYS_OF_SAYING.some((way) => way.test(word)) && /\p{L}/u.test(word)

/** A question, a meeting, one's own rent or a bus: late as well, and nothing that a steering group decides. */
function isOther(said: string, words: readonly string[], isQuestion: boolean): boolean {
  if (isQuestion || words.some((word) => OF_THE_CALENDAR.test(word))) return true
  const isOurs = WE_WILL_BE.test(said) && (timeIn(words) ?? moneyIn(words)) !== undefined
  return !isOurs && (MY_OWN.test(said) || words.some((word) => OF_THE_DAY.test(word)))
}

function changedTime(said: string, words: readonly string[]): SaidAmount | undefined {
  const isEarlier = EARLIER.test(said)
  if (!isEarlier && !LATER.test(said) && !NEEDED.test(said)) return undefined
  const time = timeIn(words)
  return time && (isEarlier ? { ...time, amount: -time.amount } : time)
}

function changedMoney(said: string, words: readonly string[]): SaidAmount | undefined {
  const isLess = LESS.test(said)
  if (!isLess && !MORE.test(said) && !NEEDED.test(said)) return undefined
  const money = moneyIn(words)
  return money && (isLess ? { ...money, amount: -money.amount } : money)
}

/** Without an amount it must be said more clearly: of us or of something in a project, as a fact, and not that all is well. */
function isTrouble(said: string, isOfProject: boolean, isQuestion: boolean): boolean {
  if (isQuestion || [ALL_WELL, MY_PROJECTS, AT_THE_SCREEN].some((other) => other.test(said))) return false
  if (isOfProject) return [IN_TROUBLE, IN_TROUBLE_THERE, OTHER_SCOPE].some((sign) => sign.test(said))
  return IN_TROUBLE.test(said) && BY_US.test(said)
}

const SHORTEST_SHARED = 5
/** Of the shorter stem: what is left is an ending. */
const SHARE_OF_STEM = 0.7

/** Of these names, those that the words may mean, best first: "upphandlingen" names "Upphandling klar" and "Upphandlad". */
export function namedBy<Named extends { name: string }>(about: readonly string[], all: readonly Named[]): Named[] {
  return all
    .map((one) => ({ one, score: scoreOf(about, saidWords(one.name).words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one)
}

const scoreOf = (about: readonly string[], name: readonly string[]): number =>
  about.filter((word) => name.some((other) => isSame(word, other))).length

/** The same word in another form: the same stem, or as much of it in common as stands before an ending. */
function isSame(one: string, other: string): boolean {
  if (stem(one) === stem(other)) return true
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length >= SHORTEST_SHARED && length >= SHARE_OF_STEM * Math.min(stem(one).length, stem(other).length)
}
