import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { EffectGoalsForm } from '../forms/effect-goals-form.js'
import { FollowUpForm } from '../forms/follow-up-form.js'
import { Told } from '../../parts/told.js'
import { Facts } from '../parts/facts.js'
import { PersonField } from '../parts/person-field.js'
import { Section } from '../parts/section.js'
import { dayText, momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useProject } from './use-project.js'

type Goal = OneView['effectGoals'][number]

/** The effects that the project is for, who answers for each, and how they were followed up. */
export function EffectsTab() {
  const { t } = useProjects()
  const { view, can } = useProject()
  const [isSetting, setSetting] = useState(false)
  return (
    <Section title={t('staff-projects.tab-effects')}>
      {view.effectGoals.length === 0 && <p className="quiet">{t('staff-projects.no-effects')}</p>}
      {view.effectGoals.map((goal) => (
        <GoalItem key={goal.id} goal={goal} />
      ))}
      {can('effect-goals-set', 'effect-goal.set') && !isSetting && (
        <Button onClick={() => setSetting(true)}>{t('staff-projects.set-effects')}</Button>
      )}
      {isSetting && <EffectGoalsForm close={() => setSetting(false)} />}
    </Section>
  )
}

function GoalItem({ goal }: { goal: Goal }) {
  const { t, language, nameOf, me } = useProjects()
  const { view, can } = useProject()
  const [isOpen, setOpen] = useState(false)
  const followed = view.followUps.filter((one) => one.goal === goal.id)
  const isMine = goal.owner === me || view.roster.some(({ person, role }) => person === me && role === 'owner')
  return (
    <article className="project-matter" aria-label={goal.name}>
      <h4>{goal.name}</h4>
      <Facts
        facts={[
          [t('staff-projects.field-measure'), goal.measure],
          [t('staff-projects.field-target'), goal.target],
          [t('staff-projects.benefit-owner'), nameOf(goal.owner)],
          [t('staff-projects.field-by'), dayText(goal.by, language)],
          ...followed.map(
            (one) =>
              [
                t('staff-projects.followed-up', { number: one.number }),
                t('staff-projects.follow-up-says', {
                  outcome: t(`staff-projects.outcome-${one.outcome}`),
                  measured: one.measured,
                  name: nameOf(one.by),
                  at: momentText(one.at, language),
                }) + (one.comment ? ` ${one.comment}` : ''),
              ] as const,
          ),
        ]}
      />
      {isMine && can('effect-followed-up', 'effect-goal.follow-up') && !isOpen && (
        <Button size="small" aria-label={t('staff-projects.follow-up-what', { what: goal.name })} onClick={() => setOpen(true)}>
          {t('staff-projects.follow-up')}
        </Button>
      )}
      {can('effect-owner-changed', 'project.settle') && <OwnerField goal={goal.id} name={goal.name} />}
      {isOpen && <FollowUpForm goal={goal.id} name={goal.name} close={() => setOpen(false)} />}
    </article>
  )
}

/** After the end somebody may have another work: then another answers for the effect. */
function OwnerField({ goal, name }: { goal: string; name: string }) {
  const { t } = useProjects()
  const { act } = useProject()
  const [trouble, setTrouble] = useState<string>()
  const choose = async (owner: string, called: string): Promise<void> => {
    const done = t('staff-projects.effect-owner-changed', { what: name, name: called })
    setTrouble(await act({ kind: 'effect-owner-changed', goal, owner }, done))
  }
  return (
    <>
      <PersonField label={t('staff-projects.change-effect-owner', { what: name })} choose={(...who) => void choose(...who)} />
      {trouble && <Told intent="error">{trouble}</Told>}
    </>
  )
}
