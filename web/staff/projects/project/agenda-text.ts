import type { AgendaItem } from '../../../../bot/domain/projects/meeting.js'
import type { Translate } from '../../words.js'
import { subjectText } from '../subject-text.js'
import type { OneView } from '../ways.js'

/** A point of an agenda in words. Matters and decisions that the view has not are told by their numbers. */
export function agendaText(item: AgendaItem, view: Pick<OneView, 'matters' | 'decisions' | 'plan'>, t: Translate): string {
  if (item.kind === 'own') return item.text
  if (item.kind === 'proposed-change') return t('staff-projects.agenda-proposed-change')
  const subject =
    item.kind === 'matter'
      ? view.matters.find(({ number }) => number === item.number)?.subject
      : item.kind === 'decision'
        ? view.decisions.find(({ number }) => number === item.number)?.subject
        : undefined
  const what = subject ? subjectText(subject, t, view.plan?.content) : String(item.number)
  return t(`staff-projects.agenda-${item.kind}`, { what })
}
