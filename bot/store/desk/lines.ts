import { createHash } from 'node:crypto'
import type { AgentLine, DeskStore } from '../../domain/desk/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { prepared } from '../prepared.js'

/**
 * The parts of a statement that count lines on the conversation's row and write them: `head` is that row, changed and locked, and there
 * is none when the conversation has ended or is gone. `of` is a part that has one row when the lines may be written; `ids` and `bodies`
 * are a text[] and a json array. A conversation on a channel that we call is marked for the outbox, as a turn marks it.
 */
export const appended = (part: {
  of: string
  key: [channel: string, conversation: string]
  ids: string
  bodies: string
  at: string
  by: string
}): string => `
  head as (
    update conversation c set
      seq = c.seq + cardinality(${part.ids}), last_message_at = greatest(c.last_message_at, ${part.at}),
      unsent_since = case when c.return_address is not null and not c.gone then coalesce(c.unsent_since, ${part.at}) else c.unsent_since end
    from ${part.of}
    where c.channel = ${part.key[0]} and c.id = ${part.key[1]} and c.ended_at is null and cardinality(${part.ids}) > 0
    returning c.channel, c.id, c.seq, c.seq - cardinality(${part.ids}) as before, c.return_address is not null and not c.gone as unsent
  ), lines as (
    insert into activity (channel, conversation, seq, id, direction, turn, unsent, body, at)
    select head.channel, head.id, head.before + line.n, line.id, 'out', ${part.by}, head.unsent, line.body, ${part.at}
    from head, rows from (unnest(${part.ids}), json_array_elements(${part.bodies})) with ordinality as line (id, body, n)
  )`

/** Wakes whoever shows the conversation, when there was a line. */
export const WAKE_CONVERSATION = `(select pg_notify('activity', channel || '|' || id)::text from head)`

const KNOWN = `
  select a.seq from hand_off h join activity a on a.channel = h.channel and a.conversation = h.conversation and a.id = $2 where h.id = $1`

// The claim is locked until the line is there: whoever takes the chat comes wholly before it or wholly after.
const SAY = prepared(`
  with known as (${KNOWN}), held as (
    select channel, conversation from hand_off
    where id = $1 and holder = $3 and term = $4::int and not exists (select from known) for share
  ), ${appended({
    of: 'held',
    key: ['held.channel', 'held.conversation'],
    ids: 'array[$2::text]',
    bodies: '$5::json',
    at: '$6::timestamp',
    by: '$1',
  })}, audited as (
    insert into audit_entry (at, by, action, subject, detail)
    select each.at, each.by, each.action, each.subject, (coalesce(each.detail, '{}')::jsonb || jsonb_build_object('seq', head.seq))::json
    from head, json_to_recordset($7::json) as each (at timestamp, by text, action text, subject text, detail json)
  )
  select (select seq from known) as known, exists (select from held) as held, (select seq from head) as seq, ${WAKE_CONVERSATION}`)

type Said = { known: number | null; held: boolean; seq: number | null }

/** The id of an agent's line: the same for the same key, and ending with it, so that the desk knows its own. */
export function idOfLine({ handOff, by, key }: Pick<AgentLine, 'handOff' | 'by' | 'key'>): string {
  return `agent-${createHash('sha256').update(`${handOff}|${by}`).digest('base64url').slice(0, 10)}-${key}`
}

/** Writes what agents say. */
export const agentLines = (sql: Sql): Pick<DeskStore, 'say'> => ({
  async say(line) {
    const { handOff, by, term, activity, at, audit } = line
    const id = idOfLine(line)
    try {
      const [said] = await sql<Said>(
        SAY,
        handOff,
        id,
        by,
        term,
        JSON.stringify([{ ...activity, id }]),
        asTime(at),
        JSON.stringify(audit ? [audit] : []),
      )
      const seq = said?.known ?? said?.seq
      if (seq !== undefined && seq !== null) return { seq }
      return said?.held ? 'conversation-gone' : 'not-yours'
    } catch (error) {
      // The same line, sent twice at the same moment: the other one has written it.
      const [known] = await sql<{ seq: number }>(KNOWN, handOff, id)
      if (known) return known
      throw error
    }
  },
})
