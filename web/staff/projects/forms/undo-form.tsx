import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

/** Asks that a decision be undone, which is a decision of its own. */
export function UndoForm({ decision, close }: { decision: number; close: () => void }) {
  const { t } = useProjects()
  const { act } = useProject()
  const [motive, setMotive] = useState('')
  const submit = async (): Promise<Trouble | undefined> => {
    const trouble = await act({ kind: 'undo-asked', decision, motive }, t('staff-projects.undo-asked', { number: decision }))
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.ask-undo', { number: decision })}
      doText={t('staff-projects.put-it')}
      isReady={motive.trim() !== ''}
      submit={submit}
      cancel={close}
    >
      <p>{t('staff-projects.undo-hint')}</p>
      <Field label={t('staff-projects.motive')} required>
        <Textarea resize="vertical" value={motive} onChange={(_, { value }) => setMotive(value)} />
      </Field>
    </ActForm>
  )
}
