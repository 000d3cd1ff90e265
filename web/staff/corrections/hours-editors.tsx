import { Button, Field, Input, Select } from '@fluentui/react-components'
import { NAMES_OF_DAYS } from '../../../bot/domain/desk/named-days.js'
import { WEEKDAYS, type Draft, type DraftRow } from './draft.js'
import type { EditorProps } from './editors.js'

const withRow = (draft: Draft, at: number, change: DraftRow): Draft => ({
  ...draft,
  rows: draft.rows.map((row, index) => (index === at ? { ...row, ...change } : row)),
})
const withoutRow = (draft: Draft, at: number): Draft => ({ ...draft, rows: draft.rows.filter((_, index) => index !== at) })
const withNewRow = (draft: Draft, row: DraftRow): Draft => ({ ...draft, rows: [...draft.rows, row] })

/** The hours of each day of the week, as one writes them. */
export function WeekEditor({ draft, setDraft, t }: EditorProps) {
  return (
    <fieldset className="corrections-hours">
      <legend className="quiet">{t('staff-corrections.hours-hint')}</legend>
      {WEEKDAYS.map((day) => (
        <Field key={day} label={t(`staff-corrections.day-${day}`)} orientation="horizontal">
          <Input
            value={draft.values[day] ?? ''}
            placeholder={t('staff-corrections.closed')}
            onChange={(_, { value }) => setDraft({ ...draft, values: { ...draft.values, [day]: value } })}
          />
        </Field>
      ))}
    </fieldset>
  )
}

/** Holidays, and the days before them, with hours of their own. */
export function NamedDaysEditor({ draft, setDraft, t }: EditorProps) {
  const taken = draft.rows.map(({ day }) => day)
  const free = NAMES_OF_DAYS.filter((day) => !taken.includes(day))
  return (
    <fieldset className="corrections-hours">
      <legend className="quiet">{t('staff-corrections.hours-hint')}</legend>
      {draft.rows.map(({ day = '', open = '' }, at) => (
        <div key={day} className="corrections-row">
          <Field label={t(`staff-corrections.named-${day}`)} orientation="horizontal" className="grow">
            <Input
              value={open}
              placeholder={t('staff-corrections.closed')}
              onChange={(_, { value }) => setDraft(withRow(draft, at, { open: value }))}
            />
          </Field>
          <Button onClick={() => setDraft(withoutRow(draft, at))}>
            {t('staff-corrections.remove-day', { day: t(`staff-corrections.named-${day}`) })}
          </Button>
        </div>
      ))}
      <Field label={t('staff-corrections.add-day')}>
        <Select value="" onChange={(_, { value }) => value && setDraft(withNewRow(draft, { day: value, open: '' }))}>
          <option value="">{t('staff-corrections.choose-day')}</option>
          {free.map((day) => (
            <option key={day} value={day}>
              {t(`staff-corrections.named-${day}`)}
            </option>
          ))}
        </Select>
      </Field>
    </fieldset>
  )
}

const CELLS = [
  { name: 'from', type: 'date' },
  { name: 'to', type: 'date' },
  { name: 'open', type: 'text' },
  { name: 'sv', type: 'text' },
  { name: 'en', type: 'text' },
] as const
const LABELS = { from: 'from', to: 'to', open: 'open-hours', sv: 'reason-sv', en: 'reason-en' } as const

/** Dates with hours of their own, none for closed. */
export function ExceptionsEditor({ draft, setDraft, t }: EditorProps) {
  return (
    <div className="corrections-hours">
      <p className="quiet">{t('staff-corrections.hours-hint')}</p>
      {draft.rows.map((row, at) => (
        // Rows have no name of their own, and keep their places while they are written in.
        <fieldset key={at} className="corrections-exception">
          <legend>{row['from'] || t('staff-corrections.add-date')}</legend>
          {CELLS.map(({ name, type }) => (
            <Field key={name} label={t(`staff-corrections.${LABELS[name]}`)}>
              <Input
                type={type}
                value={row[name] ?? ''}
                {...(name === 'open' ? { placeholder: t('staff-corrections.closed') } : {})}
                onChange={(_, { value }) => setDraft(withRow(draft, at, { [name]: value }))}
              />
            </Field>
          ))}
          <Button onClick={() => setDraft(withoutRow(draft, at))}>
            {t('staff-corrections.remove-date', { from: row['from'] ?? '' })}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => setDraft(withNewRow(draft, { from: '', to: '', open: '', sv: '', en: '' }))}>
        {t('staff-corrections.add-date')}
      </Button>
    </div>
  )
}
