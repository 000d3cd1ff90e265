import { chained, FIRST, type AuditFact } from '../../domain/projects/audit.js'
import type { AuditEnd } from '../../domain/projects/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'

/** Where a chain ends, which nobody else can add to until the transaction is over. `$1` is what it is of. */
export const LOCK_CHAIN = `
  insert into project_chain as chain (project, seq, hash) values ($1, 0, '${FIRST}')
  on conflict (project) do update set seq = chain.seq returning seq, hash`
// In the order of the chain: the trigger looks at each whether it follows.
const ADD = `
  insert into project_audit (project, seq, at, by, surface, action, detail, previous, hash)
  select $1, each.seq, each.at::timestamp, each.by, each.surface, each.action, each.detail::json, each.previous, each.hash
  from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
    as each (seq, at, by, surface, action, detail, previous, hash)
  order by each.seq`

/** Adds facts of one project to its chain, within a transaction that has locked it and found this end. */
export async function addToChain(sql: Sql, project: string, end: AuditEnd, facts: readonly AuditFact[]): Promise<void> {
  const rows = chained(end, facts)
  if (rows.length === 0) return
  const column = <Value>(of: (row: (typeof rows)[number]) => Value): Value[] => rows.map(of)
  await sql(
    ADD,
    project,
    column(({ seq }) => seq),
    column(({ at }) => asTime(at)),
    column(({ by }) => by),
    column(({ where }) => where),
    column(({ action }) => action),
    column(({ detail }) => JSON.stringify(detail)),
    column(({ previous }) => previous),
    column(({ hash }) => hash),
  )
}

/** Adds one fact, within a transaction. */
export async function addFact(sql: Sql, fact: AuditFact): Promise<void> {
  const [end] = await sql<AuditEnd>(LOCK_CHAIN, fact.project)
  await addToChain(sql, fact.project, end!, [fact])
}
