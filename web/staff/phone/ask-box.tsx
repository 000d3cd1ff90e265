import { Button, Field, Textarea } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { useRef, useState, type SubmitEvent, type KeyboardEvent } from 'react'
import type { Translate } from '../words.js'

type Props = { t: Translate; isBusy: boolean; ask: (text: string) => Promise<boolean> }

const LONGEST = 2000

/** Where the caller's words are written. What could not be asked stays. */
export function AskBox({ t, isBusy, ask }: Props) {
  const [text, setText] = useState('')
  // Who presses twice asks once.
  const isSending = useRef(false)
  const send = async (): Promise<void> => {
    if (text.trim() === '' || isSending.current) return
    isSending.current = true
    const isAsked = await ask(text.trim())
    isSending.current = false
    if (isAsked) setText('')
  }
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault()
    void send()
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <form className="phone-ask" onSubmit={submitted}>
      <Field label={<span className="phone-ask-label">{t('staff-phone.caller-says')}</span>} hint={t('staff-phone.ask-how')}>
        <Textarea
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={pressed}
          maxLength={LONGEST}
          rows={2}
          resize="vertical"
          size="large"
        />
      </Field>
      <div className="phone-row">
        <Button type="submit" appearance="primary" icon={<Search20Regular />} disabledFocusable={isBusy}>
          {t('staff-phone.ask')}
        </Button>
        <span className="quiet">{isBusy ? t('staff-phone.working') : t('staff-phone.keys')}</span>
      </div>
    </form>
  )
}
