import { doorOf, type Door } from './door.js'
import { leaseOf, pledgeOf, type HandOff, type Situation } from './hand-off.js'
import type { Effect, Moved, Now, Refused, Stepped } from './hand-off-events.js'
import { pledged, type Pledge } from './promises.js'
import type { Queue } from './queue.js'

export const SUMMARY_MINUTES = 30
export const OFFER_SECONDS = 30
export const TRANSFER_SECONDS = 120

export const moved = (handOff: HandOff, situation: Situation, effects: readonly Effect[] = []): Moved => ({
  kind: 'moved',
  handOff: { ...handOff, situation },
  effects: [...effects],
})
export const goOn = (handOff: HandOff, effects: readonly Effect[] = []): Moved => moved(handOff, handOff.situation, effects)

export function refused(why: 'taken', holder: string): Refused
export function refused(why: Exclude<Refused['why'], 'taken'>): Refused
export function refused(why: Refused['why'], holder?: string): Refused {
  return why === 'taken' ? { kind: 'refused', why, holder: holder ?? '' } : { kind: 'refused', why }
}

/**
 * Into the queue of its place, or told that nobody is there. Whoever has waited before is only asked whether somebody is there, not
 * whether new chats are taken. What was promised before stays promised; otherwise an answer here is promised now.
 */
export function enterQueue(
  handOff: HandOff,
  now: Now,
  { isNew, before = [] }: { isNew: boolean; before?: readonly Effect[] },
): Stepped {
  const queue = now.queues.get(handOff.place.queue)
  if (!queue) return refused('no-such-queue')
  const door = doorOf(queue, now.at, now.attended.has(queue.id))
  const isIn = isNew ? door.is === 'open' : now.attended.has(queue.id)
  const { handOff: promised, pledge, effects } = answerPromised(handOff, queue, now)
  const told: Effect[] = isIn
    ? [{ tell: 'citizen', what: isNew ? 'waiting' : 'waiting-again' }, waits(queue)]
    : [{ tell: 'citizen', what: 'unattended', door, promise: pledge }, ...calledFor(queue, door)]
  return moved({ ...promised, passedBy: [] }, { status: isIn ? 'waiting' : 'unattended', pledge }, [
    ...before,
    ...effects,
    ...told,
  ])
}

const waits = ({ id }: Queue): Effect => ({ tell: 'team', queue: id, what: 'waits' })

/** Who is told where somebody should be there and is not: the lead, and the team, who may sit in Teams without a desk open. */
const calledFor = (queue: Queue, door: Door): Effect[] =>
  door.is === 'shut' && door.why === 'nobody-there' ? [{ tell: 'lead', queue: queue.id, what: 'nobody-there' }, waits(queue)] : []

/** The promise of an answer here: the one that there is, or a new one. */
function answerPromised(handOff: HandOff, queue: Queue, { at }: Now): { handOff: HandOff; pledge: Pledge; effects: Effect[] } {
  const had = pledgeOf(handOff.situation)
  if (had?.kind === 'answer-here' && had.queue === queue.id) return { handOff, pledge: had, effects: [] }
  const pledge = pledged({ of: handOff, queue, at, what: { kind: 'answer-here' } })
  return {
    handOff: { ...handOff, pledges: handOff.pledges + 1 },
    pledge,
    effects: [...(had ? [{ pledge: 'withdrawn', is: had } as const] : []), { pledge: 'made', is: pledge }],
  }
}

/** Nobody holds it any more: back to where it was taken from, at its old place. */
export function released(handOff: HandOff, now: Now, before: readonly Effect[] = []): Stepped {
  const { situation, place } = handOff
  if (situation.status === 'keeping-promise') {
    const status = situation.pledge.kind === 'e-mail' ? 'e-mail-promised' : 'call-back-promised'
    return moved(handOff, { status, pledge: situation.pledge }, [
      ...before,
      { tell: 'team', queue: place.queue, what: 'promised' },
    ])
  }
  // A chat on its way to another team goes on to that team.
  const goesOn = situation.status === 'transferring' && situation.to.kind === 'queue' && now.queues.has(situation.to.queue)
  const queue = goesOn ? (situation.to as { queue: string }).queue : place.queue
  return enterQueue({ ...handOff, place: { ...place, queue } }, now, {
    isNew: false,
    before: [...before, ...(goesOn ? [] : askedNoMore(situation))],
  })
}

/** Whoever was asked to take a chat, or is offered it, is told that this is over. */
export function askedNoMore(situation: Situation): Effect[] {
  if (situation.status === 'offered') return [{ tell: 'agent', agent: situation.to, what: 'offer-over' }]
  if (situation.status !== 'transferring') return []
  const { to } = situation
  return to.kind === 'queue'
    ? [{ tell: 'team', queue: to.queue, what: 'gone' }]
    : [{ tell: 'agent', agent: to.agent, what: 'transfer-over' }]
}

/** What is to be undone when the citizen is no longer there to be answered. */
export function goneFor({ situation, place }: HandOff): Effect[] {
  const pledge = pledgeOf(situation)
  const lease = leaseOf(situation)
  const withdrawn: Effect[] = pledge
    ? [
        { pledge: 'withdrawn', is: pledge },
        { tell: 'team', queue: place.queue, what: 'gone' },
      ]
    : []
  const told: Effect[] = lease ? [{ tell: 'agent', agent: lease.holder, what: 'citizen-gone' }] : []
  return [...withdrawn, ...told, ...askedNoMore(situation)]
}
