import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { QueueView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { inMinutes } from '../times.js'
import { FormDialog } from './form-dialog.js'
import { FIRST_MINUTES, UntilField } from './until-field.js'

/** The lead closes a queue that is open, or opens one that is closed, for a while and with a reason. */
export function ChangeQueueDialog({ queue: { id, door } }: { queue: QueueView }) {
  const { t, perform, now } = useDesk()
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState(FIRST_MINUTES)
  const is = door.is === 'open' ? 'closed' : 'open'
  const submit = async (): Promise<boolean> => {
    const until = inMinutes(Number(minutes), now())
    return (await perform({ act: 'change-queue', queue: id, is, until, reason: reason.trim() })) !== undefined
  }
  const word = is === 'open' ? 'staff.open-queue' : 'staff.close-queue'
  return (
    <FormDialog word={word} doWord={word} submit={submit} isReady={reason.trim() !== ''}>
      <Field label={t('staff.change-why')} required>
        <Input value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <UntilField minutes={minutes} choose={setMinutes} />
    </FormDialog>
  )
}
