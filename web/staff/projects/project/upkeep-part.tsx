import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { ActButton } from '../parts/act-button.js'
import { Section } from '../parts/section.js'
import { UpkeepForm } from '../forms/upkeep-form.js'
import { useProjects } from '../use-projects.js'

type Running = 'activity-plan' | 'risk-analysis'
const PARTS: readonly Running[] = ['activity-plan', 'risk-analysis']

/** The manager's upkeep of what runs: nothing has changed in one press, or a form. */
export function UpkeepPart({ content }: { content: PlanContent }) {
  const { t } = useProjects()
  const [editing, setEditing] = useState<Running>()
  return (
    <Section title={t('staff-projects.upkeep')}>
      <p className="quiet">{t('staff-projects.upkeep-hint')}</p>
      {PARTS.map((of) => (
        <div key={of} className="project-line">
          <strong>{t(`staff-projects.duty-${of}`)}</strong>
          <ActButton
            text={t('staff-projects.nothing-changed')}
            name={t('staff-projects.nothing-changed-in', { what: t(`staff-projects.duty-${of}`) })}
            done={t('staff-projects.kept-up')}
            event={{ kind: 'plan-kept-up', of, edits: [] }}
          />
          <Button size="small" aria-expanded={editing === of} onClick={() => setEditing(editing === of ? undefined : of)}>
            {t(`staff-projects.change-${of}`)}
          </Button>
        </div>
      ))}
      {editing && <UpkeepForm key={editing} of={editing} content={content} close={() => setEditing(undefined)} />}
    </Section>
  )
}
