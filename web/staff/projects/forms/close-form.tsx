import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Meeting } from '../project/meeting-item.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

/** Closes a meeting, from which its minutes come; or corrects the notes until they are signed. */
export function CloseForm({ close, meeting }: { close: () => void; meeting: Meeting }) {
  const { t } = useProjects()
  const { act } = useProject()
  const [notes, setNotes] = useState(meeting.minutes?.notes ?? '')
  const submit = async (): Promise<Trouble | undefined> => {
    const event = { kind: 'meeting-closed' as const, meeting: meeting.number, notes }
    const trouble = await act(event, t('staff-projects.meeting-is-closed', { number: meeting.number }))
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t(meeting.status === 'open' ? 'staff-projects.close-meeting' : 'staff-projects.correct-notes')}
      doText={t(meeting.status === 'open' ? 'staff-projects.close-meeting' : 'staff-projects.save')}
      isReady
      submit={submit}
      cancel={close}
    >
      <p>{t('staff-projects.close-hint')}</p>
      <Field label={t('staff-projects.notes')}>
        <Textarea resize="vertical" rows={8} value={notes} onChange={(_, { value }) => setNotes(value)} />
      </Field>
    </ActForm>
  )
}
