import { useEffect, useRef } from 'react'
import type { Dispatch } from 'react'
import { everyBy } from '../every.js'
import { openLink, type Link } from '../link.js'
import { NEW_CHAT, watermarkOf } from '../state/chat.js'
import type { DeskAction, DeskState } from '../state/desk-state.js'
import { leavesHole } from '../state/with-lines.js'
import type { SessionInHand } from './use-session.js'

type Needs = { state: DeskState; dispatch: Dispatch<DeskAction>; session: SessionInHand; beat: string; language: string }

/** Keeps the desk connected, and told of which chats it shows. */
export function useLink({ state, dispatch, session, beat, language }: Needs): void {
  const latest = useRef(state)
  latest.current = state
  const link = useRef<Link>(undefined)
  const { api } = session

  useEffect(() => {
    const ticket = async (): Promise<string | undefined> => {
      const got = await api.post<{ ticket: string }>('ticket', {})
      return got.is === 'ok' ? got.body.ticket : undefined
    }
    link.current = openLink({
      language,
      ticket,
      every: everyBy(beat),
      chats: () => shownChats(latest.current),
      tell: (is) => dispatch({ do: 'link', is }),
      hear(message) {
        const isAhead = message.kind === 'lines' && leavesHole(latest.current.chats[message.handOff] ?? NEW_CHAT, message.from)
        dispatch({ do: 'hear', message, now: Date.now() })
        if (isAhead) link.current?.open()
      },
    })
    return () => link.current?.close()
  }, [api, beat, language, dispatch])

  const shown = shownIds(state).join(' ')
  useEffect(() => link.current?.open(), [shown])
}

const shownIds = ({ open, gone }: DeskState): string[] => open.filter((id) => !gone.includes(id))

const shownChats = (state: DeskState): { handOff: string; after: number }[] =>
  shownIds(state).map((handOff) => ({ handOff, after: watermarkOf(state.chats[handOff] ?? NEW_CHAT) }))
