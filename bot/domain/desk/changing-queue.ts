import { hasEnded, leaseOf, type HandOff } from './hand-off.js'
import type { Effect, Now, Stepped } from './hand-off-events.js'
import { askedNoMore, enterQueue, goOn, moved, refused } from './moving.js'
import { generalQueue } from './queue.js'

/** The shift lead has moved it. Its place is kept, and so is the time by which somebody is to be called or written to. */
export function movedByLead(handOff: HandOff, queue: string, now: Now): Stepped {
  if (!now.queues.has(queue)) return refused('no-such-queue')
  const { situation, place } = handOff
  const next = { ...handOff, place: { ...place, queue } }
  const left: Effect[] = now.queues.has(place.queue) ? [{ tell: 'team', queue: place.queue, what: 'gone' }] : []
  const told: Effect[] = [{ tell: 'citizen', what: 'moved', queue }, ...left]
  if (situation.status === 'call-back-promised' || situation.status === 'e-mail-promised') {
    const pledge = { ...situation.pledge, queue }
    return moved(next, { ...situation, pledge }, [
      ...told,
      { pledge: 'put-off', is: pledge },
      { tell: 'team', queue, what: 'promised' },
    ])
  }
  const lease = leaseOf(situation)
  if (lease) told.push({ tell: 'agent', agent: lease.holder, what: 'chat-moved' })
  return enterQueue(next, now, { isNew: false, before: [...told, ...askedNoMore(situation)] })
}

/** One whose queue has been taken away goes on in the general one. Who is spoken with or reads the summary notices nothing. */
export function rehomed(handOff: HandOff, now: Now): Stepped {
  const { situation, place } = handOff
  if (now.queues.has(place.queue) || hasEnded(situation)) return goOn(handOff)
  const general = generalQueue(now.queues)
  if (!general) return refused('no-such-queue')
  const next = { ...handOff, place: { ...place, queue: general.id } }
  if (situation.status === 'keeping-promise') {
    const pledge = { ...situation.pledge, queue: general.id }
    return moved(next, { ...situation, pledge }, [{ pledge: 'put-off', is: pledge }])
  }
  return situation.status === 'summary' || leaseOf(situation) ? goOn(next) : movedByLead(handOff, general.id, now)
}
