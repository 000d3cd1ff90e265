import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'
import { SHORTCUTS } from '../hooks/use-shortcuts.js'

/** What the keys do. */
export function HelpDialog({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { t } = useDesk()
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('staff.help')}</DialogTitle>
          <DialogContent>
            <dl className="shortcuts">
              {SHORTCUTS.map(({ keys, word }) => (
                <div key={word}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{t(`staff.key-${word}`)}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {t('staff.close-dialog')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
