import type { ConversationKey, ConversationStore, ReturnAddress } from '../../domain/conversations/conversation.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import type { UnsentLine } from '../../domain/conversations/to-send.js'
import type { PrismaClient } from '../generated/client.js'
import { asTime } from './sql.js'

// A row that another sender is taking at this moment is passed over: it has its lease before we could have it.
const TAKE = `
  with next as (
    select channel, id from conversation
    where channel = $1 and unsent_since is not null and return_address is not null and not gone
      and coalesce(lease_until <= $2::timestamp, true) and coalesce(retry_at <= $2::timestamp, true)
    order by unsent_since limit 1
    for update skip locked
  ), taken as (
    update conversation c set lease_until = $2::timestamp + make_interval(secs => $3::int) from next
    where c.channel = next.channel and c.id = next.id
    returning c.channel, c.id, c.return_address
  )
  select channel, id as conversation, return_address, (
    select json_agg(json_build_object('seq', a.seq, 'activity', a.body, 'edits', a.edits, 'edited', first.sent_id) order by a.seq)
    from activity a
    left join activity first on first.channel = a.channel and first.conversation = a.conversation and first.seq = a.edits
    where a.channel = taken.channel and a.conversation = taken.id and a.unsent
  ) as activities
  from taken`

const LOCK = 'select 1 from conversation where channel = $1 and id = $2 for update'
const SENT = 'update activity set unsent = false where channel = $1 and conversation = $2 and seq = any($3::int[]) and unsent'
const KNOWN_AS = 'update activity set sent_id = $4 where channel = $1 and conversation = $2 and seq = $3::int'
const OLDEST_UNSENT = `
  update conversation set unsent_since = (
    select min(at) from activity where activity.channel = $1 and activity.conversation = $2 and unsent)
  where channel = $1 and id = $2`
const RELEASE = 'update conversation set lease_until = null, retry_at = $3::timestamp where channel = $1 and id = $2'
const PARK = `
  update conversation set lease_until = null, retry_at = null, gone = true, unsent_since = null where channel = $1 and id = $2`
// Without numbers: all that is unsent. One failure tells of them all; several would say the same.
const GIVE_UP = `
  with failed as (
    update activity set unsent = false
    where channel = $1 and conversation = $2 and unsent and ($3::int[] is null or seq = any($3::int[]))
    returning seq
  )
  insert into send_failure (id, at, why, channel, conversation, seq)
  select gen_random_uuid()::text, $5::timestamp, $4, $1, $2, min(seq) from failed having count(*) > 0`

type TakenLine = { seq: number; activity: StoredActivity; edits: number | null; edited: string | null }
type Taken = ConversationKey & { return_address: ReturnAddress; activities: TakenLine[] | null }
type Delivery = Pick<ConversationStore, 'takeUndelivered' | 'markSent' | 'giveUp' | 'release' | 'park'>

const lineOf = ({ seq, activity, edits, edited }: TakenLine): UnsentLine => ({
  seq,
  activity,
  ...(edits !== null && { edits: { seq: edits, ...(edited !== null && { id: edited }) } }),
})

/** The outbox: what is stored and must still be sent to a channel that we call. */
export const delivery = (prisma: PrismaClient): Delivery => ({
  async takeUndelivered(channel, at, leaseSeconds) {
    const [taken] = await prisma.$queryRawUnsafe<Taken[]>(TAKE, channel, asTime(at), leaseSeconds)
    if (!taken) return undefined
    const { conversation, return_address: returnAddress, activities } = taken
    return { channel, conversation, returnAddress, activities: (activities ?? []).map(lineOf) }
  },
  // The row is locked first, so that no turn can add a line between two updates and have it forgotten.
  async markSent({ channel, conversation }, seqs, as) {
    await prisma.$transaction([
      prisma.$queryRawUnsafe(LOCK, channel, conversation),
      prisma.$executeRawUnsafe(SENT, channel, conversation, [...seqs]),
      ...(as ? [prisma.$executeRawUnsafe(KNOWN_AS, channel, conversation, as.line, as.id)] : []),
      prisma.$executeRawUnsafe(OLDEST_UNSENT, channel, conversation),
    ])
  },
  async giveUp({ channel, conversation }, seqs, why, at) {
    await prisma.$transaction([
      prisma.$queryRawUnsafe(LOCK, channel, conversation),
      prisma.$executeRawUnsafe(GIVE_UP, channel, conversation, [...seqs], why, asTime(at)),
      prisma.$executeRawUnsafe(OLDEST_UNSENT, channel, conversation),
    ])
  },
  async release({ channel, conversation }, { retryAt }) {
    await prisma.$executeRawUnsafe(RELEASE, channel, conversation, retryAt ? asTime(retryAt) : null)
  },
  async park({ channel, conversation }, why, at) {
    await prisma.$transaction([
      prisma.$executeRawUnsafe(PARK, channel, conversation),
      prisma.$executeRawUnsafe(GIVE_UP, channel, conversation, null, why, asTime(at)),
    ])
  },
})
