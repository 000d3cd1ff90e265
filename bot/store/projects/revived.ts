import type { Project } from '../../domain/projects/project.js'
import type { Effect, Filing } from '../../domain/projects/stepped.js'
import type { Summary } from '../../domain/projects/summary.js'

/** Names of the fields that hold a moment, at any depth. */
type MomentsIn<Value> = Value extends Date | string | number | boolean | undefined | null
  ? never
  : Value extends readonly (infer Item)[]
    ? MomentsIn<Item>
    : {
        [Field in keyof Value & string]-?: Date extends Value[Field] ? Field : MomentsIn<NonNullable<Value[Field]>>
      }[keyof Value & string]

// One that the domain gains does not compile until it is here, and so cannot be read as a text.
const MOMENTS: Record<MomentsIn<Project | Filing | Effect | Summary>, true> = { at: true, putAt: true, signedAt: true }
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * What was written as JSON, with its moments as they were. Both the name and the text must be a moment's: a meeting is `at` 09:00, and somebody may
 * write anything in a field of another name.
 */
export function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isMoment(name, member) ? new Date(member) : revived(member)]),
  )
}

const isMoment = (name: string, member: unknown): member is string =>
  Object.hasOwn(MOMENTS, name) && typeof member === 'string' && ISO.test(member)
