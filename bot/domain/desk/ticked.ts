import { isLapsed } from './claim.js'
import { passed } from './claiming.js'
import { doorOf } from './door.js'
import { leaseOf, pledgeOf, type HandOff, type Situation } from './hand-off.js'
import { TOLD_OF_PROMISE, type Effect, type Now, type Stepped } from './hand-off-events.js'
import { askedNoMore, enterQueue, goOn, moved, refused, released } from './moving.js'
import { secondsAfter } from '../seconds-after.js'
import { escalated, nextStepAt, type Pledge } from './promises.js'
import type { Queue } from './queue.js'
import { transferOff } from './transferring.js'

/** What time alone does to a hand-off, until it does no more: twice at the same moment is as once. */
export function ticked(handOff: HandOff, _: unknown, now: Now): Stepped {
  const once = tickedOnce(handOff, now)
  if (once.kind === 'refused' || once.effects.length === 0) return once
  const again = ticked(once.handOff, _, now)
  return again.kind === 'moved' ? { ...again, effects: [...once.effects, ...again.effects] } : once
}

function tickedOnce(handOff: HandOff, now: Now): Stepped {
  const queue = now.queues.get(handOff.place.queue)
  if (!queue) return refused('no-such-queue')
  const { handOff: next, effects } = remindedOfPromise(handOff, now)
  const stepped = withTime(next, queue, now)
  return stepped.kind === 'moved' ? { ...stepped, effects: [...effects, ...stepped.effects] } : stepped
}

function withTime(handOff: HandOff, queue: Queue, now: Now): Stepped {
  const { situation } = handOff
  const isAttended = now.attended.has(queue.id)
  switch (situation.status) {
    case 'summary':
      return now.at < situation.until ? goOn(handOff) : moved(handOff, { status: 'closed', reason: 'not-confirmed' })
    case 'waiting':
      return isAttended ? waitedLong(handOff, queue, now) : enterQueue(handOff, now, { isNew: false })
    case 'unattended':
      return isAttended && doorOf(queue, now.at, true).is === 'open' ? enterQueue(handOff, now, { isNew: false }) : goOn(handOff)
    case 'offered':
      return now.at < situation.until && isAttended ? goOn(handOff) : offerLapsed(handOff, situation, now)
    case 'with-agent':
    case 'keeping-promise':
      return isLapsed(situation.lease, now.at) ? lost(handOff, now) : goOn(handOff)
    case 'transferring':
      if (isLapsed(situation.lease, now.at)) return lost(handOff, now)
      return now.at < situation.until ? goOn(handOff) : transferOff(handOff, situation)
    default:
      return goOn(handOff)
  }
}

const offerLapsed = (handOff: HandOff, situation: Situation & { status: 'offered' }, now: Now): Stepped =>
  passed(handOff, situation, now, askedNoMore(situation))

/** The agent's desk has not been heard of for a minute. */
function lost(handOff: HandOff, now: Now): Stepped {
  const lease = leaseOf(handOff.situation)!
  return released(handOff, now, [{ tell: 'agent', agent: lease.holder, what: 'chat-lost' }])
}

const longWaitAt = ({ place }: HandOff, queue: Queue, { madeAt }: Pledge): Date =>
  // From when the wait at this queue began, not from a question asked the evening before.
  secondsAfter(place.askedAt > madeAt ? place.askedAt : madeAt, queue.longWaitMinutes * 60)

function waitedLong(handOff: HandOff, queue: Queue, { at }: Now): Stepped {
  const pledge = pledgeOf(handOff.situation)!
  if (handOff.isLongWaitTold || at < longWaitAt(handOff, queue, pledge)) return goOn(handOff)
  // Whoever passed may take it now.
  return goOn({ ...handOff, isLongWaitTold: true, passedBy: [] }, [
    { tell: 'lead', queue: queue.id, what: 'long-wait' },
    { tell: 'citizen', what: 'long-wait' },
  ])
}

function remindedOfPromise(handOff: HandOff, { at }: Now): { handOff: HandOff; effects: Effect[] } {
  const { situation, place } = handOff
  const had = pledgeOf(situation)
  if (!had) return { handOff, effects: [] }
  const { pledge, told } = escalated(had, at)
  if (told.length === 0) return { handOff, effects: [] }
  return {
    handOff: { ...handOff, situation: { ...situation, pledge } as Situation },
    effects: told.map((who) => TOLD_OF_PROMISE[who](place.queue)),
  }
}

/** When time will next do something to it, so that the clockwork need not look before; undefined when it never will. */
export function nextLookAt(handOff: HandOff, queue: Queue): Date | undefined {
  const { situation } = handOff
  const pledge = pledgeOf(situation)
  const moments = [
    leaseOf(situation)?.until,
    'until' in situation ? situation.until : undefined,
    pledge && nextStepAt(pledge),
    situation.status === 'waiting' && !handOff.isLongWaitTold ? longWaitAt(handOff, queue, pledge!) : undefined,
  ].filter((moment) => moment !== undefined)
  return moments.length > 0 ? new Date(Math.min(...moments.map((moment) => moment.getTime()))) : undefined
}
