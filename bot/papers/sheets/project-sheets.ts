import { dayOf, type Day } from '../../domain/projects/calendar.js'
import type { Decision } from '../../domain/projects/decision.js'
import type { ChangeRequest } from '../../domain/projects/change-request.js'
import type { Part } from '../../domain/projects/plan.js'
import type { Project } from '../../domain/projects/project.js'
import { motiveText } from '../decision-words.js'
import { choiceText, subjectText } from '../subject-words.js'
import type { Teller } from '../teller.js'
import { csvOf } from './csv.js'
import { SHEET_ORDER } from './plan-columns.js'
import { planSheets, type PlanOf } from './plan-template.js'
import { dayCell, kronorCell, numberCell, textCell, type Cell, type Sheet } from './sheet.js'
import { workbook } from './workbook.js'

/** A project: what it is, its plan in the sheets that an import reads, its decisions, and its requests that are not decided. */
export const projectWorkbook = (of: PlanOf, today: Day, teller: Teller): Promise<Buffer> =>
  workbook([
    aboutSheet(of.project, teller),
    ...planSheets(of, today, teller),
    sheetOf('decisions', DECISIONS, of.project.decisions, of.project, teller),
    sheetOf('requests', REQUESTS, of.project.requests, of.project, teller),
  ])

/** One part of its plan: a CSV file has one table. */
export const projectCsv = (of: PlanOf & { part: Part }, today: Day, teller: Teller): Buffer =>
  csvOf(planSheets(of, today, teller)[SHEET_ORDER.indexOf(of.part)]!, teller.language)

function aboutSheet({ number, name, recordNumber, portfolio, profile, phase, begun, endedOn }: Project, { t }: Teller): Sheet {
  const facts: [key: string, cell: Cell][] = [
    ['number', textCell(number)],
    ['name', textCell(name)],
    ['record-number', textCell(recordNumber)],
    ['portfolio', textCell(portfolio && t(`papers.portfolio.${portfolio}`))],
    ['profile', textCell(t(`papers.profile.${profile}`))],
    ['phase', textCell(t(`papers.phase.${phase}`))],
    ['from', dayCell(begun)],
    ['ended-on', dayCell(endedOn)],
  ]
  return {
    name: t('papers.sheet.project'),
    headings: [
      { title: t('papers.column.project.what'), width: 24 },
      { title: t('papers.column.project.value'), width: 60 },
    ],
    rows: facts.map(([key, cell]) => [textCell(t(`papers.column.portfolio.${key}`)), cell]),
  }
}

type Columns<Row> = readonly [key: string, width: number, tell: (row: Row, project: Project, teller: Teller) => Cell][]

const DECISIONS: Columns<Decision> = [
  ['number', 10, ({ number }) => numberCell(number)],
  ['at', 12, ({ at }) => dayCell(dayOf(at))],
  ['subject', 50, ({ subject }, project, teller) => textCell(subjectText(subject, project, teller))],
  ['choice', 22, ({ choice }, _project, teller) => textCell(choiceText(choice, teller))],
  ['body', 18, ({ body }, _project, { t }) => textCell(t(`papers.body.${body}`))],
  ['motive', 50, (decision, _project, teller) => textCell(motiveText(decision, teller))],
  ['conditions', 50, ({ conditions }) => textCell(conditions.map(({ text }) => text).join('\n'))],
  ['minuted', 14, ({ minuted }) => numberCell(minuted && 'meeting' in minuted ? minuted.meeting : undefined)],
  ['undone', 12, ({ undoneBy }) => numberCell(undoneBy)],
]

const REQUESTS: Columns<ChangeRequest> = [
  ['number', 10, ({ number }) => numberCell(number)],
  ['revision', 10, ({ latest }) => numberCell(latest.revision)],
  ['title', 40, ({ latest }) => textCell(latest.title)],
  ['at', 12, ({ latest }) => dayCell(dayOf(latest.at))],
  ['status', 20, ({ status }, _project, { t }) => textCell(t(`papers.status.${status}`))],
  ['costs', 18, ({ latest }) => kronorCell(latest.costs)],
  ['why', 60, ({ latest }) => textCell(latest.why)],
]

const sheetOf = <Row>(name: string, columns: Columns<Row>, rows: readonly Row[], project: Project, teller: Teller): Sheet => ({
  name: teller.t(`papers.sheet.${name}`),
  headings: columns.map(([key, width]) => ({ title: teller.t(`papers.column.${name}.${key}`), width })),
  rows: rows.map((row) => columns.map(([, , tell]) => tell(row, project, teller))),
})
