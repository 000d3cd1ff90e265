import type { Day } from '../../../../bot/domain/projects/calendar.js'
import { tickText } from '../texts.js'
import { isWithin, positionOf, ticksOf, type Span } from './time-scale.js'

type Props = {
  span: Span
  today: Day
  height: number
  language: string
  /** Without words, and over the whole height: a row below others that have them. */
  isBare?: boolean
}
const MOST_TICKS = 10
const WORDS = 16

/** The months or years behind a picture of time, and today. */
export function TimeAxis({ span, today, height, language, isBare }: Props) {
  const ticks = ticksOf(span, MOST_TICKS)
  const hasYears = ticks.some(({ isYear }) => isYear)
  return (
    <g aria-hidden="true">
      {ticks.map(({ day, at, isYear }) => (
        <g key={day}>
          <line className="picture-tick" x1={`${at}%`} x2={`${at}%`} y1={isBare ? 0 : WORDS} y2={height} />
          {!isBare && (
            <text
              className={hasYears && !isYear ? 'picture-label between' : 'picture-label'}
              x={`${at}%`}
              y={11}
              textAnchor={at > 94 ? 'end' : 'start'}
            >
              {tickText(day, isYear, language)}
            </text>
          )}
        </g>
      ))}
      {isWithin(span, today) && (
        <line
          className="picture-today"
          x1={`${positionOf(span, today)}%`}
          x2={`${positionOf(span, today)}%`}
          y1={isBare ? 0 : WORDS - 2}
          y2={height}
        />
      )}
    </g>
  )
}
