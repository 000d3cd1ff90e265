import { YES, NO, isDecided, type Diagrams, type Node } from './decision-diagram.js'
import type { CompiledPermit, CompiledRules } from './compiled-rules.js'
import type { Knowledge } from './knowledge.js'
import type { FeeSum, PlanItem } from './plan-types.js'

type Range = { readonly least: number; readonly most: number }
type PossibleFee = { readonly sek: number; readonly paid: Node }

/**
 * The fees that are paid once: at least those of what is needed or probably needed, at most with what it depends on as well. Alternatives of one permit
 * (one fee under 150 guests, another above) are never added up, since they are tried together.
 */
export function feesOf(compiled: CompiledRules, knowledge: Knowledge, items: readonly PlanItem[]): FeeSum {
  const itemOf = new Map(items.map((item) => [item.permit, item]))
  const counted = compiled.permits.flatMap((entry) => {
    const item = itemOf.get(entry.permit.id)
    return item && isPossible(item) ? [{ entry, item, fees: possibleFees(compiled, knowledge, entry) }] : []
  })
  const ranges = counted.map(({ item, fees }) => {
    const { least, most } = feeRange(compiled.diagrams, fees)
    return { least: item.status === 'depends' ? 0 : least, most }
  })
  const present = new Set(counted.map(({ entry }) => entry.permit.id))
  return {
    least: sum(ranges.map(({ least }) => least)),
    most: sum(ranges.map(({ most }) => most)),
    sure: counted.every(({ fees }) => fees.every(({ sure }) => sure)),
    without: counted.filter((one) => isLeftOut(compiled, knowledge, one, present)).map(({ entry }) => entry.permit.id),
  }
}

const isPossible = ({ status }: PlanItem): boolean => status === 'needed' || status === 'probably' || status === 'depends'
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const possibleFees = ({ diagrams }: CompiledRules, { values }: Knowledge, { feesOnce }: CompiledPermit) =>
  feesOnce
    .map(({ fee, paid }) => ({ sek: fee.sek, sure: fee.sure, paid: diagrams.residual(paid, values) }))
    .filter(({ paid }) => paid !== NO)

/** No fee that is paid once can be told, or there is one by the hour, day, year or size beside it. What is part of another errand is paid with that. */
function isLeftOut(
  { diagrams }: CompiledRules,
  { values }: Knowledge,
  { entry, fees }: { entry: CompiledPermit; fees: readonly PossibleFee[] },
  present: ReadonlySet<string>,
): boolean {
  if (diagrams.residual(entry.otherFees, values) !== NO) return true
  const { partOf } = entry.permit.rule
  return fees.length === 0 && (partOf === undefined || !present.has(partOf))
}

/** The least and the most of a sum of fees over everything that is not known, one unknown after the other. */
function feeRange(all: Diagrams, fees: readonly PossibleFee[]): Range {
  const open = fees.filter(({ paid }) => !isDecided(paid))
  if (open.length === 0) {
    const total = sum(fees.map(({ sek, paid }) => (paid === YES ? sek : 0)))
    return { least: total, most: total }
  }
  const variable = Math.min(...open.map(({ paid }) => all.top(paid)))
  const values = all.branches(open.find(({ paid }) => all.top(paid) === variable)!.paid).map((_, value) => value)
  const ranges = values.map((value) =>
    feeRange(
      all,
      fees.map(({ sek, paid }) => ({ sek, paid: all.given(paid, variable, value) })),
    ),
  )
  return { least: Math.min(...ranges.map(({ least }) => least)), most: Math.max(...ranges.map(({ most }) => most)) }
}
