import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { QueueView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { inMinutes } from '../times.js'
import { FormDialog } from './form-dialog.js'
import { FIRST_MINUTES, UntilField } from './until-field.js'

/** What the lead tells everybody who comes to a queue, or to any of them. */
export function NoticeDialog({ queue }: { queue?: QueueView }) {
  const { t, perform, now } = useDesk()
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState(FIRST_MINUTES)
  const submit = async (): Promise<boolean> => {
    const until = inMinutes(Number(minutes), now())
    const done = await perform({ act: 'post-notice', queue: queue?.id, text: text.trim(), until })
    if (done) setText('')
    return done !== undefined
  }
  const word = queue ? 'staff.set-notice' : 'staff.set-notice-all'
  return (
    <FormDialog word={word} doWord="staff.set-notice-do" submit={submit} isReady={text.trim() !== ''}>
      <Field label={t('staff.notice-text')} hint={t('staff.notice-hint')} required>
        <Textarea value={text} maxLength={300} onChange={(_, { value }) => setText(value)} />
      </Field>
      <UntilField minutes={minutes} choose={setMinutes} />
    </FormDialog>
  )
}
