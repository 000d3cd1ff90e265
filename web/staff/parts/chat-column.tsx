import { useEffect, useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { NEW_CHAT } from '../state/chat.js'
import { AnswerBox } from './answer-box.js'
import { ChatHead } from './chat-head.js'
import { ChatTools } from './chat-tools.js'
import { NotesPart } from './notes-part.js'
import { PromisePart } from './promise-part.js'
import { SecretBar } from './secret-bar.js'
import { SecurePart } from './secure-part.js'
import { Transcript } from './transcript.js'
import { TransferBar } from './transfer-bar.js'
import { Troubles } from './troubles.js'

/** One chat: who it is with, what was said, and where to answer. */
export function ChatColumn({ handOff, number }: { handOff: HandOffView; number: number }) {
  const { state, t, dispatch } = useDesk()
  const [secret, setSecret] = useState<{ word: string; value: string }>()
  const { id } = handOff
  const chat = state.chats[id] ?? NEW_CHAT
  const { unread } = chat
  const hasFocus = (): boolean => document.activeElement?.closest(`[data-chat="${CSS.escape(id)}"]`) != null
  // What is written while one is in the chat is seen at once.
  useEffect(() => {
    if (unread > 0 && hasFocus()) dispatch({ do: 'looked', handOff: id })
  })
  const isPromise = handOff.status === 'keeping-promise'
  return (
    <section
      className={`chat${unread > 0 ? ' has-unread' : ''}`}
      data-chat={id}
      data-region
      tabIndex={-1}
      aria-label={t('staff.chat-with', { number, what: handOff.about?.name ?? t('staff.chat') })}
      onFocus={() => unread > 0 && dispatch({ do: 'looked', handOff: id })}
    >
      <ChatHead {...{ handOff, number, unread }} />
      <Troubles handOff={id} />
      {secret ? <SecretBar {...secret} close={() => setSecret(undefined)} /> : <SecurePart {...{ handOff, setSecret }} />}
      <TransferBar handOff={handOff} />
      {isPromise && <PromisePart {...{ handOff, setSecret }} />}
      <Transcript {...{ handOff, chat }} />
      <NotesPart {...{ handOff, chat }} />
      {!isPromise && <AnswerBox handOff={handOff} />}
      <ChatTools {...{ handOff, isPromise }} />
    </section>
  )
}
