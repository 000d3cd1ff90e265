import { latest } from '../latest.js'
import { compiledRules, remembered, variablesIn, type CompiledPermit, type CompiledRules } from './compiled-rules.js'
import { isDecided, NO, type Node } from './decision-diagram.js'
import { feesOf } from './fees.js'
import { knowledgeOf, NOT_KNOWN, type Knowledge } from './knowledge.js'
import type { Permit } from './permit.js'
import type { Plan, PlanItem, Status, Undertaking } from './plan-types.js'
import type { Rules } from './rules.js'

/** What is left of a permit's condition, and the facts that settled it. Facts are numbers of variables. */
export type Settled = { readonly residual: Node; readonly because: readonly number[]; readonly hangsOn: readonly number[] }

const KEPT = 500
const before = new WeakMap<Rules, ReturnType<typeof latest<Plan>>>()

/** Which permits an undertaking needs, and why. `at`: the ISO date whose rules count. */
export function plan(rules: Rules, undertaking: Undertaking, at: string): Plan {
  // Each step of a pilot asks for the same plan several times, and many begin alike.
  const kept = before.get(rules) ?? latest<Plan>(KEPT)
  before.set(rules, kept)
  return { ...kept(nameOfUndertaking(undertaking, at), () => planAnew(rules, undertaking, at)), undertaking }
}

export const nameOfUndertaking = ({ type, answers }: Undertaking, at: string): string =>
  JSON.stringify([at, type ?? null, Object.entries(answers)])

function planAnew(rules: Rules, undertaking: Undertaking, at: string): Plan {
  const compiled = compiledRules(rules)
  const knowledge = knowledgeOf(rules, compiled, undertaking)
  const items = compiled.permits.filter(({ permit }) => isValid(permit, at)).map((entry) => itemOf(compiled, knowledge, entry))
  return {
    rules: rules.version,
    undertaking,
    items,
    offPath: offPath(compiled, knowledge),
    fees: feesOf(compiled, knowledge, items),
  }
}

/** In force on an ISO date, both ends included. */
export const isValid = ({ rule: { valid } }: Permit, at: string): boolean =>
  (valid?.from === undefined || valid.from <= at) && (valid?.to === undefined || at <= valid.to)

function itemOf(compiled: CompiledRules, knowledge: Knowledge, entry: CompiledPermit): PlanItem {
  const { residual, because, hangsOn } = settled(compiled, knowledge, entry)
  return {
    permit: entry.permit.id,
    status: statusOf(entry.permit, residual),
    because: because.map((variable) => knowledge.reasons[variable]!),
    hangsOn: hangsOn.map((variable) => compiled.variables[variable]!.id),
  }
}

const WHEN_YES = { law: 'needed', likely: 'probably', unread: 'depends' } as const
const WHEN_NO = { law: 'not-needed', likely: 'not-needed', unread: 'untouched' } as const

function statusOf({ rule: { sure } }: Permit, residual: Node): Status {
  if (!isDecided(residual)) return 'depends'
  return residual === NO ? WHEN_NO[sure] : WHEN_YES[sure]
}

/** How far a permit's condition is settled by what is known. */
export function settled(compiled: CompiledRules, { values }: Knowledge, entry: CompiledPermit): Settled {
  const key = `permit ${entry.permit.id} ${entry.hangsOn.map((variable) => values[variable]).join()}`
  return remembered(compiled, key, () => {
    const { diagrams } = compiled
    const residual = diagrams.residual(entry.needed, values)
    return isDecided(residual)
      ? { residual, because: leastReasons(compiled, values, entry), hangsOn: [] }
      : { residual, because: [], hangsOn: variablesIn(diagrams.support(residual)) }
  })
}

/**
 * A smallest set of known facts that still decides: each is left out if the rest decides without it. The last ones are tried first, so that "no alcohol" is
 * told rather than what would only be asked of one who serves it.
 */
function leastReasons({ diagrams }: CompiledRules, known: readonly number[], { needed, hangsOn }: CompiledPermit): number[] {
  const kept = known.map((value, variable) => (hangsOn.includes(variable) ? value : NOT_KNOWN))
  for (const variable of hangsOn.toReversed()) {
    const value = kept[variable]!
    kept[variable] = NOT_KNOWN
    if (!isDecided(diagrams.residual(needed, kept))) kept[variable] = value
  }
  return hangsOn.filter((variable) => kept[variable]! >= 0)
}

/** The answers that no longer count, since their fact is not on the path. */
const offPath = ({ variables, diagrams }: CompiledRules, { values, reasons }: Knowledge): string[] =>
  variables
    .filter(({ when }, index) => reasons[index]?.from === 'answer' && diagrams.residual(when, values) === NO)
    .map(({ id }) => id)
