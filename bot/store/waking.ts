import type { ConversationKey } from '../domain/conversations/conversation.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { Database } from './database.js'

/** A channel's name holds no '|'; the conversation's id may. */
const keyFrom = (payload: string): ConversationKey => {
  const end = payload.indexOf('|')
  return { channel: payload.slice(0, end), conversation: payload.slice(end + 1) }
}

export const waking = ({ listen }: Database): Waking => ({
  onActivity: (listener) => listen('activity', (payload) => listener(payload === '*' ? '*' : keyFrom(payload))),
})
