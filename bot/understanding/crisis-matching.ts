import type { ReadyPhrase, Step } from './crisis-phrases.js'
import type { Token } from './crisis-tokens.js'

/** What a token may be: over how many tokens that word goes, and how much of a guess it is, from 0 to 1. */
export type Sighting = { span: number; doubt: number }

/** A sentence as phrases look at it: for each token the numbers of the words that it may be. */
export type Reading = { tokens: readonly Token[]; found: readonly ReadonlyMap<number, Sighting>[] }

// A phrase must be mostly certain: one guess for two words. A single word that is a guess must be a long one.
const MOST_DOUBT_A_WORD = 0.5
// How many other words may stand between: words of a phrase, words of one choice, parts in any order.
const BETWEEN = { steps: 2, words: 1, parts: 6 } as const

type Next = (end: number) => boolean

/**
 * Looks for a phrase everywhere in a sentence until `accept` takes what is offered: the places of its words, in order of finding, and
 * how much of a guess they are together.
 * Gives whether something was taken.
 */
export function matchPhrase(
  { parts }: ReadyPhrase,
  { tokens, found }: Reading,
  accept: (places: readonly number[], doubt: number) => boolean,
): boolean {
  const places: number[] = []
  let doubt = 0

  const isBoundary = ({ end, choice }: Step): boolean => end && choice.startingWith.size === 0

  const word = (id: number, rest: readonly number[], at: number, next: Next): boolean => {
    const sighting = found[at]?.get(id)
    if (!sighting) return false
    places.push(at)
    doubt += sighting.doubt
    const [following, ...others] = rest
    const end = at + sighting.span
    const taken =
      following === undefined ? next(end) : within(end, BETWEEN.words, (place) => word(following, others, place, next))
    places.pop()
    doubt -= sighting.doubt
    return taken
  }

  /** Tries places from `from`, passing at most `between` others. */
  const within = (from: number, between: number, attempt: (at: number) => boolean): boolean => {
    for (let at = from; at <= from + between && at < tokens.length; at++) if (attempt(at)) return true
    return false
  }

  const choiceAt = ({ choice: { startingWith } }: Step, at: number, next: Next): boolean => {
    for (const id of found[at]!.keys()) for (const rest of startingWith.get(id) ?? []) if (word(id, rest, at, next)) return true
    return false
  }

  const steps = (part: readonly Step[], index: number, from: number, next: Next): boolean => {
    const step = part[index]
    if (!step) return next(from)
    if (step.end && from === tokens.length && steps(part, index + 1, from, next)) return true
    return within(from, step.close ? 0 : BETWEEN.steps, (at) => choiceAt(step, at, (end) => steps(part, index + 1, end, next)))
  }

  const partAt = (part: readonly Step[], at: number, next: Next): boolean => {
    if (!isBoundary(part[0]!)) return choiceAt(part[0]!, at, (end) => steps(part, 1, end, next))
    return at === 0 && within(at, BETWEEN.steps, (place) => partAt(part.slice(1), place, next))
  }

  const others = (left: number, from: number): boolean => {
    if (left === 0) return doubt <= places.length * MOST_DOUBT_A_WORD && accept(places, doubt)
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
