import { beaten, holds, type Lease } from './claim.js'
import { rehomed, movedByLead } from './changing-queue.js'
import { claimed, declined, offered } from './claiming.js'
import { MOVES, leaseOf, pledgeOf, type HandOff, type Place, type Situation } from './hand-off.js'
import type { Effect, EventKind, EventOf, HandOffEvent, Moved, Now, Refused, Stepped } from './hand-off-events.js'
import { enterQueue, goneFor, goOn, moved, askedNoMore, refused, released, SUMMARY_MINUTES } from './moving.js'
import { secondsAfter } from '../seconds-after.js'
import { notReached, promiseContact, protectedTold } from './promising.js'
import { ticked } from './ticked.js'
import { transferAsked, transferOff } from './transferring.js'

/** A citizen asks for a person, and is shown what will be handed over. */
export const ask = (what: { id: string; conversation: string; place: Place; lastAgent?: string }): HandOff => ({
  ...what,
  situation: { status: 'summary', until: secondsAfter(what.place.askedAt, SUMMARY_MINUTES * 60) },
  terms: 0,
  pledges: 0,
  isLongWaitTold: false,
  isProtected: false,
  passedBy: [],
})

/** What becomes of a hand-off when something happens, and what is to be done; or why nothing does. */
export function step(handOff: HandOff, event: HandOffEvent, now: Now): Stepped {
  const home = rehomed(handOff, now)
  if (home.kind === 'refused') return home
  const stepped = inTable(home.handOff, event, now)
  return stepped.kind === 'moved' ? { ...stepped, effects: [...home.effects, ...stepped.effects] } : stepped
}

function inTable(handOff: HandOff, event: HandOffEvent, now: Now): Stepped {
  const { status } = handOff.situation
  const allowed = (MOVES[status] as Partial<Record<EventKind, readonly string[]>>)[event.kind]
  if (!allowed) return refused('not-now')
  const handle = HANDLERS[event.kind] as (handOff: HandOff, event: HandOffEvent, now: Now) => Stepped
  const stepped = handle(handOff, event, now)
  if (stepped.kind === 'moved' && !allowed.includes(stepped.handOff.situation.status))
    throw new Error(`${event.kind} led from ${status} to ${stepped.handOff.situation.status}, which is not in the table`)
  return stepped
}

const HANDLERS: { [Kind in EventKind]: (handOff: HandOff, event: EventOf<Kind>, now: Now) => Stepped } = {
  approved: (handOff, _, now) => enterQueue(handOff, now, { isNew: true }),
  'contact-left': (handOff, { leave }, now) => promiseContact(handOff, leave, now),
  'protected-told': (handOff, _, now) => protectedTold(handOff, now),
  'became-urgent': (handOff) => becameUrgent(handOff),
  'back-to-bot': (handOff) => backToBot(handOff),
  left: (handOff) => moved(handOff, { status: 'closed', reason: 'left' }, goneFor(handOff)),
  withdrawn: (handOff) =>
    moved(handOff, { status: 'closed', reason: 'withdrawn' }, [...goneFor(handOff), { tell: 'citizen', what: 'withdrawn' }]),
  rated: (handOff, { answer }) => rated(handOff, answer),
  claimed: (handOff, { by }, now) => claimed(handOff, by, now),
  declined: (handOff, { by }, now) => declined(handOff, by, now),
  beat: (handOff, event, now) => byHolder(handOff, event, (lease) => goOn(withLease(handOff, beaten(lease, now.at)))),
  'let-go': (handOff, event, now) => byHolder(handOff, event, () => released(handOff, now)),
  'transfer-asked': (handOff, event, now) => byHolder(handOff, event, (lease) => transferAsked(handOff, lease, event, now)),
  'transfer-withdrawn': (handOff, event) => byHolder(handOff, event, () => transferWithdrawn(handOff)),
  converted: (handOff, event, now) => byHolder(handOff, event, () => promiseContact(handOff, event.leave, now)),
  'not-reached': (handOff, event, now) => byHolder(handOff, event, () => notReached(handOff, now)),
  finished: (handOff, event) => byHolder(handOff, event, () => finished(handOff, event.reason)),
  'handed-back': (handOff, event) => byHolder(handOff, event, () => handedBack(handOff)),
  threat: (handOff, event) =>
    byHolder(handOff, event, () => goOn(handOff, [{ tell: 'lead', queue: handOff.place.queue, what: 'threat' }])),
  moved: (handOff, { queue }, now) => movedByLead(handOff, queue, now),
  offered: (handOff, { to }, now) => offered(handOff, to, now),
  ticked,
}

/** Only for whoever holds the chat, by the claim that is the last one. */
function byHolder({ situation }: HandOff, of: { by: string; term: number }, then: (lease: Lease) => Stepped): Stepped {
  const lease = leaseOf(situation)
  return lease && holds(lease, of) ? then(lease) : refused('not-yours')
}

const withLease = (handOff: HandOff, lease: Lease): HandOff => ({
  ...handOff,
  situation: { ...handOff.situation, lease } as Situation,
})

const transferWithdrawn = (handOff: HandOff): Stepped =>
  handOff.situation.status === 'transferring' ? transferOff(handOff, handOff.situation) : refused('not-now')

/** Nearer in the line; the team sees it, and the lead too where nobody is there. */
function becameUrgent(handOff: HandOff): Moved {
  const { situation, place } = handOff
  if (place.urgency === 'urgent') return goOn(handOff)
  const urgent = { ...handOff, place: { ...place, urgency: 'urgent' as const } }
  const told: Effect[] = pledgeOf(situation) && !leaseOf(situation) ? [{ tell: 'team', queue: place.queue, what: 'waits' }] : []
  if (situation.status === 'unattended') told.push({ tell: 'lead', queue: place.queue, what: 'nobody-there' })
  return goOn(urgent, told)
}

function finished(handOff: HandOff, reason: EventOf<'finished'>['reason']): Moved {
  const pledge = pledgeOf(handOff.situation)
  // Somebody who was told to stop is not asked how it was.
  const asked: Effect[] = reason === 'abusive' || pledge ? [] : [{ tell: 'citizen', what: 'rate' }]
  const kept: Effect[] = pledge ? [{ pledge: 'kept', is: pledge }] : []
  return moved(handOff, { status: 'closed', reason }, [
    ...kept,
    ...askedNoMore(handOff.situation),
    { tell: 'citizen', what: 'ended' },
    ...asked,
  ])
}

const handedBack = (handOff: HandOff): Moved =>
  moved(handOff, { status: 'with-bot' }, [
    { tell: 'citizen', what: 'back-with-bot' },
    { tell: 'citizen', what: 'rate' },
  ])

function backToBot(handOff: HandOff): Moved {
  if (handOff.situation.status === 'summary') return moved(handOff, { status: 'closed', reason: 'not-confirmed' })
  const asked: Effect[] = leaseOf(handOff.situation) ? [{ tell: 'citizen', what: 'rate' }] : []
  return moved(handOff, { status: 'with-bot' }, [...goneFor(handOff), { tell: 'citizen', what: 'back-with-bot' }, ...asked])
}

function rated(handOff: HandOff, answer: EventOf<'rated'>['answer']): Moved | Refused {
  const { situation } = handOff
  if ((situation.status !== 'with-bot' && situation.status !== 'closed') || situation.rated) return refused('not-now')
  return moved(handOff, { ...situation, rated: answer })
}
