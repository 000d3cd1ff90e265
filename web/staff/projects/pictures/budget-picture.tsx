import type { Outlook } from '../../../../bot/domain/projects/budget.js'
import type { BudgetPost } from '../../../../bot/domain/projects/plan.js'
import { DataTable } from '../parts/data-table.js'
import { moneyText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { percentOf, roundTop } from './bars.js'
import { budgetRows, totalOf, yearsOf, type BudgetRow } from './budget-rows.js'
import { Picture } from './picture.js'

const ROW = 58

type Props = { posts: readonly BudgetPost[]; outlook?: Outlook; isUnderHeading?: boolean }

/** Each post: what is expected as a bar, the budget as a line across it. The table has the years. */
export function BudgetPicture({ posts, outlook, isUnderHeading }: Props) {
  const { t, language } = useProjects()
  const rows = budgetRows(posts, outlook)
  if (rows.length === 0) return <p className="quiet">{t('staff-projects.no-budget')}</p>
  const total = totalOf(rows)
  const top = roundTop(rows.flatMap(({ budget, expected }) => [budget, expected]))
  const money = { budget: moneyText(total.budget, language), expected: moneyText(total.expected, language) }
  return (
    <Picture
      caption={t('staff-projects.budget')}
      says={t('staff-projects.budget-says', money)}
      height={rows.length * ROW}
      {...{ isUnderHeading }}
      table={<BudgetTable rows={rows} />}
    >
      {rows.map((row, index) => (
        <g key={row.id} aria-hidden="true">
          <text className="picture-label strong" x={0} y={index * ROW + 14}>
            {row.name}
          </text>
          <text className="picture-label" x={0} y={index * ROW + 30}>
            {t('staff-projects.budget-post', {
              budget: moneyText(row.budget, language),
              expected: moneyText(row.expected, language),
            })}
          </text>
          <rect className="picture-ground" x={0} y={index * ROW + 36} width="100%" height={12} />
          <rect
            className={`picture-bar${row.expected > row.budget ? ' over' : ''}`}
            x={0}
            y={index * ROW + 36}
            width={`${percentOf(row.expected, top)}%`}
            height={12}
          />
          <line
            className="picture-limit"
            x1={`${percentOf(row.budget, top)}%`}
            x2={`${percentOf(row.budget, top)}%`}
            y1={index * ROW + 33}
            y2={index * ROW + 51}
          />
        </g>
      ))}
    </Picture>
  )
}

function BudgetTable({ rows }: { rows: readonly BudgetRow[] }) {
  const { t, language } = useProjects()
  const years = yearsOf(rows)
  const total = totalOf(rows)
  const cells = ({ byYear, budget, expected }: Pick<BudgetRow, 'byYear' | 'budget' | 'expected'>): string[] => [
    ...years.map((year) => moneyText(byYear[year] ?? 0, language)),
    moneyText(budget, language),
    moneyText(expected, language),
  ]
  return (
    <DataTable
      caption={t('staff-projects.budget')}
      heads={[
        t('staff-projects.head-post'),
        t('staff-projects.head-kind'),
        ...years,
        t('staff-projects.head-budget'),
        t('staff-projects.head-expected'),
      ]}
      numbersFrom={2}
      rows={rows.map((row) => ({ id: row.id, cells: [row.name, t(`staff-projects.post-${row.kind}`), ...cells(row)] }))}
      foot={{ id: 'total', cells: [t('staff-projects.total'), '', ...cells(total)] }}
    />
  )
}
