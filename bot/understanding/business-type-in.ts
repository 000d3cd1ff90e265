import { keyOf } from '../domain/content/findables.js'
import type { BusinessType } from '../domain/permits/business-type.js'
import type { FactValue } from '../domain/permits/facts.js'
import type { Rules } from '../domain/permits/rules.js'
import type { Finder, Weighed } from './find.js'
import { lexiconOf, type Mention } from './lexicon.js'
import type { SaidWords } from './said-words.js'
import { toldOf } from './told.js'
import { words as listed } from './words.js'

/** A text, with what is known of it already. */
type Asked = {
  readonly text: string
  readonly language: string
  readonly said: SaidWords
  readonly facts: Readonly<Record<string, FactValue>>
}

/** The kind of business of a text; `between`: kinds that it may be as well, likeliest first, when it is not sure. */
export type TypeFound = {
  readonly id: string
  readonly sure: boolean
  readonly between: readonly string[]
  /** The word that begins its name, when it was called by one and is not only likely. */
  readonly namedAt?: number
}

/** What the finder is sure of: that a kind of business was meant, or a service, a permit or a matter of others. */
export type Meant = 'business' | 'something-else' | 'unsure'

export type TypeFinder = {
  find(asked: Asked): { type?: TypeFound; meant: Meant }
  /** Whether a fact tells what the undertaking is: not that it is a business, or new, which many are. */
  isTelling(fact: string, value: FactValue): boolean
  /** Words that tell of what was there before. */
  past(said: SaidWords): ReadonlySet<number>
}

/** How much speaks for a kind of business. */
type Candidate = { readonly id: string; readonly weight: number; readonly namedAt?: number }
/** A kind of business that was called by a name. */
type Named = { readonly weight: number; readonly at: number }

const NAMED = 0.6
const NAMED_LONGER = 0.1
// "Hudvårdssalong" is some kind of "salong".
const NAMED_INSIDE = 0.3
// Shared among all kinds that take the same for granted: hiring out e-scooters says which it is, selling food does not.
const AGREES = 0.4
// A detail belongs to the one as well as to the other.
const AGREES_IN_DETAIL = 0.2
const DISAGREES = 0.45
const SURE = 0.32
const AHEAD = 0.2
const NEAR = 0.3
const WORTH_LOOKING_AT = 0.15
const MOST_BETWEEN = 4

// "En gammal frisörsalong som ska bli café": what was there before.
const BEFORE = listed('gammal gamla gammalt tidigare fd nedlagd nedlagt former old previous previously')
const BEFORE_REACHES = 2

/** Finds the kind of business by its names, by what the finder makes of the whole text, and by what was told of it. */
export function typeFinder(rules: Rules, finder: Finder, known: ReadonlySet<string>): TypeFinder {
  const types = [...rules.types.values()]
  const lexicon = lexiconOf(
    types.flatMap((type) => namesOf(type).map((phrase) => ({ phrase, meaning: type.id }))),
    known,
  )
  const givers = countGivers(types)
  const twins = twinsOf(rules)

  function find({ text, language, said, facts }: Asked): { type?: TypeFound; meant: Meant } {
    const named = namedIn(said)
    const weighed = finder.weigh(text, [], language)
    const found = likely(weighed)
    const candidates = types
      .map((type): Candidate => {
        const name = named.get(type.id)
        const weight = (name?.weight ?? 0) + (found.get(type.id) ?? 0) + agreement(type, facts)
        return { id: type.id, weight, ...(name ? { namedAt: name.at } : {}) }
      })
      .sort((one, other) => other.weight - one.weight)
    const type = judged(candidates, facts)
    return { ...(type ? { type } : {}), meant: meantBy(weighed) }
  }

  function judged([best, ...others]: readonly Candidate[], facts: Asked['facts']): TypeFound | undefined {
    if (!best || best.weight < WORTH_LOOKING_AT) return undefined
    // Named with a name of its own it is that one: a "krog" serves alcohol.
    const isOpen = ({ fact }: { fact: string }): boolean => facts[fact] === undefined || facts[fact] === 'unknown'
    const twin = best.namedAt === undefined ? twins.get(best.id)?.find(isOpen) : undefined
    const isAhead = !others[0] || best.weight - others[0].weight >= AHEAD
    const sure = best.weight >= SURE && isAhead && twin === undefined
    const near = others.filter(({ weight }) => weight >= Math.max(best.weight - NEAR, WORTH_LOOKING_AT)).map(({ id }) => id)
    const between = sure ? [] : [...new Set([best.id, ...(twin ? [twin.id] : []), ...near])].slice(0, MOST_BETWEEN)
    const { id, namedAt } = best
    return { id, sure, between: between.length > 1 ? between : [], ...(namedAt === undefined ? {} : { namedAt }) }
  }

  function namedIn(said: SaidWords): Map<string, Named> {
    const named = new Map<string, Named>()
    const before = past(said)
    const mentions = lexicon.find(said)
    const told = toldOf(said, mentions)
    mentions.forEach((mention, at) => {
      const { meaning, from, to, isInside } = mention
      if (told[at] !== 'yes' || before.has(from) || isPartOfAnother(mention, mentions)) return
      const weight = isInside ? NAMED_INSIDE : NAMED + (to - from - 1) * NAMED_LONGER
      const other = named.get(meaning)
      named.set(meaning, { weight: Math.max(other?.weight ?? 0, weight), at: Math.min(other?.at ?? from, from) })
    })
    return named
  }

  function agreement({ given }: BusinessType, facts: Asked['facts']): number {
    let sum = 0
    for (const [fact, value] of Object.entries(facts)) {
      const gives = given[fact]
      if (gives === undefined || value === 'unknown') continue
      const agrees = rules.facts.get(fact)?.when === undefined ? AGREES : AGREES_IN_DETAIL
      sum += gives === value ? agrees / givers.get(`${fact} ${String(value)}`)! : -DISAGREES
    }
    return sum
  }

  function past({ words, gaps }: SaidWords): ReadonlySet<number> {
    const found = new Set<number>()
    words.forEach((word, at) => {
      if (!BEFORE.has(word) && !(word === 'detta' && words[at - 1] === 'fore')) return
      for (let near = at + 1; near <= at + BEFORE_REACHES && near < words.length && gaps[near] === 'none'; near++)
        if (lexicon.find({ words: [words[near]!], gaps: ['none'] }).length > 0) found.add(near)
    })
    return found
  }

  function isTelling(fact: string, value: FactValue): boolean {
    if (value === false || value === 'none' || value === 'unknown') return false
    const count = givers.get(`${fact} ${String(value)}`) ?? 0
    return rules.facts.get(fact)?.when !== undefined || (count > 0 && count < types.length / 2)
  }

  return { find, isTelling, past }
}

/** "Flytande bar" is not a "bar". */
const isPartOfAnother = (one: Mention<string>, mentions: readonly Mention<string>[]): boolean =>
  mentions.some(
    ({ meaning, from, to }) => meaning !== one.meaning && from <= one.from && one.to <= to && to - from > one.to - one.from,
  )

/** "Bilverkstad, biltvätt eller mack" are three names; what stands in brackets is a remark. */
function namesOf({ name, also }: BusinessType): string[] {
  const names = [name.sv, name.en].flatMap((each) => each.replace(/\(.*?\)/g, '').split(/,| eller | or /))
  return [...new Set([...names, ...also.sv, ...also.en].map((each) => each.trim().toLowerCase()))].filter(Boolean)
}

const KIND = keyOf('business-type', '')

function meantBy({ found }: Weighed): Meant {
  if (found.kind !== 'sure') return 'unsure'
  return found.best.id.startsWith(KIND) ? 'business' : 'something-else'
}

/** How likely each kind of business is, by the finder: the surer, the likelier it is that a kind of business was meant at all. */
function likely({ matches, trusted }: Weighed): Map<string, number> {
  const types = matches.filter(({ id }) => id.startsWith(KIND))
  const sum = types.reduce((all, { probability }) => all + probability, 0)
  const known = Math.min(1, Math.max(trusted.known, 0))
  const share = (probability: number): number => (sum > 0 ? (probability / sum) * Math.sqrt(sum) * known : 0)
  return new Map(types.map(({ id, probability }) => [id.slice(KIND.length), share(probability)]))
}

/** How many kinds take each value of each fact for granted. */
function countGivers(types: readonly BusinessType[]): Map<string, number> {
  const givers = new Map<string, number>()
  for (const { given } of types)
    for (const [fact, value] of Object.entries(given))
      givers.set(`${fact} ${String(value)}`, (givers.get(`${fact} ${String(value)}`) ?? 0) + 1)
  return givers
}

/** By kind, others that differ by a single yes or no: a restaurant with alcohol, and one without. Which it is must have been told. */
function twinsOf({ types, facts }: Rules): Map<string, { id: string; fact: string }[]> {
  const all = [...types.values()]
  return new Map(
    all.map((one) => [
      one.id,
      all.flatMap((other) => {
        const [fact, ...more] = Object.keys(one.given).filter(
          (id) => other.given[id] !== undefined && other.given[id] !== one.given[id],
        )
        const isTwin = fact !== undefined && more.length === 0 && facts.get(fact)?.kind === 'yes-no' && isAlike(one, other)
        return isTwin ? [{ id: other.id, fact }] : []
      }),
    ]),
  )
}

const SAME_THINGS = 5

/** What they do is the same, but for one thing. */
function isAlike(one: BusinessType, other: BusinessType): boolean {
  const doing = ({ given }: BusinessType): string[] =>
    Object.keys(given).filter((fact) => given[fact] !== false && given[fact] !== 'none')
  const [ours, theirs] = [doing(one), doing(other)]
  const lacks = (some: readonly string[], others: readonly string[]): number =>
    some.filter((fact) => !others.includes(fact)).length
  return ours.length >= SAME_THINGS && lacks(ours, theirs) <= 1 && lacks(theirs, ours) <= 1
}
