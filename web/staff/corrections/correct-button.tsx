import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { FieldView } from '../../../bot/domain/corrections/view.js'
import { CorrectDialog, type What } from './correct-dialog.js'

/** Begins a correction, or one of the ways back, which are looked at before they are published like any other. */
export function CorrectButton({ field, what, label }: { field: FieldView; what: What; label: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const restore = useRestoreFocusTarget()
  return (
    <>
      <Button size="small" {...restore} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <CorrectDialog field={field} what={what} close={() => setOpen(false)} />}
    </>
  )
}
