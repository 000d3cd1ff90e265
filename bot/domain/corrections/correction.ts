import type { AuditEntry } from '../desk/ports.js'
import type { StaffId } from '../desk/staff-member.js'
import type { CorrectableKind } from './fields.js'

/** What a field holds: a value that fits the content's own schema, or nothing where it may be left out. */
export type Held = { is: 'value'; value: unknown } | { is: 'left-out' }
/** What is to be live from a correction on; `file`: whatever the content's file says. */
export type Wish = Held | { is: 'file' }

/** Names one field of one entry of the content. */
export type FieldKey = { kind: CorrectableKind; entry: string; field: string }

/** One change of a field by a person. Never altered: a roll-back is another one. */
export type Correction = FieldKey & {
  /** Counts the corrections of the field, from 1. */
  version: number
  /** What was live before. */
  before: Held
  /** What the content's file said then: when it says something else one day, nobody has yet decided which is to be live. */
  base: Held
  after: Wish
  by: StaffId
  at: Date
  why: string
  /** For a roll-back: the version that is undone, with all after it. */
  undoes?: number
}

export interface CorrectionStore {
  /** Every correction there has been, oldest first. */
  all(): Promise<Correction[]>
  /** How many there are: it grows with each, so that whoever has seen as many has seen all. */
  count(): Promise<number>
  /** Stored together with what is written down of it, and told to all instances; 'conflict' when its field has another version of that number already. */
  append(correction: Correction, audit: AuditEntry): Promise<'conflict' | 'stored'>
}

export const nameOfField = ({ kind, entry, field }: FieldKey): string => `${kind}/${entry}/${field}`
