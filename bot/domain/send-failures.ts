import type { ConversationKey } from './conversations/conversation.js'
import type { GoneReason } from './conversations/sending.js'

/** Why something was not sent: nobody at the address, refused by the other side, or tried for too long. */
export type WhyNotSent = GoneReason | 'refused' | 'too-long'

/** Something that could not be sent and will not be tried again. Ids only; `about` is what the mail was about (a hand-off, say). */
export type SendFailure = {
  id: string
  at: Date
  what: { kind: 'line'; key: ConversationKey; seq: number } | { kind: 'mail'; mail: string; about?: string }
  why: WhyNotSent
}

/** What a person has to see, since nobody else will do anything about it. */
export interface SendFailures {
  /** Those that nobody has seen yet, oldest first. */
  unseen(limit: number): Promise<SendFailure[]>
  countUnseen(): Promise<number>
  seen(id: string, at: Date): Promise<void>
  deleteExpired(before: Date): Promise<void>
}
