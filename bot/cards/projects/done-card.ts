import type { Card } from '../../domain/conversations/message.js'
import type { Project } from '../../domain/projects/project.js'
import type { Translate } from '../../i18n/translate.js'
import type { FillCard } from '../templates.js'
import type { FormKind } from './forms/form.js'
import { projectPartCard } from './project-part-card.js'

export type DoneCard = { project: Project; kind: FormKind; text: string; language: string; t: Translate; link: string }

/** What stands in the chat when a form is over, in its place: there is nothing more to press on. */
export const doneCard = (fill: FillCard, { project, kind, text, language, t, link }: DoneCard): Card =>
  projectPartCard(fill, {
    project: `${project.number} ${project.name}`,
    title: t(`projects.form-name.${kind}`),
    paragraphs: [text],
    tab: { title: t('projects.open-tab'), url: link },
    language,
  })
