import type { ConversationKey } from './conversation.js'

/** Files that people send. Kept apart from what was said, and for 24 hours only. */
export type Upload = { id: string; key: ConversationKey; name: string; contentType: string; bytes: Uint8Array; at: Date }
export interface UploadStore {
  /** A file with an id that there is already stays as it was. */
  save(upload: Upload): Promise<void>
  find(id: string): Promise<Upload | undefined>
}
