import { Button, Field, Select, Spinner, Textarea } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { languages } from '../words.js'
import { Told } from '../parts/told.js'
import { languageName } from '../times.js'
import type { What } from './correct-dialog.js'
import { Change } from './change.js'
import { PreviewCards } from './preview-cards.js'
import { Problem } from './problem.js'
import type { Correcting } from './use-correcting.js'
import { useCorrections } from './use-corrections.js'

const LONGEST_REASON = 300

/** What citizens see now and will see, in a language of one's choice; then the reason, and out with it. */
export function PreviewStep({ correcting, what, close }: { correcting: Correcting; what: What; close: () => void }) {
  const { t, language } = useCorrections()
  const { preview, previewLanguage, lookIn, why, setWhy, publish, back, isBusy, meanwhile } = correcting
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed is gone: without this the keyboard would be outside of the dialog.
  useEffect(() => {
    if (!meanwhile) heading.current?.focus()
  }, [meanwhile])
  return (
    <form
      className="corrections-form"
      // What is missing is said by the server, in the reader's language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void publish()
      }}
    >
      <div className="item-line">
        <h3 ref={heading} tabIndex={-1}>
          {t('staff-corrections.preview')}
        </h3>
        <span className="push" />
        <Field label={t('staff-corrections.preview-language')}>
          <Select value={previewLanguage} onChange={(_, { value }) => lookIn(value)}>
            {languages().map((one) => (
              <option key={one} value={one}>
                {languageName(one, language)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Problem correcting={correcting} />
      {!preview && isBusy && <Spinner />}
      {preview && <Change form={correcting.field.form} holds={preview.holds} />}
      {preview?.sites && <Told intent="warning">{t('staff-corrections.other-site', preview.sites)}</Told>}
      {preview?.elsewhere && (
        <Told intent="warning">{t('staff-corrections.elsewhere', { names: preview.elsewhere.join(', ') })}</Told>
      )}
      {preview && <PreviewCards preview={preview} />}
      {preview && (
        <Field label={t('staff-corrections.why')} hint={t('staff-corrections.why-hint')} required>
          <Textarea value={why} maxLength={LONGEST_REASON} rows={2} onChange={(_, { value }) => setWhy(value)} />
        </Field>
      )}
      <div className="corrections-actions">
        <Button onClick={close}>{t('staff-corrections.cancel')}</Button>
        {what.is === 'edit' && <Button onClick={back}>{t('staff-corrections.back')}</Button>}
        <Button type="submit" appearance="primary" disabledFocusable={isBusy || !preview || meanwhile !== undefined}>
          {t('staff-corrections.publish')}
        </Button>
      </div>
    </form>
  )
}
