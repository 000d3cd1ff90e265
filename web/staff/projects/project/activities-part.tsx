import { Badge, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { DataTable } from '../parts/data-table.js'
import { Section } from '../parts/section.js'
import { hoursText, shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { useProject } from './use-project.js'

const SHOWN = 50

/** The activities with what has been reported of them. What depends on an undecided request is told as waiting, never as going on. */
export function ActivitiesPart({ content }: { content: Pick<PlanContent, 'activities'> }) {
  const { t, language, nameOf } = useProjects()
  const { view } = useProject()
  const [isAll, setAll] = useState(false)
  const { activities } = content
  const shown = isAll ? activities : activities.slice(0, SHOWN)
  return (
    <Section title={t('staff-projects.part-activities')}>
      <DataTable
        caption={t('staff-projects.part-activities')}
        heads={['activity', 'who', 'from', 'to', 'hours', 'spent', 'left', 'state'].map((head) =>
          t(`staff-projects.head-${head}`),
        )}
        rows={shown.map((activity) => {
          const work = view.activities.find(({ id }) => id === activity.id)
          return {
            id: activity.id,
            cells: [
              activity.name,
              activity.who.map(nameOf).join(', ') || '–',
              shortDay(activity.from, language),
              shortDay(work?.to ?? activity.to, language),
              hoursText(activity.hours, language),
              hoursText(work?.spent ?? 0, language),
              work?.left === undefined ? '–' : hoursText(work.left, language),
              work && (
                <Badge
                  key="state"
                  appearance={work.state === 'waiting-for-decision' ? 'filled' : 'outline'}
                  color={work.state === 'waiting-for-decision' ? 'important' : 'informative'}
                  className="project-mark"
                >
                  {t(`staff-projects.state-${work.state}`)}
                </Badge>
              ),
            ],
          }
        })}
      />
      {activities.length > SHOWN && (
        <ToggleButton size="small" checked={isAll} onClick={() => setAll(!isAll)}>
          {t('staff-projects.show-all', { count: activities.length })}
        </ToggleButton>
      )}
    </Section>
  )
}
