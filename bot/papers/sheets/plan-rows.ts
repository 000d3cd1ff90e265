import type { BudgetPost, Item, Part, PlanContent } from '../../domain/projects/plan.js'
import { frameOf } from '../../domain/projects/plan.js'
import type { Teller } from '../teller.js'
import type { labelsOf } from './people-labels.js'
import { BETWEEN, columnKey, PLAN_SHEETS, sheetKey, type PlanColumn } from './plan-columns.js'
import { dayCell, hoursCell, kronorCell, numberCell, textCell, type Cell, type Heading, type Sheet } from './sheet.js'

export type PlanWords = Pick<Teller, 't'> & { labels: ReturnType<typeof labelsOf> }

/** One part of a plan as a sheet that can be read again. Of what there is none, it is a sheet to fill in. */
export function planSheet(
  part: Part,
  content: Partial<PlanContent> | undefined,
  words: PlanWords,
  years: readonly string[],
): Sheet {
  const { t } = words
  const columns = PLAN_SHEETS[part]
  const items = (content?.[part] ?? []) as readonly Item[]
  return {
    name: t(sheetKey(part)),
    headings: [
      ...columns.map(({ key, width, needed }): Heading => ({ title: titleOf(t(columnKey(part, key)), needed), width })),
      ...(part === 'budget' ? years.map((year): Heading => ({ title: year, width: 16 })) : []),
    ],
    rows: items.map((item) => [
      ...columns.map((column) => cellOf(column, item, words)),
      ...(part === 'budget' ? years.map((year) => yearCell(item as BudgetPost, year)) : []),
    ]),
  }
}

/** What must be filled in has a star. */
const STAR = ' *'
const titleOf = (words: string, needed: boolean): string => (needed ? `${words}${STAR}` : words)
export const withoutStar = (title: string): string => title.replace(/\s*\*\s*$/, '')

/** The years that a budget has columns for: those of the project, and those that it has amounts in. */
export function yearsOf(content: PlanContent): string[] {
  const { from, to } = frameOf(content)
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const own = Array.from({ length: Math.max(0, Math.min(last - first, 30) + 1) }, (_, at) => String(first + at))
  const used = content.budget.flatMap((post) => Object.keys(byYear(post)))
  return [...new Set([...own, ...used])].filter((year) => /^20\d\d$/.test(year)).sort()
}

const byYear = (post: BudgetPost): Readonly<Record<string, number>> => (post.kind === 'external' ? post.amounts : post.hours)

function yearCell(post: BudgetPost, year: string): Cell {
  const amount = byYear(post)[year]
  return post.kind === 'external' ? kronorCell(amount) : hoursCell(amount)
}

/** How a value is written in a cell of its column; how it is read again is in `import/read-cell.ts`. */
function cellOf({ key, kind }: PlanColumn, item: Item, { t, labels }: PlanWords): Cell {
  const value: unknown = (item as Record<string, unknown>)[key]
  if (value === undefined) return undefined
  switch (kind) {
    case 'day':
      return dayCell(value as string)
    case 'hours':
      return hoursCell(value as number)
    case 'kronor':
      return kronorCell(value as number)
    case 'grade':
      return numberCell(value as number)
    case 'budget-kind':
      return textCell(t(`papers.budget-kind.${value as string}`))
    case 'person':
      return textCell(labels.labelOf(value as string))
    case 'people':
      return textCell((value as readonly string[]).map(labels.labelOf).join(`${BETWEEN} `))
    case 'refs':
      return textCell((value as readonly string[]).join(`${BETWEEN} `))
    default:
      return textCell(value as string)
  }
}
