import { Button } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { languageName, minutesBetween } from '../times.js'
import { Countdown } from './countdown.js'
import { Warnings } from './warnings.js'

/** A chat that is offered or handed over: this agent says yes or no. */
export function Offered({ handOff }: { handOff: HandOffView & { until?: string } }) {
  const { view, t, language, perform, take } = useDesk()
  const now = useNow(10_000)
  const { id, transfer, summary, about, holder } = handOff
  const queue = view.queues.find((one) => one.id === handOff.queue)?.name ?? handOff.queue
  return (
    <section className="offered" aria-label={t('staff.offered')}>
      <div className="item-line">
        <strong>{transfer ? t('staff.handed-to-you', { name: holder?.name ?? '' }) : t('staff.offered')}</strong>
        <Countdown until={handOff.until} />
        <span className="push" />
        <Warnings handOff={handOff} />
      </div>
      {transfer && <div>{t(`staff.why-${transfer.reason}`)}</div>}
      <div className="quiet">
        {t('staff.waited', { minutes: minutesBetween(handOff.askedAt, now) })} · {queue} ·{' '}
        {languageName(handOff.language, language)}
      </div>
      {about && <div className="item-about">{about.name}</div>}
      {summary && <p className="item-summary">{summary}</p>}
      <div className="item-line">
        <Button appearance="primary" onClick={() => void take(id)}>
          {t('staff.accept')}
        </Button>
        <Button onClick={() => void perform({ act: 'decline', handOff: id })}>{t('staff.decline')}</Button>
      </div>
    </section>
  )
}
