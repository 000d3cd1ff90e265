import type { CorrectionView, FieldView } from '../../../bot/domain/corrections/view.js'
import { timeText } from '../times.js'
import { CorrectButton } from './correct-button.js'
import { useCorrections } from './use-corrections.js'
import { linesOf } from './value-text.js'

/** Everything that was done to a field, newest first, each with a way back to before it. */
export function HistoryList({ field }: { field: FieldView }) {
  return (
    <ol className="corrections-list">
      {field.history.map((correction) => (
        <li key={correction.version}>
          <Done correction={correction} form={field.form} />
          {!correction.undone && (
            <CorrectButton
              field={field}
              what={{ is: 'undo', version: correction.version }}
              label={<RollBackWords version={correction.version} field={field} />}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

function RollBackWords({ version, field }: { version: number; field: FieldView }) {
  const { t } = useCorrections()
  const what = t(`staff-corrections.field.${field.field}`)
  return (
    <>
      <span aria-hidden="true">{t('staff-corrections.roll-back')}</span>
      <span className="hidden-visually">{t('staff-corrections.roll-back-version', { version, what })}</span>
    </>
  )
}

/** One correction: from what to what, who, when and why, and what became of it. */
export function Done({ correction, form }: { correction: CorrectionView; form: FieldView['form'] }) {
  const { t, language } = useCorrections()
  const { before, after, by, at, why, undoes, undone } = correction
  const time = (iso: string): string => timeText(iso, new Date(), language)
  const words = (held: typeof before | typeof after): string => linesOf(form, held, t).join('; ')
  return (
    <>
      <span className="item-line quiet">
        {time(at)}, {by}
      </span>
      <span className="corrections-changed">
        {undoes === undefined
          ? t('staff-corrections.changed-from', { before: words(before), after: words(after) })
          : t('staff-corrections.rolled-back', { version: undoes })}
      </span>
      <q>{why}</q>
      {undone && <span className="quiet">{t('staff-corrections.undone', { at: time(undone.at), by: undone.by })}</span>}
    </>
  )
}
