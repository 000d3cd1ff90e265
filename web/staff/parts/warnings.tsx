import { Badge } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'

/** What one must know of a chat before anything else. */
export function Warnings({ handOff: { crisis, urgency, isProtected } }: { handOff: HandOffView }) {
  const { t } = useDesk()
  return (
    <>
      {crisis && <Badge color="danger">{t('staff.crisis')}</Badge>}
      {urgency === 'urgent' && !crisis && <Badge color="danger">{t('staff.urgent')}</Badge>}
      {isProtected && <Badge color="important">{t('staff.protected')}</Badge>}
    </>
  )
}
