import type { Day } from '../../../../bot/domain/projects/calendar.js'
import type { OnTimeline } from '../../../../bot/domain/projects/summary.js'
import { DataTable } from '../parts/data-table.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { lanesOf } from './lanes.js'
import { Legend } from './legend.js'
import { Picture } from './picture.js'
import { TimeAxis } from './time-axis.js'
import { isLabelledLeft, TimeMark } from './time-mark.js'
import { positionOf, spanOf } from './time-scale.js'

type Props = { timeline: readonly OnTimeline[]; from?: Day; to?: Day; today: Day }

const LANE = 26
const MOST_LANES = 4
// Percent of the width that a mark with its short label needs on a narrow screen.
const APART = 14

/** The decision points and milestones of one project on a line of time. Milestones bear numbers, which the table below explains. */
export function TimelinePicture({ timeline, from, to, today }: Props) {
  const { t, language } = useProjects()
  const span = spanOf([...timeline.map(({ on }) => on), ...[from, to].filter((day) => day !== undefined)])
  if (!span || timeline.length === 0) return <p className="quiet">{t('staff-projects.no-timeline')}</p>
  const marks = withLabels(timeline)
  const places = marks.map(({ on }) => positionOf(span, on))
  // What has its label to the left takes room there.
  const lanes = lanesOf(
    places.map((at) => (isLabelledLeft(at) ? at - APART : at)),
    APART,
    MOST_LANES,
  )
  const height = 34 + (Math.max(...lanes) + 1) * LANE
  const next = marks.find(({ isPassed }) => !isPassed)
  return (
    <>
      <Picture
        caption={t('staff-projects.timeline')}
        says={t('staff-projects.timeline-says', {
          passed: marks.filter(({ isPassed }) => isPassed).length,
          count: marks.length,
          next: next ? `${next.name ?? next.label} ${dayText(next.on, language)}` : '–',
        })}
        height={height}
        isUnderHeading
        hasMarks
        table={
          <DataTable
            caption={t('staff-projects.timeline')}
            heads={['mark', 'what', 'planned', 'state'].map((head) => t(`staff-projects.head-${head}`))}
            rows={marks.map((mark) => ({
              id: `${mark.kind} ${mark.id}`,
              cells: [
                mark.label,
                mark.name ?? t(`staff-projects.point-${mark.id}`),
                dayText(mark.on, language),
                t(`staff-projects.mark-${mark.isPassed ? 'passed' : mark.on < today ? 'late' : 'ahead'}`),
              ],
            }))}
          />
        }
      >
        <TimeAxis {...{ span, today, height, language }} />
        {marks.map((mark, index) => (
          <TimeMark
            key={`${mark.kind} ${mark.id}`}
            {...{ kind: mark.kind, isPassed: mark.isPassed, label: mark.label }}
            isLate={!mark.isPassed && mark.on < today}
            at={places[index]!}
            y={30 + lanes[index]! * LANE}
            says={`${mark.name ?? t(`staff-projects.point-${mark.id}`)}, ${dayText(mark.on, language)}`}
          />
        ))}
      </Picture>
      <Legend />
    </>
  )
}

/** Points are called by their names, milestones by M and a number in the order of time. */
function withLabels(timeline: readonly OnTimeline[]): (OnTimeline & { label: string })[] {
  let milestone = 0
  return timeline
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map((mark) => ({ ...mark, label: mark.kind === 'point' ? mark.id : `M${String(++milestone)}` }))
}
