import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState, type SubmitEvent } from 'react'
import type { CallItem } from '../../../bot/domain/phone/call.js'
import type { Api } from '../api.js'
import { Told } from '../parts/told.js'
import { translator, type Translate } from '../words.js'
import { EarText } from './ear-text.js'

type Props = {
  t: Translate
  api: Api
  call: string
  language: string
  items: readonly CallItem[]
  isEmpty: boolean
  tell: (words: string) => void
}

/** Opens the letter as a page to print, in a window of its own. The address goes there in a form, so that it stands in no address and no history. */
export function LetterForm({ t, api, call, language, items, isEmpty, tell }: Props) {
  const [to, setTo] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isEmpty) return
    const got = await api.post<{ ticket: string }>('ticket', {})
    if (got.is !== 'ok') return setTrouble((got.is === 'trouble' ? got.message : undefined) ?? t('staff-phone.not-done'))
    setTrouble(undefined)
    openLetter({ ticket: got.body.ticket, call, language, items: JSON.stringify(items), to })
    tell(t('staff-phone.letter-shown'))
  }
  return (
    <form className="phone-way" onSubmit={(event) => void submitted(event)}>
      <h3>{t('staff-phone.by-letter')}</h3>
      <EarText
        t={t}
        lines={[translator(language)('staff-phone.letter-notice')]}
        language={language}
        name={t('staff-phone.by-letter')}
      />
      <Field label={t('staff-phone.letter-to')}>
        <Textarea value={to} onChange={(_, { value }) => setTo(value)} rows={4} maxLength={400} autoComplete="off" />
      </Field>
      <Button type="submit" disabledFocusable={isEmpty}>
        {t('staff-phone.letter-show')}
      </Button>
      {trouble && <Told intent="error">{trouble}</Told>}
    </form>
  )
}

function openLetter(fields: Record<string, string>): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action: '/staff/phone/letter', target: '_blank', hidden: true })
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('textarea')
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
