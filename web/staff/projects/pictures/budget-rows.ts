import type { Outlook } from '../../../../bot/domain/projects/budget.js'
import type { BudgetPost } from '../../../../bot/domain/projects/plan.js'

/** A post by year, in öre, and what it is expected to become. */
export type BudgetRow = {
  id: string
  name: string
  kind: BudgetPost['kind']
  byYear: Readonly<Record<string, number>>
  budget: number
  expected: number
}

const amountsOf = (post: BudgetPost): Record<string, number> =>
  post.kind === 'external'
    ? post.amounts
    : Object.fromEntries(Object.entries(post.hours).map(([year, hours]) => [year, hours * post.rate]))
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export const budgetRows = (posts: readonly BudgetPost[], outlook: Outlook | undefined): BudgetRow[] =>
  posts.map((post) => {
    const byYear = amountsOf(post)
    const budget = sum(Object.values(byYear))
    const expected = outlook?.posts.find((one) => one.post === post.id)?.expected ?? budget
    return { id: post.id, name: post.name, kind: post.kind, byYear, budget, expected }
  })

export const yearsOf = (rows: readonly BudgetRow[]): string[] =>
  [...new Set(rows.flatMap(({ byYear }) => Object.keys(byYear)))].sort()

export type BudgetTotal = Pick<BudgetRow, 'byYear' | 'budget' | 'expected'>
export const totalOf = (rows: readonly BudgetRow[]): BudgetTotal => ({
  byYear: Object.fromEntries(yearsOf(rows).map((year) => [year, sum(rows.map(({ byYear }) => byYear[year] ?? 0))])),
  budget: sum(rows.map(({ budget }) => budget)),
  expected: sum(rows.map(({ expected }) => expected)),
})
