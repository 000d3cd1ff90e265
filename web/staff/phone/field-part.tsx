import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { CallField } from '../../../bot/domain/phone/call-view.js'
import type { Translate } from '../words.js'

type Props = {
  t: Translate
  field: CallField
  language: string
  /** Tells the radio buttons of this question from all others. */
  name: string
  value: string
  set: (value: string) => void
  goOn: () => void
}

// More than there are digits are picked from a list.
const BY_DIGITS = 9

/** One question. */
export function FieldPart(props: Props) {
  const { field, language } = props
  return (
    <div data-field lang={language}>
      {field.kind === 'choices' ? (
        field.choices.length <= BY_DIGITS && !field.isMultiple ? (
          <Radios {...props} />
        ) : (
          <List {...props} />
        )
      ) : (
        <Typed {...props} />
      )}
    </div>
  )
}

function Radios({ field, name, value, set, goOn }: Props) {
  const pressed = (event: KeyboardEvent): void => {
    if (!/^[1-9]$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return
    const choice = field.choices[Number(event.key) - 1]
    if (!choice) return
    event.preventDefault()
    set(choice.value)
    goOn()
  }
  return (
    <fieldset className="phone-radios" onKeyDown={pressed}>
      <legend>{field.label}</legend>
      {field.hint && <p className="quiet">{field.hint}</p>}
      {field.choices.map((choice, at) => (
        <label key={choice.value} className="phone-radio">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => set(choice.value)}
          />
          <span className="phone-digit" aria-hidden="true">
            {at + 1}
          </span>
          {choice.title}
        </label>
      ))}
    </fieldset>
  )
}

/** Several may be chosen where the question allows it: they are sent with commas between, as cards do. */
function List({ t, field, value, set }: Props) {
  if (!field.isMultiple)
    return (
      <Field label={field.label} hint={field.hint}>
        <Select value={value} onChange={(_, given) => set(given.value)}>
          <option value="">{t('staff-phone.choose-one')}</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </Select>
      </Field>
    )
  const chosen = value.split(',').filter(Boolean)
  const toggled = (one: string): string =>
    (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]).join(',')
  return (
    <fieldset className="phone-radios">
      <legend>{field.label}</legend>
      {field.hint && <p className="quiet">{field.hint}</p>}
      {field.choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.title}
          checked={chosen.includes(choice.value)}
          onChange={() => set(toggled(choice.value))}
        />
      ))}
    </fieldset>
  )
}

const TYPES = { number: 'number', date: 'date', text: 'text' } as const

function Typed({ field, value, set }: Props) {
  const { kind, label, hint, least, most, on = 'true', off = 'false' } = field
  if (kind === 'toggle')
    return <Checkbox label={label} checked={value === on} onChange={(_, { checked }) => set(checked === true ? on : off)} />
  return (
    <Field label={label} hint={hint}>
      <Input
        type={TYPES[kind as keyof typeof TYPES] ?? 'text'}
        value={value}
        onChange={(_, given) => set(given.value)}
        {...(least === undefined ? {} : { min: least })}
        {...(most === undefined ? {} : { max: most })}
      />
    </Field>
  )
}
