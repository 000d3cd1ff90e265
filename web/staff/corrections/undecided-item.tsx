import type { FieldView } from '../../../bot/domain/corrections/view.js'
import { Told } from '../parts/told.js'
import { CorrectButton } from './correct-button.js'
import { useCorrections } from './use-corrections.js'
import { Value } from './value.js'

/** A correction that the file has come past: which is live, what the other says, and the choice between them. */
export function UndecidedItem({ field }: { field: FieldView }) {
  const { t } = useCorrections()
  const { undecided, form, live, standing } = field
  if (!undecided) return null
  return (
    <div className="corrections-undecided">
      <Told intent="warning">{t(`staff-corrections.${standing}-says`)}</Told>
      <dl className="corrections-values">
        <div>
          <dt>{t('staff-corrections.live')}</dt>
          <dd>
            <Value form={form} held={live} />
          </dd>
        </div>
        <div>
          <dt>{t('staff-corrections.correction')}</dt>
          <dd>
            <Value form={form} held={undecided.after} />
            <span className="quiet">
              {undecided.by}: <q>{undecided.why}</q>
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('staff-corrections.was-filed')}</dt>
          <dd>
            <Value form={form} held={undecided.base} />
          </dd>
        </div>
      </dl>
      <div className="item-line">
        {standing === 'file-changed' && <CorrectButton field={field} what={{ is: 'keep' }} label={t('staff-corrections.keep')} />}
        <CorrectButton field={field} what={{ is: 'file' }} label={t('staff-corrections.drop')} />
      </div>
    </div>
  )
}
