import { DataTable } from '../parts/data-table.js'
import { Section } from '../parts/section.js'
import { dayText, hoursText, shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { useProject } from './use-project.js'

/** The status reports that are not compiled yet, of those that the reader may read. They go no further as they are. */
export function StatusReports() {
  const { t, language, nameOf } = useProjects()
  const { view } = useProject()
  const { statusReports, plan } = view
  if (statusReports.length === 0) return null
  const activityName = (activity: string): string => plan?.content.activities.find(({ id }) => id === activity)?.name ?? activity
  return (
    <Section title={t('staff-projects.status-reports')}>
      <DataTable
        caption={t('staff-projects.status-reports')}
        heads={['who', 'week', 'activity', 'spent', 'left', 'new-end', 'problem', 'proposal'].map((head) =>
          t(`staff-projects.head-${head}`),
        )}
        rows={statusReports.flatMap((report) =>
          report.entries.map((entry) => ({
            id: `${String(report.number)} ${entry.activity}`,
            cells: [
              nameOf(report.by),
              dayText(report.week, language),
              activityName(entry.activity),
              hoursText(entry.spent, language),
              hoursText(entry.left, language),
              entry.newEnd ? shortDay(entry.newEnd, language) : t('staff-projects.on-plan'),
              entry.problem || '–',
              entry.proposal || '–',
            ],
          })),
        )}
      />
    </Section>
  )
}
