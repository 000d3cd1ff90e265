import type { ReturnAddress } from '../conversations/conversation.js'
import type { ActorId, Hearer, Person } from './actor.js'
import type { AuditFact, AuditRow } from './audit.js'
import type { Day } from './calendar.js'
import type { Frame, Use } from './portfolio.js'
import type { Portfolio, Project } from './project.js'
import type { ProfileName } from './profiles.js'
import type { Phase } from './points.js'
import type { Light } from './progress-report.js'
import type { Hash } from './canonical.js'
import type { Reminder } from './reminders.js'
import type { Effect, Filing } from './stepped.js'
import type { Summary } from './summary.js'

/** A project as it is stored. `version` counts its changes: a change on top of another version is refused. */
export type ProjectRow = { project: Project; version: number }

/**
 * One change of one project, with everything that follows: the project, its summary, what is filed, what is to be told, and the rows of
 * its audit, stored wholly or not at all.
 */
export type ProjectChange = {
  /** What was read before; undefined for a new one. */
  before?: ProjectRow
  after: Project
  summary: Summary
  filings: readonly Filing[]
  effects: readonly Effect[]
  /** Chained by the store to the last row that there is, on the row that it has locked. */
  audit: readonly AuditFact[]
  at: Date
  /** Of the press or the form that caused it: the same twice is done once. */
  key?: string
}

/** What somebody has begun to write and not sent. One each for a person, a project, a kind and what it is about. */
export type Draft = {
  person: Person
  project: string
  kind: 'status-report' | 'progress-report' | 'change-request'
  /** The week, or the request that is being revised; empty for a new one. */
  about: string
  /** As the form has it: checked when it is sent, not before. */
  said: Readonly<Record<string, unknown>>
  /** The page of the form that it has come to. */
  page: number
  savedAt: Date
}

export type FilingKey = { project: string; kind: Filing['kind']; of?: string; number: number; revision: number }
/** In a list, without its content. */
export type FilingHead = FilingKey & { hash: string; at: Date }

/** What a portfolio is narrowed by. All that are given must hold. */
export type SummaryFilter = {
  /** In name, number or record number. */
  text?: string
  portfolio?: Portfolio
  profile?: ProfileName
  phases?: readonly Phase[]
  light?: Light
  isWaiting?: boolean
  lateOn?: Day
  /** With a seat in it. */
  person?: Person
}

export type ProjectTitle = Pick<Summary, 'id' | 'number' | 'name'>

/** A part of a portfolio, in the order of `inUrgency`. The counts are of all that match and have not ended; `of` is of all that match. */
export type PortfolioPage = { summaries: Summary[]; of: number; late: number; red: number; waiting: number }
/** Counted from 0. */
export type Page = { from: number; limit: number }

/** Something that is to be done after a change, by its id: `<project>:<version>:<n>`, the same for the same change. `tries` have been made. */
export type ToTell = { id: string; project: string; at: Date; effect: Effect; tries: number }

/** A reminder that has been made, until its hearer has been told. */
export type MadeReminder = { project: string; reminder: Reminder }

/** Where a card about a matter is: a line of a conversation, by which it is changed when the matter has. One each for a conversation. */
export type CardPlace = {
  project: string
  matter: number
  channel: string
  conversation: string
  seq: number
  /** Of the matter, as the card shows it. */
  round: number
  /** Whose card it is; nobody's where many see it. */
  person?: Person
  at: Date
}

/** A channel or a group chat in Teams where a project's steering group decides. One conversation may be that of several projects. */
export type SteeringPlace = { project: string; conversation: string; language: string; by: Person; since: Date }

/** The last row of a chain. Rows that are missing at the end are found by it. */
export type AuditEnd = { seq: number; hash: Hash }

export interface ProjectReader {
  find(id: string): Promise<ProjectRow | undefined>
  /** Whatever case it is written in. */
  findByNumber(number: string): Promise<ProjectRow | undefined>
  /** All that match, by number. Of many projects this is much; a page is what somebody looks at. */
  summaries(filter: SummaryFilter): Promise<Summary[]>
  /** What these are called, of those that there are. */
  titles(projects: readonly string[]): Promise<ProjectTitle[]>
  portfolio(filter: SummaryFilter, today: Day, page: Page): Promise<PortfolioPage>
  /** As `useOf` says of all projects. */
  use(year: string, today: Day): Promise<Use[]>
  filing(key: FilingKey): Promise<Filing | undefined>
  /** Newest first; of these kinds, if given. */
  filings(project: string, kinds?: readonly Filing['kind'][]): Promise<FilingHead[]>
  draft(of: Pick<Draft, 'person' | 'project' | 'kind' | 'about'>): Promise<Draft | undefined>
  drafts(person: Person): Promise<Draft[]>
  frames(year: string): Promise<Frame[]>
  audit(project: string): Promise<AuditRow[]>
  auditEnd(project: string): Promise<AuditEnd | undefined>
  /** Of one matter, or of all of the project's. */
  cards(project: string, matter?: number): Promise<CardPlace[]>
  /** Whether a change with this key has been stored. */
  wasDone(project: string, key: string): Promise<boolean>
  /** Ids in order, from after one: those whom time may do something to (a vote that is due) or who may have to be reminded. */
  idsAfter(id: string | undefined, limit: number): Promise<string[]>
  /** The last day whose reminders have been made. */
  remindedUntil(): Promise<Day | undefined>
  /** Where its steering group decides, beside each member's own chat. */
  places(project: string): Promise<SteeringPlace[]>
  /** Oldest first, without those that are put off until later than this. */
  untold(limit: number, at: Date): Promise<ToTell[]>
  /** Everything that these, or so many of all, have to be reminded of and have not been. */
  unreminded(people: number | readonly Hearer[]): Promise<MadeReminder[]>
}

export interface ProjectStore extends ProjectReader {
  /**
   * 'conflict' when somebody else has changed it since it was read: decide again on what it is now. The same for a new one whose id or
   * number is taken. 'done' when the key has been used for this project.
   */
  change(change: ProjectChange): Promise<'conflict' | 'done' | 'stored'>
  saveDraft(draft: Draft): Promise<void>
  dropDraft(of: Pick<Draft, 'person' | 'project' | 'kind' | 'about'>): Promise<void>
  setFrame(frame: Frame, fact: AuditFact): Promise<void>
  /** Somebody saw something, or was refused: a row in the chain, without a change. */
  note(fact: AuditFact): Promise<void>
  told(ids: readonly string[], at: Date): Promise<void>
  /** What could not be done now, so that the others need not wait for it. */
  putOff(ids: readonly string[], until: Date): Promise<void>
  /**
   * Keeps reminders until they are told, and the day that all have been made until, in one transaction. Those that are made already are
   * left as they are; gives the keys of the others.
   */
  remind(reminders: readonly MadeReminder[], until: Day): Promise<string[]>
  reminded(made: readonly { project: string; key: string }[], at: Date): Promise<void>
  placeCard(place: CardPlace): Promise<void>
  dropCards(project: string, matter: number): Promise<void>
  /** Lines can be sent there from now on, whatever was refused before. The same place once more takes the place of the former. */
  openPlace(place: SteeringPlace, kind: 'group' | 'channel', address: ReturnAddress): Promise<void>
  /** Of all projects; says which, by their ids. */
  closePlaces(conversation: string): Promise<string[]>
  /**
   * Deletes whole chains of the audit, by the one function of the database that can: of projects that have ended, or are none, when nothing
   * has happened since `before`. That it was done, by whom, and what the last hash was, is kept.
   */
  forgetAudit(of: { before: Date; by: ActorId; at: Date }): Promise<{ project: string; rows: number }[]>
  /** Deletes what has done its work and is older: told effects and reminders, used keys, drafts. */
  tidy(before: Date): Promise<void>
  /** Makes all summaries anew; gives the ids of those that were not as they should be. */
  rebuildSummaries(): Promise<string[]>
}
