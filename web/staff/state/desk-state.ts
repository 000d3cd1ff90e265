import type { DeskMessage, DeskView } from '../../../bot/domain/desk/desk-view.js'
import type { Chat, Draft } from './chat.js'
import type { News } from './news.js'

export type LinkState = 'connecting' | 'live' | 'lost'

/** "The bot was wrong" and the like, which can be taken back for a few seconds before anybody is told. */
export type PendingReport = {
  id: string
  handOff: string
  kind: 'bot-wrong' | 'for-owner'
  turn?: string
  service?: string
}

/** Something that could not be done, in words. `handOff`: the chat it is about. */
export type Trouble = { id: string; text: string; handOff?: string }

/** Everything that the desk shows. Only `deskReducer` makes a new one. */
export type DeskState = {
  link: LinkState
  view?: DeskView
  /** How much the server's clock is ahead of this computer's, in milliseconds: waits are counted by the server's. */
  ahead: number
  /** The chat that was just taken by hand, in which one wants to write. */
  toWriteIn?: string
  /** Ids of the chats that stand side by side, in the order in which they came. */
  open: readonly string[]
  /** Chats that were this agent's and no longer are: kept in sight, since something may be written there. */
  gone: readonly string[]
  chats: Readonly<Record<string, Chat>>
  /** What is to be read aloud, newest last. */
  news: readonly News[]
  reports: readonly PendingReport[]
  troubles: readonly Trouble[]
}

export type DeskAction =
  | { do: 'link'; is: LinkState }
  /** `now`: milliseconds. */
  | { do: 'hear'; message: DeskMessage; now: number }
  | { do: 'write'; handOff: string; draft: Draft }
  | { do: 'sent'; handOff: string; key: string }
  | { do: 'not-sent'; handOff: string; key: string; why: string }
  | { do: 'try-again'; handOff: string }
  | { do: 'take-back'; handOff: string; key: string }
  | { do: 'looked'; handOff: string }
  | { do: 'write-in'; handOff?: string }
  /** By this agent's own act, or since nothing there matters any more. */
  | { do: 'leave'; handOff: string }
  | { do: 'report'; report: PendingReport }
  | { do: 'report-over'; id: string }
  | { do: 'trouble'; trouble: Trouble }
  | { do: 'trouble-over'; id: string }

export const EMPTY_DESK: DeskState = {
  link: 'connecting',
  ahead: 0,
  open: [],
  gone: [],
  chats: {},
  news: [],
  reports: [],
  troubles: [],
}
