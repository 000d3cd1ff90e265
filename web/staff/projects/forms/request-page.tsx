import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { Told } from '../../parts/told.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { AFFECTED_NAMES, RequestWords } from '../project/request-words.js'
import { changeText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { costsOf } from './costs-of.js'
import { differencesOf, PART_NAMES } from './edits.js'
import { EditsField } from './edits-field.js'
import type { Page, TypedRequest } from './request-typed.js'

type Props = {
  page: Page
  typed: TypedRequest
  content: PlanContent
  /** The first page that something is missing on. */
  gap: Page | undefined
  set: (change: Partial<TypedRequest>) => void
  goTo: (page: Page) => void
}

/** One page of a change request. */
export function RequestPage({ page, typed, content, gap, set, goTo }: Props) {
  const { t, language } = useProjects()
  const words = (name: 'why' | 'alternatives' | 'ifRejected', key: string) => (
    <Field label={t(`staff-projects.${key}`)} hint={t(`staff-projects.${key}-hint`)} required>
      <Textarea resize="vertical" value={typed[name]} onChange={(_, { value }) => set({ [name]: value })} />
    </Field>
  )
  const costs = costsOf(content, typed.edits)
  const changes = (
    <>
      <PlanChanges changes={differencesOf(content, typed.edits)} />
      {costs !== 0 && <p>{t('staff-projects.budget-becomes', { by: changeText(costs, language) })}</p>}
    </>
  )
  if (page === 'what')
    return (
      <>
        <Field label={t('staff-projects.title')} required>
          <Input value={typed.title} maxLength={200} onChange={(_, { value }) => set({ title: value })} />
        </Field>
        {words('why', 'why')}
      </>
    )
  if (page === 'plan')
    return (
      <>
        <p>{t('staff-projects.edits-hint')}</p>
        <EditsField parts={PART_NAMES} content={content} edits={typed.edits} change={(edits) => set({ edits })} />
        {changes}
      </>
    )
  if (page === 'effects')
    return (
      <>
        <p>{t('staff-projects.effects-hint')}</p>
        {AFFECTED_NAMES.map((affected) => (
          <Field key={affected} label={t(`staff-projects.effect-on-${affected}`)}>
            <Textarea
              resize="vertical"
              value={typed.effects[affected] ?? ''}
              onChange={(_, { value }) => set({ effects: { ...typed.effects, [affected]: value } })}
            />
          </Field>
        ))}
      </>
    )
  if (page === 'otherwise')
    return (
      <>
        {words('alternatives', 'alternatives')}
        {words('ifRejected', 'if-rejected')}
      </>
    )
  return (
    <>
      <h5>{typed.title}</h5>
      <RequestWords request={typed} />
      {changes}
      {gap && (
        <Told intent="warning">
          {t('staff-projects.request-missing')}{' '}
          <Button onClick={() => goTo(gap)}>{t('staff-projects.go-to-step', { step: t(`staff-projects.step-${gap}`) })}</Button>
        </Told>
      )}
      <p>{t('staff-projects.request-final')}</p>
    </>
  )
}
