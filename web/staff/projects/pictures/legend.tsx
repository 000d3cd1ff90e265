import { useProjects } from '../use-projects.js'
import { TimeMark } from './time-mark.js'

const EXAMPLES = [
  { word: 'point', kind: 'point', isPassed: false, isLate: false },
  { word: 'milestone', kind: 'milestone', isPassed: false, isLate: false },
  { word: 'passed', kind: 'point', isPassed: true, isLate: false },
  { word: 'late', kind: 'point', isPassed: false, isLate: true },
] as const

/** What the shapes of a picture of time mean. */
export function Legend() {
  const { t } = useProjects()
  return (
    <ul className="project-legend">
      {EXAMPLES.map(({ word, ...mark }) => (
        <li key={word}>
          <svg width={18} height={18} aria-hidden="true" focusable="false">
            <TimeMark {...mark} at={50} y={9} />
          </svg>
          {t(`staff-projects.legend-${word}`)}
        </li>
      ))}
      <li>
        <svg width={18} height={18} aria-hidden="true" focusable="false">
          <line className="picture-today" x1={9} x2={9} y1={1} y2={17} />
        </svg>
        {t('staff-projects.legend-today')}
      </li>
    </ul>
  )
}
