import { useState } from 'react'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import type { PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { differencesBetween, differencesOf } from './edits.js'
import { EditsField } from './edits-field.js'
import { Meanwhile } from './meanwhile.js'

type Props = { of: 'activity-plan' | 'risk-analysis'; content: PlanContent; close: () => void }

/**
 * Changes of activities or risks, on top of the plan as it was when the form was opened. When somebody else has changed that meanwhile, what
 * stands now is shown, and nothing can be sent until it has been seen.
 */
export function UpkeepForm({ of, content, close }: Props) {
  const { t } = useProjects()
  const { view, act } = useProject()
  const [base, setBase] = useState({ content, seen: view.seen.plan })
  const [edits, setEdits] = useState<readonly PlanEdit[]>([])
  const isMeanwhile = base.seen !== view.seen.plan
  const submit = async (): Promise<Trouble | undefined> => {
    const event = { kind: 'plan-kept-up' as const, of, edits: [...edits] }
    const trouble = await act(event, t('staff-projects.kept-up'), { seen: base.seen })
    if (!trouble) close()
    return trouble
  }
  const now = (): void => setBase({ content: view.plan!.content, seen: view.seen.plan })
  return (
    <ActForm
      title={t(`staff-projects.change-${of}`)}
      doText={t('staff-projects.save')}
      isReady={edits.length > 0 && !isMeanwhile}
      submit={submit}
      cancel={close}
    >
      <EditsField
        parts={of === 'activity-plan' ? ['activities'] : ['risks']}
        content={base.content}
        edits={edits}
        change={setEdits}
      />
      <PlanChanges changes={differencesOf(base.content, edits)} />
      {isMeanwhile && (
        <Meanwhile
          difference={<PlanChanges changes={differencesBetween(base.content, view.plan!.content)} />}
          goOn={now}
          beginAgain={() => {
            now()
            setEdits([])
          }}
        />
      )}
    </ActForm>
  )
}
