import type { Point } from '../../../../bot/domain/projects/points.js'
import type { Settings } from '../../../../bot/domain/projects/settings.js'
import { Facts } from '../parts/facts.js'
import { USUALLY_BY } from '../points.js'
import { useProjects } from '../use-projects.js'

/** What the project has decided for itself. */
export function SettingsView({ settings, points }: { settings: Settings; points: readonly Point[] }) {
  const { t } = useProjects()
  const { quorum, voteDays, tolerance, decides, decidesChanges, decidesDeliveries, days } = settings
  const body = (one: Settings['decidesChanges']): string => t(`staff-projects.body-${one}`)
  return (
    <Facts
      facts={[
        [t('staff-projects.setting-quorum'), quorum ?? t('staff-projects.more-than-half')],
        [t('staff-projects.setting-voteDays'), voteDays],
        [t('staff-projects.setting-tolerance'), `${String(tolerance)} %`],
        [t('staff-projects.setting-decidesChanges'), body(decidesChanges)],
        [t('staff-projects.setting-decidesDeliveries'), body(decidesDeliveries)],
        ...points.map(
          (point) => [t('staff-projects.setting-decides', { point }), body(decides[point] ?? USUALLY_BY[point])] as const,
        ),
        [t('staff-projects.setting-statusReport'), t(`staff-projects.weekday-${days.statusReport}`)],
        [
          t('staff-projects.setting-progressReport'),
          t('staff-projects.nth-weekday', {
            nth: days.progressWeek,
            weekday: t(`staff-projects.weekday-${days.progressReport}`),
          }),
        ],
        [t('staff-projects.setting-activityPlan'), t(`staff-projects.weekday-${days.activityPlan}`)],
      ]}
    />
  )
}
