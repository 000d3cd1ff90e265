import { z } from 'zod'
import type { StaffId } from '../desk/staff-member.js'
import { correctedEntry, type Entry } from './apply.js'
import { nameOfField, type Correction, type Wish } from './correction.js'
import { CORRECTABLE_KINDS, mayBeLeftOut, type CorrectableField } from './fields.js'
import { faultIn, type ValueFault } from './faults.js'
import { isSame } from './held.js'
import { IS_UNDECIDED, versionOf, type FieldState } from './standing.js'
import { tidied } from './tidied.js'

export const LONGEST_REASON = 300

/** What an editor wants: another value, the file's, to keep the correction although the file has changed, or to go back to before a version. */
const Wanted = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('value'), value: z.unknown() }),
  z.strictObject({ is: z.literal('left-out') }),
  z.strictObject({ is: z.literal('file') }),
  z.strictObject({ is: z.literal('keep') }),
  z.strictObject({ is: z.literal('undo'), version: z.int().min(1) }),
])
export type Wanted = z.infer<typeof Wanted>

/** As a page sends it. `seen`: what the editor saw when the form was opened. */
export const Asked = z.strictObject({
  kind: z.enum(CORRECTABLE_KINDS),
  entry: z.string().max(100),
  field: z.string().max(40),
  wanted: Wanted,
  seen: z.strictObject({
    version: z.int().min(0),
    filed: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('value'), value: z.unknown() }),
      z.strictObject({ is: z.literal('left-out') }),
    ]),
  }),
})
export type Asked = z.infer<typeof Asked>

export type Refused =
  | { why: 'no-such-thing' | 'cannot-be-left-out' | 'unchanged' | 'nothing-to-undo' | 'does-not-fit' }
  /** Somebody else, or a new file, was first: it is shown what stands now. */
  | { why: 'changed-meanwhile'; state: FieldState }
  | { why: 'unreadable'; fault: ValueFault }
export type Decided = { correction: Correction; state: FieldState }

/** The correction that comes of what an editor wants, when nothing stands against it. `entries` are those of the files. */
export function decide(
  entries: readonly Entry[],
  corrections: readonly Correction[],
  { kind, entry: id, field, wanted, seen }: Asked,
  { by, at, why }: { by: StaffId; at: Date; why: string },
): Decided | Refused {
  const filed = entries.find(({ entry }) => entry.kind === kind && entry.id === id)
  const own = corrections.filter((correction) => correction.kind === kind && correction.entry === id)
  const state = filed && correctedEntry(filed, own).states.find(({ definition }) => definition.field === field)
  if (!filed || !state) return { why: 'no-such-thing' }
  if (seen.version !== versionOf(state) || !isSame(seen.filed, state.filed)) return { why: 'changed-meanwhile', state }

  const wish = wishOf(wanted, state)
  if ('why' in wish) return wish
  const undoes = wanted.is === 'undo' ? { undoes: wanted.version } : {}
  const place = { kind, entry: id, field, version: versionOf(state) + 1 }
  const correction: Correction = { ...place, before: state.live, base: state.filed, after: wish, by, at, why, ...undoes }
  const next = correctedEntry(filed, [...own, correction]).states.find(({ definition }) => definition.field === field)
  if (!next || next.standing === 'does-not-fit') return { why: 'does-not-fit' }
  if (isSame(next.live, state.live) && !IS_UNDECIDED[state.standing]) return { why: 'unchanged' }
  return { correction, state: next }
}

/** What is to be live from now on. What the file says already needs no correction. */
function wishOf(wanted: Wanted, state: FieldState): Wish | Refused {
  const wish = valueOf(wanted, state)
  return 'is' in wish && isSame(wish, state.filed) ? { is: 'file' } : wish
}

function valueOf(wanted: Wanted, state: FieldState): Wish | Refused {
  switch (wanted.is) {
    case 'value':
      return readable(wanted.value, state.definition)
    case 'left-out':
      return mayBeLeftOut(state.definition) ? wanted : { why: 'cannot-be-left-out' }
    case 'file':
      return wanted
    case 'keep':
      return state.history.at(-1)?.after ?? { why: 'nothing-to-undo' }
    case 'undo':
      return beforeVersion(state, wanted.version)
  }
}

function readable(value: unknown, definition: CorrectableField): Wish | Refused {
  const parsed = definition.schema.safeParse(tidied(value))
  return parsed.success
    ? { is: 'value', value: parsed.data }
    : { why: 'unreadable', fault: faultIn(definition.form, parsed.error.issues[0]) }
}

function beforeVersion({ history }: FieldState, version: number): Wish | Refused {
  const at = history.findIndex((correction) => correction.version === version)
  if (at < 0) return { why: 'nothing-to-undo' }
  return history[at - 1]?.after ?? { is: 'file' }
}

/** How a correction is written down for those who answer for it: what and which, never the value. */
export const auditOf = (correction: Correction) => ({
  at: correction.at,
  by: correction.by,
  action: correction.undoes === undefined ? 'content.corrected' : 'content.rolled-back',
  subject: nameOfField(correction),
  detail: { version: correction.version, ...(correction.undoes === undefined ? {} : { undoes: correction.undoes }) },
})
