import { newLease, type Lease } from './claim.js'
import type { HandOff, Situation } from './hand-off.js'
import type { Effect, EventOf, Moved, Now, Stepped } from './hand-off-events.js'
import { askedNoMore, moved, refused, TRANSFER_SECONDS } from './moving.js'
import { secondsAfter } from '../seconds-after.js'

type Transferring = Situation & { status: 'transferring' }

/** The agent keeps the chat until somebody of that team, or that person, accepts it. */
export function transferAsked(
  handOff: HandOff,
  lease: Lease,
  { to, reason }: EventOf<'transfer-asked'>,
  { at, queues, attended, there }: Now,
): Stepped {
  if (to.kind === 'queue' && !queues.has(to.queue)) return refused('no-such-queue')
  if (to.kind === 'agent' && to.agent === lease.holder) return refused('not-for-you')
  const isThere = to.kind === 'queue' ? attended.has(to.queue) : there.has(to.agent)
  if (!isThere) return refused('nobody-there')
  const asked: Effect =
    to.kind === 'queue'
      ? { tell: 'team', queue: to.queue, what: 'waits' }
      : { tell: 'agent', agent: to.agent, what: 'transfer-asked' }
  return moved(handOff, { status: 'transferring', lease, to, reason, until: secondsAfter(at, TRANSFER_SECONDS) }, [
    { tell: 'citizen', what: 'transferring', reason, to },
    asked,
  ])
}

/** Whether this agent is one of those asked. That the agent is of that team, routing has seen to. */
export const isAsked = ({ to, lease }: Transferring, agent: string): boolean =>
  agent !== lease.holder && (to.kind === 'queue' || to.agent === agent)

export function transferAccepted(handOff: HandOff, { to, reason, lease }: Transferring, by: string, { at, queues }: Now): Moved {
  const queue = to.kind === 'queue' && queues.has(to.queue) ? to.queue : handOff.place.queue
  const next = newLease({ by, at, lastTerm: handOff.terms })
  const accepted = { ...handOff, place: { ...handOff.place, queue }, terms: next.term, lastAgent: by }
  return moved(accepted, { status: 'with-agent', lease: next }, [
    { tell: 'citizen', what: 'transferred', reason, to },
    { tell: 'citizen', what: 'agent-came', agent: by },
    { tell: 'agent', agent: lease.holder, what: 'chat-moved' },
    { tell: 'team', queue, what: 'taken' },
  ])
}

/** Nobody took it, or it was taken back: the agent goes on. */
export const transferOff = (handOff: HandOff, situation: Transferring): Moved =>
  moved(handOff, { status: 'with-agent', lease: situation.lease }, [
    { tell: 'citizen', what: 'transfer-off' },
    { tell: 'agent', agent: situation.lease.holder, what: 'transfer-over' },
    ...askedNoMore(situation),
  ])
