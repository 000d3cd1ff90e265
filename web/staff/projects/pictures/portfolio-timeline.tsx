import type { Day } from '../../../../bot/domain/projects/calendar.js'
import type { Summary } from '../../../../bot/domain/projects/summary.js'
import { linkTo } from '../address.js'
import { shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { Legend } from './legend.js'
import { TimeAxis } from './time-axis.js'
import { TimeMark } from './time-mark.js'
import { positionOf, spanOf, type Span } from './time-scale.js'
import { TimelineTable } from './timeline-table.js'

const ROW = 36
const AXIS = 18

type Props = { projects: readonly Summary[]; today: Day }

/** The projects of a page below each other on one line of time, with their decision points and milestones. */
export function PortfolioTimeline({ projects, today }: Props) {
  const { t, language } = useProjects()
  const planned = projects.filter(({ timeline, from }) => timeline.length > 0 || from !== undefined)
  const span = spanOf(
    planned.flatMap(({ timeline, from, to }) => [from, to, ...timeline.map(({ on }) => on)]).filter((day) => day !== undefined),
  )
  if (!span) return <p className="quiet">{t('staff-projects.no-timeline')}</p>
  const days = { from: shortDay(span.from, language), to: shortDay(span.to, language) }
  return (
    <figure className="project-picture with-names">
      <figcaption>{t('staff-projects.timelines')}</figcaption>
      <p className="quiet">{t('staff-projects.timelines-says', { count: planned.length, ...days })}</p>
      <Legend />
      <div className="timeline-row" aria-hidden="true">
        <span />
        <svg width="100%" height={AXIS} focusable="false">
          <TimeAxis {...{ span, today, language }} height={AXIS} />
        </svg>
      </div>
      <ul className="timeline-rows">
        {planned.map((project) => (
          <li key={project.id} className="timeline-row">
            <a href={linkTo({ project: project.id })}>{project.name}</a>
            <Line {...{ project, span, today, language }} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('staff-projects.as-table')}</summary>
        <TimelineTable {...{ planned, today }} />
      </details>
    </figure>
  )
}

type LineProps = { project: Summary; span: Span; today: Day; language: string }

/** One project's days; everything in it is in the table too. */
const Line = ({ project: { from, to, timeline, endedOn }, span, today, language }: LineProps) => (
  <svg width="100%" height={ROW} aria-hidden="true" focusable="false">
    <TimeAxis {...{ span, today, language }} height={ROW} isBare />
    {from && to && (
      <line
        className="picture-track"
        x1={`${positionOf(span, from)}%`}
        x2={`${positionOf(span, to)}%`}
        y1={ROW / 2}
        y2={ROW / 2}
      />
    )}
    {timeline.map((mark) => (
      <TimeMark
        key={`${mark.kind} ${mark.id}`}
        {...{ kind: mark.kind, isPassed: mark.isPassed }}
        isLate={!mark.isPassed && mark.on < today && !endedOn}
        at={positionOf(span, mark.on)}
        y={ROW / 2}
        says={`${mark.name ?? mark.id} ${shortDay(mark.on, language)}`}
      />
    ))}
  </svg>
)
