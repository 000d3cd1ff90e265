import { isOnPath } from '../../bot/domain/permits/facts-of.js'
import type { Answers, Fact, FactValue } from '../../bot/domain/permits/facts.js'
import { fixedQuestionnaire, MOST_CARDS, nextQuestion } from '../../bot/domain/permits/next-question.js'
import { plan } from '../../bot/domain/permits/plan.js'
import type { Rules } from '../../bot/domain/permits/rules.js'

/** A number from 0 up to 1. */
export type Random = () => number

/** How somebody answers: as such people commonly do, or anything alike. */
export type Answering = 'common' | 'even'

/** The share of questions answered with "I don't know yet". */
const DONT_KNOW = 0.1

export type Spent = { readonly clock: number; readonly processor: number }

/** One conversation from the kind of business to the plan. */
export type Asked = {
  readonly cards: number
  readonly facts: number
  /** Stopped at the most cards, with something left to ask. */
  readonly cut: boolean
  /** Milliseconds of each time that a plan was made and the next card chosen, as after every answer: by the clock, and of the processor. */
  readonly times: readonly Spent[]
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Asks somebody of this kind of business until nothing is left to ask, or it is enough. */
export function askSomebody(rules: Rules, type: string, how: Answering, random: Random, at: string): Asked {
  const put: string[] = []
  const times: Spent[] = []
  let answers: Answers = {}
  let facts = 0
  for (;;) {
    const [card, spent] = timed(() => {
      plan(rules, { type, answers }, at)
      return nextQuestion(rules, { type, answers }, put, at)
    })
    times.push(spent)
    if (!card) return { cards: put.length, facts, cut: isCut(rules, type, answers, put, at), times }
    put.push(card.card)
    facts += card.facts.length
    for (const fact of card.facts) {
      if (isOnPath(rules, { type, answers }, fact) !== 'no')
        answers = { ...answers, [fact]: answer(rules, type, fact, how, random) }
    }
  }
}

function timed<Result>(work: () => Result): [Result, Spent] {
  const [clock, processor] = [performance.now(), process.cpuUsage()]
  const result = work()
  const { user, system } = process.cpuUsage(processor)
  return [result, { clock: performance.now() - clock, processor: (user + system) / 1000 }]
}

const isCut = (rules: Rules, type: string, answers: Answers, put: readonly string[], at: string): boolean =>
  put.length >= MOST_CARDS && nextQuestion(rules, { type, answers }, [], at) !== undefined

/** How much a questionnaire without any choosing asks this kind of business. */
export function fixedLength(rules: Rules, type: string): { cards: number; facts: number } {
  const all = fixedQuestionnaire(rules, type)
  return { cards: all.length, facts: all.reduce((sum, { facts }) => sum + facts.length, 0) }
}

function answer(rules: Rules, type: string, id: string, how: Answering, random: Random): FactValue {
  if (random() < DONT_KNOW) return 'unknown'
  const shares = sharesOf(rules.facts.get(id)!, rules.types.get(type)!.common[id])
  return drawn(how === 'common' ? shares : shares.map(([value]) => [value, 1]), random)
}

type Common = number | Record<string, number> | undefined

function sharesOf(fact: Fact, common: Common): [FactValue, number][] {
  const byValue = typeof common === 'object' ? common : undefined
  if (fact.kind === 'yes-no') {
    const yes = typeof common === 'number' ? common : fact.common
    return [
      [true, yes],
      [false, 1 - yes],
    ]
  }
  if (fact.kind === 'choice')
    return fact.options.map((option) => [option.id, byValue ? (byValue[option.id] ?? 0) : option.common])
  if (byValue) return Object.entries(byValue).map(([value, share]) => [Number(value), share])
  return fact.typical.map(({ value, common: share }) => [value, share])
}

function drawn(shares: readonly [FactValue, number][], random: Random): FactValue {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [value, share] of shares) {
    left -= share
    if (left < 0) return value
  }
  return shares[0]![0]
}
