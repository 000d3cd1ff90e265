import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { FormDialog } from './form-dialog.js'

/** Makes a call-back or an e-mail of a chat, with the number or the address that the citizen gave for it. */
export function ConvertDialog({ handOff: { id, term = 1 } }: { handOff: HandOffView }) {
  const { t, perform, dispatch } = useDesk()
  const [kind, setKind] = useState<'call-back' | 'e-mail'>('call-back')
  const [value, setValue] = useState('')
  const submit = async (): Promise<boolean> => {
    const done = await perform({ act: 'convert', handOff: id, term, to: { kind, value: value.trim() } })
    if (done) dispatch({ do: 'leave', handOff: id })
    return done !== undefined
  }
  return (
    <FormDialog word="staff.convert" doWord="staff.convert-do" submit={submit} isReady={value.trim().length >= 3}>
      <Field label={t('staff.convert-how')}>
        <RadioGroup
          value={kind}
          layout="horizontal"
          onChange={(_, data) => setKind(data.value === 'e-mail' ? 'e-mail' : 'call-back')}
        >
          <Radio value="call-back" label={t('staff.promise-call-back')} />
          <Radio value="e-mail" label={t('staff.promise-e-mail')} />
        </RadioGroup>
      </Field>
      <Field label={t(`staff.convert-${kind}`)} required>
        <Input
          type={kind === 'e-mail' ? 'email' : 'tel'}
          autoComplete="off"
          value={value}
          maxLength={200}
          onChange={(_, data) => setValue(data.value)}
        />
      </Field>
      <p className="quiet">{t('staff.convert-what')}</p>
    </FormDialog>
  )
}
