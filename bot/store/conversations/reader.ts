import type {
  ConversationKey,
  ConversationReader,
  ConversationRow,
  Keeping,
  Loaded,
  StoredWithSeq,
} from '../../domain/conversations/conversation.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { prepared } from '../prepared.js'
import { asInboundKey, type Sql } from './sql.js'
import { hashOf } from './visitor.js'

type FoundRow = { version: number; seq: number; state: unknown; keeping: Keeping; ended: boolean }
type LoadedRow = FoundRow & {
  turn: string | null
  inbound_id: string | null
  response: unknown
  outgoing: StoredActivity[] | null
}

const LOAD = prepared(`
  select c.version, c.seq, c.state, c.keeping, c.ended_at is not null as ended, t.id as turn, t.inbound_id, t.response,
    case when t.id is not null then (
      select json_agg(a.body order by a.seq) from activity a
      where a.channel = t.channel and a.conversation = t.conversation and a.seq between t.first_seq and t.last_seq
    ) end as outgoing
  from conversation c
  left join turn t on t.channel = c.channel and t.conversation = c.id and t.inbound_key = $3
  where c.channel = $1 and c.id = $2`)

const FIND = `
  select version, seq, state, keeping, ended_at is not null as ended from conversation where channel = $1 and id = $2`

const ACTIVITIES = prepared(`
  select seq, body as activity from activity
  where channel = $1 and conversation = $2 and seq > $3::int order by seq limit $4::int`)

const LATEST = `
  select channel, id as conversation from conversation
  where visitor = $1 and ended_at is null order by last_message_at desc limit 1`

const rowOf = ({ channel, conversation }: ConversationKey, found: FoundRow): ConversationRow => ({
  channel,
  conversation,
  version: found.version,
  seq: found.seq,
  state: found.state,
  keeping: found.keeping,
  ended: found.ended,
})

const duplicateOf = ({ turn, outgoing, response, inbound_id }: LoadedRow): Loaded['duplicate'] =>
  turn === null
    ? undefined
    : {
        turn,
        outgoing: outgoing ?? [],
        ...(response !== null && { response }),
        ...(inbound_id !== null && { inboundId: inbound_id }),
      }

/** Reads conversations, through the database or a transaction. */
export const conversationReader = (sql: Sql): ConversationReader => ({
  async load(key, inboundKey) {
    const [row] = await sql<LoadedRow>(LOAD, key.channel, key.conversation, asInboundKey(inboundKey))
    if (!row) return {}
    const duplicate = duplicateOf(row)
    return { conversation: rowOf(key, row), ...(duplicate && { duplicate }) }
  },
  activities: ({ channel, conversation }, after, limit = 100) =>
    sql<StoredWithSeq>(ACTIVITIES, channel, conversation, after, limit),
  async find(key) {
    const [row] = await sql<FoundRow>(FIND, key.channel, key.conversation)
    return row && rowOf(key, row)
  },
  async latestOf(visitor) {
    const [key] = await sql<ConversationKey>(LATEST, hashOf(visitor))
    return key
  },
})
