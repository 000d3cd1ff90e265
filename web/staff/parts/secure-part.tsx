import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'

type Props = { handOff: HandOffView; setSecret: (secret: { word: string; value: string }) => void }

/** What became of the personal number that was asked for; it is shown when one asks to see it, and each time is written down. */
export function SecurePart({ handOff: { id, secure }, setSecret }: Props) {
  const { t, may, perform } = useDesk()
  if (secure === undefined || !may('identity.ask')) return null
  const read = async (): Promise<void> => {
    const done = await perform({ act: 'read-secure', handOff: id })
    if (done?.value) setSecret({ word: 'personal-number', value: done.value })
  }
  return (
    <MessageBar intent={secure === 'answered' ? 'success' : 'info'} layout="multiline" role="status">
      <MessageBarBody>{t(`staff.secure-${secure}`)}</MessageBarBody>
      {(secure === 'answered' || secure === 'read') && (
        <MessageBarActions>
          <Button size="small" onClick={() => void read()}>
            {t('staff.menu-read-secure')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
