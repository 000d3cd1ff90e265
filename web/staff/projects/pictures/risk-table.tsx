import { DataTable } from '../parts/data-table.js'
import { useProjects } from '../use-projects.js'
import { gravityOf, type NumberedRisk } from './risk-cells.js'

const HEADS = ['number', 'risk', 'gravity', 'probability', 'consequence', 'action', 'who'] as const

/** The risks by the numbers that the matrix has. Who answers for them is left out where nobody does. */
export function RiskTable({ risks }: { risks: readonly NumberedRisk[] }) {
  const { t, nameOf } = useProjects()
  const heads = HEADS.filter((head) => head !== 'who' || risks.some(({ owner }) => owner))
  return (
    <DataTable
      caption={t('staff-projects.risks')}
      heads={heads.map((head) => t(`staff-projects.head-${head}`))}
      rows={risks.map((risk) => ({
        id: risk.id,
        cells: [
          risk.number,
          risk.name,
          t(`staff-projects.gravity-${gravityOf(risk.probability, risk.consequence)}`),
          risk.probability,
          risk.consequence,
          risk.action || '–',
          risk.owner ? nameOf(risk.owner) : '–',
        ].slice(0, heads.length),
      }))}
    />
  )
}
