import type { Label, Outcome, Result } from '../outcome.js'
import type { PlanToKeep } from '../permits/saved-plan.js'
import type { WhyNotSent } from '../send-failures.js'
import type { StoredActivity } from './message.js'
import type { GoneReason } from './sending.js'
import type { State } from './state.js'
import type { UnsentLine } from './to-send.js'

/** A conversation is known by the channel it is on and the channel's own id for it. Ids are opaque. */
export type ConversationKey = { channel: string; conversation: string }

/** How long what is said is kept. `shared-computer`: until the person leaves, and at most an hour after the last message. */
export const KEEPING = ['ordinary', 'shared-computer'] as const
export type Keeping = (typeof KEEPING)[number]

export type ConversationRow = ConversationKey & {
  /** Counts the changes of `state`: a write on top of another version is refused. */
  version: number
  /** Sequence number of the last activity; Direct Line's watermark. 0 when nothing is said. */
  seq: number
  state: unknown
  keeping: Keeping
  ended: boolean
}

/** What a channel needs to answer later: for bot-service the Bot Framework conversation reference. */
export type ReturnAddress = Record<string, unknown>

/** What came in: the whole of it is masked before it gets here. */
export type Inbound = {
  /** The channel's id of the activity, or the client's own: the same key twice is the same turn. */
  key: string
  /** Stored and shown as the person's own line. Undefined for presses and events that are not shown. */
  activity?: StoredActivity
}

export type TurnRecord = {
  id: string
  at: Date
  language: string
  outcome: Outcome
  results: readonly Result[]
  labels: readonly Label[]
  /** Version of the content and of the index that answered, so that any answer can be explained. */
  content: string
  index: string
  milliseconds: number
}

export type Commit = {
  key: ConversationKey
  /** The version that the turn began with; 0 when the conversation is new. */
  expects: number
  kind: 'personal' | 'group' | 'channel'
  visitor?: string
  keeping?: Keeping
  returnAddress?: ReturnAddress
  state: State
  inbound: Inbound
  turn: TurnRecord
  outgoing: readonly StoredActivity[]
  /** True when the answers travel in the response itself (expectReplies, forms): nothing is sent afterwards. */
  delivered: boolean
  /** What a duplicate is answered with: the stored invoke body, if any. */
  response?: unknown
  end?: boolean
  /**
   * Nothing that was said until now, this turn included, is shown on a new page: the store sets `state.hiddenUpTo`. Only it knows how far that
   * is, since others add lines between the reading and the writing of a turn.
   */
  hides?: boolean
  /** A permit plan that the turn made, kept with it. */
  plan?: PlanToKeep
}

export type Loaded = {
  conversation?: ConversationRow
  /** The turn was taken before: this is what it was answered with. */
  duplicate?: { turn: string; outgoing: StoredActivity[]; response?: unknown; inboundId?: string }
}

export type StoredWithSeq = { seq: number; activity: StoredActivity }

/** Not yet sent to the channel, in order. */
export type Undelivered = ConversationKey & { returnAddress: ReturnAddress; activities: UnsentLine[] }

export interface ConversationReader {
  /** What a turn needs to begin, in one question. */
  load(key: ConversationKey, inboundKey: string): Promise<Loaded>
  /** Activities with a sequence number above `after`, oldest first, at most `limit` (100). */
  activities(key: ConversationKey, after: number, limit?: number): Promise<StoredWithSeq[]>
  find(key: ConversationKey): Promise<ConversationRow | undefined>
  /** The newest conversation of a visitor that has not ended. */
  latestOf(visitor: string): Promise<ConversationKey | undefined>
}

/** Only `ConversationStore.write` hands one out; everything done with it happens or nothing does. */
export interface ConversationWriter extends ConversationReader {
  /** 'conflict' when somebody else wrote first: run the turn again. Otherwise the sequence number of the last activity. */
  commit(turn: Commit): Promise<'conflict' | { seq: number }>
}

export interface ConversationStore extends ConversationReader {
  /** One statement, so it happens wholly or not at all, without a transaction around it. */
  commit(turn: Commit): Promise<'conflict' | { seq: number }>
  write<T>(work: (writer: ConversationWriter) => Promise<T>): Promise<T>
  /** Starts an empty conversation for a visitor; does nothing if it is there. */
  start(key: ConversationKey, start: { visitor?: string; keeping: Keeping; at: Date }): Promise<{ created: boolean }>
  /** Ends the visitor's conversations and deletes what was said in them at once. Returns how many. */
  forget(visitor: string, at: Date): Promise<number>
  /** Sets how long this visitor's conversation is kept. */
  keep(key: ConversationKey, keeping: Keeping): Promise<void>
  /** Takes the oldest conversation of the channel that has something unsent, for `leaseSeconds`; undefined when there is none. */
  takeUndelivered(channel: string, at: Date, leaseSeconds: number): Promise<Undelivered | undefined>
  /** These lines need no sending any more. `as` is the channel's own id that a line has from now on. */
  markSent(key: ConversationKey, seqs: readonly number[], as?: { line: number; id: string }): Promise<void>
  /** These lines will never be sent: a failure that a person sees. */
  giveUp(key: ConversationKey, seqs: readonly number[], why: WhyNotSent, at: Date): Promise<void>
  /** Lets go of the lease; with `retryAt`, nobody tries before then. */
  release(key: ConversationKey, after: { retryAt?: Date }): Promise<void>
  /** The address is dead: never tried again until the person writes from a new one, and a failure that a person sees. */
  park(key: ConversationKey, why: GoneReason, at: Date): Promise<void>
  /** Deletes what is past its time; returns the numbers of conversations and uploads deleted. */
  deleteExpired(limits: {
    ordinaryBefore: Date
    sharedBefore: Date
    uploadsBefore: Date
    countersBefore: Date
  }): Promise<{ conversations: number; uploads: number }>
}
