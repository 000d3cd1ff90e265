import type { StaffId } from '../desk/staff-member.js'
import { fieldsOf, mayBeLeftOut, type CorrectableKind, type Form } from './fields.js'
import type { Correction, FieldKey, Held, Wish } from './correction.js'
import { IS_UNDECIDED, undoneBy, versionOf, type FieldState, type Standing } from './standing.js'

/** A correction as the page shows it. Times are ISO. */
export type CorrectionView = Omit<Correction, 'at' | 'base' | 'by'> & {
  at: string
  by: string
  /** The name of the thing. */
  name: string
  form: Form
  /** Who rolled it back, and when. */
  undone?: { by: string; at: string }
}

export type FieldView = FieldKey & {
  name: string
  form: Form
  mayBeLeftOut: boolean
  filed: Held
  live: Held
  standing: Standing
  version: number
  /** The correction that somebody has to decide about. */
  undecided?: { after: Wish; base: Held; by: string; at: string; why: string }
  /** Newest first. */
  history: readonly CorrectionView[]
}

export type FoundView = { kind: CorrectableKind; id: string; name: string; about?: string; isCorrected: boolean }
/** `usedBy`: names of services whose answers show it. */
export type ThingView = {
  kind: CorrectableKind
  id: string
  name: string
  fields: readonly FieldView[]
  usedBy: readonly string[]
}
export type OverviewView = {
  undecided: readonly FieldView[]
  recent: readonly CorrectionView[]
  /** Corrected things that the content does not have any more: nothing of it is shown to anybody. */
  gone: readonly FieldKey[]
}

/** What a citizen would see: HTML of the real card, and what is worth another look. */
export type PreviewView = {
  before: string
  after: string
  /** What the field holds now, and would hold. */
  holds: { before: Held; after: Held }
  /** Where a link leads, when that is another site than before. */
  sites?: { before: string; after: string }
  /** Names of other things in whose texts stands what the correction takes away. */
  elsewhere?: readonly string[]
  /** The days that are open otherwise than before, and the moment that the two texts are of. */
  days?: readonly { day: string; before: string; after: string }[]
  moment?: string
}

type Names = { thing: (kind: string, id: string) => string; person: (id: StaffId) => string }

/** A field with its history, for the page. */
export function fieldView(state: FieldState, { kind, entry }: Pick<FieldKey, 'kind' | 'entry'>, names: Names): FieldView {
  const { definition, filed, live, standing, history } = state
  const newest = history.at(-1)
  return {
    ...{ kind, entry, field: definition.field, name: names.thing(kind, entry), form: definition.form },
    mayBeLeftOut: mayBeLeftOut(definition),
    ...{ filed, live, standing, version: versionOf(state) },
    ...(newest && IS_UNDECIDED[standing]
      ? {
          undecided: {
            ...{ after: newest.after, base: newest.base, by: names.person(newest.by) },
            ...{ at: newest.at.toISOString(), why: newest.why },
          },
        }
      : {}),
    history: history.map((correction) => correctionView(correction, state, names)).reverse(),
  }
}

/** A correction, with what became of it. */
export function correctionView(correction: Correction, state: Pick<FieldState, 'history'>, names: Names): CorrectionView {
  const { base: _, at, by, ...shown } = correction
  const undone = undoneBy(state, correction.version)
  return {
    ...shown,
    at: at.toISOString(),
    by: names.person(by),
    name: names.thing(correction.kind, correction.entry),
    form: fieldsOf(correction.kind).find(({ field }) => field === correction.field)?.form ?? 'text',
    ...(undone ? { undone: { by: names.person(undone.by), at: undone.at.toISOString() } } : {}),
  }
}
