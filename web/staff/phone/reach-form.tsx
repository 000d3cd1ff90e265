import { Button, Field, Input } from '@fluentui/react-components'
import { useRef, useState, type SubmitEvent } from 'react'
import type { CallItem } from '../../../bot/domain/phone/call.js'
import { newId } from '../../chat/new-id.js'
import { Told } from '../parts/told.js'
import { translator, type Translate } from '../words.js'
import { EarText } from './ear-text.js'

type Props = {
  t: Translate
  way: 'mails' | 'texts'
  language: string
  items: readonly CallItem[]
  isEmpty: boolean
  /** There is no mail server now. */
  isKept?: boolean
  send: (way: 'mails' | 'texts', body: object) => Promise<string | undefined>
  tell: (words: string) => void
}

const WORDS = {
  mails: {
    title: 'by-mail',
    label: 'mail-address',
    button: 'mail-send',
    notice: 'mail-notice',
    done: 'mail-sent',
    type: 'email',
  },
  texts: { title: 'by-sms', label: 'sms-number', button: 'sms-send', notice: 'sms-notice', done: 'sms-sent', type: 'tel' },
} as const

/** Sends by e-mail or SMS. First what is read to the caller about the address, then the address, which goes away when it has been used. */
export function ReachForm({ t, way, language, items, isEmpty, isKept = false, send, tell }: Props) {
  const [to, setTo] = useState('')
  const [said, setSaid] = useState<{ intent: 'success' | 'error'; text: string }>()
  const [isBusy, setBusy] = useState(false)
  // The same thing to the same address is the same message, however often it is sent; anything else is another.
  const key = useRef({ of: '', is: '' })
  const words = WORDS[way]
  const submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || isEmpty) return
    setBusy(true)
    const body = { to: to.trim(), items, language }
    const of = JSON.stringify(body)
    if (key.current.of !== of) key.current = { of, is: newId() }
    const trouble = await send(way, { ...body, key: key.current.is })
    setBusy(false)
    const text = trouble ?? t(`staff-phone.${isKept ? 'mail-stored' : words.done}`)
    setSaid({ intent: trouble ? 'error' : 'success', text })
    if (trouble) return
    setTo('')
    key.current = { of: '', is: '' }
    tell(text)
  }
  return (
    <form className="phone-way" onSubmit={(event) => void submitted(event)}>
      <h3>{t(`staff-phone.${words.title}`)}</h3>
      {isKept && <p className="phone-warning">{t('staff-phone.mail-kept')}</p>}
      <EarText
        t={t}
        lines={[translator(language)(`staff-phone.${words.notice}`)]}
        language={language}
        name={t(`staff-phone.${words.title}`)}
      />
      <Field label={t(`staff-phone.${words.label}`)}>
        <Input type={words.type} value={to} onChange={(_, { value }) => setTo(value)} autoComplete="off" />
      </Field>
      <Button type="submit" disabledFocusable={isBusy || isEmpty || to.trim() === ''}>
        {t(`staff-phone.${words.button}`)}
      </Button>
      {said && <Told intent={said.intent}>{said.text}</Told>}
    </form>
  )
}
