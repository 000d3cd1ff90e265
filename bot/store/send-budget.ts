import type { SendBudget } from '../domain/conversations/send-budget.js'
import { asTime, type Sql } from './conversations/sql.js'
import { prepared } from './prepared.js'

// All buckets are filled up to now and one is taken from each, or none is. A bucket that nobody has used is made full here, and taken
// from the next time that one asks: two who make it at once could not see each other's. Locked by name, so that nobody waits in a ring.
const TAKE = prepared(`
  with asked as (
    select * from unnest($1::text[], $2::float8[], $3::float8[]) as asked (bucket, burst, rate)
  ), locked as materialized (
    select bucket, tokens, at from send_bucket where bucket = any($1::text[]) order by bucket for update
  ), made as (
    insert into send_bucket (bucket, tokens, at)
    select bucket, burst, $4::timestamp from asked where bucket not in (select bucket from locked)
    on conflict do nothing
  ), filled as (
    select bucket, rate, least(burst, tokens + rate * greatest(0, extract(epoch from $4::timestamp - at)::float8)) as tokens
    from asked join locked using (bucket)
  ), verdict as (
    select count(*) = cardinality($1::text[]) as known, bool_and(tokens >= 1) as enough,
      max(ceil(1000 * greatest(0, 1 - tokens) / rate))::int as wait
    from filled
  ), taken as (
    update send_bucket set tokens = filled.tokens - 1, at = greatest(send_bucket.at, $4::timestamp)
    from filled, verdict
    where send_bucket.bucket = filled.bucket and verdict.known and verdict.enough
  )
  select known, wait from verdict`)
const DELETE_UNUSED = 'delete from send_bucket where at < $1::timestamp'

type Verdict = { known: boolean; wait: number | null }

export const sendBudget = (sql: Sql): SendBudget => ({
  async take(buckets, at) {
    const asked = [buckets.map(({ name }) => name), buckets.map(({ burst }) => burst), buckets.map(({ perSecond }) => perSecond)]
    for (;;) {
      const [verdict] = await sql<Verdict>(TAKE, ...asked, asTime(at))
      if (verdict?.known) return verdict.wait ?? 0
    }
  },
  async deleteUnused(before) {
    await sql(DELETE_UNUSED, asTime(before))
  },
})
