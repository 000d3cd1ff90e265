import type { AcceptedEntry } from '../content/accepted.js'
import { KINDS, type Kind } from '../content/content.js'
import { nameOfField, type Correction } from './correction.js'
import { fieldsOf } from './fields.js'
import { withHeld } from './held.js'
import { stateOf, type FieldState } from './standing.js'

/** An entry as it is written, and what its schema makes of it. */
export type Entry = { entry: AcceptedEntry; value: unknown }
export type Corrected = { entries: readonly Entry[]; states: ReadonlyMap<string, FieldState> }

/** The entries as they are to be shown, and how every field that has ever been corrected stands. The others are handed back as they are. */
export function corrected(entries: readonly Entry[], corrections: readonly Correction[]): Corrected {
  const byEntry = grouped(corrections)
  const states = new Map<string, FieldState>()
  const all = entries.map((filed) => {
    const own = byEntry.get(`${filed.entry.kind}/${filed.entry.id}`)
    if (!own) return filed
    const { entry, states: found } = correctedEntry(filed, own)
    for (const state of found) if (state.history[0]) states.set(nameOfField(state.history[0]), state)
    return entry
  })
  return { entries: all, states }
}

function grouped(corrections: readonly Correction[]): ReadonlyMap<string, readonly Correction[]> {
  const groups = new Map<string, Correction[]>()
  for (const correction of corrections) {
    const name = `${correction.kind}/${correction.entry}`
    groups.set(name, [...(groups.get(name) ?? []), correction])
  }
  return groups
}

/** One entry with its corrections, and how each of its correctable fields stands. */
export function correctedEntry(filed: Entry, corrections: readonly Correction[]): { entry: Entry; states: FieldState[] } {
  const states = fieldsOf(filed.entry.kind)
    .map((definition) => stateOf(definition, filed.value, of(corrections, definition.field)))
    // What was corrected first is first to stand: a later correction may lean on it.
    .sort((one, other) => timeOf(one) - timeOf(other))
  let entry = filed
  const fitting = states.map((state): FieldState => {
    if (state.standing !== 'corrected') return state
    const tried = withState(entry, state)
    if (!tried) return { ...state, standing: 'does-not-fit', live: state.filed }
    entry = tried
    return state
  })
  return { entry, states: inOrder(filed.entry.kind, fitting) }
}

const of = (corrections: readonly Correction[], field: string): Correction[] =>
  corrections.filter((correction) => correction.field === field)
const timeOf = ({ history }: FieldState): number => history.at(-1)?.at.getTime() ?? 0
const inOrder = (kind: string, states: readonly FieldState[]): FieldState[] =>
  fieldsOf(kind).flatMap((definition) => states.find((state) => state.definition === definition) ?? [])

/** Undefined when the whole entry is not good with it. */
function withState({ entry }: Entry, { definition, live, history }: FieldState): Entry | undefined {
  const value = withHeld(entry.value, definition.path, live)
  const parsed = KINDS[entry.kind as Kind].safeParse(value)
  // The content's version changes with it.
  const hash = `${entry.hash} ${definition.field} ${history.at(-1)?.version ?? 0}`
  return parsed.success ? { entry: { ...entry, value, hash }, value: parsed.data } : undefined
}
