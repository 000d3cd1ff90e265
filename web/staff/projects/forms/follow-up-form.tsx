import { Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { FollowUpSaid } from '../../../../bot/domain/projects/effect-goals.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

const OUTCOME_NAMES: readonly FollowUpSaid['outcome'][] = ['reached', 'partly', 'not-reached']

/** How an effect became, by whoever answers for it. */
export function FollowUpForm({ goal, name, close }: { goal: string; name: string; close: () => void }) {
  const { t } = useProjects()
  const { act } = useProject()
  const [outcome, setOutcome] = useState<FollowUpSaid['outcome']>()
  const [measured, setMeasured] = useState('')
  const [comment, setComment] = useState('')
  const submit = async (): Promise<Trouble | undefined> => {
    if (!outcome) return undefined
    const said = { goal, outcome, measured, comment }
    const trouble = await act({ kind: 'effect-followed-up', said }, t('staff-projects.follow-up-done', { what: name }))
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.follow-up-what', { what: name })}
      doText={t('staff-projects.save')}
      isReady={outcome !== undefined && measured.trim() !== ''}
      submit={submit}
      cancel={close}
    >
      <Field label={t('staff-projects.outcome')} required>
        <RadioGroup value={outcome ?? ''} onChange={(_, { value }) => setOutcome(value as FollowUpSaid['outcome'])}>
          {OUTCOME_NAMES.map((one) => (
            <Radio key={one} value={one} label={t(`staff-projects.outcome-${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('staff-projects.measured')} required>
        <Input value={measured} maxLength={500} onChange={(_, { value }) => setMeasured(value)} />
      </Field>
      <Field label={t('staff-projects.comment')}>
        <Textarea resize="vertical" value={comment} onChange={(_, { value }) => setComment(value)} />
      </Field>
    </ActForm>
  )
}
