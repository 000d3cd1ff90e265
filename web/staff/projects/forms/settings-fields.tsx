import type { Body, Point } from '../../../../bot/domain/projects/points.js'
import type { Settings } from '../../../../bot/domain/projects/settings.js'
import { BODY_NAMES, USUALLY_BY } from '../points.js'
import { useProjects } from '../use-projects.js'
import { ChoiceOf } from './choice-of.js'

type Weekday = Settings['days']['statusReport']
const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const WEEKS = ['1', '2', '3', '4'] as const

type Props = { settings: Settings; set: (settings: Settings) => void }

/** Who decides each decision point, changes and deliveries. What is as usual is not said. */
export function DecidesFields({ settings, set, points }: Props & { points: readonly Point[] }) {
  const { t } = useProjects()
  const textOf = (body: Body): string => t(`staff-projects.body-${body}`)
  const decide = (point: Point, body: Body): void => {
    const { [point]: _, ...others } = settings.decides
    set({ ...settings, decides: body === USUALLY_BY[point] ? others : { ...others, [point]: body } })
  }
  return (
    <div className="project-fields">
      {points.map((point) => (
        <ChoiceOf
          key={point}
          label={t('staff-projects.setting-decides', { point })}
          value={settings.decides[point] ?? USUALLY_BY[point]}
          values={BODY_NAMES}
          {...{ textOf }}
          choose={(body) => decide(point, body)}
        />
      ))}
      {(['decidesChanges', 'decidesDeliveries'] as const).map((name) => (
        <ChoiceOf
          key={name}
          label={t(`staff-projects.setting-${name}`)}
          value={settings[name]}
          values={BODY_NAMES}
          {...{ textOf }}
          choose={(body) => set({ ...settings, [name]: body })}
        />
      ))}
    </div>
  )
}

/** The project's own days. */
export function DaysFields({ settings, set }: Props) {
  const { t } = useProjects()
  const { days } = settings
  return (
    <div className="project-fields">
      {(['statusReport', 'progressReport', 'activityPlan'] as const).map((name) => (
        <ChoiceOf
          key={name}
          label={t(`staff-projects.setting-${name}`)}
          value={days[name]}
          values={WEEKDAYS}
          textOf={(weekday) => t(`staff-projects.weekday-${weekday}`)}
          choose={(weekday) => set({ ...settings, days: { ...days, [name]: weekday } })}
        />
      ))}
      <ChoiceOf
        label={t('staff-projects.setting-progressWeek')}
        value={String(days.progressWeek)}
        values={WEEKS}
        textOf={(week) => t('staff-projects.nth-in-month', { nth: week })}
        choose={(week) => set({ ...settings, days: { ...days, progressWeek: Number(week) } })}
      />
    </div>
  )
}
