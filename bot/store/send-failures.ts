import type { SendFailure, SendFailures, WhyNotSent } from '../domain/send-failures.js'
import { asTime, type Sql } from './conversations/sql.js'

const UNSEEN = `
  select id, at, why, channel, conversation, seq, mail, about from send_failure where seen_at is null order by at, id limit $1::int`
const COUNT = 'select count(*)::int as unseen from send_failure where seen_at is null'
// The desks of all leads show that somebody has.
const SEEN = `
  with seen as (update send_failure set seen_at = $2::timestamp where id = $1 and seen_at is null returning id)
  select pg_notify('desk', 'queues')::text from seen`
const DELETE = 'delete from send_failure where at < $1::timestamp'

type Row = {
  id: string
  at: Date
  why: WhyNotSent
  channel: string | null
  conversation: string | null
  seq: number | null
  mail: string | null
  about: string | null
}

export const sendFailures = (sql: Sql): SendFailures => ({
  unseen: async (limit) => (await sql<Row>(UNSEEN, limit)).map(failureOf),
  countUnseen: async () => (await sql<{ unseen: number }>(COUNT))[0]?.unseen ?? 0,
  async seen(id, at) {
    await sql(SEEN, id, asTime(at))
  },
  async deleteExpired(before) {
    await sql(DELETE, asTime(before))
  },
})

function failureOf({ id, at, why, channel, conversation, seq, mail, about }: Row): SendFailure {
  if (channel !== null && conversation !== null && seq !== null)
    return { id, at, why, what: { kind: 'line', key: { channel, conversation }, seq } }
  return { id, at, why, what: { kind: 'mail', mail: mail ?? '', ...(about !== null && { about }) } }
}
