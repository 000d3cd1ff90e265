import type { Lease } from './claim.js'
import type { Pledge } from './promises.js'
import type { Urgency } from './queue.js'
import type { EventKind } from './hand-off-events.js'

/** Why a chat ended, as an agent says it. */
export const AGENT_REASONS = ['answered', 'referred', 'not-ours', 'filed', 'citizen-silent', 'abusive', 'test'] as const
/** Why a chat ended without an agent saying it. */
export const OTHER_REASONS = ['not-confirmed', 'withdrawn', 'left', 'not-reached'] as const
export type AgentReason = (typeof AGENT_REASONS)[number]
export type CloseReason = AgentReason | (typeof OTHER_REASONS)[number]

/** Why somebody else takes over. A closed list, so that it can be said in the citizen's language. */
export const TRANSFER_REASONS = ['they-know-more', 'language', 'end-of-shift', 'citizen-asked', 'technical'] as const
export type TransferReason = (typeof TRANSFER_REASONS)[number]
export type TransferTarget = { kind: 'queue'; queue: string } | { kind: 'agent'; agent: string }

/** What decides when it is somebody's turn. Kept through transfers, crashes and promises: nobody goes to the end of a queue twice. */
export type Place = {
  queue: string
  askedAt: Date
  urgency: Urgency
  /** BCP 47 */
  language: string
  topic?: string
}

/**
 * Where a hand-off is. Whoever waits has a pledge, and whoever is spoken with has a lease: neither can be left out.
 * - `summary`: the citizen is reading what will be handed over; the bot goes on answering.
 * - `unattended`: closed, or nobody there; the citizen knows when it opens next, and may choose to be called or written to.
 * - `transferring`: the agent keeps the chat until another accepts it.
 * - `keeping-promise`: an agent is calling or writing.
 * - `with-bot` and `closed` are ends; asking again makes a new hand-off.
 */
export type Situation =
  | { status: 'summary'; until: Date }
  | { status: 'waiting' | 'unattended' | 'call-back-promised' | 'e-mail-promised'; pledge: Pledge }
  | { status: 'offered'; pledge: Pledge; to: string; until: Date }
  | { status: 'with-agent'; lease: Lease }
  | { status: 'transferring'; lease: Lease; to: TransferTarget; reason: TransferReason; until: Date }
  | { status: 'keeping-promise'; pledge: Pledge; lease: Lease }
  | { status: 'with-bot'; rated?: Rating }
  | { status: 'closed'; reason: CloseReason; rated?: Rating }
export type Status = Situation['status']

/** "Did you get to the right place?" Who skips it answers nothing. */
export const RATINGS = ['yes', 'no'] as const
export type Rating = (typeof RATINGS)[number]

export type HandOff = {
  id: string
  conversation: string
  place: Place
  situation: Situation
  /** Term of the last lease, and number of promises made: both only rise. */
  terms: number
  pledges: number
  isLongWaitTold: boolean
  /** With protected identity nobody is asked for a number or an address; phone and letter are shown. */
  isProtected: boolean
  /** Agents who have declined it, or let its offer lapse, since it last entered a queue. They still see it on their list. */
  passedBy: readonly string[]
  /** Who spoke with the citizen last, to be preferred when the chat comes back. */
  lastAgent?: string
}

/** From each status, what may happen, and where it leads. What is not here is refused. */
export const MOVES = {
  summary: {
    approved: ['waiting', 'unattended'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['summary'],
    'became-urgent': ['summary'],
    'back-to-bot': ['closed'],
    left: ['closed'],
    ticked: ['summary', 'closed'],
  },
  waiting: {
    claimed: ['with-agent'],
    offered: ['offered'],
    moved: ['waiting', 'unattended'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['waiting'],
    'became-urgent': ['waiting'],
    'back-to-bot': ['with-bot'],
    left: ['closed'],
    ticked: ['waiting', 'unattended'],
  },
  unattended: {
    claimed: ['with-agent'],
    moved: ['waiting', 'unattended'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['unattended'],
    'became-urgent': ['unattended'],
    'back-to-bot': ['with-bot'],
    left: ['closed'],
    ticked: ['unattended', 'waiting'],
  },
  offered: {
    claimed: ['with-agent'],
    declined: ['waiting', 'unattended'],
    moved: ['waiting', 'unattended'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['offered'],
    'became-urgent': ['offered'],
    'back-to-bot': ['with-bot'],
    left: ['closed'],
    ticked: ['offered', 'waiting', 'unattended'],
  },
  'with-agent': {
    claimed: ['with-agent'],
    beat: ['with-agent'],
    'let-go': ['waiting', 'unattended'],
    moved: ['waiting', 'unattended'],
    'transfer-asked': ['transferring'],
    converted: ['call-back-promised', 'e-mail-promised'],
    finished: ['closed'],
    'handed-back': ['with-bot'],
    threat: ['with-agent'],
    'protected-told': ['with-agent'],
    'became-urgent': ['with-agent'],
    'back-to-bot': ['with-bot'],
    left: ['closed'],
    ticked: ['with-agent', 'waiting', 'unattended'],
  },
  transferring: {
    claimed: ['with-agent', 'transferring'],
    beat: ['transferring'],
    declined: ['with-agent'],
    'transfer-withdrawn': ['with-agent'],
    'let-go': ['waiting', 'unattended'],
    converted: ['call-back-promised', 'e-mail-promised'],
    finished: ['closed'],
    threat: ['transferring'],
    'protected-told': ['transferring'],
    'became-urgent': ['transferring'],
    'back-to-bot': ['with-bot'],
    left: ['closed'],
    ticked: ['transferring', 'with-agent', 'waiting', 'unattended'],
  },
  'call-back-promised': {
    claimed: ['keeping-promise'],
    moved: ['call-back-promised'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['waiting', 'unattended'],
    'became-urgent': ['call-back-promised'],
    withdrawn: ['closed'],
    left: ['closed'],
    ticked: ['call-back-promised'],
  },
  'e-mail-promised': {
    claimed: ['keeping-promise'],
    moved: ['e-mail-promised'],
    'contact-left': ['call-back-promised', 'e-mail-promised'],
    'protected-told': ['waiting', 'unattended'],
    'became-urgent': ['e-mail-promised'],
    withdrawn: ['closed'],
    left: ['closed'],
    ticked: ['e-mail-promised'],
  },
  'keeping-promise': {
    claimed: ['keeping-promise'],
    beat: ['keeping-promise'],
    'let-go': ['call-back-promised', 'e-mail-promised'],
    'not-reached': ['call-back-promised', 'closed'],
    finished: ['closed'],
    threat: ['keeping-promise'],
    'protected-told': ['waiting', 'unattended'],
    'became-urgent': ['keeping-promise'],
    withdrawn: ['closed'],
    left: ['closed'],
    ticked: ['keeping-promise', 'call-back-promised', 'e-mail-promised'],
  },
  'with-bot': { rated: ['with-bot'], left: ['closed'] },
  closed: { rated: ['closed'] },
} as const satisfies Record<Status, Partial<Record<EventKind, readonly Status[]>>>

/** Statuses in which a citizen waits for somebody. */
export const isWaitingFor = ({ status }: Situation): boolean => WAITS.includes(status)
const WAITS: readonly Status[] = ['waiting', 'unattended', 'offered', 'call-back-promised', 'e-mail-promised']
export const hasEnded = ({ status }: Situation): boolean => status === 'with-bot' || status === 'closed'

export const leaseOf = (situation: Situation): Lease | undefined => ('lease' in situation ? situation.lease : undefined)
export const pledgeOf = (situation: Situation): Pledge | undefined => ('pledge' in situation ? situation.pledge : undefined)
