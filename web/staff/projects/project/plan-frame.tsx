import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { Facts } from '../parts/facts.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'

/** What the project is and is not, from when to when, and what it is to deliver. */
export function PlanFrame({ content }: { content: Pick<PlanContent, 'frame' | 'goals'> }) {
  const { t, language } = useProjects()
  const [frame] = content.frame
  return (
    <Facts
      facts={[
        [t('staff-projects.field-scope'), frame?.scope],
        [t('staff-projects.field-limits'), frame?.limits],
        [
          t('staff-projects.period'),
          frame && t('staff-projects.from-to', { from: dayText(frame.from, language), to: dayText(frame.to, language) }),
        ],
        [
          t('staff-projects.part-goals'),
          <ul key="goals">
            {content.goals.map(({ id, name, measure }) => (
              <li key={id}>
                {name}: {measure}
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  )
}
