import { testsIn, type Condition, type Test } from './condition.js'
import { diagrams, NO, YES, type Diagrams, type Node } from './decision-diagram.js'
import { passes, type KnownValue } from './facts-of.js'
import type { Fact } from './facts.js'
import type { Fee, Permit } from './permit.js'
import type { Rules } from './rules.js'

/** A fact as a variable of the diagrams. */
export type Variable = {
  readonly id: string
  /** Undefined for what is tested but is no fact of the rule set: it is never known and never asked. */
  readonly fact: Fact | undefined
  /** One value for each kind of answer that makes a difference: of a number, the least one between two bounds that are tested. */
  readonly values: readonly KnownValue[]
  /** Whether it is on the path. */
  readonly when: Node
  /** The set of it alone. */
  readonly bit: bigint
}

export type CompiledPermit = {
  readonly permit: Permit
  readonly needed: Node
  /** The variables of `needed`, in order. */
  readonly hangsOn: readonly number[]
  /** The fees that are paid once, each with when: that the permit is needed, and what the fee itself asks for. */
  readonly feesOnce: readonly { readonly fee: Fee; readonly paid: Node }[]
  /** When some other fee is paid, by the year, the day, the hour or the size. */
  readonly otherFees: Node
}

/** A card with its facts, each after those that its `when` is about. */
export type CompiledCard = { readonly id: string; readonly variables: readonly number[] }

/** The conditions of a rule set as decision diagrams, made once for each rule set. */
export type CompiledRules = {
  readonly diagrams: Diagrams
  /** In file order, but a fact comes after those that its `when` is about. */
  readonly variables: readonly Variable[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly permits: readonly CompiledPermit[]
  readonly cards: readonly CompiledCard[]
  /** What was worked out before, by what it was worked out from. Only saves time. */
  readonly memory: Map<string, unknown>
}

/** Enough for any usual day; then it starts afresh, so that a server that runs for months does not grow. */
const MOST_REMEMBERED = 300_000
const made = new WeakMap<Rules, CompiledRules>()

export function compiledRules(rules: Rules): CompiledRules {
  const before = made.get(rules)
  if (before && before.diagrams.size() + before.memory.size < MOST_REMEMBERED) return before
  const compiled = compile(rules)
  made.set(rules, compiled)
  return compiled
}

/** What `work` gives, worked out once for each key. */
export function remembered<Result>({ memory }: CompiledRules, key: string, work: () => Result): Result {
  const before = memory.get(key)
  // Each key is made for one kind of work only, so what is remembered under it is that.
  if (before !== undefined) return before as Result
  const result = work()
  memory.set(key, result)
  return result
}

export const variablesIn = (support: bigint): number[] => {
  const found: number[] = []
  for (let rest = support, variable = 0; rest > 0n; rest >>= 1n, variable++) if (rest & 1n) found.push(variable)
  return found
}

function compile(rules: Rules): CompiledRules {
  const tests = allConditions(rules).flatMap(testsIn)
  const order = inOrder(rules, tests)
  const values = order.map((id) =>
    valuesThatDiffer(
      rules.facts.get(id),
      tests.filter(({ is }) => is === id),
    ),
  )
  const all = diagrams(values.map(({ length }) => length))
  const indexOf = new Map(order.map((id, index) => [id, index]))
  const whens: Node[] = []

  const nodeOf = (condition: Condition): Node => {
    if ('always' in condition) return YES
    if ('all' in condition) return condition.all.reduce((node, part) => all.and(node, nodeOf(part)), YES)
    if ('any' in condition) return condition.any.reduce((node, part) => all.or(node, nodeOf(part)), NO)
    if ('not' in condition) return all.not(nodeOf(condition.not))
    return nodeOfTest(condition)
  }
  const nodeOfTest = (test: Test): Node => {
    const variable = indexOf.get(test.is)!
    // In a circle of `when`s, which the linter forbids, the first one is taken as always on the path.
    return all.and(
      whens[variable] ?? YES,
      all.test(variable, (value) => passes(test, values[variable]![value]!)),
    )
  }
  for (const id of order) whens.push(nodeOf(rules.facts.get(id)?.when ?? { always: true }))

  return {
    diagrams: all,
    variables: order.map((id, index) => ({
      id,
      fact: rules.facts.get(id),
      values: values[index]!,
      when: whens[index]!,
      bit: 1n << BigInt(index),
    })),
    indexOf,
    permits: [...rules.permits.values()].map((permit) => {
      const needed = nodeOf(permit.rule.needed)
      const fees = permit.rule.fees.map((fee) => ({ fee, paid: fee.when ? all.and(needed, nodeOf(fee.when)) : needed }))
      return {
        permit,
        needed,
        hangsOn: variablesIn(all.support(needed)),
        feesOnce: fees.filter(({ fee }) => fee.per === 'once'),
        otherFees: fees.filter(({ fee }) => fee.per !== 'once').reduce((node, { paid }) => all.or(node, paid), NO),
      }
    }),
    cards: rules.cards.map(({ id, facts }) => ({
      id,
      variables: facts.map((fact) => indexOf.get(fact.id)!).sort((a, b) => a - b),
    })),
    memory: new Map(),
  }
}

const allConditions = ({ permits, facts }: Rules): Condition[] => [
  ...[...facts.values()].flatMap(({ when }) => when ?? []),
  ...[...permits.values()].flatMap(({ rule }) => [rule.needed, ...rule.fees.flatMap(({ when }) => when ?? [])]),
]

/** Every fact and whatever else is tested, each after what its `when` is about. */
function inOrder({ facts }: Rules, tests: readonly Test[]): string[] {
  const order = new Set<string>()
  const above = new Set<string>()
  const add = (id: string): void => {
    if (order.has(id) || above.has(id)) return
    above.add(id)
    const when = facts.get(id)?.when
    if (when) testsIn(when).forEach(({ is }) => add(is))
    order.add(id)
  }
  for (const id of facts.keys()) add(id)
  for (const { is } of tests) add(is)
  return [...order]
}

function valuesThatDiffer(fact: Fact | undefined, tests: readonly Test[]): readonly KnownValue[] {
  switch (fact?.kind) {
    case undefined:
    case 'yes-no':
      return [true, false]
    case 'choice':
      return fact.options.map(({ id }) => id)
    case 'number': {
      const bounds = tests.flatMap((test) => ('value' in test ? [] : [test.atLeast, test.under]))
      const inside = bounds.filter((bound) => bound !== undefined && bound > fact.least && bound <= fact.most) as number[]
      return [...new Set([fact.least, ...inside])].sort((a, b) => a - b)
    }
  }
}
