import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Choice } from '../../../../bot/domain/projects/matter.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import type { Matter } from '../ways.js'
import { ActForm } from './act-form.js'

type Props = {
  matter: Matter
  title: string
  /** Somebody else, whose vote is given aloud in the meeting and noted by the chair. */
  person?: string
}

/** One vote, on exactly what is shown. What cannot be chosen as things are says why. It may be changed until the matter is decided. */
export function VoteForm({ matter, title, person }: Props) {
  const { t, nameOf } = useProjects()
  const { act } = useProject()
  const own = person === undefined ? matter.own : matter.votes?.find(({ by }) => by === person)
  const [choice, setChoice] = useState<Choice | ''>(own?.choice ?? '')
  const [motive, setMotive] = useState(own?.motive ?? '')
  const [conditions, setConditions] = useState(own?.conditions ?? '')
  const chosen = matter.choices.find((one) => one.choice === choice)
  const isReady =
    chosen !== undefined && (!chosen.needsMotive || motive.trim() !== '') && (!chosen.needsConditions || conditions.trim() !== '')
  const submit = (): Promise<Trouble | undefined> =>
    act(
      {
        kind: 'voted',
        matter: matter.number,
        hash: matter.hash,
        choice: choice as Choice,
        motive,
        conditions: chosen?.needsConditions ? conditions : '',
        ...(person === undefined ? {} : { person }),
      },
      t('staff-projects.voted', { what: title }),
    )
  return (
    <ActForm
      title={
        person === undefined
          ? t(own ? 'staff-projects.vote-again' : 'staff-projects.vote-on', { what: title })
          : t('staff-projects.note-vote', { name: nameOf(person), what: title })
      }
      doText={t('staff-projects.vote')}
      {...{ isReady, submit }}
    >
      <Field label={t('staff-projects.head-choice')} required>
        <RadioGroup value={choice} onChange={(_, { value }) => setChoice(value as Choice)}>
          {matter.choices.map(({ choice: one, refused }) => (
            <Radio
              key={one}
              value={one}
              disabled={refused !== undefined}
              label={
                refused === undefined
                  ? t(`staff-projects.choice-${one}`)
                  : `${t(`staff-projects.choice-${one}`)} – ${t(`staff-projects.not-now-${refused}`)}`
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {chosen?.needsConditions && (
        <Field label={t('staff-projects.conditions')} required>
          <Textarea resize="vertical" value={conditions} onChange={(_, { value }) => setConditions(value)} />
        </Field>
      )}
      <Field
        label={t('staff-projects.motive')}
        hint={t(chosen?.needsMotive ? 'staff-projects.motive-needed' : 'staff-projects.motive-free')}
        required={chosen?.needsMotive ?? false}
      >
        <Textarea resize="vertical" value={motive} onChange={(_, { value }) => setMotive(value)} />
      </Field>
    </ActForm>
  )
}
