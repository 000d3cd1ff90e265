import type { ConversationKey, ConversationStore, Undelivered } from '../domain/conversations/conversation.js'
import type { Send, Sent } from '../domain/conversations/sending.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { Log } from '../telemetry/log.js'

export type OutboxNeeds = {
  conversations: Pick<ConversationStore, 'takeUndelivered' | 'markDelivered' | 'release'>
  /** Looked through at every poll; others are looked through when they are heard of. */
  channels: readonly string[]
  send: Send
  waking: Waking
  now: () => Date
  log: Log
  clock?: Clock
}

/** What waits and draws lots, so that a test need not. `every` gives the function that stops it. */
export type Clock = {
  every(milliseconds: number, work: () => void): () => void
  wait(milliseconds: number): Promise<void>
  /** Between 0 and 1. */
  random(): number
}

const LEASE_SECONDS = 60
// A send is given up after 15 seconds, so one that begins in the first half of the lease ends within it.
const LAST_START_MILLISECONDS = (LEASE_SECONDS / 2) * 1000
const POLL_MILLISECONDS = 5000
// Teams takes at most 7 messages a second in a thread.
const SPACING_MILLISECONDS = 150
const SENDERS_PER_CHANNEL = 4
const LONGEST_WAIT_SECONDS = 600

/**
 * Sends what is stored and not yet delivered, oldest first, one sender to a conversation. What was sent is marked at once, so a crash
 * in between doubles one message at most; a conversation that fails waits without holding up the others.
 */
export function outbox(needs: OutboxNeeds) {
  const clock = needs.clock ?? realClock
  const failures = new Map<string, number>()
  const senders = new Map<string, Set<Promise<void>>>()
  const heardMeanwhile = new Set<string>()
  let isClosed = false

  const heard = (key: ConversationKey | '*') => (key === '*' ? lookThroughAll() : lookThrough(key.channel))
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

  async function deliver(taken: Undelivered): Promise<void> {
    const { activities, ...where } = taken
    const key = { channel: taken.channel, conversation: taken.conversation }
    const started = needs.now().getTime()
    for (const [at, activity] of activities.entries()) {
      if (at > 0) await clock.wait(SPACING_MILLISECONDS)
      if (isClosed || needs.now().getTime() - started > LAST_START_MILLISECONDS) break
      const sent = await needs.send({ ...where, ...activity })
      if (sent.kind === 'gone') return giveUp(key)
      if (sent.kind === 'retry') return waitBefore(key, sent)
      if (sent.kind === 'refused') needs.log.error({ ...key, activity: activity.activity.id }, 'message refused by the channel')
      await needs.conversations.markDelivered(key, activity.seq)
      failures.delete(nameOf(key))
    }
    await needs.conversations.release(key, {})
  }

  function giveUp(key: ConversationKey): Promise<void> {
    needs.log.warn({ ...key }, 'nobody at the address of this conversation')
    failures.delete(nameOf(key))
    return needs.conversations.release(key, { gone: true })
  }

  function waitBefore(key: ConversationKey, { afterSeconds }: Extract<Sent, { kind: 'retry' }>): Promise<void> {
    const failed = (failures.get(nameOf(key)) ?? 0) + 1
    failures.set(nameOf(key), failed)
    const seconds = afterSeconds ?? waitAfter(failed, clock.random())
    needs.log.warn({ ...key, failed, seconds }, 'not sent yet')
    return needs.conversations.release(key, { retryAt: new Date(needs.now().getTime() + seconds * 1000) })
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

/** Seconds to wait after so many failures in a row: twice as long each time, spread out so that not all come back at once. */
export const waitAfter = (failed: number, random: number): number =>
  Math.min(2 ** failed, LONGEST_WAIT_SECONDS) * (0.5 + random / 2)

const nameOf = ({ channel, conversation }: ConversationKey): string => `${channel}|${conversation}`

const realClock: Clock = {
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds).unref()
    return () => clearInterval(timer)
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
}
