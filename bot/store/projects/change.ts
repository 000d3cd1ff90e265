import { hasEnded } from '../../domain/projects/points.js'
import type { AuditEnd, ProjectChange, ProjectStore } from '../../domain/projects/ports.js'
import { FIRST } from '../../domain/projects/audit.js'
import { asInboundKey, asTime, within, type Sql } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'
import { addToChain } from './chain.js'
import { LIMITS } from './limits.js'
import { bodyOf, numberKey, plain } from './stored-project.js'
import { NAMES_OF_SUMMARY_COLUMNS, placesFrom, RENEW_SUMMARY, valuesOf } from './summary-columns.js'

/**
 * One change of a project with what follows from it. `kept` is its row, changed or made, and locked: whoever comes second waits here and
 * then finds another version. Without it nothing else is written. The end of its chain is locked after it, here and everywhere, since what
 * is chained is hashed by us and follows in a statement of its own. Texts that people write go as bodies of their own, never within another JSON:
 * the database would take that apart, and refuse what no text of its own can hold.
 */
const CHANGE = `
  with pressed as (
    insert into project_key (project, key, at) select $1, $7::text, $6::timestamp where $7::text is not null
    on conflict do nothing returning key
  ), free as (
    select true as is_free where $7::text is null or exists (select from pressed)
  ), renewed as (
    update project set version = version + 1, number = $3, number_key = $4, has_ended = $8::boolean, changed_at = $6::timestamp, body = $5::json
    where id = $1 and version = $2::int and $2::int > 0 and exists (select from free)
    returning id
  ), made as (
    insert into project (id, number, number_key, version, has_ended, changed_at, body)
    select $1, $3, $4, 1, $8::boolean, $6::timestamp, $5::json from free where $2::int = 0
    on conflict do nothing
    returning id
  ), kept as (
    select id from renewed union all select id from made
  ), filed as (
    insert into project_filing (project, at, kind, of, number, revision, hash, body)
    select kept.id, $6::timestamp, each.kind, each.of, each.number, each.revision, each.hash, each.body::json
    from kept, unnest($9::text[], $10::text[], $11::int[], $12::int[], $13::text[], $14::text[])
      as each (kind, of, number, revision, hash, body)
  ), noticed as (
    insert into project_notice (id, project, at, effect)
    select $1 || ':' || ($2::int + 1) || ':' || each.n, kept.id, $6::timestamp, each.effect::json
    from kept, unnest($15::text[]) with ordinality as each (effect, n) order by each.n
  ), summed as (
    insert into project_summary (project, ${NAMES_OF_SUMMARY_COLUMNS})
    select kept.id, ${placesFrom(16)} from kept
    on conflict (project) do update set ${RENEW_SUMMARY}
  ), chain as (
    insert into project_chain as chain (project, seq, hash) select id, 0, '${FIRST}' from kept
    on conflict (project) do update set seq = chain.seq returning seq, hash
  )
  select exists (select from free) as "isFree", (select seq from chain) as seq, (select hash from chain) as hash,
    (select pg_notify('project', id)::text from kept) as woken`

type Changed = { isFree: boolean; seq: number | null; hash: string | null }
class Conflict extends Error {}

function valuesIn({ before, after, summary, filings, effects, at, key }: ProjectChange): unknown[] {
  return [
    after.id,
    before?.version ?? 0,
    plain(after.number),
    numberKey(after.number),
    bodyOf(after),
    asTime(at),
    key === undefined ? null : asInboundKey(key),
    hasEnded(after.phase),
    filings.map(({ kind }) => kind),
    filings.map((filing) => ('of' in filing ? filing.of : '')),
    filings.map(({ number }) => number),
    filings.map(({ revision }) => revision),
    filings.map(({ hash }) => hash),
    filings.map(({ body }) => JSON.stringify(body)),
    effects.map((effect) => JSON.stringify(effect)),
    ...valuesOf(summary),
  ]
}

async function store(sql: Sql, change: ProjectChange): Promise<'done' | 'stored'> {
  const [changed] = await sql<Changed>(CHANGE, ...valuesIn(change))
  if (!changed?.isFree) return 'done'
  // What has been written meanwhile, the key, goes with the transaction.
  if (changed.seq === null || changed.hash === null) throw new Conflict()
  const end: AuditEnd = { seq: changed.seq, hash: changed.hash }
  await addToChain(sql, change.after.id, end, change.audit)
  return 'stored'
}

export const changes = (prisma: PrismaClient): Pick<ProjectStore, 'change'> => ({
  async change(change) {
    try {
      return await prisma.$transaction((transaction) => store(within(transaction), change), LIMITS)
    } catch (error) {
      if (error instanceof Conflict) return 'conflict'
      throw error
    }
  },
})
