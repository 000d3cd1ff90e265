import { Button } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { MoveDialog } from '../dialogs/move-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { Warnings } from './warnings.js'
import { languageName, minutesBetween, timeText } from '../times.js'

/** One who waits: how long, in which language, about what, and what they agreed to tell. */
export function WaitingItem({ handOff, now }: { handOff: HandOffView; now: Date }) {
  const { view, t, language, take, may } = useDesk()
  const { id, queue, urgency, askedAt, summary, about } = handOff
  const queueName = view.queues.find((one) => one.id === queue)?.name ?? queue
  return (
    <li className={`waiting-item ${urgency}`}>
      <div className="item-line">
        <strong>{t('staff.waited', { minutes: minutesBetween(askedAt, now) })}</strong>
        <span className="quiet">{timeText(askedAt, now, language)}</span>
        <span className="push" />
        <Warnings handOff={handOff} />
      </div>
      <div className="item-line quiet">
        {queueName} · <span lang={language}>{languageName(handOff.language, language)}</span>
        {!handOff.citizenIsThere && ` · ${t('staff.not-there')}`}
      </div>
      {about && <div className="item-about">{about.name}</div>}
      {summary && <p className="item-summary">{summary}</p>}
      <div className="item-line">
        {may('desk.take') && (
          <Button
            size="small"
            onClick={() => void take(id)}
            aria-label={t('staff.take-name', { what: about?.name ?? queueName })}
          >
            {t('staff.take')}
          </Button>
        )}
        {may('desk.move') && <MoveDialog handOff={handOff} />}
      </div>
    </li>
  )
}
