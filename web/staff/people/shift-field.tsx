import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Translate } from '../words.js'
import type { PersonView } from '../../../bot/domain/people/people-view.js'

type Shift = PersonView['shift']
type Props = { t: Translate; shift: Shift; choose: (shift: Shift) => void }

const two = (number: number): string => String(number).padStart(2, '0')

/** As a field for time and day wants it: by this computer's clock. */
function localText(iso: string | undefined): string {
  if (!iso) return ''
  const at = new Date(iso)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

const shiftIn = (from: string, until: string): Shift =>
  from && until ? { from: new Date(from).toISOString(), until: new Date(until).toISOString() } : undefined

/** The next time at work, if there is a roster. Both times or none. */
export function ShiftField({ t, shift, choose }: Props) {
  const [from, setFrom] = useState(localText(shift?.from))
  const [until, setUntil] = useState(localText(shift?.until))
  const isWrong = from !== '' && until !== '' && from >= until
  return (
    <fieldset className="people-checks">
      <legend>{t('staff-people.shift')}</legend>
      <p className="quiet">{t('staff-people.shift-hint')}</p>
      <div className="people-acts">
        <Field label={t('staff-people.shift-from')}>
          <Input
            type="datetime-local"
            value={from}
            onChange={(_, { value }) => {
              setFrom(value)
              choose(shiftIn(value, until))
            }}
          />
        </Field>
        <Field label={t('staff-people.shift-until')} validationMessage={isWrong ? t('staff-people.shift-wrong') : undefined}>
          <Input
            type="datetime-local"
            value={until}
            onChange={(_, { value }) => {
              setUntil(value)
              choose(shiftIn(from, value))
            }}
          />
        </Field>
      </div>
    </fieldset>
  )
}
