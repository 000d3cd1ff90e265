import type { Card, PressData } from '../../domain/conversations/message.js'
import type { Day } from '../../domain/projects/calendar.js'
import { dateText } from '../plan-dates.js'
import type { FillCard } from '../templates.js'
import { plainText } from '../teams/plain-text.js'
import { fieldGroups } from './field-groups.js'
import type { Said } from './forms/field.js'
import type { FormAsk, FormKind, Page } from './forms/form.js'
import { sentences } from './sentences.js'

/** The page at the end, where everything is read through and sent. */
export const REVIEW = 'review'

export type FormCard = {
  ask: FormAsk
  kind: FormKind
  /** The page as it is now; undefined is the last one, for reading through. */
  page: Page | undefined
  /** Which it is, from 0, of how many. */
  at: number
  of: number
  said: Said
  summary: readonly { title: string; value: string }[]
  problems: readonly string[]
  /** Said above everything: where what is filled in came from. */
  note?: string
  /** What later pages are filled in with, as long as nothing is saved that has it. */
  filled?: Said
  /** The day that a draft is kept until, when it is saved today. */
  keptUntil: Day
  /** In a dialog of Teams, where closing it tells nobody. */
  isDialog: boolean
}

/** One page of a form. Nothing in it is required by the host: whoever goes on or back has it saved, whatever is missing. */
export function formCard(fill: FillCard, shown: FormCard): Card {
  const { ask, kind, page, at, of, said, problems, note, keptUntil, isDialog, summary } = shown
  const { t, project, language } = ask
  const title = page?.title ?? t('projects.form.review')
  const number = t('projects.form.number', { form: t(`projects.form-name.${kind}`), number: at + 1, of })
  const intro = page ? page.intro : t('projects.form.review-intro')
  return fill('project-form', language, {
    speak: sentences([number, title, ...problems, note, intro]),
    number,
    title,
    project: plainText(`${project.number} ${project.name}`),
    problems: problems.map((text) => ({ text: plainText(text) })),
    paragraphs: [note, intro].flatMap((text) => (text ? [{ text }] : [])),
    groups: fieldGroups(page?.fields ?? [], said, t),
    facts: page ? [] : summary.map((one) => ({ title: plainText(one.title), value: plainText(one.value) })),
    saved: t(savedKey(page, isDialog), { until: dateText(keptUntil, language) }),
    isDialog,
    buttons: buttonsOf(shown),
  })
}

/** What becomes of it all if one stops here. */
const savedKey = (page: Page | undefined, isDialog: boolean): string => {
  if (!page) return 'projects.form.nothing-sent'
  return isDialog ? 'projects.form.lost-on-close' : 'projects.form.saved-by-next'
}

function buttonsOf({
  ask: { t, project, about },
  kind,
  page,
  at,
  filled,
}: FormCard): { id: string; title: string; style: string; press: PressData }[] {
  const press = (go: string): PressData => ({
    verb: 'project.form',
    form: kind,
    project: project.id,
    about,
    page: page?.id ?? REVIEW,
    go,
    ...(filled ? { filled } : {}),
  })
  return [
    page
      ? { id: 'next', title: t('projects.form.next'), style: 'positive', press: press('next') }
      : { id: 'send', title: t(`projects.form.send-${kind}`), style: 'positive', press: press('send') },
    ...(at > 0 ? [{ id: 'back', title: t('projects.form.back'), style: 'default', press: press('back') }] : []),
  ]
}
