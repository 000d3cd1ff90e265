import { dayOf } from '../../domain/projects/calendar.js'
import type { Actor } from '../../domain/projects/actor.js'
import type { Decision } from '../../domain/projects/decision.js'
import type { Project } from '../../domain/projects/project.js'
import type { Names } from '../../domain/projects/project-view.js'
import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import { personText } from './person-text.js'

type Told = { project: Project; by?: Actor; names: Names; language: string; t: Translate }
type Fact = { title: string; value: string }

/** What was decided: when, why, on which conditions, where it is minuted. */
export function decisionFacts(decision: Decision, told: Told): Fact[] {
  const { t, language, by } = told
  const { number, at, motive, conditions } = decision
  const words = (said: readonly { by: string; text: string }[], title: string): Fact[] =>
    said.map((one) => ({ title, value: `${one.text} (${personText(one.by, told)})` }))
  const own = by?.kind === 'person' ? decision.votes.find((vote) => vote.by === by.person) : undefined
  return [
    { title: t('projects.decision.number'), value: String(number) },
    { title: t('projects.decision.at'), value: dateText(dayOf(at), language) },
    ...(motive.kind === 'own' ? words(motive.words, t('projects.decision.why')) : []),
    ...words(conditions, t('projects.decision.on-conditions')),
    { title: t('projects.decision.minuted'), value: minutedText(decision, t) },
    ...(own ? [{ title: t('projects.decision.own'), value: t(`projects.choice.${own.choice}`) }] : []),
  ]
}

function minutedText({ minuted }: Decision, t: Translate): string {
  if (!minuted) return t('projects.decision.minuted-later')
  return 'meeting' in minuted
    ? t('projects.decision.minuted-in', { meeting: minuted.meeting })
    : t('projects.decision.minuted-itself')
}
