import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { ConvertDialog } from '../dialogs/convert-dialog.js'
import { FinishDialog } from '../dialogs/finish-dialog.js'
import { TransferDialog } from '../dialogs/transfer-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { ThreatButton } from './threat-button.js'

/** The ways in which a chat goes on or ends. */
export function ChatTools({ handOff, isPromise }: { handOff: HandOffView; isPromise: boolean }) {
  const { may } = useDesk()
  const canTransfer = may('desk.transfer') && !isPromise && handOff.status !== 'transferring'
  return (
    <footer className="chat-tools">
      {may('desk.close') && <FinishDialog handOff={handOff} />}
      {canTransfer && <TransferDialog handOff={handOff} />}
      {may('desk.convert') && !isPromise && !handOff.isProtected && <ConvertDialog handOff={handOff} />}
      <span className="push" />
      {may('desk.threat') && <ThreatButton handOff={handOff} />}
    </footer>
  )
}
