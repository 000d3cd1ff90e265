import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import type { StatusForm } from '../../../../bot/domain/projects/project-view.js'
import { shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { MARK_NAMES, wrongIn, type TypedEntry } from './status-typed.js'

type Props = {
  entry: TypedEntry
  activity: StatusForm['activities'][number] | undefined
  change: (changed: Partial<TypedEntry>) => void
}
const HOURS = ['spent', 'left'] as const
const WORDS = ['problem', 'proposal'] as const

/** One activity of the week. That it waits for a decision is told here too. */
export function StatusEntryFields({ entry, activity, change }: Props) {
  const { t, language } = useProjects()
  const wrong = wrongIn(entry)
  return (
    <fieldset className="project-fieldset project-entry">
      <legend>{activity?.name ?? entry.activity}</legend>
      <p className="quiet">
        {activity && t('staff-projects.activity-until', { to: shortDay(activity.to, language) })}{' '}
        {activity?.state === 'waiting-for-decision' && <strong>{t('staff-projects.waits')}</strong>}
      </p>
      <div className="project-fields">
        {HOURS.map((name) => (
          <Field
            key={name}
            label={t(`staff-projects.hours-${name}`)}
            validationMessage={wrong.includes(name) ? t('staff-projects.wrong-hours') : undefined}
            required
          >
            <Input inputMode="decimal" value={entry[name]} onChange={(_, { value }) => change({ [name]: value })} />
          </Field>
        ))}
        <Field label={t('staff-projects.new-end')} hint={t('staff-projects.new-end-hint')}>
          <Input type="date" value={entry.newEnd} onChange={(_, { value }) => change({ newEnd: value })} />
        </Field>
        <Field label={t('staff-projects.head-state')}>
          <Select value={entry.mark} onChange={(_, { value }) => change({ mark: value as TypedEntry['mark'] })}>
            <option value="">{t('staff-projects.by-hours')}</option>
            {MARK_NAMES.map((mark) => (
              <option key={mark} value={mark}>
                {t(`staff-projects.state-${mark}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="project-fields">
        {WORDS.map((name) => (
          <Field key={name} label={t(`staff-projects.${name}`)}>
            <Textarea resize="vertical" rows={2} value={entry[name]} onChange={(_, { value }) => change({ [name]: value })} />
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
