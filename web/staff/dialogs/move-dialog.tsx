import { useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { ChoiceField } from './choice-field.js'
import { FormDialog } from './form-dialog.js'

/** The lead moves a chat to another queue; the place by waiting time is kept. */
export function MoveDialog({ handOff }: { handOff: HandOffView }) {
  const { t, perform, view } = useDesk()
  const [queue, setQueue] = useState('')
  const submit = async (): Promise<boolean> => (await perform({ act: 'move', handOff: handOff.id, queue })) !== undefined
  return (
    <FormDialog word="staff.move" doWord="staff.move" submit={submit} isReady={queue !== ''}>
      <ChoiceField
        label={t('staff.move-to')}
        value={queue}
        choose={setQueue}
        options={view.queues.filter(({ id }) => id !== handOff.queue).map(({ id, name }) => ({ value: id, text: name }))}
        empty={t('staff.choose')}
      />
    </FormDialog>
  )
}
