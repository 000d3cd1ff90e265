import type { Risk } from '../../../../bot/domain/projects/plan.js'
import { useProjects } from '../use-projects.js'
import { cellsOf, GRADES, gravityOf, linesIn, numberedRisks, type Cell } from './risk-cells.js'
import { RiskTable } from './risk-table.js'

const SIDE = 52
const LEFT = 34
const SIZE = GRADES.length * SIDE
const LINE = 15

/** Probability times consequence, with the numbers of the risks, and the risks themselves beside it. */
export function RiskMatrix({ risks, isUnderHeading }: { risks: readonly Risk[]; isUnderHeading?: boolean }) {
  const { t } = useProjects()
  if (risks.length === 0) return <p className="quiet">{t('staff-projects.no-risks')}</p>
  const numbered = numberedRisks(risks)
  const serious = numbered.filter(({ probability, consequence }) => gravityOf(probability, consequence) === 'serious')
  const says = t('staff-projects.risks-say', { count: risks.length, serious: serious.length })
  return (
    <figure className="project-picture">
      <figcaption className={isUnderHeading ? 'hidden-visually' : undefined}>{t('staff-projects.risk-matrix')}</figcaption>
      <div className="risk-figure">
        <svg className="risk-matrix" role="img" aria-label={says} viewBox={`0 0 ${LEFT + SIZE} ${SIZE + 40}`} focusable="false">
          {cellsOf(numbered).map((row, line) => (
            <g key={GRADES.length - line}>
              <text className="picture-label" x={LEFT - 8} y={line * SIDE + SIDE / 2 + 4} textAnchor="end">
                {GRADES.length - line}
              </text>
              {row.map((cell, column) => (
                <MatrixCell key={cell.consequence} cell={cell} x={LEFT + column * SIDE} y={line * SIDE} />
              ))}
            </g>
          ))}
          {GRADES.map((grade, column) => (
            <text key={grade} className="picture-label" x={LEFT + column * SIDE + SIDE / 2} y={SIZE + 16} textAnchor="middle">
              {grade}
            </text>
          ))}
          <text className="picture-label" x={LEFT + SIZE / 2} y={SIZE + 34} textAnchor="middle">
            {t('staff-projects.consequence')}
          </text>
          <text className="picture-label" transform={`translate(10 ${SIZE / 2}) rotate(-90)`} textAnchor="middle">
            {t('staff-projects.probability')}
          </text>
        </svg>
        <RiskTable risks={numbered} />
      </div>
    </figure>
  )
}

function MatrixCell({ cell, x, y }: { cell: Cell; x: number; y: number }) {
  const lines = linesIn(cell)
  return (
    <g>
      <rect className={`risk-cell ${cell.gravity}`} x={x + 1} y={y + 1} width={SIDE - 2} height={SIDE - 2} />
      {lines.map((line, index) => (
        <text
          key={line}
          className="risk-numbers"
          x={x + SIDE / 2}
          y={y + SIDE / 2 + 4 + (index - (lines.length - 1) / 2) * LINE}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}
