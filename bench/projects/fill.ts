import { hasEnded } from '../../bot/domain/projects/points.js'
import { bodyOf, numberKey } from '../../bot/store/projects/stored-project.js'
import { columnsOf, NAMES_OF_SUMMARY_COLUMNS, SUMMARY_COLUMNS } from '../../bot/store/projects/summary-columns.js'
import type { Summary } from '../../bot/domain/projects/summary.js'
import { copyInto } from './copy.js'
import { crowds, madeUp, type MadeUp, type Many } from './made-up.js'

type Table = { name: string; columns: string; rows: (made: MadeUp) => (readonly unknown[])[] }

const asArray = (items: readonly string[]): string => `{${items.map((item) => JSON.stringify(item)).join(',')}}`
const summaryRow = (summary: Summary): unknown[] => {
  const columns = columnsOf(summary)
  const names = Object.keys(SUMMARY_COLUMNS) as (keyof typeof SUMMARY_COLUMNS)[]
  return [summary.id, ...names.map((name) => (name === 'people' ? asArray(summary.people) : columns[name]))]
}

/** What each made-up project is in each table. */
const TABLES: readonly Table[] = [
  {
    name: 'project',
    columns: 'id, number, number_key, version, has_ended, changed_at, body',
    rows: ({ project }) => [
      [project.id, project.number, numberKey(project.number), 1, hasEnded(project.phase), '2026-01-01', bodyOf(project)],
    ],
  },
  { name: 'project_summary', columns: `project, ${NAMES_OF_SUMMARY_COLUMNS}`, rows: ({ summary }) => [summaryRow(summary)] },
  {
    name: 'project_filing',
    columns: 'project, kind, of, number, revision, hash, at, body',
    rows: ({ project, filings }) =>
      filings.map(({ filing, at }) => [
        project.id,
        filing.kind,
        'of' in filing ? filing.of : '',
        filing.number,
        filing.revision,
        filing.hash,
        at.toISOString(),
        filing.body,
      ]),
  },
  {
    name: 'project_audit',
    columns: 'project, seq, at, by, surface, action, detail, previous, hash',
    rows: ({ audit }) =>
      audit.map((row) => [
        row.project,
        row.seq,
        row.at.toISOString(),
        row.by,
        row.where,
        row.action,
        row.detail,
        row.previous,
        row.hash,
      ]),
  },
  {
    name: 'project_chain',
    columns: 'project, seq, hash',
    rows: ({ project, audit }) => audit.slice(-1).map(({ seq, hash }) => [project.id, seq, hash]),
  },
]

const AT_ONCE = 250

function* some(made: Iterator<MadeUp>): Generator<MadeUp> {
  for (let taken = 0; taken < AT_ONCE; taken++) {
    const { value, done } = made.next()
    if (done) return
    yield value
  }
}

/** Of them all, some are projects of so many people. */
const IN_A_CROWD = 50

/** Fills the tables, some projects at a time; gives how many rows came into each. Everybody is in one project at least, with something to do. */
export async function fill(url: string, many: Many): Promise<Record<string, number>> {
  const rows: Record<string, number> = Object.fromEntries(TABLES.map(({ name }) => [name, 0]))
  const crowded = [...crowds(many.people, IN_A_CROWD, many.today)]
  const made = [crowded.values(), madeUp({ ...many, count: many.count - crowded.length })]
  for (const each of made)
    for (let batch = [...some(each)]; batch.length > 0; batch = [...some(each)])
      await Promise.all(
        TABLES.map(async ({ name, columns, rows: of }) => {
          const lines = batch.flatMap(of)
          rows[name]! += lines.length
          await copyInto(url, name, columns, lines)
        }),
      )
  return rows
}
