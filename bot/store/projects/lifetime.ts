import { canonicalJson } from '../../domain/projects/canonical.js'
import type { ProjectStore } from '../../domain/projects/ports.js'
import { summaryOf, type Summary } from '../../domain/projects/summary.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { rowOf, type StoredProject } from './stored-project.js'
import { columnsOf, NAMES_OF_SUMMARY_COLUMNS, placesFrom, RENEW_SUMMARY, SUMMARY_COLUMNS, valuesOf } from './summary-columns.js'

/** What has done its work. What waits to be told stays, however old. */
const OLD = [
  'delete from project_notice where told_at < $1::timestamp',
  'delete from project_reminder where told_at < $1::timestamp',
  'delete from project_key where at < $1::timestamp',
  'delete from project_draft where saved_at < $1::timestamp',
]

const AT_ONCE = 100
const COLUMNS = Object.keys(SUMMARY_COLUMNS) as (keyof typeof SUMMARY_COLUMNS)[]
const STORED = `
  select project.id, project.version, project.body, to_json(summary) as summary from project
  left join (select project, ${NAMES_OF_SUMMARY_COLUMNS} from project_summary) summary on summary.project = project.id
  where $1::text is null or project.id collate "C" > $1::text order by project.id collate "C" limit $2::int`
// Only of the version that it was made of: a change meanwhile has written its own.
const RENEW = `
  insert into project_summary (project, ${NAMES_OF_SUMMARY_COLUMNS})
  select id, ${placesFrom(3)} from project where id = $1 and version = $2::int
  on conflict (project) do update set ${RENEW_SUMMARY}`

type Stored = StoredProject & { id: string; summary: Record<string, unknown> | null }

/** A row as JSON, whichever way it came: bodies as values, not as texts. */
function comparable(summary: Summary): string {
  const columns = columnsOf(summary)
  return canonicalJson({ ...columns, by_year: summary.byYear, body: JSON.parse(JSON.stringify(summary)) as unknown })
}
const isRight = ({ summary }: Stored, should: Summary): boolean =>
  summary !== null && canonicalJson(Object.fromEntries(COLUMNS.map((name) => [name, summary[name]]))) === comparable(should)

/** What becomes of rows in time. */
export const projectLifetime = (sql: Sql): Pick<ProjectStore, 'tidy' | 'rebuildSummaries'> => ({
  async tidy(before) {
    for (const text of OLD) await sql(text, asTime(before))
  },
  async rebuildSummaries() {
    const wrong: string[] = []
    for (let after: string | undefined; ;) {
      const stored = await sql<Stored>(STORED, after ?? null, AT_ONCE)
      for (const row of stored) {
        const summary = summaryOf(rowOf(row).project)
        if (isRight(row, summary)) continue
        wrong.push(row.id)
        await sql(RENEW, row.id, row.version, ...valuesOf(summary))
      }
      after = stored.at(-1)?.id
      if (stored.length < AT_ONCE) return wrong
    }
  },
})
