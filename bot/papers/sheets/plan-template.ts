import { effectGoalsOf, type Project } from '../../domain/projects/project.js'
import type { Day } from '../../domain/projects/calendar.js'
import type { PlanContent } from '../../domain/projects/plan.js'
import type { Translate } from '../../i18n/translate.js'
import type { Teller } from '../teller.js'
import { labelsOf, type Named } from './people-labels.js'
import { columnKey, PLAN_SHEETS, SHEET_ORDER, sheetKey } from './plan-columns.js'
import { planSheet, yearsOf, type PlanWords } from './plan-rows.js'
import { textCell, type Sheet } from './sheet.js'
import { workbook } from './workbook.js'

export type PlanOf = { project: Project; people: readonly Named[] }

/** A workbook to fill a plan in: what the project has already, how each column is filled in, and whom it may name. `today` gives its years. */
export const planTemplate = (of: PlanOf, today: Day, teller: Teller): Promise<Buffer> =>
  workbook([guideSheet(teller.t), ...planSheets(of, today, teller), peopleSheet(of.people, teller)])

/** All parts of a project's plan, the proposed one while none is decided. Without either the sheets are empty but for the effect goals. */
export function planSheets({ project, people }: PlanOf, today: Day, { t }: Pick<Teller, 't'>): Sheet[] {
  const words: PlanWords = { t, labels: labelsOf(people) }
  const content = contentOf(project)
  const years = content ? yearsOf(content) : nextYears(today)
  const known: Partial<PlanContent> = content ?? { 'effect-goals': [...effectGoalsOf(project)] }
  return SHEET_ORDER.map((part) => planSheet(part, known, words, years))
}

export const contentOf = ({ plan, proposal }: Pick<Project, 'plan' | 'proposal'>): PlanContent | undefined =>
  plan?.content ?? proposal?.content

const nextYears = (today: Day): string[] => [0, 1, 2].map((later) => String(Number(today.slice(0, 4)) + later))

/** What each column is for, sheet by sheet. */
function guideSheet(t: Translate): Sheet {
  const columns = ['sheet', 'column', 'needed', 'how'] as const
  const rows = SHEET_ORDER.flatMap((part) => [
    ...PLAN_SHEETS[part].map(({ key, kind, needed }) => [
      t(sheetKey(part)),
      t(columnKey(part, key)),
      t(needed ? 'papers.yes' : 'papers.no'),
      t(`papers.hint.${kind}`),
    ]),
    ...(part === 'budget' ? [[t(sheetKey(part)), t('papers.year-column'), t('papers.no'), t('papers.hint.year')]] : []),
  ])
  return {
    name: t('papers.sheet.guide'),
    headings: columns.map((key) => ({ title: t(`papers.guide.${key}`), width: key === 'how' ? 90 : 24 })),
    rows: rows.map((row) => row.map(textCell)),
  }
}

function peopleSheet(people: readonly Named[], { t }: Teller): Sheet {
  const { labelOf } = labelsOf(people)
  return {
    name: t('papers.sheet.people'),
    headings: [{ title: t('papers.column.people.name'), width: 40 }],
    rows: people.map(({ person }) => [textCell(labelOf(person))]),
  }
}
