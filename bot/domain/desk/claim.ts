import { secondsAfter } from '../seconds-after.js'

/** A desk says that it is alive so often, and loses its chats after so long without a word. */
export const BEAT_SECONDS = 15
export const LEASE_SECONDS = 60

/**
 * One agent's hold on one chat, for a while. `term` rises with every claim of the chat, so that what a desk sends that has been asleep can
 * be told from what its successor sends.
 */
export type Lease = { holder: string; term: number; since: Date; until: Date }

export type Claimed =
  | { kind: 'won'; lease: Lease }
  /** The same agent again: the button was pressed twice, or the answer was lost. */
  | { kind: 'had'; lease: Lease }
  | { kind: 'lost'; holder: string }

const leaseUntil = (at: Date): Date => secondsAfter(at, LEASE_SECONDS)

export const isLapsed = ({ until }: Lease, at: Date): boolean => at >= until

/** Takes a chat that nobody holds, or whose holder has not been heard of. `lastTerm` is the term of the last lease that there was. */
export function claim(held: Lease | undefined, { by, at, lastTerm }: { by: string; at: Date; lastTerm: number }): Claimed {
  if (held && !isLapsed(held, at))
    return held.holder === by ? { kind: 'had', lease: held } : { kind: 'lost', holder: held.holder }
  return { kind: 'won', lease: newLease({ by, at, lastTerm }) }
}

/** The hold of somebody to whom it is given: by winning a claim, or by the one who had it. */
export const newLease = ({ by, at, lastTerm }: { by: string; at: Date; lastTerm: number }): Lease => ({
  holder: by,
  term: lastTerm + 1,
  since: at,
  until: leaseUntil(at),
})

/** Whether this agent, by this claim and no earlier one, holds the chat. A late word counts as long as nobody else has come. */
export const holds = ({ holder, term }: Lease, of: { by: string; term: number }): boolean => holder === of.by && term === of.term

/** The lease after a word from its desk. Words that arrive out of order never shorten it. */
export const beaten = (lease: Lease, at: Date): Lease => ({
  ...lease,
  until: new Date(Math.max(lease.until.getTime(), leaseUntil(at).getTime())),
})
