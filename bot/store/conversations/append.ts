import type { ConversationKey } from '../../domain/conversations/conversation.js'
import type { LineToAppend, OutgoingLines } from '../../domain/conversations/sending.js'
import type { PrismaClient } from '../generated/client.js'
import { asTime, within, type Sql } from './sql.js'

// The row is locked before anything is looked up: what another has appended meanwhile is then seen.
const LOCK = 'select ended_at is null as goes_on from conversation where channel = $1 and id = $2 for update'

// An edit of an edit is one of the line that both stand for. These lines belong to no turn.
const APPEND = `
  with given as (
    select line.n, line.given->'activity'->>'id' as id, line.given->'activity' as body, (line.given->>'edits')::int as edits
    from json_array_elements($3::json) with ordinality as line (given, n)
  ), there as (
    select a.id, a.seq from activity a where a.channel = $1 and a.conversation = $2 and a.id in (select id from given)
  ), added as (
    select id, body, edits, row_number() over (order by n)::int as n from given where id not in (select id from there)
  ), head as (
    update conversation set
      seq = seq + (select count(*)::int from added), last_message_at = greatest(last_message_at, $4::timestamp),
      unsent_since = case when return_address is not null and not gone then coalesce(unsent_since, $4::timestamp) else unsent_since end
    where channel = $1 and id = $2 and exists (select from added)
    returning seq - (select count(*)::int from added) as before, return_address is not null and not gone as unsent
  ), lines as (
    insert into activity (channel, conversation, seq, id, direction, turn, unsent, body, at, edits)
    select $1, $2, head.before + added.n, added.id, 'out', '', head.unsent, added.body, $4::timestamp,
      coalesce((select a.edits from activity a where a.channel = $1 and a.conversation = $2 and a.seq = added.edits), added.edits)
    from head, added
    returning id, seq
  )
  select coalesce(lines.seq, there.seq) as seq,
    case when given.n = 1 and exists (select from lines) then pg_notify('activity', $1 || '|' || $2)::text end
  from given left join lines on lines.id = given.id left join there on there.id = given.id
  order by given.n`

/** Adds lines to a conversation within a transaction; see `OutgoingLines.append`. */
export async function appendLines(
  sql: Sql,
  { channel, conversation }: ConversationKey,
  lines: readonly LineToAppend[],
  at: Date,
): Promise<{ seqs: number[] } | 'gone'> {
  const [row] = await sql<{ goes_on: boolean }>(LOCK, channel, conversation)
  if (!row?.goes_on) return 'gone'
  const appended = await sql<{ seq: number }>(APPEND, channel, conversation, JSON.stringify(lines), asTime(at))
  return { seqs: appended.map(({ seq }) => seq) }
}

export const outgoingLines = (prisma: PrismaClient): OutgoingLines => ({
  append: (key, lines, at) => prisma.$transaction((transaction) => appendLines(within(transaction), key, lines, at)),
})
