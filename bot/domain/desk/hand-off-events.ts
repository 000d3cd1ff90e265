import type { AgentReason, HandOff, Rating, TransferReason, TransferTarget } from './hand-off.js'
import type { Door } from './door.js'
import type { Contact, Pledge, ToldOfPromise } from './promises.js'
import type { Queues } from './queue.js'

/** An agent's word counts only with the term of the claim that it was given under. */
type ByHolder = { by: string; term: number }
/** Everything that can happen to a hand-off: what the citizen does, what staff do, what routing does, and time. */
export type HandOffEvent =
  | { kind: 'approved' }
  | { kind: 'contact-left'; leave: Contact }
  | { kind: 'protected-told' }
  /** A crisis was seen in the chat, or somebody may lose a right today. */
  | { kind: 'became-urgent' }
  | { kind: 'back-to-bot' }
  /** "Leave quickly and clear". Closing the browser is not leaving: people come back. */
  | { kind: 'left' }
  | { kind: 'withdrawn' }
  | { kind: 'rated'; answer: Rating }
  | { kind: 'claimed'; by: string }
  | { kind: 'declined'; by: string }
  | ({ kind: 'beat' } & ByHolder)
  | ({ kind: 'let-go' } & ByHolder)
  | ({ kind: 'transfer-asked'; to: TransferTarget; reason: TransferReason } & ByHolder)
  | ({ kind: 'transfer-withdrawn' } & ByHolder)
  | ({ kind: 'converted'; leave: Contact } & ByHolder)
  | ({ kind: 'not-reached' } & ByHolder)
  | ({ kind: 'finished'; reason: AgentReason } & ByHolder)
  | ({ kind: 'handed-back' } & ByHolder)
  | ({ kind: 'threat' } & ByHolder)
  /** By the shift lead. */
  | { kind: 'moved'; queue: string }
  | { kind: 'offered'; to: string }
  | { kind: 'ticked' }
export type EventKind = HandOffEvent['kind']
export type EventOf<Kind extends EventKind> = Extract<HandOffEvent, { kind: Kind }>

/** What the moment is like: the time, the queues, those of them that somebody there can see, and who is there (routing knows). */
export type Now = { at: Date; queues: Queues; attended: ReadonlySet<string>; there: ReadonlySet<string> }

export type ToldCitizen =
  | {
      what:
        'waiting' | 'waiting-again' | 'long-wait' | 'phone-and-letter' | 'back-with-bot' | 'transfer-off' | 'withdrawn' | 'rate'
    }
  | { what: 'unattended'; door: Door; promise: Pledge }
  | { what: 'agent-came'; agent: string }
  | { what: 'transferring' | 'transferred'; reason: TransferReason; to: TransferTarget }
  | { what: 'moved'; queue: string }
  | { what: 'promised'; promise: Pledge }
  | { what: 'not-reached'; next?: Date }
  | { what: 'ended' }

/** What is to be done when a hand-off has moved: stored with it in one transaction, then carried out by others. */
export type Effect =
  | ({ tell: 'citizen' } & ToldCitizen)
  | { tell: 'team'; queue: string; what: 'waits' | 'taken' | 'gone' | 'promised' | 'promise-due-soon' }
  | {
      tell: 'agent'
      agent: string
      what: 'offered' | 'offer-over' | 'chat-lost' | 'chat-moved' | 'transfer-asked' | 'transfer-over' | 'citizen-gone'
    }
  | { tell: 'lead'; queue: string; what: 'long-wait' | 'nobody-there' | 'promise-late' | 'threat' }
  /** Whoever answers for the queue, by mail. */
  | { tell: 'owner'; queue: string; what: 'promise-late' }
  /** The list of promises: each is made once, perhaps put off, and then kept or withdrawn. */
  | { pledge: 'made' | 'put-off' | 'kept' | 'withdrawn'; is: Pledge }

/** Who is told of a promise that is not yet kept, and of what. */
export const TOLD_OF_PROMISE: Record<ToldOfPromise, (queue: string) => Effect> = {
  team: (queue) => ({ tell: 'team', queue, what: 'promise-due-soon' }),
  lead: (queue) => ({ tell: 'lead', queue, what: 'promise-late' }),
  owner: (queue) => ({ tell: 'owner', queue, what: 'promise-late' }),
}

/**
 * Why something was not done. `not-now`: the table of moves does not have it. `taken`: somebody else was first. `not-yours`: the chat is no
 * longer held under that claim. `not-for-you`: it is offered to another. `nobody-there`: nobody could accept. `protected`: no contact
 * details are taken from this person.
 */
export type Refused =
  | { kind: 'refused'; why: 'taken'; holder: string }
  | { kind: 'refused'; why: 'not-now' | 'not-yours' | 'not-for-you' | 'nobody-there' | 'protected' | 'no-such-queue' }
export type Moved = { kind: 'moved'; handOff: HandOff; effects: Effect[] }
export type Stepped = Moved | Refused
