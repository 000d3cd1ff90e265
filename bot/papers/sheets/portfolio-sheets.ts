import type { Day } from '../../domain/projects/calendar.js'
import type { Use } from '../../domain/projects/portfolio.js'
import { ASPECTS } from '../../domain/projects/progress-report.js'
import { isLate, type Summary } from '../../domain/projects/summary.js'
import type { Teller } from '../teller.js'
import { csvOf } from './csv.js'
import { dayCell, kronorCell, numberCell, textCell, type Cell, type Sheet } from './sheet.js'
import { workbook } from './workbook.js'

/** Projects in the order that they are to stand in, and how the portfolios use their frames in a year. `today` tells what is late. */
export type PortfolioOf = { summaries: readonly Summary[]; uses: readonly Use[]; year: string; today: Day }

export const portfolioWorkbook = (of: PortfolioOf, teller: Teller): Promise<Buffer> =>
  workbook([projectsSheet(of, teller), usesSheet(of, teller)])

/** The projects alone: a CSV file has one table. */
export const portfolioCsv = (of: PortfolioOf, teller: Teller): Buffer => csvOf(projectsSheet(of, teller), teller.language)

type Tell = (summary: Summary, of: PortfolioOf, teller: Teller) => Cell

/** Every column of the list of projects. */
const COLUMNS: readonly [key: string, width: number, tell: Tell][] = [
  ['number', 16, ({ number }) => textCell(number)],
  ['name', 40, ({ name }) => textCell(name)],
  ['record-number', 14, ({ recordNumber }) => textCell(recordNumber)],
  ['portfolio', 26, ({ portfolio }, _of, { t }) => textCell(portfolio && t(`papers.portfolio.${portfolio}`))],
  ['profile', 12, ({ profile }, _of, { t }) => textCell(t(`papers.profile.${profile}`))],
  ['phase', 14, ({ phase }, _of, { t }) => textCell(t(`papers.phase.${phase}`))],
  ['manager', 24, ({ manager }, _of, { nameOf }) => textCell(manager && nameOf(manager))],
  ['waiting', 16, ({ isWaiting }, _of, teller) => yesOrNo(isWaiting, teller)],
  ['waiting-since', 14, ({ waitingSince }) => dayCell(waitingSince)],
  ['late', 8, (summary, { today }, teller) => yesOrNo(isLate(summary, today), teller)],
  ['light', 10, ({ light }, _of, { t }) => textCell(light && t(`papers.light.${light}`))],
  ...ASPECTS.map((aspect): [string, number, Tell] => [
    aspect,
    11,
    ({ lights }, _of, { t }) => textCell(lights && t(`papers.light.${lights[aspect].light}`)),
  ]),
  ['reported-on', 18, ({ reportedOn }) => dayCell(reportedOn)],
  ['next-point', 18, ({ nextPoint }) => textCell(nextPoint)],
  ['next-point-on', 12, ({ nextPointOn }) => dayCell(nextPointOn)],
  ['from', 12, ({ from }) => dayCell(from)],
  ['to', 12, ({ to }) => dayCell(to)],
  ['ended-on', 12, ({ endedOn }) => dayCell(endedOn)],
  ['budget', 18, ({ budget }) => kronorCell(budget)],
  ['expected', 18, ({ expected }) => kronorCell(expected)],
  ['year', 18, ({ byYear }, { year }) => kronorCell(byYear[year] ?? 0)],
]

const yesOrNo = (is: boolean, { t }: Teller): Cell => textCell(t(is ? 'papers.yes' : 'papers.no'))

const projectsSheet = (of: PortfolioOf, teller: Teller): Sheet => ({
  name: teller.t('papers.sheet.portfolio'),
  headings: COLUMNS.map(([key, width]) => ({ title: teller.t(`papers.column.portfolio.${key}`, { year: of.year }), width })),
  rows: of.summaries.map((summary) => COLUMNS.map(([, , tell]) => tell(summary, of, teller))),
})

const USES: readonly [key: string, tell: (use: Use, teller: Teller) => Cell][] = [
  ['portfolio', ({ portfolio }, { t }) => textCell(t(`papers.portfolio.${portfolio}`))],
  ['projects', ({ projects }) => numberCell(projects)],
  ['waiting', ({ waiting }) => numberCell(waiting)],
  ['red', ({ red }) => numberCell(red)],
  ['late', ({ late }) => numberCell(late)],
  ['frame', ({ frame }) => kronorCell(frame)],
  ['budget', ({ budget }) => kronorCell(budget)],
  // Without a frame nobody knows what is left.
  ['left', ({ frame, budget }) => kronorCell(frame === undefined ? undefined : frame - budget)],
]

const usesSheet = ({ uses, year }: PortfolioOf, teller: Teller): Sheet => ({
  name: teller.t('papers.sheet.use'),
  headings: USES.map(([key]) => ({
    title: teller.t(`papers.column.use.${key}`, { year }),
    width: key === 'portfolio' ? 34 : 18,
  })),
  rows: uses.map((use) => USES.map(([, tell]) => tell(use, teller))),
})
