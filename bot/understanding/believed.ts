import { testsIn, type Condition } from '../domain/permits/condition.js'
import type { Fact, FactValue } from '../domain/permits/facts.js'
import { isOnPath } from '../domain/permits/facts-of.js'
import type { Rules } from '../domain/permits/rules.js'
import { type ToldFact } from './fact-words.js'

type Told = Readonly<Record<string, ToldFact>>
type Values = Record<string, FactValue>

/**
 * What is taken of what was told. Words can mean something else for another undertaking: "60 gäster" of a restaurant are no guests who stay overnight,
 * and "i parken" is where an event is, or where a cart stands. So what cannot be asked of this one is left out, and a number or an ambiguous word
 * counts only where it is surely asked for.
 */
export function believed(rules: Rules, type: string | undefined, told: Told): Values {
  const { values, followed } = withWhatFollows(rules, type, told)
  const undertaking = { ...(type === undefined ? {} : { type }), answers: values }
  return Object.fromEntries(
    Object.entries(values).filter(([id]) => {
      const path = isOnPath(rules, undertaking, id)
      return path === 'yes' || (path === 'unknown' && (followed.has(id) || isClear(rules.facts.get(id)!, told)))
    }),
  )
}

/** Whether the words can only mean this fact, though nothing says yet that it is asked for. */
function isClear({ kind, id }: Fact, told: Told): boolean {
  return kind !== 'number' && told[id]?.isAbout === true
}

/** Somebody who imports food sells food: a fact that is so makes that so which alone it is asked for. */
function withWhatFollows(rules: Rules, type: string | undefined, told: Told): { values: Values; followed: ReadonlySet<string> } {
  const values: Values = Object.fromEntries(Object.entries(told).map(([fact, { value }]) => [fact, value]))
  const given = rules.types.get(type ?? '')?.given ?? {}
  const followed = new Set<string>()
  for (const [id, { value, isAbout }] of Object.entries(told)) {
    const isSo = value !== 'unknown' && value !== false && value !== 'none' && rules.facts.get(id)!.kind !== 'number'
    if (!isSo || !isAbout) continue
    for (
      let fact = neededBy(rules, id);
      fact !== undefined && (values[fact] ?? given[fact] ?? true) === true;
      fact = neededBy(rules, fact)
    ) {
      if (given[fact] === undefined) values[fact] = true
      followed.add(fact)
    }
  }
  return { values, followed }
}

/** The yes-no fact that alone decides whether a fact is asked. */
function neededBy(rules: Rules, fact: string): string | undefined {
  const needed = onlyTest(rules.facts.get(fact)?.when)
  return needed !== undefined && isYesNo(rules, needed) ? needed : undefined
}

const isYesNo = (rules: Rules, fact: string): boolean => rules.facts.get(fact)?.kind === 'yes-no'

function onlyTest(when: Condition | undefined): string | undefined {
  const [test, ...others] = when && 'is' in when ? testsIn(when) : []
  return test && 'value' in test && test.value === true && others.length === 0 ? test.is : undefined
}
