import { createContext, useContext } from 'react'
import type { DeskActSent } from '../../../bot/domain/desk/acts.js'
import type { DeskView } from '../../../bot/domain/desk/desk-view.js'
import type { Api, Answered } from '../api.js'
import type { DeskAction, DeskState } from '../state/desk-state.js'
import type { Translate } from '../words.js'

/** What every part of the desk works with. */
export type Desk = {
  state: DeskState
  view: DeskView
  dispatch: (action: DeskAction) => void
  /** Does an act. What stands in the way is shown, at the chat that it is about; undefined then. */
  perform: (act: DeskActSent) => Promise<(Answered & { kind: 'done' }) | undefined>
  /** Takes a chat or the next one, and goes to where one answers in it. */
  take: (handOff?: string) => Promise<void>
  api: Api
  t: Translate
  language: string
  may: (permission: string) => boolean
  /** By the server's clock, whatever this computer's says. */
  now: () => Date
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A part of the desk stands outside of it.')
  return desk
}
