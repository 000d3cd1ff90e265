import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import type { DeskState } from './desk-state.js'

/** A hand-off wherever it stands in the view. */
export const findHandOff = ({ view }: DeskState, id: string): HandOffView | undefined =>
  view && [view.mine, view.offered, view.promises, view.waiting].flat().find((handOff) => handOff.id === id)

/** The citizen's, BCP 47. */
export const languageOf = (state: DeskState, id: string): string => findHandOff(state, id)?.language ?? 'sv'
