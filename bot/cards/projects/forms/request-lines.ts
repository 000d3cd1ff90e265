import type { Deviation } from '../../../domain/projects/budget.js'
import { AFFECTED, type RequestSaid } from '../../../domain/projects/change-request.js'
import { costOf } from '../../../domain/projects/plan.js'
import { itemOf, type PlanEdit } from '../../../domain/projects/plan-edits.js'
import type { Project } from '../../../domain/projects/project.js'
import { dateText } from '../../plan-dates.js'
import { kronorText } from '../money-text.js'
import { touchables } from './change-touches.js'
import type { FormAsk } from './form.js'

const ORE = 100

/** What a request says, line by line: read before it is sent, and when it is decided. */
export function requestLines(
  { why, effects, edits, alternatives, ifRejected }: RequestSaid,
  { project, language, t }: Pick<FormAsk, 'project' | 'language' | 't'>,
): { title: string; value: string }[] {
  return [
    { title: t('projects.change.why'), value: why },
    ...edits.map((edit) => ({ title: t('projects.change.edit'), value: editText(edit, { project, language, t }) })),
    ...AFFECTED.flatMap((one) => (effects[one] ? [{ title: t(`projects.change.effect-${one}`), value: effects[one] }] : [])),
    { title: t('projects.change.alternatives'), value: alternatives },
    { title: t('projects.change.if-rejected'), value: ifRejected },
  ]
}

/** What the form's fields would say of an edit; nothing for what it has no field for. */
export function filledOf(edit: PlanEdit): [string, string][] {
  if (!('put' in edit)) return []
  const { part, put } = edit
  const key = `${part}.${put.id}`
  if ('to' in put) return [[`date.${key}`, put.to]]
  if ('on' in put) return [[`date.${key}`, put.on]]
  const amounts = 'amounts' in put ? inKronor(put.amounts) : 'rate' in put ? put.hours : {}
  return Object.entries(amounts).map(([year, amount]) => [`amount.${put.id}.${year}`, String(amount)])
}
const inKronor = (amounts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([year, ore]) => [year, ore / ORE]))

/** One edit in words: what moves from when to when, or what it may cost. */
function editText(edit: PlanEdit, { project, language, t }: Pick<FormAsk, 'project' | 'language' | 't'>): string {
  const before = project.plan?.content[edit.part].find(({ id }) => id === itemOf(edit))
  const name = nameOf(('put' in edit ? edit.put : undefined) ?? before ?? { id: itemOf(edit) })
  if (!('put' in edit)) return t('projects.edit.drop', { name })
  const { part, put } = edit
  const touchable = touchables(project, t).find(({ key }) => key === `${part}.${put.id}`)
  const to = filledOf(edit)[0]?.[1]
  if (touchable?.kind === 'date' && to !== undefined && to !== touchable.on) {
    const days = { from: dateText(touchable.on, language), to: dateText(to, language) }
    return t('projects.edit.date', { name: touchable.name, ...days })
  }
  if (touchable?.kind === 'post' && ('amounts' in put || 'rate' in put)) {
    const amounts = { from: kronorText(costOf(touchable.post), language), to: kronorText(costOf(put), language) }
    return t('projects.edit.amount', { name, ...amounts })
  }
  return before ? t('projects.edit.put', { name }) : t('projects.edit.new', { name })
}
const nameOf = (item: { id: string; name?: unknown }): string => (typeof item.name === 'string' ? item.name : item.id)

/** Why a change is needed, as the reports say it. */
export function deviationText(
  deviation: Deviation,
  { project, language, t }: Pick<FormAsk, 'project' | 'language' | 't'>,
): string {
  if (deviation.kind === 'time') {
    const { activity, by, to, days } = deviation
    return t('projects.deviation.time', {
      name: nameIn(project, 'activities', activity),
      by: dateText(by, language),
      to: dateText(to, language),
      days,
    })
  }
  const amounts = { budget: kronorText(deviation.budget, language), expected: kronorText(deviation.expected, language) }
  return deviation.post === undefined
    ? t('projects.deviation.whole', amounts)
    : t('projects.deviation.post', { name: nameIn(project, 'budget', deviation.post), ...amounts })
}
const nameIn = ({ plan }: Project, part: 'activities' | 'budget', id: string): string =>
  plan?.content[part].find((one) => one.id === id)?.name ?? id
