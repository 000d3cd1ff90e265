import type { Content } from '../domain/content/content.js'
import { SWITCHBOARD } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import { shownPhones, type ContactPoint } from '../domain/services/contact-point.js'
import type { Permit } from '../domain/permits/permit.js'
import type { Note, Service } from '../domain/services/service.js'
import type { Translate } from '../i18n/translate.js'
import { phoneLink } from './phone.js'

/** Something one can apply for, and where it is shown. */
export type Shown<Thing extends Service | Permit = Service | Permit> = {
  thing: Thing
  content: Content
  language: string
  t: Translate
}

/** What its card has whatever it is: name and sentence, papers, notes, the link, and how to do without it. */
export function applicableParts(shown: Shown): Record<string, unknown> {
  const { thing, language, t } = shown
  const words = contentLanguage(language)
  const have = thing.have[words]
  return {
    id: thing.id,
    name: thing.name[words],
    summary: thing.summary[words],
    ...(have.length > 0 ? { have: { title: t('service.have'), list: listOf(have) } } : {}),
    notes: thing.notes.map((note) => ({ text: noteText(note, shown) })),
    ...(thing.link.kind === 'none' ? {} : { link: { title: t(`service.link.${thing.link.kind}`), url: thing.link.url } }),
    ways: { title: t('service.ways'), list: listOf(otherWays(shown)) },
  }
}

/** Items as a list in Markdown. */
export const listOf = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** A fact in words, with "check with the city" where nobody has confirmed it. */
export const noteText = (note: Note, { language, t }: Pick<Shown, 'language' | 't'>): string =>
  note.weak ? t('service.weak-note', { note: note[contentLanguage(language)] }) : note[contentLanguage(language)]

export const linkFact = ({ thing, t }: Shown): { title: string; value: string }[] =>
  thing.link.kind === 'none' ? [{ title: t('service.link'), value: t('service.link.none') }] : []

/** Telephone, visit, paper, somebody else: always the four of them, with what is particular to this where it is known. */
export function otherWays(shown: Shown): string[] {
  const { thing, content, language, t } = shown
  const words = contentLanguage(language)
  const { phone, visit, paper, someone } = thing.ways
  const point = (thing.contact && content.contact.get(thing.contact)) || undefined
  const reached = answersFor(shown)
  const email = point?.email[0]
  return [
    reached
      ? t('service.way.phone', { who: reached.name[words], phone: phonesOf(reached, t) })
      : t('service.way.phone-other', { who: thing.responsible.name[words] }),
    ...(phone ? [phone[words]] : []),
    ...(email ? [t('service.way.email', { email: `[${email}](mailto:${email})` })] : []),
    t('service.way.visit', { visit: visit?.[words] ?? point?.visit?.[words] ?? t('service.way.visit-general') }),
    t('service.way.paper', { paper: paper?.[words] ?? t('service.way.paper-general') }),
    t('service.way.someone', { someone: someone?.[words] ?? t('service.way.someone-general') }),
  ]
}

/** Whom to call about it; nobody when it is not the city's and nobody is known. */
export function answersFor({ thing, content }: Pick<Shown, 'thing' | 'content'>): ContactPoint | undefined {
  const own = thing.contact === undefined ? undefined : content.contact.get(thing.contact)
  if (own && shownPhones(own).length > 0) return own
  return thing.responsible.cityOwn ? content.contact.get(SWITCHBOARD) : undefined
}

export const numbersOf = (point: ContactPoint | undefined): string => (point ? shownPhones(point).map(phoneLink).join(', ') : '')

/** The numbers of a contact point as links, with "check" where they are old or second-hand. Empty when none may be shown. */
export const phonesOf = (point: ContactPoint, t: Translate): string =>
  point.phone_sure === 'city-page' || shownPhones(point).length === 0
    ? numbersOf(point)
    : t('contact.unsure-phone', { phone: numbersOf(point) })
