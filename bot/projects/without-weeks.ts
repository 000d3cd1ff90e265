import type { AuditRow } from '../domain/projects/audit.js'

/**
 * A row of the audit as it is shown. What members report of their weeks goes to the manager and no further, and whoever reads the audit is
 * another: that somebody reported, and of which week, is shown. The chain is over what was written, so it is checked before.
 */
export function withoutWeeks(row: AuditRow): AuditRow {
  if (row.action !== 'status-reported') return row
  const { kind, said } = row.detail
  const week = typeof said === 'object' && said !== null && 'week' in said ? said.week : undefined
  return { ...row, detail: { kind, week } }
}
