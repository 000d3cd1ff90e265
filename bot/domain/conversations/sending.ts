import type { ConversationKey, ReturnAddress, StoredWithSeq } from './conversation.js'

/** One stored activity, and where it goes. */
export type Parcel = ConversationKey & { returnAddress: ReturnAddress } & StoredWithSeq

/** What came of sending one activity. */
export type Sent =
  | { kind: 'sent' }
  /** This activity will never be taken (too large, malformed), but the next ones may be. */
  | { kind: 'refused' }
  /** Not now. `afterSeconds` is what the other side asked for, if it said. */
  | { kind: 'retry'; afterSeconds?: number }
  /** Nobody can be reached at this address any more. */
  | { kind: 'gone' }

/** Carries one activity to where it goes. Never throws: what went wrong is an answer. */
export type Send = (parcel: Parcel) => Promise<Sent>
