import { useEffect, useRef } from 'react'
import type { Dispatch } from 'react'
import type { DeskActSent } from '../../../bot/domain/desk/acts.js'
import { toSend } from '../../../bot/domain/desk/thread.js'
import type { Answered, Api, Got } from '../api.js'
import type { Draft } from '../state/chat.js'
import type { DeskAction, DeskState } from '../state/desk-state.js'
import { findHandOff } from '../state/find.js'
import type { Translate } from '../words.js'

type Needs = { state: DeskState; dispatch: Dispatch<DeskAction>; api: Api; t: Translate }

const actOf = (handOff: string, term: number, draft: Exclude<Draft, { kind: 'file' }>): DeskActSent =>
  draft.kind === 'text'
    ? { act: 'say', handOff, term, key: draft.key, text: draft.text }
    : { act: 'push', handOff, term, key: draft.key, what: draft.what }

/** `lost`: a file that the page had no longer, after a reload. */
function sending(api: Api, handOff: string, term: number, draft: Draft): Promise<Got<Answered>> | 'lost' {
  if (draft.kind !== 'file') return api.act(actOf(handOff, term, draft))
  return draft.file ? api.sendFile({ handOff, term, key: draft.key, file: draft.file }) : 'lost'
}

/** Sends what is written, one line at a time in each chat, so that it arrives in the order in which it was written. */
export function useSending({ state, dispatch, api, t }: Needs): void {
  const onTheWay = useRef(new Set<string>())

  useEffect(() => {
    const send = async (handOff: string, term: number, draft: Draft): Promise<void> => {
      const { key } = draft
      const went = sending(api, handOff, term, draft)
      if (went === 'lost') return dispatch({ do: 'not-sent', handOff, key, why: t('staff.file-lost') })
      onTheWay.current.add(handOff)
      const got = await went
      onTheWay.current.delete(handOff)
      if (got.is === 'ok' && got.body.kind === 'done') return dispatch({ do: 'sent', handOff, key })
      const why = got.is === 'ok' ? got.body.message : got.is === 'trouble' ? got.message : undefined
      dispatch({ do: 'not-sent', handOff, key, why: why ?? t('staff.not-sent') })
    }
    for (const [handOff, chat] of Object.entries(state.chats)) {
      const draft = toSend(chat.unsent)
      const term = findHandOff(state, handOff)?.term
      const isFree = chat.stopped === undefined && !onTheWay.current.has(handOff)
      if (draft && term !== undefined && isFree) void send(handOff, term, draft)
    }
  }, [state, dispatch, api, t])

  // Whoever is back in contact need not press "try again" in each chat.
  const { link } = state
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    if (link !== 'live') return
    for (const [handOff, { stopped }] of Object.entries(latest.current.chats))
      if (stopped !== undefined) dispatch({ do: 'try-again', handOff })
  }, [link, dispatch])
}
