import { Badge, Button } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { lateFirst } from '../state/late-first.js'
import { languageName, timeText } from '../times.js'

/** Whom to call and whom to write to, what is late first. */
export function Promises() {
  const { view, t, language, perform, may } = useDesk()
  const now = useNow(10_000)
  const promised = lateFirst(view.promises, now.getTime())
  if (promised.length === 0) return <p className="empty">{t('staff.no-promises')}</p>
  return (
    <ol className="waiting">
      {promised.map(({ handOff: { id, promise, summary, about, language: spoken, holder }, isLate }) => (
        <li key={id} className={`waiting-item ${isLate ? 'urgent' : ''}`}>
          <div className="item-line">
            <strong>{t(`staff.promise-${promise?.kind ?? 'call-back'}`)}</strong>
            <span>{t('staff.due', { time: timeText(promise?.dueAt ?? '', now, language) })}</span>
            <span className="push" />
            {isLate && <Badge color="danger">{t('staff.late')}</Badge>}
          </div>
          <div className="quiet">
            {languageName(spoken, language)}
            {promise && promise.attempts > 0 && ` · ${t('staff.attempts', { count: promise.attempts })}`}
            {holder && ` · ${holder.name}`}
          </div>
          {about && <div className="item-about">{about.name}</div>}
          {summary && <p className="item-summary">{summary}</p>}
          {may('desk.take') && !holder && (
            <Button size="small" onClick={() => void perform({ act: 'take', handOff: id })}>
              {t('staff.keep-promise')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
