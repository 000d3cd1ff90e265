import type { ConversationKey, ConversationStore } from '../../domain/conversations/conversation.js'
import type { Prisma, PrismaClient } from '../generated/client.js'
import { asTime } from './sql.js'
import { hashOf } from './visitor.js'

const START = `
  insert into conversation (channel, id, kind, visitor, version, seq, keeping, started_at, last_message_at)
  values ($1, $2, 'personal', $3, 0, 0, $4, $5::timestamp, $5::timestamp)
  on conflict do nothing`
const KEEP = 'update conversation set keeping = $3 where channel = $1 and id = $2'

const THEIRS = 'select channel, id as conversation from conversation where visitor = $1 order by channel, id for update'
// Reads the whole table, seldom: an index on the time of the last message would make every turn slower. A chat in which a card waits for a
// decision is kept until it is made, however long nobody says anything.
const EXPIRED = `
  select channel, id as conversation from conversation
  where last_message_at < case keeping when 'shared-computer' then $1::timestamp else $2::timestamp end
    and not exists (select from project_card card where card.channel = conversation.channel and card.conversation = conversation.id)
  limit $3::int
  for update skip locked`

const THESE = '(select * from unnest($1::text[], $2::text[]))'
const DELETE_ACTIVITIES = `delete from activity where (channel, conversation) in ${THESE}`
const DELETE_UPLOADS = `delete from upload where (channel, conversation) in ${THESE}`
// What stays for the indicators can be tied neither to a person nor to the other turns of the same visit.
const DETACH_TURNS = `
  update turn set conversation = null, inbound_key = null, inbound_id = null, response = null, first_seq = null, last_seq = null,
    at = date_trunc('hour', at)
  where (channel, conversation) in ${THESE}`
const DELETE_CONVERSATIONS = `delete from conversation where (channel, id) in ${THESE}`
const END = `
  update conversation set ended_at = coalesce(ended_at, $3::timestamp), version = version + 1,
    visitor = null, state = null, return_address = null, unsent_since = null
  where (channel, id) in ${THESE}
  returning pg_notify('activity', channel || '|' || id)::text`

const DELETE_OLD_UPLOADS = 'delete from upload where at < $1::timestamp'
const DELETE_COUNTERS = 'delete from rate_counter where ends_at <= $1::timestamp'

const AT_ONCE = 500

type Keys = [channels: string[], conversations: string[]]
const asArrays = (keys: readonly ConversationKey[]): Keys => [
  keys.map(({ channel }) => channel),
  keys.map(({ conversation }) => conversation),
]

/** Deletes what was said in conversations whose rows are locked by this transaction; returns the number of uploads. */
const deleteWords = async (sql: Prisma.TransactionClient, keys: Keys): Promise<number> => {
  await sql.$executeRawUnsafe(DELETE_ACTIVITIES, ...keys)
  await sql.$executeRawUnsafe(DETACH_TURNS, ...keys)
  return sql.$executeRawUnsafe(DELETE_UPLOADS, ...keys)
}

/** One handful of expired conversations in a transaction of its own, so that no lock is held for long. */
const deleteSome = (prisma: PrismaClient, sharedBefore: Date, ordinaryBefore: Date) =>
  prisma.$transaction(async (sql) => {
    const times = [asTime(sharedBefore), asTime(ordinaryBefore)]
    const expired = await sql.$queryRawUnsafe<ConversationKey[]>(EXPIRED, ...times, AT_ONCE)
    const keys = asArrays(expired)
    const uploads = await deleteWords(sql, keys)
    await sql.$executeRawUnsafe(DELETE_CONVERSATIONS, ...keys)
    return { conversations: expired.length, uploads }
  })

type Lifetime = Pick<ConversationStore, 'start' | 'keep' | 'forget' | 'deleteExpired'>

/** How conversations begin and end, and what is kept of them for how long. */
export const lifetime = (prisma: PrismaClient): Lifetime => ({
  async start({ channel, conversation }, { visitor, keeping, at }) {
    const hash = visitor === undefined ? null : hashOf(visitor)
    const created = await prisma.$executeRawUnsafe(START, channel, conversation, hash, keeping, asTime(at))
    return { created: created === 1 }
  },
  async keep({ channel, conversation }, keeping) {
    await prisma.$executeRawUnsafe(KEEP, channel, conversation, keeping)
  },
  forget: (visitor, at) =>
    // The rows are locked before anything is deleted: a turn that is being stored is deleted as well, not left behind.
    prisma.$transaction(async (sql) => {
      const theirs = await sql.$queryRawUnsafe<ConversationKey[]>(THEIRS, hashOf(visitor))
      const keys = asArrays(theirs)
      await deleteWords(sql, keys)
      await sql.$queryRawUnsafe(END, ...keys, asTime(at))
      return theirs.length
    }),
  async deleteExpired({ ordinaryBefore, sharedBefore, uploadsBefore, countersBefore }) {
    const deleted = { conversations: 0, uploads: 0 }
    for (let last = AT_ONCE; last === AT_ONCE;) {
      const { conversations, uploads } = await deleteSome(prisma, sharedBefore, ordinaryBefore)
      deleted.conversations += conversations
      deleted.uploads += uploads
      last = conversations
    }
    deleted.uploads += await prisma.$executeRawUnsafe(DELETE_OLD_UPLOADS, asTime(uploadsBefore))
    await prisma.$executeRawUnsafe(DELETE_COUNTERS, asTime(countersBefore))
    return deleted
  },
})
