import { claim, isLapsed, type Lease } from './claim.js'
import { leaseOf, pledgeOf, type HandOff, type Situation } from './hand-off.js'
import type { Effect, Moved, Now, Stepped } from './hand-off-events.js'
import { askedNoMore, enterQueue, goOn, moved, OFFER_SECONDS, refused } from './moving.js'
import { secondsAfter } from '../seconds-after.js'
import { isAsked, transferAccepted, transferOff } from './transferring.js'

/** Somebody takes it: the first one does, and the others are told who that was. */
export function claimed(handOff: HandOff, by: string, now: Now): Stepped {
  const { situation } = handOff
  const held = leaseOf(situation)
  if (situation.status === 'transferring' && by !== situation.lease.holder) {
    if (isAsked(situation, by)) return transferAccepted(handOff, situation, by, now)
    if (!isLapsed(situation.lease, now.at)) return refused('not-for-you')
  }
  const result = claim(held, { by, at: now.at, lastTerm: handOff.terms })
  if (result.kind === 'lost') return refused('taken', result.holder)
  if (result.kind === 'had') return goOn(handOff)
  const lost: Effect[] = held && held.holder !== by ? [{ tell: 'agent', agent: held.holder, what: 'chat-lost' }] : []
  return taken(handOff, result.lease, lost)
}

function taken(handOff: HandOff, lease: Lease, lost: readonly Effect[]): Moved {
  const { situation, place } = handOff
  const next = { ...handOff, terms: lease.term, lastAgent: lease.holder }
  const told: Effect[] = [...lost, { tell: 'team', queue: place.queue, what: 'taken' }]
  if (
    situation.status === 'call-back-promised' ||
    situation.status === 'e-mail-promised' ||
    situation.status === 'keeping-promise'
  )
    return moved(next, { status: 'keeping-promise', pledge: situation.pledge, lease }, told)
  if (situation.status !== 'offered' || situation.to !== lease.holder) told.push(...askedNoMore(situation))
  const pledge = pledgeOf(situation)
  if (pledge) told.push({ pledge: 'kept', is: pledge })
  return moved(next, { status: 'with-agent', lease }, [...told, { tell: 'citizen', what: 'agent-came', agent: lease.holder }])
}

/** Routing offers it to somebody, who is there to say yes or no. */
export function offered(handOff: HandOff, to: string, now: Now): Stepped {
  const pledge = pledgeOf(handOff.situation)
  if (!pledge) return refused('not-now')
  if (!now.there.has(to)) return refused('nobody-there')
  return moved(handOff, { status: 'offered', pledge, to, until: secondsAfter(now.at, OFFER_SECONDS) }, [
    { tell: 'agent', agent: to, what: 'offered' },
  ])
}

export function declined(handOff: HandOff, by: string, now: Now): Stepped {
  const { situation } = handOff
  if (situation.status === 'offered') return situation.to === by ? passed(handOff, situation, now) : refused('not-for-you')
  if (situation.status !== 'transferring') return refused('not-now')
  // One member of a team cannot decline for all of it.
  return situation.to.kind === 'agent' && situation.to.agent === by ? transferOff(handOff, situation) : refused('not-for-you')
}

/** The agent to whom it is offered does not take it. The citizen has waited all the while, and is told nothing. */
export function passed(
  handOff: HandOff,
  { to, pledge }: Situation & { status: 'offered' },
  now: Now,
  told: readonly Effect[] = [],
): Stepped {
  const next = { ...handOff, passedBy: [...handOff.passedBy, to] }
  return now.attended.has(handOff.place.queue)
    ? moved(next, { status: 'waiting', pledge }, told)
    : enterQueue(next, now, { isNew: false, before: told })
}
