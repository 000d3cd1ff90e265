import type { ChatLine } from '../../../bot/domain/desk/desk-view.js'
import type { Unsent } from '../../../bot/domain/desk/thread.js'

/** What an agent has sent and the store has not yet said that it has. */
export type Draft = { key: string } & (
  | { kind: 'text'; text: string }
  /** `file` is gone after a reload: a page cannot keep one. */
  | { kind: 'file'; name: string; file?: File }
  | { kind: 'push'; name: string; what: { kind: 'service' | 'permit' | 'canned' | 'pilot'; id: string } }
)
export type Note = { key: string; by: string; at: string; text: string }

/** One chat as this desk has it. */
export type Chat = {
  lines: readonly ChatLine[]
  notes: readonly Note[]
  unsent: Unsent<Draft>
  /** Why the first of `unsent` did not arrive, in words; the others wait behind it, so that the order is kept. */
  stopped?: string
  /** Until when it is said that the citizen types; milliseconds of the server's clock. */
  typingUntil: number
  /** Lines of the citizen that nobody has looked at. */
  unread: number
}

export const NEW_CHAT: Chat = { lines: [], notes: [], unsent: [], typingUntil: 0, unread: 0 }

export const watermarkOf = ({ lines }: Chat): number => lines.at(-1)?.seq ?? 0
