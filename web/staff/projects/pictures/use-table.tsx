import type { Use } from '../../../../bot/domain/projects/portfolio.js'
import { DataTable } from '../parts/data-table.js'
import { moneyText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { shareOf } from './bars.js'

/** The five portfolios with everything that the picture of them shows. */
export function UseTable({ use, year }: { use: readonly Use[]; year: string }) {
  const { t, language } = useProjects()
  return (
    <DataTable
      caption={t('staff-projects.portfolios', { year })}
      heads={['portfolio', 'projects', 'late', 'red', 'waiting', 'frame', 'budget', 'share'].map((head) =>
        t(`staff-projects.head-${head}`),
      )}
      numbersFrom={1}
      rows={use.map(({ portfolio, projects, late, red, waiting, frame, budget }) => ({
        id: portfolio,
        cells: [
          t(`staff-projects.portfolio-${portfolio}`),
          ...[projects, late, red, waiting],
          frame === undefined ? '–' : moneyText(frame, language),
          moneyText(budget, language),
          frame === undefined ? '–' : `${String(shareOf(budget, frame) ?? 0)} %`,
        ],
      }))}
    />
  )
}
