import type { Presence } from './agent.js'
import type { Status } from './hand-off.js'
import type { ShutReason } from './door.js'
import type { WhyNotSent } from '../send-failures.js'
import type { Urgency } from './queue.js'
import type { StaffId } from './staff-member.js'

/** Everything that one member of staff sees at the desk, at one moment. Times are ISO texts; nothing here is more than they may see. */
export type DeskView = {
  at: string
  me: {
    id: StaffId
    name: string
    team: string
    permissions: readonly string[]
    presence: Presence
    capacity: number
    hasTeamsApp: boolean
  }
  queues: readonly QueueView[]
  /** In the order in which it is their turn, of the queues that this member may see. */
  waiting: readonly HandOffView[]
  /** Held by this member. */
  mine: readonly HandOffView[]
  /** Offered or handed to this member, who must say yes or no. */
  offered: readonly HandOffView[]
  /** To call or to write to, earliest due first. */
  promises: readonly HandOffView[]
  colleagues: readonly { id: StaffId; name: string; team: string; presence: Presence; chats?: number; capacity?: number }[]
  /** What this member is to be told: a chat lost, a threat, a promise late. */
  notices: readonly { id: string; at: string; what: string; handOff: string; queue?: string }[]
  /** For whoever leads the shift: what nobody else will do anything about. */
  lead?: LeadView
}

export type LeadView = {
  /** No mail server is set: mails are kept, and nobody gets them. */
  mailIsMissing?: true
  /** What was given up, oldest first, and how many there are. `queue` is a name, where it is about somebody who waits or is promised an answer. */
  notSent: readonly { id: string; at: string; kind: 'line' | 'mail'; why: WhyNotSent; queue?: string }[]
  notSentCount: number
  /** What citizens are told now: at one queue, by its name, or at all. */
  said: readonly { id: string; queue?: string; text: string; until: string }[]
}

export type QueueView = {
  id: string
  name: string
  door: { is: 'open' | 'shut'; why?: ShutReason; until?: string; opensNext?: string; reason?: string }
  waiting: number
  /** Agents there now who see it. */
  attended: number
  longestWaitSeconds: number
  notice?: { id: string; text: string; until: string }
}

export type HandOffView = {
  id: string
  queue: string
  status: Status
  language: string
  urgency: Urgency
  topic?: string
  askedAt: string
  summary?: string
  about?: { kind: 'service' | 'permit' | 'plan'; id: string; name: string; url?: string }
  isProtected: boolean
  /** Who holds it, and under which claim when it is this member. */
  holder?: { id: StaffId; name: string }
  term?: number
  /** `to` is a name to show: a queue's or a first name. */
  transfer?: { to: string; reason: string }
  /** Until when an offer or a transfer waits for a yes, or a summary for an approval. */
  until?: string
  promise?: { kind: 'answer-here' | 'call-back' | 'e-mail'; dueAt: string; attempts: number; contact?: string }
  /** As the citizen was last shown it. */
  shown?: { ahead: number; of: number; fromSeconds?: number; toSeconds?: number }
  /** What became of the personal number that was last asked for in the secure form; undefined when nothing can be read or filled in. */
  secure?: 'asked' | 'answered' | 'read' | 'declined'
  /** A crisis was seen in the chat. */
  crisis: boolean
  /** Has the chat open just now; true where nobody can tell. */
  citizenIsThere: boolean
  rated?: 'yes' | 'no'
}

/** A line of a chat as the desk shows it. `html` is made by the server from the same card JSON that the citizen sees. */
export type ChatLine = {
  seq: number
  id: string
  at: string
  from: { kind: 'citizen' | 'bot' | 'agent' | 'note'; name?: string }
  /** Escaped and safe to insert. */
  html: string
  /** The turn and what it answered, for "the bot was wrong". */
  turn?: string
  results?: readonly { id: string; kind: string }[]
  masked?: boolean
  attachments?: readonly { name: string; url: string; contentType: string }[]
}

/** What comes over the desk's socket, besides the whole view when something in it has changed. */
export type DeskMessage =
  | { kind: 'view'; view: DeskView }
  /** Lines of a chat that this desk has open, in order, each once; `from` is the watermark that they follow. */
  | { kind: 'lines'; handOff: string; from: number; lines: readonly ChatLine[] }
  | { kind: 'notes'; handOff: string; notes: readonly { key: string; by: string; at: string; text: string }[] }
  | { kind: 'typing'; handOff: string }
  /** The session has run out: sign in again; nothing typed is lost. */
  | { kind: 'signed-out' }

/** What the desk says over its socket: that it lives, and which chats it shows, with the watermark of each. */
export type DeskSays = { kind: 'beat' } | { kind: 'open'; chats: readonly { handOff: string; after: number }[] }
