import type { ConversationKey } from './conversation.js'

/** Tells who listens, on every instance, that a conversation has something new. */
export interface Waking {
  /** Calls back with the conversation; also once for '*' whenever the connection was lost and came back: read everything again. */
  onActivity(listener: (key: ConversationKey | '*') => void): () => void
}
