import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import type { CallForm } from '../../../bot/domain/phone/call-view.js'
import type { Translate } from '../words.js'
import { FieldPart } from './field-part.js'
import type { Press } from './use-call.js'

type Props = {
  t: Translate
  form: CallForm
  language: string
  activity: string
  press: (press: Press) => Promise<boolean>
  isBusy: boolean
  takesFocus?: boolean
}

/** Questions that are asked together: digits choose and go on to the next, Enter sends. The caller is asked in the caller's language. */
export function FormPart({ t, form, language, activity, press, isBusy, takesFocus = false }: Props) {
  const part = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(form.fields.map(({ id, value, off }) => [id, value || (off ?? '')])),
  )
  // Whoever has just answered is about to ask the next: the first field is where the hands are.
  useEffect(() => {
    if (takesFocus) fieldsIn(part.current)[0]?.focus()
  }, [takesFocus])
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isBusy) return
    const inputs = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    void press({ activity, at: form.at, inputs })
  }
  const goOn = (id: string): void => {
    const at = form.fields.findIndex((field) => field.id === id)
    const next = part.current?.querySelectorAll<HTMLElement>('[data-field]')[at + 1]
    const target =
      next?.querySelector<HTMLElement>('input, select') ?? part.current?.querySelector<HTMLElement>('button[type="submit"]')
    target?.focus()
  }
  return (
    <form className="phone-form" ref={part} onSubmit={submitted} aria-label={t('staff-phone.questions')}>
      {form.title && <h3 lang={language}>{form.title}</h3>}
      {form.fields.map((field) => (
        <FieldPart
          key={field.id}
          {...{ t, field, language }}
          name={`${activity}-${form.at}-${field.id}`}
          value={values[field.id] ?? ''}
          set={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
          goOn={() => goOn(field.id)}
        />
      ))}
      <Button type="submit" appearance="primary" disabledFocusable={isBusy} lang={language}>
        {form.send}
      </Button>
    </form>
  )
}

const fieldsIn = (form: HTMLFormElement | null): HTMLElement[] => [
  ...(form?.querySelectorAll<HTMLElement>('input, select') ?? []),
]
