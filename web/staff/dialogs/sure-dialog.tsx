import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'

/** Asks before something that cannot be taken back, and says what will happen. */
export function SureDialog({ word, yes, no }: { word: string; yes: () => void; no: () => void }) {
  const { t } = useDesk()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && no()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(`staff.menu-${word}`)}</DialogTitle>
          <DialogContent>{t(`staff.sure-${word}`)}</DialogContent>
          <DialogActions>
            <Button onClick={no}>{t('staff.cancel')}</Button>
            <Button appearance="primary" onClick={yes}>
              {t(`staff.menu-${word}`)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
