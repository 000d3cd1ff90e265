import { z } from 'zod'
import type { Project } from '../../domain/projects/project.js'
import type { ProjectRow } from '../../domain/projects/ports.js'
import type { Filing } from '../../domain/projects/stepped.js'
import type { Effect } from '../../domain/projects/stepped.js'
import type { Summary } from '../../domain/projects/summary.js'
import { revived } from './revived.js'

/** How a project is written down. A later way has a later number, and what is found of this one is brought to it when it is read. */
const VERSION = 1
// Only our own code writes here, and what it writes the compiler has seen; the number says which code it was.
const Body = z.looseObject({ v: z.literal(VERSION), project: z.looseObject({ id: z.string(), counters: z.looseObject({}) }) })

export const bodyOf = (project: Project): string => JSON.stringify({ v: VERSION, project })

export type StoredProject = { version: number; body: unknown }

/** The project as the present code knows it. Throws when another wrote it. */
export const rowOf = ({ version, body }: StoredProject): ProjectRow => ({
  project: revived(Body.parse(body).project) as Project,
  version,
})

export const summaryFrom = (body: unknown): Summary => body as Summary
export const effectFrom = (effect: unknown): Effect => revived(effect) as Effect
export const filingFrom = ({ of, ...filing }: { of: string }): Filing =>
  revived({ ...filing, ...(of === '' ? {} : { of }) }) as Filing

/** A text as a column of the database takes it: it has no NUL. The whole text is in the body. */
export const plain = (text: string): string => text.replaceAll('\0', '')
/** What a number is found by. */
export const numberKey = (number: string): string => plain(number).trim().toLowerCase()
