import type { DeskMessage } from '../../../bot/domain/desk/desk-view.js'
import { stored } from '../../../bot/domain/desk/thread.js'
import { NEW_CHAT, type Chat } from './chat.js'
import { columnsAfter, without } from './columns.js'
import type { DeskAction, DeskState } from './desk-state.js'
import { languageOf } from './find.js'
import { newsOfLines, newsOfView, withNews, type News } from './news.js'
import { leavesHole, withLines } from './with-lines.js'

const TYPING_MS = 6_000
const TROUBLES_KEPT = 4

type Doer<Name extends DeskAction['do']> = (state: DeskState, action: Extract<DeskAction, { do: Name }>) => DeskState
type Hearer<Kind extends DeskMessage['kind']> = (
  state: DeskState,
  message: Extract<DeskMessage, { kind: Kind }>,
  now: number,
) => DeskState

const inChat = (state: DeskState, handOff: string, change: (chat: Chat) => Chat): DeskState => ({
  ...state,
  chats: { ...state.chats, [handOff]: change(state.chats[handOff] ?? NEW_CHAT) },
})

const HEARD: { [Kind in DeskMessage['kind']]: Hearer<Kind> } = {
  view: (state, { view }, now) => {
    const columns = columnsAfter(state, state.view, view)
    const lost = columns.gone.filter((id) => !state.gone.includes(id))
    const told: News[] = lost.map((id) => ({ id: `lost ${id} ${view.at}`, kind: 'lost', handOff: id }))
    const ahead = Date.parse(view.at) - now
    return { ...state, ...columns, view, ahead, news: withNews(state.news, [...newsOfView(state.view, view), ...told]) }
  },
  lines: (state, { handOff, from, lines }) => {
    const before = state.chats[handOff] ?? NEW_CHAT
    // The desk asks again from what it has; showing these now would put a hole in the chat.
    if (leavesHole(before, from)) return state
    const { chat, fresh } = withLines(before, lines)
    const news = withNews(state.news, newsOfLines(handOff, languageOf(state, handOff), fresh))
    return { ...state, news, chats: { ...state.chats, [handOff]: chat } }
  },
  notes: (state, { handOff, notes }) => inChat(state, handOff, (chat) => ({ ...chat, notes })),
  typing: (state, { handOff }, now) =>
    inChat(state, handOff, (chat) => ({ ...chat, typingUntil: now + state.ahead + TYPING_MS })),
  // The socket is closed with it, and opened again by a fresh session if there is one.
  'signed-out': (state) => state,
}

const heard = (state: DeskState, message: DeskMessage, now: number): DeskState =>
  (HEARD[message.kind] as Hearer<DeskMessage['kind']>)(state, message, now)

const DONE: { [Name in DeskAction['do']]: Doer<Name> } = {
  link: (state, { is }) => ({ ...state, link: is }),
  hear: (state, { message, now }) => heard(state, message, now),
  write: (state, { handOff, draft }) => inChat(state, handOff, (chat) => ({ ...chat, unsent: [...chat.unsent, draft] })),
  sent: (state, { handOff, key }) => inChat(state, handOff, (chat) => ({ ...chat, unsent: stored(chat.unsent, new Set([key])) })),
  'not-sent': (state, { handOff, key, why }) =>
    inChat(state, handOff, (chat) => (chat.unsent[0]?.key === key ? { ...chat, stopped: why } : chat)),
  'try-again': (state, { handOff }) => inChat(state, handOff, (chat) => ({ ...chat, stopped: undefined })),
  'take-back': (state, { handOff, key }) =>
    inChat(state, handOff, (chat) => ({ ...chat, stopped: undefined, unsent: stored(chat.unsent, new Set([key])) })),
  looked: (state, { handOff }) => inChat(state, handOff, (chat) => ({ ...chat, unread: 0 })),
  'write-in': (state, { handOff }) => ({ ...state, toWriteIn: handOff }),
  leave: (state, { handOff }) => ({
    ...state,
    ...without(state, handOff),
    chats: Object.fromEntries(Object.entries(state.chats).filter(([id]) => id !== handOff)),
    troubles: state.troubles.filter((trouble) => trouble.handOff !== handOff),
  }),
  report: (state, { report }) => ({ ...state, reports: [...state.reports, report] }),
  'report-over': (state, { id }) => ({ ...state, reports: state.reports.filter((report) => report.id !== id) }),
  trouble: (state, { trouble }) => ({ ...state, troubles: [...state.troubles, trouble].slice(-TROUBLES_KEPT) }),
  'trouble-over': (state, { id }) => ({ ...state, troubles: state.troubles.filter((trouble) => trouble.id !== id) }),
}

/** Everything that can happen at the desk, and what it then shows. */
export const deskReducer = (state: DeskState, action: DeskAction): DeskState =>
  (DONE[action.do] as Doer<DeskAction['do']>)(state, action)
