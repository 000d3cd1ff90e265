import type { DeskWaking } from '../desk/ports.js'
import type { ConversationKey } from './conversation.js'

/** Tells who listens, on every instance, that there is something new. */
export interface Waking {
  /** Calls back with the conversation; also once for '*' whenever the connection was lost and came back: read everything again. */
  onActivity(listener: (key: ConversationKey | '*') => void): () => void
  /** Calls back when the content was corrected. */
  onContent(listener: () => void): () => void
  /** Calls back when a mail is to be sent. */
  onMail(listener: () => void): () => void
  /** Calls back with what is new at the desk; of kind '*' as above. */
  onDesk(listener: (what: DeskWaking) => void): () => void
  /** Calls back with the id of a project that has changed; with '*' as above. */
  onProject(listener: (project: string) => void): () => void
}
