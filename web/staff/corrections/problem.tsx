import { Button } from '@fluentui/react-components'
import { Told } from '../parts/told.js'
import type { Correcting } from './use-correcting.js'
import { useCorrections } from './use-corrections.js'
import { Value } from './value.js'
import { wantedBy } from './draft.js'

/** What stands in the way; where somebody else was first, what stands now beside what was wanted. */
export function Problem({ correcting }: { correcting: Correcting }) {
  const { t } = useCorrections()
  const { problem, meanwhile, draft, stillMine, beginAgain } = correcting
  if (!problem) return null
  const wanted = meanwhile && wantedBy(meanwhile.form, draft)
  return (
    <div className="corrections-problem">
      <Told intent="error">{problem}</Told>
      {meanwhile && (
        <>
          <dl className="corrections-values">
            <div>
              <dt>{t('staff-corrections.meanwhile')}</dt>
              <dd>
                <Value form={meanwhile.form} held={meanwhile.live} />
                {meanwhile.history[0] && (
                  <span className="quiet">
                    {meanwhile.history[0].by}: <q>{meanwhile.history[0].why}</q>
                  </span>
                )}
              </dd>
            </div>
            {(wanted?.is === 'value' || wanted?.is === 'left-out') && (
              <div>
                <dt>{t('staff-corrections.yours')}</dt>
                <dd>
                  <Value form={meanwhile.form} held={wanted.is === 'value' ? { is: 'value', value: wanted.value } : wanted} />
                </dd>
              </div>
            )}
          </dl>
          <div className="item-line">
            <Button onClick={() => beginAgain(meanwhile)}>{t('staff-corrections.use-now')}</Button>
            <Button onClick={() => stillMine(meanwhile)}>{t('staff-corrections.still-mine')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
