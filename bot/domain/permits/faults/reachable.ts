import type { Rules } from '../rules.js'
import { faultAt, permitPlace, typePlace, type Check, type Fault, type Place } from './fault.js'
import { possibleIn, type Possible } from './possible.js'
import { partsOf, writtenConditions, type Part, type Written } from './written-conditions.js'

/** Every condition, and every part of it, can be yes with some answers and no with others. What is true of everybody is written `always`. */
export const conditionsDecide: Check = (rules) => {
  const possible = possibleIn(rules)
  return writtenConditions(rules).flatMap((written) => [...wholeOf(written, possible), ...feeNeverPaid(written, rules, possible)])
}

const NEVER = {
  needed: ['never-needed', 'no answers make this needed'],
  fee: ['contradiction', 'no answers make this fee paid'],
  asked: ['never-asked', 'no answers lead to this question'],
} as const

function wholeOf({ condition, place, of }: Written, possible: Possible): Fault[] {
  const written = partsOf(condition, place)
  const parts = written.parts.flatMap((part) => emptyParts(part, possible))
  const [kind, reason] = 'needed' in of ? NEVER.needed : 'fee' in of ? NEVER.fee : NEVER.asked
  if (!possible.canBe(condition, 'yes')) return [...parts, faultAt(kind, place, reason)]
  if ('always' in condition || possible.canBe(condition, 'no')) return parts
  return [...parts, faultAt('always-so', place, 'every answer makes this so: write "always", or leave it out')]
}

/** The smallest parts that can only be one thing. */
function emptyParts(part: Part, possible: Possible): Fault[] {
  const inside = part.parts.flatMap((smaller) => emptyParts(smaller, possible))
  if (inside.length > 0) return inside
  if (!possible.canBe(part.condition, 'yes'))
    return [faultAt('contradiction', part.place, 'this part can never be so: it contradicts itself')]
  if (!possible.canBe(part.condition, 'no')) return [faultAt('always-so', part.place, 'this part is always so: it says nothing')]
  return []
}

/** A fee is only paid by those who need the permit, so both must be possible together. */
function feeNeverPaid({ condition, place, of }: Written, { permits }: Rules, possible: Possible): Fault[] {
  if (!('fee' in of) || !possible.canBe(condition, 'yes')) return []
  const needed = permits.get(of.fee)!.rule.needed
  if (!possible.canBe(needed, 'yes') || possible.canBe({ all: [needed, condition] }, 'yes')) return []
  return [faultAt('contradiction', place, 'nobody who needs the permit pays this fee')]
}

/** A kind of business does not name permits as usual, or as depending, that the rest of what is said of it rules out. */
export const usualPermitsPossible: Check = (rules) => {
  const possible = possibleIn(rules)
  return [...rules.types.values()].flatMap(({ id, given, usually, depending }) => {
    const isRuledOut = ({ permit }: { permit: string }) => {
      const needed = rules.permits.get(permit)?.rule.needed
      return needed !== undefined && !possible.canBe(needed, 'yes', given)
    }
    const named = (list: readonly string[], field: string): { permit: string; place: Place }[] =>
      list.map((permit, index) => ({ permit, place: typePlace(id, field, index) }))
    return [...named(usually, 'usually'), ...named(depending, 'depending')]
      .filter(isRuledOut)
      .map(({ permit, place }) => faultAt('usually', place, `what is given for this kind of business rules "${permit}" out`))
  })
}

/** An unread law says nothing certain, so a person must be told what to find out and from whom. */
export const unreadFindOut: Check = ({ permits }) =>
  [...permits.values()]
    .filter(({ rule }) => rule.sure === 'unread' && !rule.findOut)
    .map(({ id }) =>
      faultAt('nothing-to-find-out', permitPlace(id, 'rule', 'sure'), '"unread" needs findOut: what, and from whom'),
    )
