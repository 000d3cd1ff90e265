import type { FillCard } from '../../cards/templates.js'
import type { ReturnAddress } from '../../domain/conversations/conversation.js'
import type { Actor, Person, Surface } from '../../domain/projects/actor.js'
import type { ProjectRow } from '../../domain/projects/ports.js'
import type { Projects } from '../../domain/projects/projects.js'
import type { StaffIdentity } from '../../domain/people/staff-identity.js'
import type { Turn } from '../../turn/turn.js'

/** What the skills of projects ask of projects. */
export type ProjectsInTeams = Pick<
  Projects,
  'act' | 'find' | 'mine' | 'draft' | 'keepDraft' | 'dropDraft' | 'whoIs' | 'matter'
> & {
  /** Who somebody is, with what they are for all projects. */
  actorOf(identity: StaffIdentity, where: Exclude<Surface, 'clock'>): Promise<Actor>
  /** By id or number; undefined when there is none that this person may see. `shown` is written down as what they saw. */
  row(idOrNumber: string, by: Actor, shown?: string): Promise<ProjectRow | undefined>
}

/** What everything of projects in Teams is made of. */
export type ProjectsNeeds = {
  projects: ProjectsInTeams
  fill: FillCard
  translate: (language: string) => Turn['t']
  /** BCP 47, the first is used when nothing better is known. */
  languages: readonly string[]
  /** Where a project, or all of them, are seen in the tab. */
  link: (project?: string) => string
  /** What Teams calls those of these people whom the bot has met: their views are refreshed by themselves. */
  mrisOf: (people: readonly Person[]) => Promise<readonly string[]>
  now: () => Date
  /** So many days a draft is kept after it was last saved. */
  draftDays: number
  /** Undefined where no steering group has a place of its own. */
  places?: SteeringPlaces
}

/** Channels and chats of steering groups. */
export type SteeringPlaces = {
  openPlace(
    place: { project: string; conversation: string; language: string; by: Person; since: Date },
    kind: 'group' | 'channel',
    address: ReturnAddress,
  ): Promise<void>
  /** How many there were. */
  closePlaces(conversation: string, by: Person): Promise<number>
  /** Shows there what waits already. */
  show(row: ProjectRow, conversation: string, language: string): Promise<void>
}

/** Somebody in Teams, in the language that they are answered in. */
export type Asking = { needs: ProjectsNeeds; by: Extract<Actor, { kind: 'person' }>; language: string; t: Turn['t'] }
