import type { DeskKeep, DeskStore, HandOffRow } from '../../domain/desk/ports.js'
import { left } from '../../domain/desk/left.js'
import { asTime, within, type Sql } from '../conversations/sql.js'
import { hashOf } from '../conversations/visitor.js'
import type { Prisma, PrismaClient } from '../generated/client.js'
import { storeChange } from './change.js'
import { rowOf, type StoredHandOff } from './stored-hand-off.js'

const ROWS = 'select h.channel, h.conversation, h.version, h.body, h.shown from hand_off h'
const THEIRS = `
  ${ROWS} join conversation c on c.channel = h.channel and c.id = h.conversation
  where c.visitor = $1 order by h.id for update of h`
// Who is promised a call or a letter is still owed it when the chat is long deleted; who waits in a chat that is gone is not there.
const ABANDONED = `
  ${ROWS}
  where h.ended_at is null and h.status in ('summary', 'waiting', 'unattended', 'offered', 'with-agent', 'transferring') and not exists (
    select from conversation c where c.channel = h.channel and c.id = h.conversation and c.ended_at is null)
  order by h.id limit $1::int for update of h skip locked`
const FINISHED = `
  select h.id from hand_off h
  where h.ended_at is not null and not exists (select from conversation c where c.channel = h.channel and c.id = h.conversation)
  limit $1::int for update of h skip locked`

/** What was said and left beside a chat. */
const PRIVATE_TABLES = ['desk_note', 'left_contact', 'secure_answer'] as const
const OTHER_TABLES = ['promise', 'desk_notice', 'citizen_there'] as const
const deleteOf = (table: string): string => `delete from ${table} where hand_off = any($1::text[])`

const OLD_CONTACTS = `
  delete from left_contact c where exists (
    select from hand_off h where h.id = c.hand_off and h.ended_at < $1::timestamp)`
// That it was asked is remembered for a day, so that nobody answers twice.
const RUN_OUT = 'update secure_answer set sealed = null where until_at <= $1::timestamp and sealed is not null'
const OLD_ANSWERS = `delete from secure_answer where until_at <= $1::timestamp - interval '1 day'`
const OLD_NOTICES = `delete from desk_notice where told_at < $1::timestamp - interval '7 days'`
/** What goes when it is so many days old, by its own column. */
const OLD: readonly { days: keyof DeskKeep; sql: string }[] = [
  { days: 'conversations', sql: 'delete from desk_notice where at < $1::timestamp' },
  { days: 'conversations', sql: 'delete from queue_change where until_at < $1::timestamp' },
  { days: 'conversations', sql: 'delete from queue_notice where until_at < $1::timestamp' },
  { days: 'conversations', sql: OLD_CONTACTS },
  { days: 'reports', sql: 'delete from report where at < $1::timestamp' },
  { days: 'audit', sql: 'delete from audit_entry where at < $1::timestamp' },
]

const AT_ONCE = 500

/** Ends it as a citizen's leaving does, and forgets what was handed over with it. */
async function end(sql: Sql, row: HandOffRow, at: Date): Promise<void> {
  const gone = left(row.handOff, at)
  const { handOff, effects } = gone.kind === 'moved' ? gone : { handOff: row.handOff, effects: [] }
  const audit = gone.kind === 'moved' ? [{ at, by: 'citizen', action: 'left', subject: handOff.id }] : []
  await storeChange(sql, { before: row, after: { handOff, key: row.key, briefing: {} }, effects, lines: [], audit, at })
}

async function endAll(transaction: Prisma.TransactionClient, found: readonly StoredHandOff[], at: Date): Promise<void> {
  const rows = found.map(rowOf)
  for (const row of rows) await end(within(transaction), row, at)
  const ids = rows.map(({ handOff }) => handOff.id)
  for (const table of PRIVATE_TABLES) await transaction.$executeRawUnsafe(deleteOf(table), ids)
}

/** One handful in a transaction of its own, so that no lock is held for long; returns how many. */
const endAbandoned = (prisma: PrismaClient, at: Date): Promise<number> =>
  prisma.$transaction(async (transaction) => {
    const abandoned = await transaction.$queryRawUnsafe<StoredHandOff[]>(ABANDONED, AT_ONCE)
    await endAll(transaction, abandoned, at)
    return abandoned.length
  })

const deleteFinished = (prisma: PrismaClient): Promise<number> =>
  prisma.$transaction(async (transaction) => {
    const ids = (await transaction.$queryRawUnsafe<{ id: string }[]>(FINISHED, AT_ONCE)).map(({ id }) => id)
    for (const table of [...PRIVATE_TABLES, ...OTHER_TABLES]) await transaction.$executeRawUnsafe(deleteOf(table), ids)
    await transaction.$executeRawUnsafe('delete from hand_off where id = any($1::text[])', ids)
    return ids.length
  })

const DAY = 24 * 3_600_000

/** How hand-offs end with their conversations, and what is kept of them for how long. */
export const deskLifetime = (prisma: PrismaClient): Pick<DeskStore, 'deleteExpired' | 'leave'> => ({
  async deleteExpired(at, keep) {
    while ((await endAbandoned(prisma, at)) === AT_ONCE);
    while ((await deleteFinished(prisma)) === AT_ONCE);
    for (const { days, sql } of OLD) await prisma.$executeRawUnsafe(sql, asTime(new Date(at.getTime() - keep[days] * DAY)))
    await prisma.$executeRawUnsafe(RUN_OUT, asTime(at))
    await prisma.$executeRawUnsafe(OLD_ANSWERS, asTime(at))
    await prisma.$executeRawUnsafe(OLD_NOTICES, asTime(at))
  },
  leave: (visitor, at) =>
    prisma.$transaction(async (transaction) => {
      const theirs = await transaction.$queryRawUnsafe<StoredHandOff[]>(THEIRS, hashOf(visitor))
      await endAll(transaction, theirs, at)
    }),
})
