import { z } from 'zod'
import type { Mail, MailStore, TakenMail } from '../domain/mail.js'
import { asTime, type Sql } from './conversations/sql.js'

const PUT = `
  with kept as (
    insert into mail (key, content, about, at, try_at) values ($1, $2::json, $3, $4::timestamp, $4::timestamp)
    on conflict do nothing returning key
  )
  select pg_notify('mail', key)::text from kept`
const TAKE = `
  with next as (
    select key from mail where try_at <= $1::timestamp order by try_at limit 1 for update skip locked
  )
  update mail set try_at = $1::timestamp + make_interval(secs => $2::int) from next where mail.key = next.key
  returning mail.key, mail.content, mail.about, mail.at, mail.tries`
const SENT = 'update mail set content = null, try_at = null where key = $1'
const TRY_LATER = 'update mail set try_at = $2::timestamp, tries = tries + 1 where key = $1 and try_at is not null'
const GIVE_UP = `
  with failed as (update mail set try_at = null where key = $1 and try_at is not null returning key, about)
  insert into send_failure (id, at, why, mail, about) select gen_random_uuid()::text, $3::timestamp, $2, key, about from failed`
const COUNT = 'select count(*)::int as waiting from mail where try_at is not null'
const DELETE = 'delete from mail where at < $1::timestamp'

const Content = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), base64: z.string() })),
})
type Content = z.infer<typeof Content>

type Row = { key: string; content: unknown; about: string | null; at: Date; tries: number }

/** Keeps a mail, also within a transaction: it is then sent when that is through, or never. */
export async function putMail(sql: Sql, mail: Mail, at: Date): Promise<void> {
  await sql(PUT, mail.key, JSON.stringify(contentOf(mail)), mail.about ?? null, asTime(at))
}

export const mailStore = (sql: Sql): MailStore => ({
  put: (mail, at) => putMail(sql, mail, at),
  async take(at, leaseSeconds) {
    const [row] = await sql<Row>(TAKE, asTime(at), leaseSeconds)
    return row && mailOf(row)
  },
  async sent(key) {
    await sql(SENT, key)
  },
  async tryLater(key, tryAt) {
    await sql(TRY_LATER, key, asTime(tryAt))
  },
  async giveUp(key, why, at) {
    await sql(GIVE_UP, key, why, asTime(at))
  },
  countWaiting: async () => (await sql<{ waiting: number }>(COUNT))[0]?.waiting ?? 0,
  async deleteExpired(before) {
    await sql(DELETE, asTime(before))
  },
})

const contentOf = ({ to, subject, text, html, attachments = [] }: Mail): Content => ({
  to,
  subject,
  text,
  html,
  attachments: attachments.map(({ name, contentType, content }) => ({
    name,
    contentType,
    base64: Buffer.from(content).toString('base64'),
  })),
})

function mailOf({ key, content, about, at, tries }: Row): TakenMail {
  const { attachments, html, ...words } = Content.parse(content)
  return {
    key,
    ...words,
    ...(html !== undefined && { html }),
    ...(attachments.length > 0 && { attachments: attachments.map(attachmentOf) }),
    ...(about !== null && { about }),
    at,
    tries,
  }
}

const attachmentOf = ({ name, contentType, base64 }: Content['attachments'][number]) => ({
  name,
  contentType,
  content: new Uint8Array(Buffer.from(base64, 'base64')),
})
