import { LightsList } from '../parts/lights-list.js'
import { Section } from '../parts/section.js'
import { TimelinePicture } from '../pictures/timeline-picture.js'
import { withDecided } from '../pictures/with-decided.js'
import { useProjects } from '../use-projects.js'
import { DocumentsPart } from './documents-part.js'
import { DutiesPart } from './duties-part.js'
import { MoneyPart } from './money-part.js'
import { PointPart } from './point-part.js'
import { useProject } from './use-project.js'

/** How the project stands: what there is to do, the lights, the money, the next decision point, the time. */
export function OverviewTab() {
  const { t } = useProjects()
  const { view } = useProject()
  const { outlook, lastProgress, summary } = view
  return (
    <div className="projects-all">
      <DutiesPart />
      {(lastProgress ?? outlook) && (
        <div className="project-pair">
          {lastProgress && (
            <Section title={t('staff-projects.lights')}>
              <LightsList lights={lastProgress.lights} />
            </Section>
          )}
          {outlook && <MoneyPart outlook={outlook} />}
        </div>
      )}
      <Section title={t('staff-projects.timeline')}>
        <TimelinePicture
          timeline={withDecided(summary.timeline, view.decisions)}
          from={summary.from}
          to={summary.to}
          today={view.today}
        />
      </Section>
      {view.next && <PointPart point={view.next} />}
      <DocumentsPart />
    </div>
  )
}
