import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'

export type Promised = { handOff: HandOffView; isLate: boolean }

/** Promises in the order in which they are to be kept: what is late comes first by itself, since it was due first. `now`: milliseconds. */
export const lateFirst = (promises: readonly HandOffView[], now: number): Promised[] =>
  promises
    .flatMap((handOff) => (handOff.promise ? [{ handOff, due: Date.parse(handOff.promise.dueAt) }] : []))
    .sort((one, other) => one.due - other.due)
    .map(({ handOff, due }) => ({ handOff, isLate: due < now }))
