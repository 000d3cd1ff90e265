import { maskedKinds, ruleAt } from '../domain/disposal/disposal-rule.js'
import type { AuditEntry } from '../domain/desk/ports.js'
import { maskPersonalData } from '../understanding/personal-data.js'
import type { DeskNeeds } from './needs.js'

export type MaskedText = {
  text: string
  /** How many of each kind were masked and by which rule, for the audit; empty when nothing was. */
  detail: NonNullable<AuditEntry['detail']>
}

/** What staff wrote, as it may be stored. */
export function masked({ content, now }: Pick<DeskNeeds, 'content' | 'now'>, written: string): MaskedText {
  const rule = ruleAt(content().disposalRules.values(), now())
  const { text, found } = maskPersonalData(written, maskedKinds(rule, 'staff'))
  const counts = Object.entries(found).map(([kind, count]) => [`masked-${kind}`, count] as const)
  if (counts.length === 0) return { text, detail: {} }
  return { text, detail: { ...Object.fromEntries<number>(counts), ...(rule ? { rule: rule.id } : {}) } }
}
