import type { Card } from '../../domain/conversations/message.js'
import type { Translate } from '../../i18n/translate.js'
import type { FillCard } from '../templates.js'
import { fieldGroups } from './field-groups.js'
import { sentences } from './sentences.js'

export type ChooseCard = {
  language: string
  t: Translate
  title: string
  /** Of the message that it began from. */
  words: string
  choices: readonly { title: string; value: string }[]
  problem?: string
}

/** Which form for which project, in a dialog that began from a message. */
export const chooseCard = (fill: FillCard, { language, t, title, words, choices, problem }: ChooseCard): Card =>
  fill('project-form', language, {
    speak: sentences([title, problem]),
    number: t('projects.find.from-message'),
    title,
    project: '',
    problems: problem ? [{ text: problem }] : [],
    paragraphs: [],
    groups: fieldGroups([{ kind: 'choice', id: 'what', label: t('projects.find.which'), choices }], {}, t),
    facts: [],
    saved: t('projects.find.nothing-sent'),
    isDialog: true,
    buttons: [{ id: 'next', title: t('projects.form.next'), style: 'positive', press: { verb: 'project.choose', words } }],
  })
