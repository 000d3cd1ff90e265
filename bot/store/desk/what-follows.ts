import type { AuditEntry, DeskNotice, DeskStore, LeftContact, Note, PromiseRow, Report } from '../../domain/desk/ports.js'
import { asTime } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'
import { withoutNulls } from './without-nulls.js'

type Follows = Pick<
  DeskStore,
  'notes' | 'keepNote' | 'promises' | 'contact' | 'reports' | 'file' | 'audit' | 'log' | 'untoldNotices' | 'told'
>
type NoticeRow = { id: string; at: Date; kind: DeskNotice['to']['kind']; subject: string; what: string; handOff: string }

const NOTES = `select hand_off as "handOff", key, by, at, text from desk_note where hand_off = $1 order by at, key`
const KEEP_NOTE = `
  with kept as (
    insert into desk_note (hand_off, key, by, at, text) values ($1, $2, $3, $4::timestamp, $5) on conflict do nothing returning hand_off
  )
  select pg_notify('desk', 'notes|' || hand_off)::text from kept`
const PROMISES = `
  select id, hand_off as "handOff", queue, kind, made_at as "madeAt", due_at as "dueAt", state from promise where state = $1 order by due_at, id`
const CONTACT = `select id, hand_off as "handOff", kind, value, name, at from left_contact where id = $1`
const REPORTS = `select id, hand_off as "handOff", kind, turn, service, note, by, at from report where at >= $1::timestamp order by at, id`
const FILE = `
  insert into report (id, hand_off, kind, turn, service, note, by, at) values ($1, $2, $3, $4::text, $5::text, $6, $7, $8::timestamp)
  on conflict (id) do nothing`
const AUDIT = `select at, by, action, subject, detail from audit_entry where subject = $1 order by "row"`
const LOG = 'insert into audit_entry (at, by, action, subject, detail) values ($1::timestamp, $2, $3, $4, $5::json)'
const UNTOLD = `
  select id, at, kind, subject, what, hand_off as "handOff" from desk_notice
  where told_at is null and ($2::text[] is null or kind = any($2::text[])) order by "row" limit $1::int`
const TOLD = 'update desk_notice set told_at = $2::timestamp where id = any($1::text[]) and told_at is null'

const noticeOf = ({ kind, subject, ...notice }: NoticeRow): DeskNotice => ({
  ...notice,
  to: kind === 'agent' ? { kind, agent: subject } : { kind, queue: subject },
})

/** What is kept beside a hand-off: promises, notes, contacts, notices to staff, reports, and who did what. */
export const whatFollows = (prisma: PrismaClient): Follows => {
  const rows = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    (await prisma.$queryRawUnsafe<Row[]>(text, ...values)).map(withoutNulls)
  return {
    notes: (handOff) => rows<Note>(NOTES, handOff),
    async keepNote({ handOff, key, by, at, text }) {
      await rows(KEEP_NOTE, handOff, key, by, asTime(at), text)
    },
    promises: (state) => rows<PromiseRow>(PROMISES, state),
    contact: async (id) => (await rows<LeftContact>(CONTACT, id))[0],
    reports: (since) => rows<Report>(REPORTS, asTime(since)),
    async file({ id, handOff, kind, turn, service, note, by, at }) {
      await prisma.$executeRawUnsafe(FILE, id, handOff, kind, turn ?? null, service ?? null, note, by, asTime(at))
    },
    audit: (subject) => rows<AuditEntry>(AUDIT, subject),
    async log({ at, by, action, subject, detail }) {
      await prisma.$executeRawUnsafe(LOG, asTime(at), by, action, subject, detail ? JSON.stringify(detail) : null)
    },
    untoldNotices: async (limit, to) => (await rows<NoticeRow>(UNTOLD, limit, to ? [...to] : null)).map(noticeOf),
    async told(notices, at) {
      await prisma.$executeRawUnsafe(TOLD, [...notices], asTime(at))
    },
  }
}
