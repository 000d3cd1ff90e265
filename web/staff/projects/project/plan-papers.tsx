import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Part } from '../../../../bot/domain/projects/plan.js'
import { PART_NAMES } from '../forms/edits.js'
import { Download } from '../parts/download.js'
import { Papers } from '../parts/papers.js'
import { RegisterMark } from '../parts/register-mark.js'
import { useProjects } from '../use-projects.js'
import { sheetPath } from '../ways.js'
import { useProject } from './use-project.js'

/** The plan as PDF and Word, the whole of it as a workbook, and one part of it as CSV. */
export function PlanPapers() {
  const { t } = useProjects()
  const { view } = useProject()
  const [part, setPart] = useState<Part>('activities')
  const name = `${view.number}-${t('staff-projects.tab-plan')}`
  return (
    <div className="project-line">
      {view.plan && (
        <>
          <Papers project={view.id} paper="plan" number={view.plan.revision} />
          <RegisterMark
            thing={{ what: 'plan', number: view.plan.revision }}
            name={t('staff-projects.paper-plan', { number: view.plan.revision })}
          />
        </>
      )}
      <Download path={sheetPath(view.id, 'xlsx')} name={`${name}.xlsx`} text={t('staff-projects.as-xlsx')} />
      <Select
        size="small"
        aria-label={t('staff-projects.part-as-csv')}
        value={part}
        onChange={(_, { value }) => setPart(value as Part)}
      >
        {PART_NAMES.map((one) => (
          <option key={one} value={one}>
            {t(`staff-projects.part-${one}`)}
          </option>
        ))}
      </Select>
      <Download path={sheetPath(view.id, 'csv', part)} name={`${name}-${part}.csv`} text={t('staff-projects.as-csv')} />
    </div>
  )
}
