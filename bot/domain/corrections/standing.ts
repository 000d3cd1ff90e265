import type { Correction, Held } from './correction.js'
import type { CorrectableField } from './fields.js'
import { heldAt, isSame } from './held.js'

/**
 * How a field stands. `file`: nobody has corrected it. `corrected`: the correction is live. `file-says-so`: the file has come to say the same.
 * `file-changed`: the file says something that nobody had seen when the field was corrected; the file's is live until somebody has
 * decided. `does-not-fit`: the correction is not live, since the entry is not whole with it any more.
 */
export type Standing = 'file' | 'corrected' | 'file-says-so' | 'file-changed' | 'does-not-fit'

export type FieldState = {
  definition: CorrectableField
  /** What the content's file says. */
  filed: Held
  /** What is shown to citizens. */
  live: Held
  standing: Standing
  /** Oldest first. */
  history: readonly Correction[]
}

/** Standings that somebody has to decide about. */
export const IS_UNDECIDED: Readonly<Record<Standing, boolean>> = {
  file: false,
  corrected: false,
  'file-says-so': false,
  'file-changed': true,
  'does-not-fit': true,
}

/** How a field of an entry stands by its file and its corrections; whether the whole entry fits is not looked at. */
export function stateOf(definition: CorrectableField, entry: unknown, history: readonly Correction[]): FieldState {
  const filed = heldAt(entry, definition.path)
  const after = history.at(-1)?.after
  const standing = standingOf(filed, history.at(-1))
  const live = standing === 'corrected' && after && after.is !== 'file' ? after : filed
  return { definition, filed, live, standing, history }
}

function standingOf(filed: Held, newest: Correction | undefined): Standing {
  if (!newest || newest.after.is === 'file') return 'file'
  if (isSame(filed, newest.after)) return 'file-says-so'
  return isSame(filed, newest.base) ? 'corrected' : 'file-changed'
}

/** The version that the next correction of the field builds on. */
export const versionOf = ({ history }: Pick<FieldState, 'history'>): number => history.at(-1)?.version ?? 0

/** What undid a correction: the first roll-back to before it. */
export const undoneBy = ({ history }: Pick<FieldState, 'history'>, version: number): Correction | undefined =>
  history.find(({ undoes, version: later }) => later > version && undoes !== undefined && undoes <= version)
