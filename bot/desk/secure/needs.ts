import type { OutgoingLines } from '../../domain/conversations/sending.js'
import { secondsAfter } from '../../domain/seconds-after.js'
import type { DeskNeeds } from '../needs.js'

export type SecureNeeds = Pick<DeskNeeds, 'store' | 'content' | 'fill' | 'translate' | 'now' | 'newId' | 'log'> & {
  lines: OutgoingLines
  /** Signs the addresses of forms. */
  tokenKey: string
  /** How long each thing lasts, in minutes: the form is open, what was typed is kept, and it is kept after it was read first. */
  minutes: SecureMinutes
}

export type SecureMinutes = { open: number; kept: number; afterReading: number }

export const minutesAfter = (at: Date, minutes: number): Date => secondsAfter(at, minutes * 60)
