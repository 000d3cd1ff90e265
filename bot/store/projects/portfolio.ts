import type { ProjectReader } from '../../domain/projects/ports.js'
import type { Use } from '../../domain/projects/portfolio.js'
import { LIGHTS } from '../../domain/projects/progress-report.js'
import { PORTFOLIOS } from '../../domain/projects/project.js'
import type { Summary } from '../../domain/projects/summary.js'
import { withoutNulls } from '../desk/without-nulls.js'
import type { Sql } from '../conversations/sql.js'
import { conditionsOf } from './conditions.js'

const RED = LIGHTS.indexOf('red')
const isLateOn = (day: string): string => `coalesce(late_after < ${day}, false)`

// As `inUrgency` has it. Numbers are sorted as they are by the rest of the program: by code, in no language.
const URGENCY = `has_ended, not ${isLateOn('$1')}, light is distinct from ${RED}, not is_waiting, coalesce(light, 0) desc,
  coalesce(next_point_on, '9999') collate "C", number collate "C"`

/** The rows are narrowed and sorted by their columns; only the summaries of the page itself are read. */
const page = (where: string): string => `
  with found as materialized (
    select project, row_number() over (order by ${URGENCY}) as place, not has_ended as is_alive, ${isLateOn('$1')} as is_late, light, is_waiting
    from project_summary where ${where}
  )
  select count(*)::int as "of", count(*) filter (where is_alive and is_late)::int as late,
    count(*) filter (where is_alive and light = ${RED})::int as red, count(*) filter (where is_alive and is_waiting)::int as waiting,
    (select coalesce(json_agg(body order by place), '[]') from found shown join project_summary using (project)
      where place > $2::int and place <= $2::int + $3::int) as summaries
  from found`

const USE = `
  select portfolio, count(*) filter (where not has_ended)::int as projects,
    count(*) filter (where not has_ended and is_waiting)::int as waiting,
    count(*) filter (where not has_ended and light = ${RED})::int as red,
    count(*) filter (where not has_ended and ${isLateOn('$1')})::int as late,
    (select frame from project_frame where project_frame.portfolio = of.portfolio and year = $2)::float8 as frame,
    coalesce(sum((by_year ->> $2)::float8), 0) as budget
  from unnest($3::text[]) with ordinality as of (portfolio, place) left join project_summary using (portfolio)
  group by portfolio, place order by place`

const SOME = 'select body from project_summary where project = any($1::text[]) order by project collate "C"'

type Found = { of: number; late: number; red: number; waiting: number; summaries: Summary[] }

/** Projects in one row each: narrowed, sorted and counted by the database. */
export const portfolioReader = (sql: Sql): Pick<ProjectReader, 'summaries' | 'titles' | 'portfolio' | 'use'> => ({
  async summaries(filter) {
    const { sql: where, values } = conditionsOf(filter, 1)
    const text = `select body from project_summary where ${where} order by number collate "C"`
    return (await sql<{ body: Summary }>(text, ...values)).map(({ body }) => body)
  },
  async titles(projects) {
    const found = await sql<{ body: Summary }>(SOME, [...projects])
    return found.map(({ body: { id, number, name } }) => ({ id, number, name }))
  },
  async portfolio(filter, today, { from, limit }) {
    const { sql: where, values } = conditionsOf(filter, 4)
    const [found] = await sql<Found>(page(where), today, from, limit, ...values)
    return found!
  },
  use: async (year, today) => (await sql<Use>(USE, today, year, [...PORTFOLIOS])).map(withoutNulls),
})
