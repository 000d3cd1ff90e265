import type { Compiled } from '../../../../bot/domain/projects/progress-report.js'
import { Facts } from '../parts/facts.js'
import { useProject } from '../project/use-project.js'
import { hoursText, shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'

/** What the status reports say together, and the requests that wait. */
export function CompiledPart({ compiled, waiting }: { compiled: Compiled; waiting: readonly number[] }) {
  const { t, language } = useProjects()
  const { view } = useProject()
  const nameOf = (activity: string): string => view.plan?.content.activities.find(({ id }) => id === activity)?.name ?? activity
  const list = (lines: readonly string[]) =>
    lines.length > 0 && (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    )
  const texts = (of: Compiled['problems']) => list(of.map(({ activity, text }) => `${nameOf(activity)}: ${text}`))
  return (
    <Facts
      facts={[
        [
          t('staff-projects.compiled'),
          t('staff-projects.compiled-of', { reports: compiled.reports, hours: hoursText(compiled.hours, language) }),
        ],
        [t('staff-projects.compiled-done'), list(compiled.done.map(nameOf)) || undefined],
        [
          t('staff-projects.compiled-moved'),
          list(compiled.moved.map(({ activity, to }) => `${nameOf(activity)}: ${shortDay(to, language)}`)) || undefined,
        ],
        [t('staff-projects.compiled-problems'), texts(compiled.problems) || undefined],
        [t('staff-projects.compiled-proposals'), texts(compiled.proposals) || undefined],
        [
          t('staff-projects.compiled-waiting'),
          waiting.length > 0 ? waiting.map((number) => t('staff-projects.request-number', { number })).join(', ') : undefined,
        ],
      ]}
    />
  )
}
