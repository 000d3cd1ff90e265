import type { OutgoingLines } from '../../domain/conversations/sending.js'
import type { UploadStore } from '../../domain/conversations/upload.js'
import type { DeskNeeds } from '../needs.js'
import type { ChatPaper } from './chat-paper.js'

export type RegistrarNeeds = Pick<DeskNeeds, 'store' | 'conversations' | 'content' | 'translate' | 'mails' | 'now' | 'newId'> & {
  lines: OutgoingLines
  uploads: Pick<UploadStore, 'find'>
  /** Draws it as a PDF. */
  draw: (paper: ChatPaper, at: Date) => Promise<Uint8Array>
}
