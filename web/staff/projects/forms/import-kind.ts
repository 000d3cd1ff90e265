import type { PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'

/** What becomes of a plan that was read: put for decision, kept up within what is decided, or asked for as a change. */
export type ImportKind = 'propose' | 'activity-plan' | 'risk-analysis' | 'request' | 'nothing'

/** Before there is a decided plan it is proposed. Afterwards only activities alone, or risks alone, are the manager's own to change. */
export function importKind(edits: readonly PlanEdit[], hasPlan: boolean): ImportKind {
  if (!hasPlan) return 'propose'
  if (edits.length === 0) return 'nothing'
  if (edits.every(({ part }) => part === 'activities')) return 'activity-plan'
  return edits.every(({ part }) => part === 'risks') ? 'risk-analysis' : 'request'
}
