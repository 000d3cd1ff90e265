import { actorIdOf } from '../../../domain/projects/actor.js'
import { profileOf } from '../../../domain/projects/profiles.js'
import { effectGoalsOf, type Project } from '../../../domain/projects/project.js'
import { everybody } from '../../../domain/projects/telling.js'
import type { HttpAnswer } from '../../http-answer.js'
import { readBytes } from '../../read-body.js'
import { RECORD_KINDS } from '../../../papers/records/package.js'
import { notDone, refused } from './answered.js'
import { portfolioAsked, PartAsked, SheetAsked } from './asked.js'
import type { Asked, Serve } from './needs.js'
import { tellerFor } from './paper-teller.js'
import { download, todayOf } from './papers.js'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const ZIP = 'application/zip'
const MOST_PROJECTS = 10_000
const UPLOAD_BYTES = 5 * 1024 * 1024

/** The portfolio as it is narrowed, whole. */
export const readPortfolioSheet: Serve = async (asked) => {
  const { needs, query, by, language } = asked
  const format = query.get('format') ?? 'xlsx'
  const narrowed = new URLSearchParams([...query].filter(([name]) => name !== 'format'))
  const wanted = portfolioAsked(narrowed, actorIdOf(by))
  if (!wanted || !['xlsx', 'csv'].includes(format)) return refused(asked, 'unreadable')
  const read = await needs.projects.portfolio(by, { ...wanted, from: 0, limit: MOST_PROJECTS, as: format })
  if (read.kind !== 'read') return notDone(asked, read)
  const { projects, use, year, today, names } = read.value
  const teller = { t: needs.translate(language), language, nameOf: (person: string) => names[person] ?? '' }
  const of = { summaries: projects, uses: use, year, today }
  const { portfolioCsv, portfolioWorkbook } = await import('../../../papers/sheets/portfolio-sheets.js')
  return format === 'csv'
    ? download(portfolioCsv(of, teller), `${teller.t('project-told.file-portfolio')}-${today}.csv`, CSV)
    : download(await portfolioWorkbook(of, teller), `${teller.t('project-told.file-portfolio')}-${today}.xlsx`, EXCEL)
}

/** A project's plan with where it is; or the same as a template to fill in, whose sheets can be imported. */
export const readProjectSheet: Serve = async (asked) => {
  const { needs, query, params, by } = asked
  const format = query.get('format') ?? 'xlsx'
  const sheet = SheetAsked.safeParse(params['sheet']).data
  const isTemplate = sheet === 'template'
  const part = PartAsked.safeParse(query.get('part') ?? 'activities').data
  if (!sheet || !part || !['xlsx', ...(isTemplate ? [] : ['csv'])].includes(format)) return refused(asked, 'no-such-paper')
  const taken = await needs.projects.take(params['id'] ?? '', { paper: `${sheet} ${format}`, wanted: { kinds: [] } }, by)
  if (taken.kind !== 'read') return notDone(asked, taken)
  const { project } = taken.value.row
  const [teller, people] = [await tellerFor(asked, project), await namedIn(asked, project)]
  const name = `${project.number}-${teller.t(isTemplate ? 'project-told.file-template' : 'project-told.file-plan')}`
  if (isTemplate) {
    const { planTemplate } = await import('../../../papers/sheets/plan-template.js')
    return download(await planTemplate({ project, people }, todayOf(asked), teller), `${name}.xlsx`, EXCEL)
  }
  const { projectCsv, projectWorkbook } = await import('../../../papers/sheets/project-sheets.js')
  return format === 'csv'
    ? download(projectCsv({ project, people, part }, todayOf(asked), teller), `${name}-${part}.csv`, CSV)
    : download(await projectWorkbook({ project, people }, todayOf(asked), teller), `${name}.xlsx`, EXCEL)
}

async function namedIn({ needs }: Asked, project: Project) {
  const people = everybody(project)
  const names = await needs.projects.whoIs(people)
  return people.map((person) => ({ person, name: names[person] ?? person }))
}

/** Everything of a project for the records system, by its record number. */
export const readRecords: Serve = async (asked) => {
  const { needs, params, by } = asked
  const wanted = { kinds: [...RECORD_KINDS, 'document' as const] }
  const taken = await needs.projects.take(params['id'] ?? '', { paper: 'records', wanted, isForRecords: true }, by)
  if (taken.kind !== 'read') return notDone(asked, taken)
  const { row, filings } = taken.value
  const { recordNumber } = row.project
  if (recordNumber === undefined) return refused(asked, 'record-number-missing')
  const { recordsPackage } = await import('../../../papers/records/records-package.js')
  const teller = await tellerFor(asked, row.project)
  const of = { project: { ...row.project, recordNumber }, filings }
  return download(await recordsPackage(of, teller, needs.now()), `${recordNumber}.zip`, ZIP)
}

/** Reads a plan from a workbook and says what it would change. Nothing is stored: the page shows it, and then sends it as any plan. */
export const importPlan: Serve = async (asked) => {
  const { needs, request, params, by, language } = asked
  const [found, bytes] = await Promise.all([needs.projects.toImport(params['id'] ?? '', by), readBytes(request, UPLOAD_BYTES)])
  if (found.kind !== 'read') return notDone(asked, found)
  if (bytes === 'too-large') return refused(asked, 'too-large')
  const { project } = found.value
  const { importPlan: read } = await import('../../../papers/import/import-plan.js')
  const base = project.plan?.content ?? project.proposal?.content
  const imported = await read(bytes, {
    words: [language, ...needs.config.languages.filter((one) => one !== language)].map(needs.translate),
    people: await namedIn(asked, project),
    effectGoals: [...effectGoalsOf(project)],
    ...(base ? { base } : {}),
    ...optional('mostMonths', profileOf(project.profile).mostMonths),
  })
  return importAnswer(asked, imported)
}

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>

async function importAnswer(
  asked: Asked,
  imported: Awaited<ReturnType<(typeof import('../../../papers/import/import-plan.js'))['importPlan']>>,
): Promise<HttpAnswer> {
  if (imported.kind === 'read') {
    const { 'effect-goals': _decided, ...plan } = imported.content
    return { status: 200, body: { plan, edits: imported.edits, unread: imported.unread } }
  }
  const { faultText } = await import('../../../papers/import/import-fault.js')
  const t = asked.needs.translate(asked.language)
  const faults = imported.faults.map((fault) => ({ text: faultText(fault, t) }))
  return refused(asked, 'plan-unreadable', { faults, total: imported.total })
}
