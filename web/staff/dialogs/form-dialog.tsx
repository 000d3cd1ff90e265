import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useWords } from '../hooks/use-words.js'

type Props = {
  /** What opens it, and what it is called. */
  word: string
  /** What its last button says. */
  doWord: string
  /** For the keyboard shortcut. */
  shortcut?: string
  /** Done when true: then it closes. */
  submit: () => Promise<boolean>
  isReady: boolean
  children: ReactNode
}

/** A button with a small form behind it. What was filled in stays when it could not be done. */
export function FormDialog({ word, doWord, shortcut, submit, isReady, children }: Props) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const sent = async (): Promise<void> => {
    if (!isReady || isBusy) return
    setBusy(true)
    const isDone = await submit()
    setBusy(false)
    if (isDone) setOpen(false)
  }
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" {...(shortcut ? { 'data-key': shortcut } : {})}>
          {t(word)}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void sent()
          }}
        >
          <DialogBody>
            <DialogTitle>{t(word)}</DialogTitle>
            <DialogContent className="form-content">{children}</DialogContent>
            <DialogActions>
              <Button type="button" onClick={() => setOpen(false)}>
                {t('staff.cancel')}
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={!isReady || isBusy}>
                {t(doWord)}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
