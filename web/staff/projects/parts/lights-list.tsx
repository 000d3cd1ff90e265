import type { ProgressReport } from '../../../../bot/domain/projects/progress-report.js'
import { ASPECT_NAMES } from '../project/aspects.js'
import { useProjects } from '../use-projects.js'
import { LightMark } from './marks.js'

/** The lights of a progress report, each with its trend, and why it is not green. */
export function LightsList({ lights }: { lights: ProgressReport['lights'] }) {
  const { t } = useProjects()
  return (
    <ul className="project-lights">
      {ASPECT_NAMES.map((aspect) => {
        const { light, trend, comment } = lights[aspect]
        return (
          <li key={aspect}>
            <LightMark light={light} of={t(`staff-projects.aspect-${aspect}`)} />
            <span className="quiet">{t(`staff-projects.trend-${trend}`)}</span>
            {comment && <span className="comment">{comment}</span>}
          </li>
        )
      })}
    </ul>
  )
}
