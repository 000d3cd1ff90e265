import { leaseOf, pledgeOf, type HandOff } from './hand-off.js'
import type { Effect, Now, Stepped } from './hand-off-events.js'
import { askedNoMore, enterQueue, goOn, moved, refused } from './moving.js'
import { pledged, triedInVain, type Contact } from './promises.js'

/** The citizen, or the agent for them, has left a number or an address. The place in the queue is kept. */
export function promiseContact(handOff: HandOff, leave: Contact, now: Now): Stepped {
  const queue = now.queues.get(handOff.place.queue)
  if (!queue) return refused('no-such-queue')
  if (handOff.isProtected) return refused('protected')
  const { situation } = handOff
  const had = pledgeOf(situation)
  const lease = leaseOf(situation)
  const pledge = pledged({ of: handOff, queue, at: now.at, what: leave, had })
  const withdrawn: Effect[] = had ? [{ pledge: 'withdrawn', is: had }] : []
  const moved_: Effect[] = lease ? [{ tell: 'agent', agent: lease.holder, what: 'chat-moved' }] : []
  return moved(
    { ...handOff, pledges: handOff.pledges + 1 },
    { status: leave.kind === 'call-back' ? 'call-back-promised' : 'e-mail-promised', pledge },
    [
      ...withdrawn,
      ...askedNoMore(situation),
      ...moved_,
      { pledge: 'made', is: pledge },
      { tell: 'citizen', what: 'promised', promise: pledge },
      { tell: 'team', queue: queue.id, what: 'promised' },
    ],
  )
}

/** Nobody answered the call: again later, until it has been tried often enough. */
export function notReached(handOff: HandOff, now: Now): Stepped {
  const { situation, place } = handOff
  if (situation.status !== 'keeping-promise' || situation.pledge.kind !== 'call-back') return refused('not-now')
  const queue = now.queues.get(place.queue)
  const pledge = queue && triedInVain(situation.pledge, queue, now.at)
  if (pledge)
    return moved(handOff, { status: 'call-back-promised', pledge }, [
      { pledge: 'put-off', is: pledge },
      { tell: 'citizen', what: 'not-reached', next: pledge.dueAt },
    ])
  return moved(handOff, { status: 'closed', reason: 'not-reached' }, [
    { pledge: 'withdrawn', is: situation.pledge },
    { tell: 'citizen', what: 'not-reached' },
  ])
}

/**
 * The citizen lives with protected identity. No number or address is asked for from now on, and one that was left is not used: whoever was to
 * be called or written to waits here instead.
 */
export function protectedTold(handOff: HandOff, now: Now): Stepped {
  const { situation } = handOff
  const next = { ...handOff, isProtected: true }
  const told: Effect = { tell: 'citizen', what: 'phone-and-letter' }
  const pledge = pledgeOf(situation)
  if (!pledge || pledge.kind === 'answer-here') return goOn(next, [told])
  const lease = leaseOf(situation)
  const stopped: Effect[] = lease ? [{ tell: 'agent', agent: lease.holder, what: 'chat-lost' }] : []
  return enterQueue(next, now, { isNew: false, before: [...stopped, told] })
}
