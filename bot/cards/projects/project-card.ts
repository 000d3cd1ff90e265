import type { Card } from '../../domain/conversations/message.js'
import type { Actor } from '../../domain/projects/actor.js'
import { mayDo } from '../../domain/projects/permissions.js'
import { peopleOf, type Project } from '../../domain/projects/project.js'
import { whyNot } from '../../domain/projects/step.js'
import { summaryOf, type Summary } from '../../domain/projects/summary.js'
import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import type { FillCard } from '../templates.js'
import { FORM_KINDS, formOf } from './forms/forms.js'
import type { FormKind } from './forms/form.js'
import { matterTitle } from './matter-text.js'
import { kronorText } from './money-text.js'
import { projectPartCard, type CardButton, type CardFact } from './project-part-card.js'

export type ProjectCard = {
  project: Project
  /** Whose buttons it has; without one it has none, as in a chat where anybody may read it. */
  by?: Actor
  language: string
  t: Translate
  link: string
}

const EVENT_OF = {
  'status-report': 'status-reported',
  'progress-report': 'progress-published',
  'change-request': 'change-requested',
} as const satisfies Record<FormKind, string>

/** A project as it stands, and what one can do with it. */
export function projectCard(fill: FillCard, { project, by, language, t, link }: ProjectCard): Card {
  const summary = summaryOf(project)
  return projectPartCard(fill, {
    project: project.number,
    title: project.name,
    ...(summary.isWaiting ? { waiting: t('projects.waiting') } : {}),
    facts: summaryFacts(summary, language, t),
    dialogs: by ? reviseButtons(project, by, t) : [],
    buttons: by ? [...formButtons(project, by, t), ...matterButtons(project, by, t)] : [],
    tab: { title: t('projects.open-tab'), url: link },
    language,
  })
}

/** A project in a few lines, everywhere the same. */
export function summaryFacts(summary: Summary, language: string, t: Translate): CardFact[] {
  const { phase, light, reportedOn, nextPoint, nextPointOn, budget, expected, matters } = summary
  const next =
    nextPoint && nextPointOn ? [{ title: t('projects.card.next'), value: `${nextPoint} ${dateText(nextPointOn, language)}` }] : []
  const told = light
    ? `${t(`projects.light.${light}`)}${reportedOn ? ` (${dateText(reportedOn, language)})` : ''}`
    : t('projects.card.no-report')
  const money = { budget: kronorText(budget, language), expected: kronorText(expected, language) }
  return [
    { title: t('projects.card.phase'), value: t(`projects.phase.${phase}`) },
    { title: t('projects.card.light'), value: told },
    ...next,
    ...(budget > 0 ? [{ title: t('projects.card.budget'), value: t('projects.card.money', money) }] : []),
    ...(matters > 0 ? [{ title: t('projects.card.matters'), value: String(matters) }] : []),
  ]
}

/** A summary in one line, for a list. */
export const summaryLine = ({ phase, light, isWaiting }: Summary, t: Translate): string =>
  [
    t(`projects.phase.${phase}`),
    ...(light ? [t(`projects.light.${light}`)] : []),
    ...(isWaiting ? [t('projects.waiting')] : []),
  ].join(', ')

const formButtons = (project: Project, by: Actor, t: Translate): CardButton[] =>
  FORM_KINDS.filter(
    (kind) => mayDo(peopleOf(project), by, formOf(kind).may) && !whyNot(project, { kind: EVENT_OF[kind] }, by),
  ).map((kind) => ({
    id: kind,
    title: t(`projects.form-name.${kind}`),
    press: { verb: 'project.start', form: kind, project: project.id },
  }))

/** A request that waits, or was sent back, is put right by a revision of it. */
const reviseButtons = (project: Project, by: Actor, t: Translate): CardButton[] =>
  whyNot(project, { kind: 'request-revised' }, by)
    ? []
    : project.requests.map(({ number }) => ({
        id: `revise-${number}`,
        title: t('projects.card.revise', { number }),
        press: { verb: 'project.form', form: 'change-request', project: project.id, about: String(number), go: 'begin' },
      }))

const matterButtons = (project: Project, by: Actor, t: Translate): CardButton[] =>
  mayDo(peopleOf(project), by, 'project.see')
    ? project.matters.map(({ number, subject }) => ({
        id: `matter-${number}`,
        title: matterTitle(project, subject, t),
        press: { verb: 'project.matter', project: project.id, matter: number },
      }))
    : []
