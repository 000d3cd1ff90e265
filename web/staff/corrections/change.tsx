import type { FieldView, PreviewView } from '../../../bot/domain/corrections/view.js'
import { useCorrections } from './use-corrections.js'
import { Value } from './value.js'

/** What the field holds now and would hold: a card does not show everything, as where a button leads. */
export function Change({ form, holds }: { form: FieldView['form']; holds: PreviewView['holds'] }) {
  const { t } = useCorrections()
  return (
    <dl className="corrections-values">
      {(['before', 'after'] as const).map((when) => (
        <div key={when}>
          <dt>{t(`staff-corrections.${when}`)}</dt>
          <dd>
            <Value form={form} held={holds[when]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
