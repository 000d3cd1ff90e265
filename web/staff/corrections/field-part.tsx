import { Badge } from '@fluentui/react-components'
import type { FieldView } from '../../../bot/domain/corrections/view.js'
import { timeText } from '../times.js'
import { CorrectButton } from './correct-button.js'
import { HistoryList } from './history-list.js'
import { UndecidedItem } from './undecided-item.js'
import { useCorrections } from './use-corrections.js'
import { Value } from './value.js'
import { linesOf } from './value-text.js'

const COLORS = {
  corrected: 'brand',
  'file-says-so': 'informative',
  'file-changed': 'warning',
  'does-not-fit': 'warning',
} as const

/** One field: what is shown to citizens, what the file says, who changed it last, and its history. */
export function FieldPart({ field }: { field: FieldView }) {
  const { t, language } = useCorrections()
  const { form, live, filed, standing, history } = field
  const what = t(`staff-corrections.field.${field.field}`)
  const [newest] = history
  const isSame = linesOf(form, live, t).join('\n') === linesOf(form, filed, t).join('\n')
  return (
    <article className="corrections-field" aria-label={what}>
      <div className="item-line">
        <h3>{what}</h3>
        {standing !== 'file' && (
          <Badge appearance="tint" color={COLORS[standing]}>
            {t(`staff-corrections.standing.${standing}`)}
          </Badge>
        )}
        <span className="push" />
        <CorrectButton field={field} what={{ is: 'edit' }} label={t('staff-corrections.correct')} />
      </div>
      <dl className="corrections-values">
        <div>
          <dt>{t('staff-corrections.live')}</dt>
          <dd>
            <Value form={form} held={live} />
          </dd>
        </div>
        <div>
          <dt>{t('staff-corrections.filed')}</dt>
          <dd>
            {isSame ? <span className="quiet">{t('staff-corrections.filed-same')}</span> : <Value form={form} held={filed} />}
          </dd>
        </div>
      </dl>
      {field.undecided && <UndecidedItem field={field} />}
      {newest && (
        <p className="quiet">
          {t('staff-corrections.last', { at: timeText(newest.at, new Date(), language), by: newest.by, why: newest.why })}
        </p>
      )}
      {standing === 'corrected' && <CorrectButton field={field} what={{ is: 'file' }} label={t('staff-corrections.to-file')} />}
      {history.length > 0 && (
        <details className="corrections-history">
          <summary>{t('staff-corrections.history-count', { count: history.length })}</summary>
          <HistoryList field={field} />
        </details>
      )}
    </article>
  )
}
