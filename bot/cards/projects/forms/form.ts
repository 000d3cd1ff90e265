import type { Person } from '../../../domain/projects/actor.js'
import type { Day } from '../../../domain/projects/calendar.js'
import type { ProjectEventSent } from '../../../domain/projects/events.js'
import type { ProjectPermission } from '../../../domain/projects/permissions.js'
import type { Draft } from '../../../domain/projects/ports.js'
import type { Project } from '../../../domain/projects/project.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Field, Said } from './field.js'

export type FormKind = Draft['kind']

/** Whose form it is, and about what. `about`: the week, or the number of a request that is revised; empty for a new one. */
export type FormAsk = { project: Project; person: Person; today: Day; about: string; language: string; t: Translate }

/** One step of the wizard. */
export type Page = { id: string; title: string; intro?: string; fields: readonly Field[] }

/**
 * A form as pages that depend on the project and on what has been said until now. Everything is pure: the same draft gives the same page on
 * every surface. The last page, where one reads it through and sends it, is added for all forms alike.
 */
export type Form = {
  kind: FormKind
  may: ProjectPermission
  /** Undefined when there is nothing to fill in: `projects.none.<kind>` says why. */
  begin: (ask: FormAsk) => Said | undefined
  pages: (ask: FormAsk, said: Said) => readonly Page[]
  /** What is wrong with the whole, in words. */
  fault?: (ask: FormAsk, said: Said) => string | undefined
  event: (ask: FormAsk, said: Said) => ProjectEventSent
  /** What it comes to, to be read before it is sent. */
  summary: (ask: FormAsk, said: Said) => readonly { title: string; value: string }[]
  /** What "nothing has changed" sends; undefined when that cannot be said. */
  unchanged: (ask: FormAsk) => ProjectEventSent | undefined
}

/** In pages of so many things, so that a card stays short enough to be read and sent. */
export function inPages<Thing>(things: readonly Thing[], most: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / most) }, (_, page) => things.slice(page * most, (page + 1) * most))
}
