import type { ConversationKey, ReturnAddress, StoredWithSeq } from './conversation.js'
import type { StoredActivity } from './message.js'

/** One stored activity, and where it goes. */
export type Parcel = ConversationKey & { returnAddress: ReturnAddress } & StoredWithSeq & {
    /** The channel's own id of the message that this takes the place of. */
    edits?: string
  }

/** Why nobody can be reached at an address any more, as far as the channel says. */
export const GONE_REASONS = [
  'blocked',
  'writes-blocked',
  'not-in-conversation',
  'disabled',
  'no-such-conversation',
  'unknown',
] as const
export type GoneReason = (typeof GONE_REASONS)[number]

/** What came of sending one activity. */
export type Sent =
  /** `id` is the channel's own, by which the message can be changed later. */
  | { kind: 'sent'; id?: string }
  /** This activity will never be taken (too large, malformed), but the next ones may be. */
  | { kind: 'refused' }
  /** Not now. `afterSeconds` is what the other side asked for, if it said. */
  | { kind: 'retry'; afterSeconds?: number }
  /** Nobody can be reached at this address any more. */
  | { kind: 'gone'; why?: GoneReason }
  /** The message whose place it should have taken is not there any more. */
  | { kind: 'not-there' }

/** Carries one activity to where it goes. Never throws: what went wrong is an answer. */
export type Send = (parcel: Parcel) => Promise<Sent>

/** A line of the bot's or of staff. `edits`: the sequence number of the line whose place it takes, where the channel can do that. */
export type LineToAppend = { activity: StoredActivity; edits?: number }

/** Adds lines to a conversation outside a turn. */
export interface OutgoingLines {
  /**
   * All or none, in order; sends them where the channel is called. A line whose id is already there is not added again: its old number is
   * given. 'gone' when there is no such conversation, or it has ended.
   */
  append(key: ConversationKey, lines: readonly LineToAppend[], at: Date): Promise<{ seqs: number[] } | 'gone'>
}
