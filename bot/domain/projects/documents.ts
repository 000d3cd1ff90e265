import { z } from 'zod'
import { Person } from './actor.js'
import { DayText } from './calendar.js'

/** The documents of the model. Those that the bot makes itself (reports, requests, minutes) are not filed here, they come of events. */
export const DOCUMENT_KINDS = [
  'project-or-not',
  'idea',
  'pre-study',
  'pre-study-evaluation',
  'project-directive',
  'project-plan',
  'communication-plan',
  'resource-contract',
  'meeting-notes',
  'maintenance-plan',
  'project-approval',
  'final-report',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Of these there are many, each with a number of its own; of the others one, in revisions. */
export const NUMBERED: readonly DocumentKind[] = ['resource-contract', 'meeting-notes', 'other']

/** What a filed document is: where it lies, and the hash of its bytes, so that what was decided on can be told from what lies there now. */
export const Filed = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string().trim().min(1).max(200),
  /** It is shown as a link, so it is nothing that a browser would run. */
  place: z.url({ protocol: /^https?$/ }).max(2000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
})
export type Filed = z.infer<typeof Filed>

/** `number` is 1 unless there are many of the kind. A new revision has no signature. */
export type ProjectDocument = Filed & {
  number: number
  revision: number
  by: Person
  at: Date
  signedBy?: Person
  signedAt?: Date
}

/** What can be registered under the project's record number; `number` is that of the thing, or of the document of that kind. */
export const REGISTRABLE = ['document', 'decision', 'minutes', 'change-request', 'progress-report', 'plan'] as const
export const Registrable = z.strictObject({
  what: z.enum(REGISTRABLE),
  number: z.int().positive(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
})
export type Registrable = z.infer<typeof Registrable>
export type Registered = Registrable & { on: z.infer<typeof DayText>; by: Person }

/** The city's record numbers, as 2016-0999. */
export const RecordNumber = z.string().regex(/^(19|20)\d\d-\d{3,6}$/, 'as 2016-0999')
