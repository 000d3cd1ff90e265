import type { Person } from './actor.js'
import type { Day } from './calendar.js'
import { hashOf, type Hash } from './canonical.js'

/** From each status, where a meeting of the steering group may go. */
export const MEETING_MOVES = {
  called: ['called', 'open', 'cancelled'],
  open: ['open', 'closed'],
  // Corrected by whoever led it, until it is signed.
  closed: ['closed', 'signed'],
  signed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>
export type MeetingStatus = keyof typeof MEETING_MOVES

/** What is on an agenda: gathered from what waits, and what the chair puts there in words. */
export type AgendaItem =
  | { kind: 'matter'; number: number }
  /** Made between meetings, to be minuted now. */
  | { kind: 'decision'; number: number }
  | { kind: 'progress-report'; number: number }
  /** A change request that was sent back and has not come again. */
  | { kind: 'change-request'; number: number }
  | { kind: 'proposed-change' }
  | { kind: 'own'; text: string }

export type Meeting = {
  number: number
  status: MeetingStatus
  on: Day
  /** A time on the wall, as 09:00. */
  at: string
  place: string
  calledBy: Person
  /** The chair's own items; what waits is gathered when it is asked for, and fixed when the meeting is opened. */
  own: readonly string[]
  agenda: readonly AgendaItem[]
  there: readonly Person[]
  minutes?: Minutes
}

/** What the chair signs. `earlier` were decided since the last meeting, `made` in this one. */
export type Minutes = {
  meeting: number
  on: Day
  ledBy: Person
  there: readonly Person[]
  absent: readonly Person[]
  agenda: readonly AgendaItem[]
  earlier: readonly number[]
  made: readonly number[]
  /** By the number of the matter. */
  conflicts: readonly { matter: number; person: Person }[]
  /** Still undecided when it closed. */
  waiting: readonly number[]
  notes: string
  hash: Hash
}
/** Minutes as they are filed: with who signed them. The hash is of what was signed. */
export type SignedMinutes = Minutes & { signedBy: Person; signedAt: Date }
export const minuted = (minutes: Omit<Minutes, 'hash'>): Minutes => ({ ...minutes, hash: hashOf(minutes) })
