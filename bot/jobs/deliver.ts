import type { ConversationKey, ConversationStore, ReturnAddress, Undelivered } from '../domain/conversations/conversation.js'
import { bucketsOf, type SendBudget } from '../domain/conversations/send-budget.js'
import type { GoneReason, Send, Sent } from '../domain/conversations/sending.js'
import { sendings, type Sending } from '../domain/conversations/to-send.js'
import { secondsAfter } from '../domain/seconds-after.js'
import type { Log } from '../telemetry/log.js'
import { waitAfter, type Clock } from './clock.js'

export type DeliveryNeeds = {
  conversations: Pick<ConversationStore, 'markSent' | 'giveUp' | 'release' | 'park'>
  budget: SendBudget
  send: Send
  /** Whose limits the address counts on, besides its own. */
  tenantOf: (address: ReturnAddress) => string | undefined
  now: () => Date
  log: Log
  clock: Clock
}

/** What comes after one sending: the next, or the conversation is let go of until then. */
type Next = { kind: 'next' } | { kind: 'stop'; retryAt?: Date } | { kind: 'park'; why: GoneReason }

export const LEASE_SECONDS = 60
// A send is given up after 15 seconds, so one that begins in the first half of the lease ends within it.
const LAST_START_MILLISECONDS = (LEASE_SECONDS / 2) * 1000
// A shorter wait for the limits is waited out; a longer one lets others have the sender.
const LONGEST_STAY_MILLISECONDS = 2000
/** A message that could not be sent for so long is given up, and somebody is told. */
export const GIVE_UP_SECONDS = 24 * 3600

/** Sends what one conversation has unsent, in order, until it is done, must wait, or the lease nears its end. */
export function delivering(needs: DeliveryNeeds, isClosed: () => boolean) {
  const failures = new Map<string, number>()

  return async function deliver(taken: Undelivered): Promise<void> {
    const key = { channel: taken.channel, conversation: taken.conversation }
    const lastStart = needs.now().getTime() + LAST_START_MILLISECONDS
    const mayStart = () => !isClosed() && needs.now().getTime() <= lastStart
    for (const sending of sendings(taken.activities)) {
      const next = await sendOne(taken, key, sending, mayStart)
      if (next.kind === 'next') continue
      return next.kind === 'park' ? park(key, next.why) : needs.conversations.release(key, { retryAt: next.retryAt })
    }
    await needs.conversations.release(key, {})
  }

  async function sendOne(taken: Undelivered, key: ConversationKey, sending: Sending, mayStart: () => boolean): Promise<Next> {
    const allowed = await allowance(key, taken.returnAddress, mayStart)
    if (allowed.kind !== 'next') return allowed
    const { activities: _all, ...where } = taken
    const { seq, activity, edits } = sending
    const sent = await needs.send({ ...where, seq, activity, ...(edits && { edits }) })
    return after(key, sending, sent, () => sendOne(taken, key, { ...sending, edits: undefined }, mayStart))
  }

  /** Waits for the channel's limits, which all instances share. */
  async function allowance(key: ConversationKey, address: ReturnAddress, mayStart: () => boolean): Promise<Next> {
    const buckets = bucketsOf(key, needs.tenantOf(address))
    while (mayStart()) {
      const milliseconds = await needs.budget.take(buckets, needs.now())
      if (milliseconds === 0) return { kind: 'next' }
      if (milliseconds > LONGEST_STAY_MILLISECONDS)
        return { kind: 'stop', retryAt: secondsAfter(needs.now(), milliseconds / 1000) }
      await needs.clock.wait(milliseconds)
    }
    return { kind: 'stop' }
  }

  async function after(key: ConversationKey, sending: Sending, sent: Sent, anew: () => Promise<Next>): Promise<Next> {
    switch (sent.kind) {
      case 'gone':
        return { kind: 'park', why: sent.why ?? 'unknown' }
      case 'retry':
        return waitOrGiveUp(key, sending, sent.afterSeconds)
      case 'not-there':
        // What was to be changed is gone: its new words are a message of their own. Asked once more, it would be refused.
        return sending.edits === undefined ? giveUp(key, sending, 'refused') : anew()
      case 'refused':
        return giveUp(key, sending, 'refused')
      case 'sent':
        failures.delete(nameOf(key))
        await needs.conversations.markSent(
          key,
          sending.settles,
          sent.id && !sending.edits ? { line: sending.line, id: sent.id } : undefined,
        )
        return { kind: 'next' }
    }
  }

  async function waitOrGiveUp(key: ConversationKey, sending: Sending, afterSeconds: number | undefined): Promise<Next> {
    const failed = (failures.get(nameOf(key)) ?? 0) + 1
    const seconds = afterSeconds ?? waitAfter(failed, needs.clock.random())
    const retryAt = secondsAfter(needs.now(), seconds)
    if (retryAt > secondsAfter(new Date(sending.activity.timestamp), GIVE_UP_SECONDS)) return giveUp(key, sending, 'too-long')
    failures.set(nameOf(key), failed)
    needs.log.warn({ ...key, failed, seconds }, 'not sent yet')
    return { kind: 'stop', retryAt }
  }

  async function giveUp(key: ConversationKey, { seq, settles }: Sending, why: 'refused' | 'too-long'): Promise<Next> {
    needs.log.error({ ...key, seq, why }, 'a message was given up')
    await needs.conversations.giveUp(key, settles, why, needs.now())
    return { kind: 'next' }
  }

  async function park(key: ConversationKey, why: GoneReason): Promise<void> {
    needs.log.warn({ ...key, why }, 'nobody at the address of this conversation')
    failures.delete(nameOf(key))
    await needs.conversations.park(key, why, needs.now())
  }
}

const nameOf = ({ channel, conversation }: ConversationKey): string => `${channel}|${conversation}`
