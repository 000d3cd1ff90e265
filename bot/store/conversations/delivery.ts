import type { ConversationKey, ConversationStore, ReturnAddress, StoredWithSeq } from '../../domain/conversations/conversation.js'
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
    select json_agg(json_build_object('seq', a.seq, 'activity', a.body) order by a.seq) from activity a
    where a.channel = taken.channel and a.conversation = taken.id and a.unsent
  ) as activities
  from taken`

const LOCK = 'select 1 from conversation where channel = $1 and id = $2 for update'
const SENT = 'update activity set unsent = false where channel = $1 and conversation = $2 and seq <= $3::int and unsent'
const OLDEST_UNSENT = `
  update conversation set unsent_since = (
    select min(at) from activity where activity.channel = $1 and activity.conversation = $2 and unsent)
  where channel = $1 and id = $2`
const RELEASE = `
  update conversation set lease_until = null, retry_at = $3::timestamp, gone = gone or $4::boolean,
    unsent_since = case when $4::boolean then null else unsent_since end
  where channel = $1 and id = $2`
const GIVE_UP = 'update activity set unsent = false where channel = $1 and conversation = $2 and unsent and $3::boolean'

type Taken = ConversationKey & { return_address: ReturnAddress; activities: StoredWithSeq[] | null }
type Delivery = Pick<ConversationStore, 'takeUndelivered' | 'markDelivered' | 'release'>

/** The outbox: what is stored and must still be sent to a channel that we call. */
export const delivery = (prisma: PrismaClient): Delivery => ({
  async takeUndelivered(channel, at, leaseSeconds) {
    const [taken] = await prisma.$queryRawUnsafe<Taken[]>(TAKE, channel, asTime(at), leaseSeconds)
    if (!taken) return undefined
    const { conversation, return_address: returnAddress, activities } = taken
    return { channel, conversation, returnAddress, activities: activities ?? [] }
  },
  async markDelivered({ channel, conversation }, upTo) {
    // The row is locked first, so that no turn can add a line between the two updates and have it forgotten.
    await prisma.$transaction([
      prisma.$queryRawUnsafe(LOCK, channel, conversation),
      prisma.$executeRawUnsafe(SENT, channel, conversation, upTo),
      prisma.$executeRawUnsafe(OLDEST_UNSENT, channel, conversation),
    ])
  },
  async release({ channel, conversation }, { retryAt, gone = false }) {
    await prisma.$transaction([
      prisma.$executeRawUnsafe(RELEASE, channel, conversation, retryAt ? asTime(retryAt) : null, gone),
      prisma.$executeRawUnsafe(GIVE_UP, channel, conversation, gone),
    ])
  },
})
