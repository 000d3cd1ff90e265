import type { z } from 'zod'
import type { Actor, Person, Surface } from './actor.js'
import type { Day } from './calendar.js'
import type { Hash } from './canonical.js'
import type { ProjectEvent } from './events.js'
import type { Draft, FilingKey, ProjectRow, SummaryFilter } from './ports.js'
import type { Frame } from './portfolio.js'
import type { Registration } from './project.js'
import type {
  AuditView,
  FilingView,
  MatterView,
  MineView,
  PortfolioView,
  ProgressForm,
  ProjectView,
  Refusal,
  StatusForm,
  Taken,
} from './project-view.js'
import type { Filing } from './stepped.js'
import type { Summary } from './summary.js'

/** `gone`: there is no such project, or none of that name. */
export type Gone = { kind: 'gone' }
export type Acted = { kind: 'done'; row: ProjectRow } | Refusal | Gone
export type Read<Value> = { kind: 'read'; value: Value } | Refusal | Gone

/** One thing that somebody does. `project` is its id. */
export type ToDo = {
  project: string
  event: ProjectEvent
  by: Actor
  /** Of the press or the form: the same twice is done once. Any text that is one's own; it is told apart by person and project. */
  key?: string
  /** What an editor began from (`ProjectView.seen`): if somebody else has changed it since, nothing is done. */
  seen?: Hash
}

/** `from` counts from 0. Without a year, this one. */
export type PortfolioAsked = {
  filter: Omit<SummaryFilter, 'lateOn'>
  isLate?: boolean
  year?: string
  from: number
  limit: number
  /** When it leaves as a file: what the audit says that it was. */
  as?: string
}

/** What is filed that papers are made of. */
type PaperKind = Exclude<Filing['kind'], 'status-report' | 'document' | 'follow-up'>
/** Everything of these kinds; or one thing, as it is now, with what its paper is told with. */
export type Wanted = { kinds: readonly Filing['kind'][] } | { kind: PaperKind; number: number }

export type DraftOf = Pick<Draft, 'project' | 'kind' | 'about'>

/**
 * What anybody can ask of projects, from whichever surface. The same permission, rules, storing, audit and telling stand behind all of it.
 * Reading is written down as doing is. Rejects only when the database cannot be asked.
 */
export interface Projects {
  act(todo: ToDo): Promise<Acted>
  register(registration: z.infer<typeof Registration>, by: Actor): Promise<Acted>
  view(project: string, by: Actor): Promise<Read<ProjectView>>
  /**
   * By id, or by what people call it in any case; undefined where there is none that this person may see. `shown` is what they are shown of
   * it, for the audit; without it, nothing is.
   */
  row(idOrNumber: string, by: Actor, shown?: string): Promise<ProjectRow | undefined>
  matter(project: string, matter: number, by: Actor): Promise<Read<MatterView>>
  filing(key: FilingKey, by: Actor): Promise<Read<FilingView>>
  /** The newest rows, or those before one of them. */
  audit(project: string, by: Actor, before?: number): Promise<Read<AuditView>>
  mine(by: Actor): Promise<MineView>
  /** Those that this person may see, most urgent first; for a search box. */
  find(text: string, by: Actor, limit: number): Promise<Summary[]>
  portfolio(by: Actor, asked: PortfolioAsked): Promise<Read<PortfolioView>>
  setFrame(frame: Frame, by: Actor): Promise<{ kind: 'done' } | Refusal>
  /** Without a week, this one. */
  statusForm(project: string, by: Actor, week?: Day): Promise<Read<StatusForm>>
  progressForm(project: string, by: Actor): Promise<Read<ProgressForm>>
  draft(of: DraftOf, by: Actor): Promise<Draft | undefined>
  keepDraft(draft: DraftOf & Pick<Draft, 'said' | 'page'>, by: Actor): Promise<{ kind: 'done' } | Refusal | Gone>
  dropDraft(of: DraftOf, by: Actor): Promise<void>
  actorOf(who: { tenant: string; oid: string }, where: Surface): Promise<Actor>
  /** The project, for who may read a plan of it from a file. */
  toImport(project: string, by: Actor): Promise<Read<ProjectRow>>
  /** For what leaves as a file. `paper` is what the audit says that it was. */
  take(project: string, asked: { paper: string; wanted: Wanted; isForRecords?: boolean }, by: Actor): Promise<Read<Taken>>
  whoIs(people: readonly Person[]): Promise<Readonly<Record<Person, string>>>
}
