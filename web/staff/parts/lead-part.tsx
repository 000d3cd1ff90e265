import { Button } from '@fluentui/react-components'
import type { LeadView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { timeText } from '../times.js'
import { Told } from './told.js'

/** What the shift lead has to see to, since nobody else will: what could not be sent, and what citizens are told now. */
export function LeadPart({ lead: { mailIsMissing, notSent, notSentCount, said } }: { lead: LeadView }) {
  const { t, language, perform } = useDesk()
  const now = useNow(10_000)
  return (
    <>
      {mailIsMissing && <Told intent="warning">{t('staff.mail-missing')}</Told>}
      {notSent.length > 0 && (
        <section aria-labelledby="not-sent">
          <h2 id="not-sent" className="side-heading">
            {t('staff.not-sent', { count: notSentCount })}
          </h2>
          <ul className="colleagues">
            {notSent.map(({ id, at, kind, why, queue }) => (
              <li key={id} className="item-line">
                <span className="grow">
                  {t(`staff.not-sent-${kind}`)}: {t(`staff.not-sent-${why}`)}
                  <span className="quiet">
                    {` · ${timeText(at, now, language)}`}
                    {queue && ` · ${queue}`}
                  </span>
                </span>
                <Button size="small" onClick={() => void perform({ act: 'seen-to', failure: id })}>
                  {t('staff.seen-to')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {said.length > 0 && (
        <section aria-labelledby="said-now">
          <h2 id="said-now" className="side-heading">
            {t('staff.said-now', { count: said.length })}
          </h2>
          <ul className="colleagues">
            {said.map(({ id, queue, text, until }) => (
              <li key={id} className="item-line">
                <span className="grow">
                  <strong>{queue ?? t('staff.said-to-all')}: </strong>
                  {t('staff.notice-until', { text, time: timeText(until, now, language) })}
                </span>
                <Button size="small" onClick={() => void perform({ act: 'end-notice', notice: id })}>
                  {t('staff.end-notice')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
