import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import type { PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'
import { budgetRows, totalOf } from '../pictures/budget-rows.js'
import { idOf } from './edits.js'

/** What the budget becomes more or less by with these edits, in öre. */
export function costsOf({ budget }: Pick<PlanContent, 'budget'>, edits: readonly PlanEdit[]): number {
  const changed = edits.filter(({ part }) => part === 'budget')
  const kept = budget.filter(({ id }) => !changed.some((edit) => idOf(edit) === id))
  const put = changed.flatMap((edit) => ('put' in edit && 'kind' in edit.put ? [edit.put] : []))
  return totalOf(budgetRows([...kept, ...put], undefined)).budget - totalOf(budgetRows(budget, undefined)).budget
}
