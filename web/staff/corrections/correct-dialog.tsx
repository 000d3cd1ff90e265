import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import type { Wanted } from '../../../bot/domain/corrections/decide.js'
import type { FieldView } from '../../../bot/domain/corrections/view.js'
import { EditStep } from './edit-step.js'
import { PreviewStep } from './preview-step.js'
import { useCorrecting } from './use-correcting.js'
import { useCorrections } from './use-corrections.js'

/** Another value, which is filled in first; or one of the ways back, which is looked at at once. */
export type What = { is: 'edit' } | Exclude<Wanted, { is: 'value' | 'left-out' }>

type Props = { field: FieldView; what: What; close: () => void }

/** From the form, by way of what citizens will see, to what is live. What was filled in stays until it is published or given up. */
export function CorrectDialog({ field, what, close }: Props) {
  const { t } = useCorrections()
  const correcting = useCorrecting(field, what, close)
  const { step } = correcting
  const name = t(`staff-corrections.field.${field.field}`)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="corrections-dialog">
        <DialogBody>
          <DialogTitle>{t('staff-corrections.correct-what', { what: `${field.name}, ${name}` })}</DialogTitle>
          <DialogContent>
            {step === 'edit' ? <EditStep {...{ correcting, close }} /> : <PreviewStep {...{ correcting, what, close }} />}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
