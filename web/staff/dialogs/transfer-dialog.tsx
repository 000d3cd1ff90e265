import { useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { TRANSFER_REASONS } from '../../../bot/domain/desk/hand-off.js'
import { useDesk } from '../hooks/use-desk.js'
import { ChoiceField } from './choice-field.js'
import { FormDialog } from './form-dialog.js'

/** Asks a team or a colleague to take over. The chat stays here until somebody says yes. */
export function TransferDialog({ handOff: { id, term = 1, queue } }: { handOff: HandOffView }) {
  const { t, perform, view } = useDesk()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const chosen = TRANSFER_REASONS.find((one) => one === reason)
  const targets = [
    ...view.queues
      .filter((one) => one.id !== queue)
      .map((one) => ({ value: `queue ${one.id}`, text: t('staff.to-team', { name: one.name }) })),
    ...view.colleagues
      .filter((one) => one.id !== view.me.id && one.presence !== 'off-shift')
      .map((one) => ({ value: `agent ${one.id}`, text: `${one.name}, ${one.team} (${t(`staff.presence-${one.presence}`)})` })),
  ]
  const submit = async (): Promise<boolean> => {
    const isQueue = to.startsWith('queue ')
    const target = to.slice('queue '.length)
    if (!chosen) return false
    const done = await perform({
      act: 'transfer',
      handOff: id,
      term,
      to: isQueue ? { kind: 'queue', queue: target } : { kind: 'agent', agent: target },
      reason: chosen,
    })
    return done !== undefined
  }
  return (
    <FormDialog
      word="staff.transfer"
      doWord="staff.transfer-ask"
      shortcut="transfer"
      submit={submit}
      isReady={to !== '' && chosen !== undefined}
    >
      <ChoiceField label={t('staff.transfer-to')} value={to} choose={setTo} options={targets} empty={t('staff.choose')} />
      <ChoiceField
        label={t('staff.transfer-why')}
        value={reason}
        choose={setReason}
        options={TRANSFER_REASONS.map((one) => ({ value: one, text: t(`staff.why-${one}`) }))}
        empty={t('staff.choose')}
      />
      <p className="quiet">{t('staff.transfer-what')}</p>
    </FormDialog>
  )
}
