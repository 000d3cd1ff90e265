import { NEW_CHAT, type Draft } from './state/chat.js'
import { EMPTY_DESK, type DeskState } from './state/desk-state.js'

const KEPT_AS = 'lotsen.desk.unsent'
type Kept = Record<string, readonly Draft[]>

/** Keeps what has not arrived in this tab, with its keys, so that a reload neither loses a line nor sends it twice. */
export function keepUnsent({ chats }: DeskState): void {
  const unsent: Kept = Object.fromEntries(
    Object.entries(chats).flatMap(([id, chat]) => (chat.unsent.length > 0 ? [[id, chat.unsent.map(withoutFile)]] : [])),
  )
  if (Object.keys(unsent).length === 0) sessionStorage.removeItem(KEPT_AS)
  else sessionStorage.setItem(KEPT_AS, JSON.stringify(unsent))
}

// The name is kept, so that it can be said which file did not go.
const withoutFile = (draft: Draft): Draft => (draft.kind === 'file' ? { kind: 'file', key: draft.key, name: draft.name } : draft)

/** The desk as it begins, with what had not arrived when the page was left. A chat that is no longer this agent's shows it to be copied. */
export function deskWithUnsent(): DeskState {
  const kept = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '{}') as Kept
  const chats = Object.fromEntries(Object.entries(kept).map(([id, unsent]) => [id, { ...NEW_CHAT, unsent }]))
  return { ...EMPTY_DESK, open: Object.keys(kept), chats }
}
