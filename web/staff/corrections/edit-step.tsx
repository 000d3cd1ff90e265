import { Button, Checkbox } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { EDITORS } from './editors.js'
import { Problem } from './problem.js'
import type { Correcting } from './use-correcting.js'
import { useCorrections } from './use-corrections.js'

/** The form. Its last button leads to the preview, never past it. */
export function EditStep({ correcting, close }: { correcting: Correcting; close: () => void }) {
  const { t } = useCorrections()
  const { field, draft, setDraft, look, isBusy } = correcting
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])
  const Editor = EDITORS[field.form]
  return (
    <form
      ref={form}
      className="corrections-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      <Problem correcting={correcting} />
      {!draft.isLeftOut && <Editor {...{ draft, setDraft, t, label: t(`staff-corrections.field.${field.field}`) }} />}
      {field.mayBeLeftOut && (
        <Checkbox
          checked={draft.isLeftOut}
          onChange={(_, { checked }) => setDraft({ ...draft, isLeftOut: checked === true })}
          label={t('staff-corrections.leave-out')}
        />
      )}
      <div className="corrections-actions">
        <Button onClick={close}>{t('staff-corrections.cancel')}</Button>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t('staff-corrections.look')}
        </Button>
      </div>
    </form>
  )
}
