import type { Subject } from '../../../bot/domain/projects/matter.js'
import type { PlanContent } from '../../../bot/domain/projects/plan.js'
import type { Translate } from '../words.js'

/** What a matter or a decision is about, in a few words; things of the plan by their names where the plan has them. */
export function subjectText(subject: Subject, t: Translate, content?: Pick<PlanContent, 'deliveries' | 'milestones'>): string {
  if (subject.kind === 'point') return t(`staff-projects.point-${subject.point}`)
  if (subject.kind === 'change-request')
    return t('staff-projects.subject-request', { number: subject.number, revision: subject.revision })
  if (subject.kind === 'undo') return t('staff-projects.subject-undo', { number: subject.decision })
  const items = content?.[subject.kind === 'delivery' ? 'deliveries' : 'milestones'] ?? []
  const name = items.find(({ id }) => id === subject.id)?.name ?? subject.id
  return t(`staff-projects.subject-${subject.kind}`, { name })
}
