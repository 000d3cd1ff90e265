import { costOf, type BudgetPost, type Item, type Part, type PlanContent } from '../domain/projects/plan.js'
import { itemOf, type PlanEdit } from '../domain/projects/plan-edits.js'
import { columnKey, PLAN_SHEETS, sheetKey, type PlanColumn } from './sheets/plan-columns.js'
import { dayText, moneyText, namesText, numberText, type Teller } from './teller.js'

/** What each edit does to the plan, in words: "Milstolpar, Upphandlat: Datum 30 juni 2027 → 14 juli 2027." */
export const editTexts = (edits: readonly PlanEdit[], content: PlanContent | undefined, teller: Teller): string[] =>
  edits.map((edit) => editText(edit, itemIn(content, edit), teller))

const itemIn = (content: PlanContent | undefined, edit: PlanEdit): Item | undefined =>
  (content?.[edit.part] as readonly Item[] | undefined)?.find(({ id }) => id === itemOf(edit))

function editText(edit: PlanEdit, before: Item | undefined, teller: Teller): string {
  const { t } = teller
  const { part } = edit
  const name = nameOf('put' in edit ? edit.put : before, itemOf(edit))
  const of = { part: t(sheetKey(part)), name }
  if (!('put' in edit)) return t('papers.edit.dropped', of)
  const changes = differences(part, before, edit.put, teller)
  const words = changes.length > 0 ? changes.join('; ') : t('papers.edit.nothing')
  return t(before ? 'papers.edit.changed' : 'papers.edit.added', { ...of, changes: words })
}

const nameOf = (item: Item | undefined, id: string): string => (item && 'name' in item ? item.name : id)

/** Column by column, what it was and what it becomes; of something new, what it is. */
function differences(part: Part, before: Item | undefined, after: Item, teller: Teller): string[] {
  const { t } = teller
  const rows = PLAN_SHEETS[part]
    .filter(({ key }) => key !== 'id' && (before !== undefined || key !== 'name'))
    .map(
      (column) => [t(columnKey(part, column.key)), valueText(column, before, teller), valueText(column, after, teller)] as const,
    )
  const cost = part === 'budget' ? [[t('papers.edit.cost'), costText(before, teller), costText(after, teller)] as const] : []
  return [...rows, ...cost]
    .filter(([, was, is]) => was !== is)
    .map(([column, was, is]) =>
      before
        ? t('papers.edit.from-to', { column, was: was || t('papers.edit.empty'), is: is || t('papers.edit.empty') })
        : `${column}: ${is}`,
    )
}

/** A value of an item as a person reads it; empty when there is none. */
export function valueText({ key, kind }: PlanColumn, item: Item | undefined, teller: Teller): string {
  const value: unknown = (item as Record<string, unknown> | undefined)?.[key]
  if (value === undefined) return ''
  switch (kind) {
    case 'day':
      return dayText(value as string, teller)
    case 'kronor':
      return moneyText(value as number, teller)
    case 'hours':
    case 'grade':
      return numberText(value as number, teller)
    case 'budget-kind':
      return teller.t(`papers.budget-kind.${value as string}`)
    case 'person':
      return teller.nameOf(value as string)
    case 'people':
      return (value as readonly string[]).length > 0 ? namesText(value as readonly string[], teller) : ''
    case 'refs':
      return (value as readonly string[]).join(', ')
    default:
      return value as string
  }
}

const costText = (item: Item | undefined, teller: Teller): string => (item ? moneyText(costOf(item as BudgetPost), teller) : '')
