import type { OutgoingLines } from '../../domain/conversations/sending.js'
import type { DeskNeeds } from '../needs.js'

export type SecureNeeds = Pick<DeskNeeds, 'store' | 'content' | 'fill' | 'translate' | 'now' | 'newId' | 'log'> & {
  lines: OutgoingLines
  /** Signs the addresses of forms. */
  tokenKey: string
  /** How long each thing lasts, in minutes: the form is open, what was typed is kept, and it is kept after it was read first. */
  minutes: SecureMinutes
}

export type SecureMinutes = { open: number; kept: number; afterReading: number }

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
