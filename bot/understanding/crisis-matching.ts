import type { ReadyPhrase, Step } from './crisis-phrases.js'
import type { Token } from './crisis-tokens.js'

/** A text as phrases look at it: for each token the numbers of the words that it may be, and after how many tokens the next stands. */
export type Reading = { tokens: readonly Token[]; found: readonly ReadonlyMap<number, number>[] }

// How many other words may stand between: words of a phrase, words of one choice, parts in any order.
const BETWEEN = { steps: 2, words: 1, parts: 3 } as const

type Next = (end: number) => boolean

/**
 * Looks for a phrase everywhere in a text until `accept` takes what is offered: the places of its words, in order of finding.
 * Gives whether something was taken.
 */
export function matchPhrase(
  { parts }: ReadyPhrase,
  { tokens, found }: Reading,
  accept: (places: readonly number[]) => boolean,
): boolean {
  const places: number[] = []

  const isEnd = (end: number): boolean => tokens[end]?.sentence !== tokens[end - 1]?.sentence

  const word = (id: number, rest: readonly number[], at: number, next: Next): boolean => {
    const span = found[at]?.get(id)
    if (span === undefined) return false
    places.push(at)
    const [following, ...others] = rest
    const end = at + span
    const taken =
      following === undefined ? next(end) : within(end, BETWEEN.words, (place) => word(following, others, place, next))
    places.pop()
    return taken
  }

  /** Tries places from `from`, passing at most `between` others, and never into another sentence. */
  const within = (from: number, between: number, attempt: (at: number) => boolean): boolean => {
    const sentence = tokens[from - 1]?.sentence
    for (let at = from; at <= from + between && at < tokens.length; at++) {
      if (tokens[at]!.sentence !== sentence) return false
      if (attempt(at)) return true
    }
    return false
  }

  const choice = ({ startingWith }: Step, at: number, next: Next): boolean => {
    for (const id of found[at]!.keys()) for (const rest of startingWith.get(id) ?? []) if (word(id, rest, at, next)) return true
    return false
  }

  const steps = (part: readonly Step[], index: number, from: number, next: Next): boolean => {
    const step = part[index]
    if (!step) return next(from)
    if (step.end && isEnd(from) && steps(part, index + 1, from, next)) return true
    return within(from, step.close ? 0 : BETWEEN.steps, (at) => choice(step, at, (end) => steps(part, index + 1, end, next)))
  }

  const partAt = (part: readonly Step[], at: number, next: Next): boolean =>
    choice(part[0]!, at, (end) => steps(part, 1, end, next))

  const others = (left: number, from: number): boolean => {
    if (left === 0) return accept(places)
    return within(from, BETWEEN.parts, (at) => eachPart(left, at))
  }

  const eachPart = (left: number, at: number): boolean => {
    for (let part = 0; part < parts.length; part++) {
      if (!(left & (1 << part))) continue
      if (partAt(parts[part]!, at, (end) => others(left & ~(1 << part), end))) return true
    }
    return false
  }

  const everyPart = (1 << parts.length) - 1
  return tokens.some((_, at) => eachPart(everyPart, at))
}
