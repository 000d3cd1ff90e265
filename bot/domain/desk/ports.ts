import type { Commit, ConversationKey } from '../conversations/conversation.js'
import type { StoredActivity } from '../conversations/message.js'
import type { Effect } from './hand-off-events.js'
import type { HandOff } from './hand-off.js'
import type { Role } from '../people/roles.js'
import type { HoursChange } from './opening-hours.js'
import type { StaffId, StaffMember } from './staff-member.js'
import type { Calibration, Raw, WaitInterval } from './wait-interval.js'
import type { WaitMemory } from './wait-memory.js'

/** What the citizen agreed to hand over, and what it is about. The words are masked like everything that is stored. */
export type Briefing = {
  /** As approved or trimmed; undefined until then, and when nothing is to be handed over. */
  summary?: string
  /** What was shown last: `service` and `permit` are ids in content/, `plan` is the id of a kept plan. */
  about?: { kind: 'service' | 'permit' | 'plan'; id: string }
}

/** The place and the wait as they were last shown to the citizen. `raw` is what the forecast said, to be learned from when the wait ends. */
export type ShownWait = { at: Date; ahead: number; of: number; interval?: WaitInterval; raw?: Raw }

/** A hand-off as it is stored. `version` counts its changes: a change on top of another version is refused. */
export type HandOffRow = {
  handOff: HandOff
  key: ConversationKey
  briefing: Briefing
  shown?: ShownWait
  version: number
}

/** A number or an address that somebody left to be reached by. Only who keeps the promise sees it, and reading it is logged. */
export type LeftContact = { id: string; handOff: string; kind: 'call-back' | 'e-mail'; value: string; name?: string; at: Date }

/** Something that staff did or read, for those who answer for it. No text, no name of a citizen. */
export type AuditEntry = {
  at: Date
  /** A member of staff, or 'clock', 'citizen' or 'hub'. */
  by: StaffId
  action: string
  subject: string
  detail?: Record<string, string | number>
}

/** One change of one hand-off, with everything that follows from it: stored wholly or not at all. */
export type DeskChange = {
  /** What was read before; undefined for a new one. */
  before?: HandOffRow
  after: Omit<HandOffRow, 'version'>
  /**
   * Carried out with it: promises become rows with a deadline, and what is told to staff becomes notices. What is told to the citizen is in
   * `lines` already (or in the turn's own answers).
   */
  effects: readonly Effect[]
  /** Lines of the conversation that follow, in order. Empty within a citizen's turn, whose answers they are. */
  lines: readonly StoredActivity[]
  contact?: LeftContact
  audit: readonly AuditEntry[]
  /** When time will next do something to it (`nextLookAt`); undefined when it never will. */
  lookAt?: Date
  at: Date
}

/** A line that an agent writes. `key` is made once by the desk page: the same twice is one line, and the store makes `activity.id` of it. */
export type AgentLine = {
  handOff: string
  by: StaffId
  term: number
  key: string
  activity: StoredActivity
  at: Date
  /** Written down with the line, and with its number (`seq`); once, however often the line is sent. */
  audit?: AuditEntry
}

/** A claim that is good for longer, since its desk has been heard of. */
export type Prolonged = Pick<HandOffRow, 'version' | 'handOff' | 'briefing'> & { lookAt?: Date }

/** Internal: never shown to the citizen. */
export type Note = { handOff: string; key: string; by: StaffId; at: Date; text: string }

/** Something that staff are told, until it has been. `to` is a queue's team, its lead, its owner (by mail), or one member. */
export type DeskNotice = {
  id: string
  at: Date
  to: { kind: 'team' | 'lead' | 'owner'; queue: string } | { kind: 'agent'; agent: StaffId }
  what: string
  handOff: string
}

export type PromiseRow = {
  id: string
  handOff: string
  queue: string
  kind: 'answer-here' | 'call-back' | 'e-mail'
  madeAt: Date
  dueAt: Date
  state: 'open' | 'kept' | 'withdrawn'
}

/** What the lead has said to everybody who comes to a queue (or to all, without one), until a time. */
export type QueueNotice = { id: string; queue?: string; text: string; by: StaffId; from: Date; until: Date }
export type QueueChange = HoursChange & { id: string; queue: string }

/** "The bot was wrong", "for the service's owner": filed to somebody, with what it is about. */
export type Report = {
  id: string
  handOff: string
  kind: 'bot-wrong' | 'for-owner'
  /** The turn whose answer it is about, and the service. */
  turn?: string
  service?: string
  note: string
  by: StaffId
  at: Date
}

/**
 * Something that an agent asked a citizen to type in the secure form, and what came of it. What is typed is never in the transcript.
 * `until`: while `asked`, the form is open; after that, what was typed can be read.
 */
export type SecureAsk = {
  id: string
  handOff: string
  what: 'personal-number'
  by: StaffId
  at: Date
  until: Date
  state: 'asked' | 'answered' | 'read' | 'declined'
}

export interface DeskReader {
  find(handOff: string): Promise<HandOffRow | undefined>
  /** All that have not ended, and those that ended after `since`. */
  live(since: Date): Promise<HandOffRow[]>
  /** All that this member holds. */
  heldBy(holder: StaffId): Promise<HandOffRow[]>
  /** The newest hand-off of a conversation, whatever its status. */
  latestOf(key: ConversationKey): Promise<HandOffRow | undefined>
  /** Ids of those to which time does something by `at` (their next look), earliest first. */
  due(at: Date, limit: number): Promise<string[]>
  /** Those who have one of these roles. People of projects are thousands: nobody reads them all. */
  staff(roles: readonly Role[]): Promise<StaffMember[]>
  member(tenant: string, oid: string): Promise<StaffMember | undefined>
  /** Those of these who have a row, whatever their roles. */
  members(people: readonly StaffId[]): Promise<StaffMember[]>
  /** Some of those with a role whose name has this text in it, in small letters or large, by name. */
  named(text: string, limit: number): Promise<StaffMember[]>
  queueChanges(at: Date): Promise<QueueChange[]>
  queueNotices(at: Date): Promise<QueueNotice[]>
  notes(handOff: string): Promise<Note[]>
  promises(state: PromiseRow['state']): Promise<PromiseRow[]>
  contact(id: string): Promise<LeftContact | undefined>
  reports(since: Date): Promise<Report[]>
  audit(subject: string): Promise<AuditEntry[]>
  secureAsk(id: string): Promise<SecureAsk | undefined>
  /** The newest of each hand-off, of those that have not run out. */
  secureAsks(at: Date): Promise<SecureAsk[]>
  /** Ids of the hand-offs whose citizen had the chat open at some time since then, in our own chat; of other channels nobody can tell. */
  citizensThere(since: Date): Promise<ReadonlySet<string>>
  /** Notices that nobody has been told of yet, oldest first; only those to these, if given. */
  untoldNotices(limit: number, to?: readonly DeskNotice['to']['kind'][]): Promise<DeskNotice[]>
  waitMemory(): Promise<{ memory: WaitMemory; calibration: Calibration; version: number }>
}

export interface DeskStore extends DeskReader {
  /** 'conflict' when somebody else has changed the hand-off since it was read: decide again on what it is now. */
  change(change: DeskChange): Promise<'conflict' | 'stored'>
  /** A citizen's turn that changes a hand-off: both or neither. */
  commitTurn(commit: Commit, change: DeskChange): Promise<'conflict' | { seq: number }>
  /** 'not-yours' when the chat is no longer held by this claim. A line that is already there is confirmed first. */
  say(line: AgentLine): Promise<{ seq: number } | 'not-yours' | 'conversation-gone'>
  /**
   * Prolongs claims, of those that are still as they were read and that nobody is changing at this moment. Tells nobody: what anybody sees is
   * the same as before. Returns the ids of those that were prolonged.
   */
  prolong(claims: readonly Prolonged[], at: Date): Promise<string[]>
  /** Shows the new place and wait of those who wait; touches nothing else, and no version. */
  showWaits(shown: readonly { handOff: string; shown: ShownWait }[]): Promise<void>
  keepNote(note: Note): Promise<void>
  saveMember(member: StaffMember): Promise<void>
  /** Only presence and when the desk was heard of: many times a minute. */
  heard(tenant: string, oid: string, at: Date, presence?: StaffMember['presence']): Promise<void>
  changeQueue(change: QueueChange): Promise<void>
  notice(notice: QueueNotice): Promise<void>
  endNotice(id: string, at: Date): Promise<void>
  file(report: Report): Promise<void>
  /** A form that was open for the same hand-off is so no longer. */
  askSecurely(ask: Omit<SecureAsk, 'state'>): Promise<void>
  /** Keeps what was typed, sealed; without a value, that the citizen would not. False when the form is not open: each is answered once. */
  answerSecurely(id: string, value: string | undefined, times: { at: Date; until: Date }): Promise<boolean>
  /** What was typed, newest first, until it runs out; from the first reading on until `latest` at most. */
  readSecurely(handOff: string, times: { at: Date; latest: Date }): Promise<string | undefined>
  log(entry: AuditEntry): Promise<void>
  told(notices: readonly string[], at: Date): Promise<void>
  /** 'conflict' when another process has learned meanwhile. */
  learn(memory: WaitMemory, calibration: Calibration, version: number): Promise<'conflict' | 'stored'>
  /** These conversations of our own chat are open just now. Those in which nobody has asked for a person are passed over. */
  citizensHeard(conversations: readonly string[], at: Date): Promise<void>
  /** The last window with this conversation was closed, on this instance. */
  citizenGone(conversation: string): Promise<void>
  /** Says to all instances that somebody types. Not stored. */
  typing(handOff: string, who: 'citizen' | 'agent'): Promise<void>
  /** Deletes what is past its time, and hand-offs whose conversation is gone. */
  deleteExpired(at: Date, keep: DeskKeep): Promise<void>
  /** Ends hand-offs that go with a visitor's conversations ("leave and clear"), before these are deleted. */
  leave(visitor: string, at: Date): Promise<void>
}

/**
 * Days that things of the desk are kept: contacts since their hand-off ended, what a lead said of queues since it was over and notices since they
 * were made (`conversations`), what was reported of the bot or of a service, and who did what.
 */
export type DeskKeep = { conversations: number; reports: number; audit: number }

/** What instances tell each other of the desk. Ids only. */
export type DeskWaking =
  | { kind: 'hand-off' | 'notes'; id: string }
  | { kind: 'staff' | 'queues' | 'waits' }
  | { kind: 'typing'; handOff: string; who: 'citizen' | 'agent' }
  /** The connection was lost and is back: read everything again. */
  | { kind: '*' }
