import { CounterBadge } from '@fluentui/react-components'
import type { Place } from '../place.js'
import type { Translate } from '../words.js'

type Props = { places: readonly Place[]; now: string; newAt: Readonly<Record<string, number>>; t: Translate }

/** The way between the places. `newAt`: how much there is new at each. */
export const PlaceNav = ({ places, now, newAt, t }: Props) => (
  <nav className="place-nav" data-region tabIndex={-1} aria-label={t('staff.places')}>
    <ul>
      {places.map(({ id, Icon }) => (
        <li key={id}>
          <a href={`#${id}`} {...(id === now ? { 'aria-current': 'page' as const } : {})}>
            <Icon aria-hidden="true" />
            {t(`staff.place-${id}`)}
            <NewCount count={newAt[id] ?? 0} t={t} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const NewCount = ({ count, t }: { count: number; t: Translate }) =>
  count === 0 ? null : (
    <CounterBadge count={count} color="danger" size="small" role="img" aria-label={t('staff.new-count', { count })} />
  )
