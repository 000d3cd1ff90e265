import type { ConversationKey } from '../domain/conversations/conversation.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { DeskWaking } from '../domain/desk/ports.js'
import type { Database } from './database.js'

/** A channel's name holds no '|'; the conversation's id may. */
const keyFrom = (payload: string): ConversationKey => {
  const end = payload.indexOf('|')
  return { channel: payload.slice(0, end), conversation: payload.slice(end + 1) }
}

/** How each kind of news of the desk is written: its kind, and after a '|' what it is about. Ids may hold a '|'. */
const DESK_NEWS: Record<Exclude<DeskWaking['kind'], '*'>, (about: string) => DeskWaking | undefined> = {
  'hand-off': (id) => ({ kind: 'hand-off', id }),
  notes: (id) => ({ kind: 'notes', id }),
  staff: () => ({ kind: 'staff' }),
  queues: () => ({ kind: 'queues' }),
  waits: () => ({ kind: 'waits' }),
  typing: (about) => {
    const [who, ...handOff] = about.split('|')
    return who === 'citizen' || who === 'agent' ? { kind: 'typing', handOff: handOff.join('|'), who } : undefined
  },
}
const isKnown = (kind: string): kind is keyof typeof DESK_NEWS => Object.hasOwn(DESK_NEWS, kind)

/** Undefined for what a newer release on another instance says. */
export function deskNewsFrom(payload: string): DeskWaking | undefined {
  if (payload === '*') return { kind: '*' }
  const [kind = '', ...about] = payload.split('|')
  return isKnown(kind) ? DESK_NEWS[kind](about.join('|')) : undefined
}

export const waking = ({ listen }: Database): Waking => ({
  onContent: (listener) => listen('content', () => listener()),
  onMail: (listener) => listen('mail', () => listener()),
  onActivity: (listener) => listen('activity', (payload) => listener(payload === '*' ? '*' : keyFrom(payload))),
  onDesk: (listener) =>
    listen('desk', (payload) => {
      const news = deskNewsFrom(payload)
      if (news) listener(news)
    }),
  onProject: (listener) => listen('project', listener),
})
