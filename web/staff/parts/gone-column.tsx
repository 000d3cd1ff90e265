import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'
import { useKept } from '../hooks/use-kept.js'

/** A chat that is no longer this agent's. What was being written stays to be copied, and comes back with the chat if it does. */
export function GoneColumn({ handOff, number }: { handOff: string; number: number }) {
  const { state, dispatch, t } = useDesk()
  const [text] = useKept(`answer.${handOff}`)
  const unsent = (state.chats[handOff]?.unsent ?? []).flatMap((draft) => (draft.kind === 'text' ? [draft.text] : []))
  const left = [...unsent, text].filter(Boolean).join('\n')
  return (
    <section className="chat gone" data-chat={handOff} aria-label={t('staff.chat-number', { number })}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t('staff.gone')}</MessageBarTitle> {t('staff.gone-what')}
        </MessageBarBody>
      </MessageBar>
      {left && (
        <>
          <p className="quiet">{t('staff.gone-text')}</p>
          <blockquote className="left-text">{left}</blockquote>
        </>
      )}
      <Button onClick={() => dispatch({ do: 'leave', handOff })}>{t('staff.put-away')}</Button>
    </section>
  )
}
