import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Meeting } from '../project/meeting-item.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

type Props = { close: () => void; meeting?: Meeting }

/** Calls a meeting, or moves one. What waits comes on the agenda by itself. */
export function MeetingForm({ close, meeting }: Props) {
  const { t, language } = useProjects()
  const { view, act } = useProject()
  const [on, setOn] = useState(meeting?.on ?? '')
  const [at, setAt] = useState(meeting?.at ?? '09:00')
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [own, setOwn] = useState('')
  const isPast = on !== '' && on < view.today
  const isReady = on !== '' && !isPast && at !== '' && place.trim() !== ''
  const lines = own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const submit = async (): Promise<Trouble | undefined> => {
    const day = { on: dayText(on, language) }
    const trouble = meeting
      ? await act({ kind: 'meeting-moved', meeting: meeting.number, on, at, place }, t('staff-projects.meeting-moved', day))
      : await act({ kind: 'meeting-called', on, at, place, own: lines }, t('staff-projects.meeting-was-called', day))
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t(meeting ? 'staff-projects.move-meeting' : 'staff-projects.call-meeting')}
      doText={t(meeting ? 'staff-projects.save' : 'staff-projects.call-do')}
      {...{ isReady, submit }}
      cancel={close}
    >
      <div className="project-fields">
        <Field label={t('staff-projects.day')} validationMessage={isPast ? t('staff-projects.day-has-been') : undefined} required>
          <Input type="date" value={on} min={view.today} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <Field label={t('staff-projects.time')} required>
          <Input type="time" value={at} onChange={(_, { value }) => setAt(value)} />
        </Field>
      </div>
      <Field label={t('staff-projects.place')} hint={t('staff-projects.meeting-place-hint')} required>
        <Input value={place} maxLength={500} onChange={(_, { value }) => setPlace(value)} />
      </Field>
      {!meeting && (
        <Field label={t('staff-projects.own-items')} hint={t('staff-projects.own-items-hint')}>
          <Textarea resize="vertical" value={own} onChange={(_, { value }) => setOwn(value)} />
        </Field>
      )}
    </ActForm>
  )
}
