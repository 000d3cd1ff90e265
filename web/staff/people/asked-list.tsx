import { Button } from '@fluentui/react-components'
import { timeText } from '../times.js'
import type { Translate } from '../words.js'
import type { AskedForView, ChoicesView } from '../../../bot/domain/people/people-view.js'
import type { PeopleInHand } from './use-people.js'

type Props = {
  asked: readonly AskedForView[]
  choices: ChoicesView
  t: Translate
  language: string
} & Pick<PeopleInHand, 'change' | 'dismiss'>

/** Who has proved who they are and has no role: one press gives one. */
export function AskedList({ asked, choices, t, language, change, dismiss }: Props) {
  if (asked.length === 0) return <p className="quiet">{t('staff-people.nobody-asks')}</p>
  return (
    <ul className="people-list">
      {asked.map((one) => {
        const name = one.name ?? (one.suggested || t('staff-people.no-name'))
        const done = (role: string): string => t('staff-people.let-in', { name, role: t(`staff.role-${role}`) })
        return (
          <li key={one.id} className="people-person">
            <strong>{name}</strong>
            <span className="quiet">{t('staff-people.asked-at', { time: timeText(one.at, new Date(), language) })}</span>
            <code className="people-id">{one.id}</code>
            <div className="people-acts" role="group" aria-label={t('staff-people.let-in-as', { name })}>
              {choices.roles.map(({ id: role }) => (
                <Button
                  key={role}
                  size="small"
                  onClick={() => void change(one.id, one.version, { roles: [role], ...named(one) }, done(role))}
                >
                  {t('staff-people.as', { role: t(`staff.role-${role}`) })}
                </Button>
              ))}
              <Button size="small" appearance="subtle" onClick={() => void dismiss(one.id)}>
                {t('staff-people.dismiss')}
                <span className="hidden-visually"> {name}</span>
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const named = ({ suggested }: AskedForView): { name?: string } => (suggested === '' ? {} : { name: suggested })
