import type { ConversationKey, ConversationStore } from '../domain/conversations/conversation.js'
import type { Waking } from '../domain/conversations/waking.js'
import { realClock, type Clock } from './clock.js'
import { delivering, LEASE_SECONDS, type DeliveryNeeds } from './deliver.js'

export type OutboxNeeds = Omit<DeliveryNeeds, 'conversations' | 'clock'> & {
  conversations: Pick<ConversationStore, 'takeUndelivered'> & DeliveryNeeds['conversations']
  /** Looked through at every poll; others are looked through when they are heard of. */
  channels: readonly string[]
  /** Nothing is ever sent there: people read it themselves. */
  readChannels?: readonly string[]
  waking: Pick<Waking, 'onActivity'>
  clock?: Clock
}

const POLL_MILLISECONDS = 5000
const SENDERS_PER_CHANNEL = 4

/**
 * Sends what is stored and not yet delivered, oldest first, one sender to a conversation. What was sent is marked at once, so a crash
 * in between doubles one message at most; a conversation that fails waits without holding up the others.
 */
export function outbox(needs: OutboxNeeds) {
  const clock = needs.clock ?? realClock
  const senders = new Map<string, Set<Promise<void>>>()
  const heardMeanwhile = new Set<string>()
  let isClosed = false
  const deliver = delivering({ ...needs, clock }, () => isClosed)

  const heard = (key: ConversationKey | '*') => {
    if (key === '*') lookThroughAll()
    else if (!needs.readChannels?.includes(key.channel)) lookThrough(key.channel)
  }
  const lookThroughAll = () => new Set([...needs.channels, ...senders.keys()]).forEach(lookThrough)
  const stopPolling = clock.every(POLL_MILLISECONDS, lookThroughAll)
  const stopListening = needs.waking.onActivity(heard)
  lookThroughAll()

  function lookThrough(channel: string): void {
    const busy = senders.get(channel) ?? new Set()
    senders.set(channel, busy)
    // A sender that is about to end may have looked just before this was stored.
    heardMeanwhile.add(channel)
    if (isClosed || busy.size >= SENDERS_PER_CHANNEL) return
    const sender = sendAll(channel)
      .catch((error: unknown) => needs.log.error({ error, channel }, 'outbox stopped until the next look'))
      .finally(() => busy.delete(sender))
    busy.add(sender)
  }

  async function sendAll(channel: string): Promise<void> {
    while (!isClosed) {
      heardMeanwhile.delete(channel)
      const taken = await needs.conversations.takeUndelivered(channel, needs.now(), LEASE_SECONDS)
      if (taken) await deliver(taken)
      else if (!heardMeanwhile.has(channel)) return
    }
  }

  return {
    /** Takes no more; resolves when what is on its way has been sent and marked. */
    async close(): Promise<void> {
      isClosed = true
      stopPolling()
      stopListening()
      await Promise.all([...senders.values()].flatMap((busy) => [...busy]))
    },
  }
}
