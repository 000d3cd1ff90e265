import { z } from 'zod'
import { LEASE_SECONDS } from '../../domain/desk/claim.js'
import type { DeskStore } from '../../domain/desk/ports.js'
import { namedBy, type StaffMember } from '../../domain/desk/staff-member.js'
import { ROLES } from '../../domain/people/roles.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { prepared } from '../prepared.js'
import { plain } from '../projects/stored-project.js'

/** What a lead decides of a member; the rest is presence, which changes many times a minute. */
type Decided = Omit<StaffMember, 'tenant' | 'oid' | 'presence' | 'heardAt' | 'awaySince' | 'lastTakenAt'>

const When = z.iso.datetime().transform((text) => new Date(text))
const profile = z.strictObject({
  v: z.literal(1),
  name: z.string(),
  team: z.string(),
  roles: z.array(z.enum(ROLES)),
  queues: z.array(z.string()),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  capacity: z.number().int(),
  email: z.string().optional(),
  shift: z.strictObject({ from: When, until: When }).optional(),
} satisfies { [Field in keyof Required<Decided>]: z.ZodType<Decided[Field]> } & { v: z.ZodType<1> })

export type MemberRow = {
  tenant: string
  oid: string
  profile: unknown
  presence: StaffMember['presence']
  heard: number | null
  away: number | null
  taken: number | null
}

// As numbers, since a driver would read a time without a zone as one of its own zone.
const milliseconds = (column: string, name: string): string => `(extract(epoch from ${column}) * 1000)::float8 as ${name}`
export const MEMBER_COLUMNS = `tenant, oid, profile, presence, ${milliseconds('heard_at', 'heard')}, ${milliseconds('away_since', 'away')}, ${milliseconds('last_taken_at', 'taken')}`
const STAFF = prepared(`
  select ${MEMBER_COLUMNS} from staff_member where staff_roles(profile) && $1::text[] order by tenant, oid`)
const MEMBERS = prepared(`
  select ${MEMBER_COLUMNS} from staff_member join unnest($1::text[], $2::text[]) as asked (tenant, oid) using (tenant, oid) order by tenant, oid`)
const NAMED = `
  select ${MEMBER_COLUMNS} from staff_member where staff_roles(profile) <> '{}' and profile ->> 'name' ~ $1
  order by profile ->> 'name', tenant, oid limit $2::int`
const MEMBER = prepared(`select ${MEMBER_COLUMNS} from staff_member where tenant = $1 and oid = $2`)
const WAKE = `pg_notify('desk', 'staff')::text`

// Whoever saves a member has read it a moment ago; what was heard of the desk since then stands.
const SAVE = `
  with saved as (
    insert into staff_member as member (tenant, oid, profile, presence, heard_at, away_since, last_taken_at)
    values ($1, $2, $3::json, $4, $5::timestamp, $6::timestamp, $7::timestamp)
    on conflict (tenant, oid) do update set profile = excluded.profile, version = member.version + 1, presence = excluded.presence, away_since = excluded.away_since,
      heard_at = greatest(member.heard_at, excluded.heard_at), last_taken_at = greatest(member.last_taken_at, excluded.last_taken_at)
    returning oid
  )
  select ${WAKE} from saved`

// Others are told only of what changes who is there: a beat of a desk that was there already is no news.
const HEARD = prepared(`
  with was as (
    select presence, heard_at from staff_member where tenant = $1 and oid = $2 for update
  ), heard as (
    update staff_member member set heard_at = greatest(member.heard_at, $3::timestamp), presence = coalesce($4::text, member.presence),
      away_since = case
        when coalesce($4::text, member.presence) not in ('away', 'break') then null
        when $4::text is null or $4::text = member.presence then member.away_since
        else coalesce(member.away_since, $3::timestamp) end
    from was
    where tenant = $1 and oid = $2
    returning was.presence is distinct from member.presence or was.heard_at is null
      or was.heard_at < $3::timestamp - make_interval(secs => $5::int) as is_news
  )
  select ${WAKE} from heard where is_news`)

/** What is stored of somebody. The database looks into it, so it has no text that no text of its own can be. */
export const profileText = (decided: Decided): string =>
  JSON.stringify({ v: 1, ...decided } satisfies Decided & { v: 1 }, (_, value: unknown) =>
    typeof value === 'string' ? plain(value).replace(/\p{Surrogate}/gu, '\ufffd') : value,
  )

export const memberOf = ({ tenant, oid, profile: stored, presence, heard, away, taken }: MemberRow): StaffMember => {
  const { v: _version, ...decided } = profile.parse(stored)
  return {
    tenant,
    oid,
    ...decided,
    presence,
    ...(heard !== null && { heardAt: new Date(heard) }),
    ...(away !== null && { awaySince: new Date(away) }),
    ...(taken !== null && { lastTakenAt: new Date(taken) }),
  }
}

/** A text as a pattern that is the same in small letters and large, whatever language the database knows. */
const anyCase = (text: string): string =>
  plain(text).replace(/./gsu, (letter) => `[${[letter.toLowerCase(), letter.toUpperCase()].map(asLetter).join('')}]`)
const asLetter = (letter: string): string => letter.replace(/[\\\]^[-]/g, '\\$&')

const timeOrNull = (at: Date | undefined): string | null => (at ? asTime(at) : null)

/** Those who work at the desk. */
export const staffStore = (sql: Sql): Pick<DeskStore, 'staff' | 'member' | 'members' | 'named' | 'saveMember' | 'heard'> => ({
  staff: async (roles) => (await sql<MemberRow>(STAFF, [...roles])).map(memberOf),
  async member(tenant, oid) {
    const [row] = await sql<MemberRow>(MEMBER, tenant, oid)
    return row && memberOf(row)
  },
  async members(people) {
    if (people.length === 0) return []
    const who = [...new Set(people)].map(namedBy)
    const rows = await sql<MemberRow>(
      MEMBERS,
      who.map(({ tenant }) => tenant),
      who.map(({ oid }) => oid),
    )
    return rows.map(memberOf)
  },
  named: async (text, limit) => (await sql<MemberRow>(NAMED, anyCase(text), limit)).map(memberOf),
  async saveMember({ tenant, oid, presence, heardAt, awaySince, lastTakenAt, ...decided }) {
    await sql(
      SAVE,
      tenant,
      oid,
      profileText(decided),
      presence,
      timeOrNull(heardAt),
      timeOrNull(awaySince),
      timeOrNull(lastTakenAt),
    )
  },
  async heard(tenant, oid, at, presence) {
    await sql(HEARD, tenant, oid, asTime(at), presence ?? null, LEASE_SECONDS)
  },
})
