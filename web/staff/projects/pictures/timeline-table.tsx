import type { Day } from '../../../../bot/domain/projects/calendar.js'
import type { Summary } from '../../../../bot/domain/projects/summary.js'
import { DataTable } from '../parts/data-table.js'
import { shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'

type Props = { planned: readonly Summary[]; today: Day }

/** Every decision point and milestone of the projects, with its day. */
export function TimelineTable({ planned, today }: Props) {
  const { t, language } = useProjects()
  const state = ({ isPassed, on }: Summary['timeline'][number], hasEnded: boolean): string =>
    t(`staff-projects.mark-${isPassed ? 'passed' : on < today && !hasEnded ? 'late' : 'ahead'}`)
  return (
    <DataTable
      caption={t('staff-projects.timelines')}
      heads={['project', 'what', 'planned', 'state'].map((head) => t(`staff-projects.head-${head}`))}
      rows={planned.flatMap((project) =>
        project.timeline.map((mark) => ({
          id: `${project.id} ${mark.kind} ${mark.id}`,
          cells: [project.name, mark.name ?? mark.id, shortDay(mark.on, language), state(mark, project.endedOn !== undefined)],
        })),
      )}
    />
  )
}
