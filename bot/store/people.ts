import type { AccessRequest, PeopleStore, Person, Settled } from '../domain/people/people.js'
import { asTime, straightTo, within, type Sql } from './conversations/sql.js'
import type { Database } from './database.js'
import { memberOf, MEMBER_COLUMNS, profileText, type MemberRow } from './desk/staff.js'

const PEOPLE = `select ${MEMBER_COLUMNS}, version from staff_member order by tenant, oid`
// Leads change people rarely, and one at a time.
const ALONE = `select pg_advisory_xact_lock(hashtext('lotsen people'))::text`
const SAVE = `
  insert into staff_member as member (tenant, oid, profile, presence) values ($1, $2, $3::json, 'off-shift')
  on conflict (tenant, oid) do update set profile = excluded.profile, version = member.version + 1`
const AUDIT = 'insert into audit_entry (at, by, action, subject, detail) values ($1::timestamp, $2, $3, $4, $5::json)'
const WAKE = `select pg_notify('desk', 'staff')::text`

const REQUESTS = `
  select asked.tenant, asked.oid, asked.name, (extract(epoch from asked.at) * 1000)::float8 as at from access_request asked
  left join staff_member member on member.tenant = asked.tenant and member.oid = asked.oid
  where member.oid is null or json_array_length(member.profile -> 'roles') = 0
  order by asked.at desc, asked.oid limit $1::int`
const ASK = `
  insert into access_request (tenant, oid, name, at) values ($1, $2, $3, $4::timestamp)
  on conflict (tenant, oid) do update set name = coalesce(excluded.name, access_request.name), at = excluded.at`
const DISMISS = 'delete from access_request where tenant = $1 and oid = $2'
const EXPIRED = 'delete from access_request where at < $1::timestamp'

type Row = MemberRow & { version: number }
type RequestRow = { tenant: string; oid: string; name: string | null; at: number }

const peopleIn = async (sql: Sql): Promise<Person[]> =>
  (await sql<Row>(PEOPLE)).map((row) => ({ ...memberOf(row), version: row.version }))

const requestOf = ({ tenant, oid, name, at }: RequestRow): AccessRequest => ({
  ...{ tenant, oid, at: new Date(at) },
  ...(name === null ? {} : { name }),
})

async function save(sql: Sql, { who, profile, audit }: NonNullable<Settled<unknown>['save']>): Promise<void> {
  await sql(SAVE, who.tenant, who.oid, profileText(profile))
  await sql(AUDIT, asTime(audit.at), audit.by, audit.action, audit.subject, JSON.stringify(audit.detail ?? null))
  await sql(DISMISS, who.tenant, who.oid)
  await sql(WAKE)
}

/** Those who work here, as leads keep them, in the database. */
export function peopleStore(database: Database): PeopleStore {
  const sql = straightTo(database)
  return {
    people: () => peopleIn(sql),
    requests: async (limit) => (await sql<RequestRow>(REQUESTS, limit)).map(requestOf),
    async ask({ tenant, oid, name }, at) {
      await sql(ASK, tenant, oid, name ?? null, asTime(at))
    },
    async dismiss({ tenant, oid }) {
      await sql(DISMISS, tenant, oid)
    },
    settle: (decide) =>
      database.prisma.$transaction(async (transaction) => {
        const inside = within(transaction)
        await inside(ALONE)
        const settled = decide(await peopleIn(inside))
        if (settled.save) await save(inside, settled.save)
        return settled.outcome
      }),
    async deleteExpired(before) {
      await sql(EXPIRED, asTime(before))
    },
  }
}
