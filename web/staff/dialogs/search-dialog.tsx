import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  SearchBox,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useDesk } from '../hooks/use-desk.js'

type Props = {
  word: string
  shortcut: string
  isOpen: boolean
  setOpen: (is: boolean) => void
  query: string
  setQuery: (query: string) => void
  /** How many were found, in words, for those who hear the page. */
  told: string
  children: ReactNode
}

/** A button with a search behind it, and what is found below. */
export function SearchDialog({ word, shortcut, isOpen, setOpen, query, setQuery, told, children }: Props) {
  const { t } = useDesk()
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" data-key={shortcut}>
          {t(word)}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(word)}</DialogTitle>
          <DialogContent className="form-content">
            <Field label={t(`${word}-label`)}>
              <SearchBox value={query} onChange={(_, { value }) => setQuery(value)} dismiss={null} />
            </Field>
            <p className="quiet" role="status">
              {told}
            </p>
            <ul className="found">{children}</ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('staff.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
