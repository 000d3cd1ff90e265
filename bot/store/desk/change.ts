import type { DeskChange, DeskStore } from '../../domain/desk/ports.js'
import { hasEnded, leaseOf } from '../../domain/desk/hand-off.js'
import { commitTurn } from '../conversations/commit.js'
import { asTime, straightTo, within, type Sql } from '../conversations/sql.js'
import type { Database } from '../database.js'
import { prepared } from '../prepared.js'
import { contactsDone, noticesOf, promisesOf } from './follows.js'
import { appended, WAKE_CONVERSATION } from './lines.js'
import { bodyOf } from './stored-hand-off.js'

/**
 * One change of a hand-off with everything that follows from it, in one statement. `kept` is its row, changed or made, and locked: whoever
 * comes second waits here and then finds another version. Without it nothing else is written, and no row comes back. The conversation's
 * row is locked after the hand-off's, here and everywhere.
 */
const CHANGE = prepared(`
  with renewed as (
    update hand_off set version = version + 1, status = $5, queue = $6, holder = $7::text, term = $8::int, look_at = $9::timestamp,
      changed_at = $10::timestamp, ended_at = case when $11::boolean then coalesce(ended_at, $10::timestamp) end, body = $12::json,
      shown = case when $14::boolean then $13::json else shown end
    where id = $1 and version = $4::int and $4::int > 0
    returning id
  ), made as (
    insert into hand_off (id, channel, conversation, status, queue, holder, term, look_at, created_at, changed_at, ended_at, version, body, shown)
    select $1, $2, $3, $5, $6, $7::text, $8::int, $9::timestamp, $10::timestamp, $10::timestamp,
      case when $11::boolean then $10::timestamp end, 1, $12::json, $13::json
    where $4::int = 0
    on conflict do nothing
    returning id
  ), kept as (
    select id from renewed union all select id from made
  ), promised as (
    insert into promise (id, hand_off, queue, kind, made_at, due_at, state)
    select each.id, kept.id, each.queue, each.kind, each.made_at, each.due_at, each.state
    from kept, json_to_recordset($15::json) as each (id text, queue text, kind text, made_at timestamp, due_at timestamp, state text)
    on conflict (id) do update set queue = excluded.queue, due_at = excluded.due_at, state = excluded.state
  ), noticed as (
    insert into desk_notice (id, at, kind, subject, what, hand_off)
    select each.id, $10::timestamp, each.kind, each.subject, each.what, kept.id
    from kept, json_to_recordset($16::json) as each (id text, kind text, subject text, what text)
  ), reached as (
    insert into left_contact (id, hand_off, kind, value, name, at)
    select each.id, kept.id, each.kind, each.value, each.name, each.at
    from kept, json_to_recordset($17::json) as each (id text, kind text, value text, name text, at timestamp)
    on conflict (id) do nothing
  ), done as (
    delete from left_contact using kept where left_contact.id = any($22::text[])
  ), audited as (
    insert into audit_entry (at, by, action, subject, detail)
    select each.at, each.by, each.action, each.subject, each.detail
    from kept, json_to_recordset($18::json) as each (at timestamp, by text, action text, subject text, detail json)
  ), taken as (
    update staff_member set last_taken_at = $10::timestamp from kept
    where tenant = split_part($21::text, '|', 1) and oid = substr($21::text, strpos($21::text, '|') + 1)
  ), ${appended({ of: 'kept', key: ['$2', '$3'], ids: '$19::text[]', bodies: '$20::json', at: '$10::timestamp', by: '$1' })}
  select pg_notify('desk', 'hand-off|' || id)::text, ${WAKE_CONVERSATION} from kept`)

/** Stores one change wholly or not at all. */
export async function storeChange(sql: Sql, change: DeskChange): Promise<'conflict' | 'stored'> {
  return (await sql(CHANGE, ...valuesOf(change))).length === 1 ? 'stored' : 'conflict'
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

function valuesOf(change: DeskChange): unknown[] {
  const { before, after, effects, lines, contact, audit, lookAt, at } = change
  const { handOff, key } = after
  const lease = leaseOf(handOff.situation)
  const version = (before?.version ?? 0) + 1
  return [
    handOff.id,
    key.channel,
    key.conversation,
    before?.version ?? 0,
    handOff.situation.status,
    handOff.place.queue,
    lease?.holder ?? null,
    lease?.term ?? null,
    lookAt ? asTime(lookAt) : null,
    asTime(at),
    hasEnded(handOff.situation),
    bodyOf(after),
    jsonOrNull(after.shown),
    // What was shown meanwhile is newer than what was read; it is left alone unless this change is about it.
    jsonOrNull(before?.shown) !== jsonOrNull(after.shown),
    JSON.stringify(promisesOf(effects)),
    JSON.stringify(noticesOf(effects, `${handOff.id}:${version}`)),
    JSON.stringify(contact ? [contact] : []),
    JSON.stringify(audit),
    lines.map(({ id }) => id),
    JSON.stringify(lines),
    takerIn(change) ?? null,
    contactsDone(effects),
  ]
}

/** Who has just taken the chat, or another turn of it. */
export function takerIn({ before, after }: Pick<DeskChange, 'before' | 'after'>): string | undefined {
  const lease = leaseOf(after.handOff.situation)
  return lease && lease.term > (before?.handOff.terms ?? 0) ? lease.holder : undefined
}

class Conflict extends Error {}

// As for a turn: a transaction that waits or works longer has no use.
const LIMITS = { maxWait: 5_000, timeout: 10_000 }

export const changes = (database: Database): Pick<DeskStore, 'change' | 'commitTurn'> => ({
  change: (change) => storeChange(straightTo(database), change),
  async commitTurn(commit, change) {
    try {
      return await database.prisma.$transaction(async (transaction) => {
        const sql = within(transaction)
        if ((await storeChange(sql, change)) === 'conflict') throw new Conflict()
        const committed = await commitTurn(sql, commit)
        if (committed === 'conflict') throw new Conflict()
        return committed
      }, LIMITS)
    } catch (error) {
      if (error instanceof Conflict) return 'conflict'
      throw error
    }
  },
})
