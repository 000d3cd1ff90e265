import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { Countdown } from './countdown.js'

/** While another has been asked to take over, the chat stays here and may be taken back. */
export function TransferBar({ handOff }: { handOff: HandOffView & { until?: string } }) {
  const { t, perform, view } = useDesk()
  const { id, term = 1, transfer, until } = handOff
  if (handOff.status !== 'transferring' || !transfer) return null
  const name =
    view.queues.find((queue) => queue.id === transfer.to)?.name ??
    view.colleagues.find((colleague) => colleague.id === transfer.to)?.name ??
    transfer.to
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>
        {t('staff.transferring', { name })} <Countdown until={until} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void perform({ act: 'withdraw-transfer', handOff: id, term })}>
          {t('staff.withdraw')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
