import { compiledRules, type CompiledPermit, type CompiledRules } from './compiled-rules.js'
import { NO } from './decision-diagram.js'
import type { Fact, FactValue } from './facts.js'
import { knowledgeOf, NOT_KNOWN, type Knowledge } from './knowledge.js'
import { plan } from './plan.js'
import type { Plan, PlanItem, Reason, Schedule, Status, Undertaking, WhatIf } from './plan-types.js'
import type { Rules } from './rules.js'
import { schedule } from './schedule.js'

/** A fact, and the number of another of its values. */
type Move = { readonly variable: number; readonly value: number }
type Change = WhatIf['change']

/** Two changes can be weighed by a person; three are another plan. */
const MOST_CHANGES = 2
/** Enough to find a good one among several of the same size. */
const MOST_COMPARED = 8
const DAYS_A_WEEK = 7

/** For each item that is needed or open, the smallest change of plan that makes it unnecessary, where there is one. */
export function whatIf(rules: Rules, undertaking: Undertaking, at: string): WhatIf[] {
  const compiled = compiledRules(rules)
  const knowledge = knowledgeOf(rules, compiled, undertaking)
  const before = outcomeOf(rules, undertaking, at)
  const after = outcomesAfter(rules, undertaking, at)
  return before.plan.items
    .filter(({ status }) => isPossible(status))
    .flatMap((item) => {
      const entry = compiled.permits.find(({ permit }) => permit.id === item.permit)!
      const changes = smallestChanges(rules, compiled, knowledge, undertaking, entry).slice(0, MOST_COMPARED)
      return best(changes.map((change) => effectOf(item, change, before, after(change)))) ?? []
    })
}

const isPossible = (status: Status): boolean => status === 'needed' || status === 'probably' || status === 'depends'

/** Of changes of one size, the one that adds least, then that saves most time, then that spares most; the first of equals. */
function best(proposals: readonly WhatIf[]): WhatIf | undefined {
  const order = (a: WhatIf, b: WhatIf): number =>
    a.added.length - b.added.length || b.weeksSaved - a.weeksSaved || b.alsoSpared.length - a.alsoSpared.length
  return proposals.toSorted(order)[0]
}

/** Every change of the smallest size that works, in the order of the facts. Unread law is never "not needed", whatever is changed. */
function smallestChanges(
  rules: Rules,
  compiled: CompiledRules,
  known: Knowledge,
  undertaking: Undertaking,
  entry: CompiledPermit,
): Change[] {
  if (entry.permit.rule.sure === 'unread') return []
  const moves = possibleMoves(rules, compiled, known, undertaking, entry)
  for (let size = 1; size <= MOST_CHANGES; size++) {
    const changes = choices(moves, size)
      .filter((chosen) => settlesAsNo(compiled, known, entry, chosen))
      .map((chosen) => chosen.map((move) => inWords(compiled, known, move)))
    if (changes.length > 0) return changes
  }
  return []
}

/** Other values of what is known and on the path, as far as it is the person's to change. What is open is no plan yet: that it hangs on it is said already. */
function possibleMoves(
  rules: Rules,
  { variables, diagrams }: CompiledRules,
  { values, reasons }: Knowledge,
  { type }: Undertaking,
  { hangsOn }: CompiledPermit,
): Move[] {
  return hangsOn
    .filter((index) => {
      const { fact, when } = variables[index]!
      return (
        fact &&
        values[index] !== NOT_KNOWN &&
        isChangeable(rules, type, fact, reasons[index]!) &&
        diagrams.residual(when, values) !== NO
      )
    })
    .flatMap((variable) => variables[variable]!.values.map((_, value) => ({ variable, value })))
    .filter(({ variable, value }) => values[variable] !== value)
}

/**
 * A change must not empty the undertaking: "do not sell food" is no proposal for a cafe. So what the undertaking is stays as it is: what its kind of business gives, but
 * for what that calls optional; and where the kind is not known, the facts that are asked of everybody, which are those without a `when`.
 */
function isChangeable({ types }: Rules, type: string | undefined, fact: Fact, { value }: Reason): boolean {
  if (fact.fixed) return false
  const kind = type === undefined ? undefined : types.get(type)
  if (!kind) return fact.when !== undefined
  return kind.given[fact.id] !== value || kind.optional?.includes(fact.id) === true
}

/** Every choice of so many moves, each of another fact, in order. */
function choices(moves: readonly Move[], size: number): Move[][] {
  if (size === 0) return [[]]
  return moves.flatMap((move) =>
    choices(
      moves.filter(({ variable }) => variable > move.variable),
      size - 1,
    ).map((rest) => [move, ...rest]),
  )
}

function settlesAsNo(
  { diagrams }: CompiledRules,
  { values }: Knowledge,
  { needed }: CompiledPermit,
  moves: readonly Move[],
): boolean {
  const changed = [...values]
  for (const { variable, value } of moves) changed[variable] = value
  return diagrams.residual(needed, changed) === NO
}

/** The value to propose: of a number, the one nearest to what it is now. */
function inWords({ variables }: CompiledRules, { values }: Knowledge, { variable, value }: Move): Change[number] {
  const { id, fact, values: bounds } = variables[variable]!
  const least = bounds[value]!
  const above = bounds[value + 1]
  const isLess = values[variable]! > value
  const whole = fact?.kind === 'number' && bounds.every(Number.isInteger)
  const to: FactValue = isLess && whole && typeof above === 'number' ? above - 1 : least
  return { fact: id, to }
}

/** A plan with the days until opening, by the longer times. What is open only costs time when it is counted. */
type Outcome = { readonly plan: Plan; readonly days: number; readonly daysWithOpen: number }

function outcomeOf(rules: Rules, undertaking: Undertaking, at: string): Outcome {
  const made = plan(rules, undertaking, at)
  const days = ({ start, opening }: Schedule): number => (Date.parse(opening.most) - Date.parse(start)) / 86_400_000
  return {
    plan: made,
    days: days(schedule(rules, made, at)),
    daysWithOpen: days(schedule(rules, made, at, { including: 'depends' })),
  }
}

/** What comes of a change, worked out once for each: one change often spares several items. */
function outcomesAfter(rules: Rules, { type, answers }: Undertaking, at: string): (change: Change) => Outcome {
  const known = new Map<string, Outcome>()
  return (change) => {
    const changed = { ...answers, ...Object.fromEntries(change.map(({ fact, to }) => [fact, to])) }
    const key = JSON.stringify(change)
    const outcome = known.get(key) ?? outcomeOf(rules, { type, answers: changed }, at)
    known.set(key, outcome)
    return outcome
  }
}

const RANK: Record<Status, number> = { 'not-needed': 0, untouched: 0, depends: 1, probably: 2, needed: 2 }

/** What a change does to the whole plan. An item is added when it becomes possible, or goes from open to needed. */
function effectOf({ permit, status }: PlanItem, change: Change, before: Outcome, after: Outcome): WhatIf {
  const steps = before.plan.items.map((item, index) => ({
    permit: item.permit,
    from: item.status,
    to: after.plan.items[index]!.status,
  }))
  const daysSaved = status === 'depends' ? before.daysWithOpen - after.daysWithOpen : before.days - after.days
  return {
    permit,
    change,
    alsoSpared: steps
      .filter((step) => step.permit !== permit && RANK[step.from] > 0 && step.to === 'not-needed')
      .map((step) => step.permit),
    added: steps.filter(({ from, to }) => RANK[to] > RANK[from]).map((step) => step.permit),
    weeksSaved: Math.max(0, Math.floor(daysSaved / DAYS_A_WEEK)),
  }
}
