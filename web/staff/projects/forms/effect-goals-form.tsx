import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { EffectGoal } from '../../../../bot/domain/projects/plan.js'
import { newId } from '../../../chat/new-id.js'
import { PersonField } from '../parts/person-field.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { differencesIn } from './edits.js'
import { Meanwhile } from './meanwhile.js'

const TEXTS = ['name', 'measure', 'target'] as const
const isWhole = (goal: EffectGoal): boolean =>
  [...TEXTS.map((name) => goal[name]), goal.owner, goal.by].every((text) => text.trim() !== '')

/** The effects of the directive, all of them at once: measurable, dated, each with somebody who answers for it by name. */
export function EffectGoalsForm({ close }: { close: () => void }) {
  const { t, nameOf } = useProjects()
  const { view, act } = useProject()
  const [base, setBase] = useState({ goals: view.effectGoals, seen: view.seen['effect-goals'] })
  const [goals, setGoals] = useState<readonly EffectGoal[]>(view.effectGoals)
  const [names, setNames] = useState<Record<string, string>>({})
  const isMeanwhile = base.seen !== view.seen['effect-goals']
  const set = (index: number, change: Partial<EffectGoal>): void =>
    setGoals((before) => before.with(index, { ...before[index]!, ...change }))
  const add = (): void =>
    setGoals([...goals, { id: `e-${newId().slice(0, 12)}`, name: '', measure: '', target: '', owner: '', by: '' }])
  const now = (): void => setBase({ goals: view.effectGoals, seen: view.seen['effect-goals'] })
  const submit = async (): Promise<Trouble | undefined> => {
    const event = { kind: 'effect-goals-set' as const, goals: [...goals] }
    const trouble = await act(event, t('staff-projects.effects-set'), { seen: base.seen })
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.set-effects')}
      doText={t('staff-projects.save')}
      isReady={goals.length > 0 && goals.every(isWhole) && !isMeanwhile}
      submit={submit}
      more={<Button onClick={add}>{t('staff-projects.add-effect')}</Button>}
      cancel={close}
    >
      {goals.map((goal, index) => (
        <fieldset key={goal.id} className="project-fieldset project-entry">
          <legend>{goal.name || t('staff-projects.new-effect')}</legend>
          {TEXTS.map((name) => (
            <Field key={name} label={t(`staff-projects.field-${name}`)} required>
              <Input value={goal[name]} onChange={(_, { value }) => set(index, { [name]: value })} />
            </Field>
          ))}
          <Field label={t('staff-projects.field-by')} required>
            <Input type="date" value={goal.by} onChange={(_, { value }) => set(index, { by: value })} />
          </Field>
          <p>
            {t('staff-projects.benefit-owner')}: {goal.owner ? (names[goal.owner] ?? nameOf(goal.owner)) : '–'}
          </p>
          <PersonField
            label={t('staff-projects.choose-owner')}
            choose={(person, name) => {
              setNames((before) => ({ ...before, [person]: name }))
              set(index, { owner: person })
            }}
          />
          <Button size="small" onClick={() => setGoals(goals.filter((one) => one !== goal))}>
            {t('staff-projects.drop-effect', { what: goal.name })}
          </Button>
        </fieldset>
      ))}
      {isMeanwhile && (
        <Meanwhile
          difference={<PlanChanges changes={differencesIn('effect-goals', base.goals, view.effectGoals)} />}
          goOn={now}
          beginAgain={() => {
            now()
            setGoals(view.effectGoals)
          }}
        />
      )}
    </ActForm>
  )
}
