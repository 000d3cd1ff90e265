import { Badge, CounterBadge, Link } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { languageName, timeText } from '../times.js'
import { useNow } from '../hooks/use-now.js'
import { ChatMenu } from './chat-menu.js'
import { Warnings } from './warnings.js'

type Props = {
  handOff: HandOffView
  number: number
  unread: number
}

/** What one must know at a glance: the matter, the language, whether the citizen is there, and what they agreed to tell. */
export function ChatHead({ handOff, number, unread }: Props) {
  const { view, t, language } = useDesk()
  const now = useNow(30_000)
  const { about, summary, citizenIsThere, askedAt, queue } = handOff
  return (
    <header className="chat-head">
      <div className="item-line">
        <span className="chat-number" aria-hidden="true">
          {number}
        </span>
        <h2>
          {about?.url ? (
            <Link href={about.url} target="_blank" rel="noopener">
              {about.name}
            </Link>
          ) : (
            (about?.name ?? t('staff.chat'))
          )}
        </h2>
        {unread > 0 && (
          <CounterBadge count={unread} color="danger" aria-label={t('staff.unread', { count: unread })} role="img" />
        )}
        <span className="push" />
        <ChatMenu handOff={handOff} />
      </div>
      <div className="item-line">
        <Badge appearance="tint" color="brand">
          {languageName(handOff.language, language)}
        </Badge>
        <Warnings handOff={handOff} />
        <span className="quiet">
          {view.queues.find(({ id }) => id === queue)?.name ?? queue}
          {' · '}
          {t('staff.asked-at', { time: timeText(askedAt, now, language) })} ·{' '}
          {citizenIsThere ? t('staff.is-there') : t('staff.not-there')}
        </span>
      </div>
      {summary && (
        <details className="summary" open>
          <summary>{t('staff.summary')}</summary>
          <p>{summary}</p>
        </details>
      )}
    </header>
  )
}
