type Props = {
  at: number
  y: number
  kind: 'point' | 'milestone'
  isPassed: boolean
  isLate: boolean
  label?: string
  /** Shown to whoever points at it. */
  says?: string
}

const SHAPES = { point: 'M0,-8 L8,0 L0,8 L-8,0 Z', milestone: 'M-6,-6 H6 V6 H-6 Z' } as const
const ON_THE_RIGHT = 92
/** Whether its label stands to the left of a mark, since there is no room to the right. */
export const isLabelledLeft = (at: number): boolean => at > ON_THE_RIGHT

/** A decision point (a diamond) or a milestone (a square). Passed is filled, late is crossed out: told by shape, not by colour alone. */
export const TimeMark = ({ at, y, kind, isPassed, isLate, label, says }: Props) => (
  <svg className="picture-at" x={`${at}%`} y={y} aria-hidden="true">
    {says && <title>{says}</title>}
    <path className={`picture-mark${isPassed ? ' passed' : ''}${isLate ? ' late' : ''}`} d={SHAPES[kind]} />
    {isLate && <path className="picture-cross" d="M-4,-4 L4,4 M4,-4 L-4,4" />}
    {label && (
      <text className="picture-label" x={isLabelledLeft(at) ? -11 : 11} y={4} textAnchor={isLabelledLeft(at) ? 'end' : 'start'}>
        {label}
      </text>
    )}
  </svg>
)
