import { testsIn } from '../condition.js'
import type { Rules } from '../rules.js'
import { faultAt, writtenFacts, type Check } from './fault.js'

/** No fact is written twice: the second would silently go before the first. */
export const factsOnce: Check = (rules) => {
  const first = new Map<string, string>()
  return writtenFacts(rules).flatMap(({ card, fact, place }) => {
    const other = first.get(fact.id)
    first.set(fact.id, other ?? card.id)
    return other ? [faultAt('fact-twice', place, `the fact "${fact.id}" is also written in permit-questions/${other}.yaml`)] : []
  })
}

/** Every fact can change something: when a permit is needed, a fee, or whether a fact that does is asked. */
export const factsUsed: Check = (rules) => {
  const used = usedFacts(rules)
  return writtenFacts(rules)
    .filter(({ fact }) => !used.has(fact.id))
    .map(({ fact, place }) =>
      faultAt('never-used', place, `nothing hangs on the fact "${fact.id}": no permit and no fee tests it`),
    )
}

function usedFacts({ permits, facts }: Rules): ReadonlySet<string> {
  const used = new Set<string>()
  const add = (id: string): void => {
    if (used.has(id)) return
    used.add(id)
    const when = facts.get(id)?.when
    if (when) testsIn(when).forEach(({ is }) => add(is))
  }
  for (const { rule } of permits.values())
    for (const condition of [rule.needed, ...rule.fees.flatMap(({ when }) => when ?? [])])
      testsIn(condition).forEach(({ is }) => add(is))
  return used
}
