import type { BusinessType } from '../business-type.js'
import type { Fact } from '../facts.js'
import type { Rules } from '../rules.js'
import { faultAt, typePlace, within, writtenFacts, type Check, type Fault, type Place } from './fault.js'
import { limitsIn, startsOfBands } from './possible.js'

// Shares are guesses written with two decimals, so their sum may be a little beside.
const BESIDE = 0.02

/** The shares of what people answer make one together, and every answer that makes a difference has one. They only decide what is asked first. */
export const sharesAddUp: Check = (rules) => [
  ...writtenFacts(rules).flatMap(({ fact, place }) => sharesOfFact(fact, place, rules)),
  ...[...rules.types.values()].flatMap((type) => sharesOfType(type, rules)),
]

function sharesOfFact(fact: Fact, place: Place, rules: Rules): Fault[] {
  if (fact.kind === 'yes-no') return []
  if (fact.kind === 'choice')
    return notOne(
      fact.options.map(({ common }) => common),
      within(place, 'options'),
    )
  const shares = notOne(
    fact.typical.map(({ common }) => common),
    within(place, 'typical'),
  )
  return [...shares, ...bandsWithoutTypical(fact, within(place, 'typical'), limitsIn(rules).get(fact.id) ?? [])]
}

function bandsWithoutTypical(fact: Extract<Fact, { kind: 'number' }>, place: Place, limits: readonly number[]): Fault[] {
  const starts = startsOfBands(fact, limits)
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? Infinity
    if (fact.typical.some(({ value }) => value >= start && value < end)) return []
    const band = end === Infinity ? `from ${start}` : `from ${start} to under ${end}`
    return [faultAt('shares', place, `the rules tell those ${band} apart, but no typical value stands for them`)]
  })
}

const sharesOfType = ({ id: type, common }: BusinessType, { facts }: Rules): Fault[] =>
  Object.entries(common).flatMap(([id, share]) => {
    const place = typePlace(type, 'common', id)
    const fact = facts.get(id)
    if (!fact) return [faultAt('unknown-fact', place, `no card asks for the fact "${id}"`)]
    if (typeof share === 'number') {
      if (fact.kind !== 'yes-no') return [faultAt('shares', place, `"${id}" is not a yes/no fact: write a share for each answer`)]
      return share >= 0 && share <= 1 ? [] : [faultAt('shares', place, 'a share is from 0 to 1')]
    }
    if (fact.kind === 'yes-no') return [faultAt('shares', place, `"${id}" is a yes/no fact: write the share that say yes`)]
    const known =
      fact.kind === 'choice' ? fact.options.map((option) => option.id) : fact.typical.map(({ value }) => String(value))
    const strange = Object.keys(share).filter((answer) => !known.includes(answer))
    return strange.length > 0
      ? strange.map((answer) => faultAt('shares', within(place, answer), `"${id}" has no answer "${answer}" to have a share`))
      : notOne(Object.values(share), place)
  })

function notOne(shares: readonly number[], place: Place): Fault[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  return Math.abs(sum - 1) <= BESIDE + 1e-9 ? [] : [faultAt('shares', place, `the shares make ${sum.toFixed(2)}, not 1`)]
}
