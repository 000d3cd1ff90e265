import { Radio, RadioGroup, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { AGENT_REASONS, type AgentReason } from '../../../bot/domain/desk/hand-off.js'
import { useDesk } from '../hooks/use-desk.js'
import { FormDialog } from './form-dialog.js'

/** Ends a chat, with the reason. */
export function FinishDialog({ handOff: { id, term = 1 } }: { handOff: HandOffView }) {
  const { t, perform, dispatch } = useDesk()
  const [reason, setReason] = useState<AgentReason>('answered')
  const submit = async (): Promise<boolean> => {
    const done = await perform({ act: 'finish', handOff: id, term, reason })
    if (done) dispatch({ do: 'leave', handOff: id })
    return done !== undefined
  }
  return (
    <FormDialog word="staff.finish" doWord="staff.finish" shortcut="close" submit={submit} isReady>
      <Field label={t('staff.finish-why')}>
        <RadioGroup
          value={reason}
          onChange={(_, { value }) => setReason(AGENT_REASONS.find((one) => one === value) ?? 'answered')}
        >
          {AGENT_REASONS.map((one) => (
            <Radio key={one} value={one} label={t(`staff.reason-${one}`)} />
          ))}
        </RadioGroup>
      </Field>
    </FormDialog>
  )
}
