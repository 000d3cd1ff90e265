import { ActButton } from '../parts/act-button.js'
import { Section } from '../parts/section.js'
import { dayText } from '../texts.js'
import { dutyLink } from '../to-do.js'
import { useProjects } from '../use-projects.js'
import { useProject } from './use-project.js'

const SNOOZE_DAYS = 3
const DAY_MS = 86_400_000
const daysLater = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** What the reader has to do here. A reminder can be put off; the duty stays. */
export function DutiesPart() {
  const { t, language } = useProjects()
  const { view, may } = useProject()
  if (view.duties.length === 0) return null
  const until = daysLater(view.today, SNOOZE_DAYS)
  return (
    <Section title={t('staff-projects.duties')}>
      <ul className="projects-todo">
        {view.duties.map((duty) => (
          <li key={duty.key}>
            <a href={dutyLink(duty)}>{t(`staff-projects.duty-${duty.kind}`)}</a>
            <span className="quiet">
              {t(duty.due < view.today ? 'staff-projects.was-due' : 'staff-projects.due', {
                on: dayText(duty.due, language),
              })}
            </span>
            {may('snooze') && (
              <ActButton
                text={t('staff-projects.snooze')}
                name={t('staff-projects.snooze-name', { what: t(`staff-projects.duty-${duty.kind}`) })}
                done={t('staff-projects.snoozed', { on: dayText(until, language) })}
                event={{ kind: 'snoozed', duty: duty.key, until }}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
