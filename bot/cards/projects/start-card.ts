import type { Card, PressData } from '../../domain/conversations/message.js'
import { isWaiting } from '../../domain/projects/project.js'
import { dateText } from '../plan-dates.js'
import type { FillCard } from '../templates.js'
import { deviationText } from './forms/request-lines.js'
import type { Said } from './forms/field.js'
import type { FormAsk, FormKind } from './forms/form.js'
import { formOf } from './forms/forms.js'
import { projectPartCard, type CardButton } from './project-part-card.js'

export type StartCard = {
  ask: FormAsk
  kind: FormKind
  /** What somebody's own words said, to begin with. */
  filled?: Said
  /** The day that a draft was saved, written out; undefined where there is none. */
  draftFrom?: string
}

const MOST_FACTS = 8

/** A report or a request to begin with: as last time in one press, or the form, in a dialog or here. */
export function startCard(fill: FillCard, { ask, kind, filled, draftFrom }: StartCard): Card {
  const { project, t, language, about } = ask
  const form = formOf(kind)
  const said = { ...form.begin(ask), ...filled }
  const isUnchanged = form.unchanged(ask) !== undefined
  const press: PressData = {
    verb: 'project.form',
    form: kind,
    project: project.id,
    about,
    go: 'begin',
    ...(filled ? { filled } : {}),
  }
  const nothing: CardButton = {
    id: 'nothing',
    title: t(`projects.start.nothing-${kind}`),
    press: { verb: 'project.nothing', form: kind, project: project.id, about },
  }
  return projectPartCard(fill, {
    project: `${project.number} ${project.name}`,
    title:
      about && kind === 'status-report'
        ? t('projects.start.week', { week: dateText(about, language) })
        : t(`projects.form-name.${kind}`),
    ...(isWaiting(project) ? { waiting: t('projects.waiting') } : {}),
    paragraphs: paragraphsOf({ ask, kind, filled, draftFrom }, isUnchanged),
    facts:
      filled || isUnchanged
        ? form
            .summary(ask, said)
            .filter(({ value }) => value !== '')
            .slice(0, MOST_FACTS)
        : [],
    dialogs: [{ id: 'form', title: t('projects.start.form'), press, isMain: true }],
    buttons: [
      ...(isUnchanged || kind === 'change-request' ? [nothing] : []),
      { id: 'here', title: t('projects.start.here'), press },
    ],
    language,
  })
}

function paragraphsOf({ ask, kind, filled, draftFrom }: StartCard, isUnchanged: boolean): string[] {
  const { t, project } = ask
  return [
    ...(filled ? [t('projects.start.filled')] : []),
    ...(kind === 'change-request' ? project.deviations.map((one) => deviationText(one, ask)) : []),
    ...(isUnchanged ? [t(`projects.start.as-${kind}`)] : []),
    ...(draftFrom ? [t('projects.start.draft', { saved: draftFrom })] : []),
  ]
}
