import type { Card } from '../domain/conversations/message.js'
import { EMERGENCY, type CrisisContact } from '../domain/crisis/crisis-contact.js'
import { contentLanguage, type Language } from '../domain/language.js'
import type { Translate } from '../i18n/translate.js'
import { callLink, phoneLink } from './phone.js'
import type { FillCard } from './templates.js'

export type CrisisCard = {
  /** Those that help in this crisis, the emergency number first. */
  contacts: readonly CrisisContact[]
  language: string
  t: Translate
  /** Whether it stands on our own page, where a button clears everything and leaves. */
  isOnPage: boolean
}

/** Whom to call, the emergency number first and largest. Nothing in it asks anything, and nothing is pressed but telephone numbers. */
export function crisisCard(fill: FillCard, { contacts, language, t, isOnPage }: CrisisCard): Card {
  const words = contentLanguage(language)
  const shown = (contact: CrisisContact) => ({
    name: contact.name[words],
    call: phoneLink(contact.phone),
    what: contact.for[words],
    when: whenAndHow(contact, words, t),
    ...(contact.other ? { other: contact.other[words] } : {}),
  })
  const first = contacts.find(({ id }) => id === EMERGENCY)
  return fill('crisis', language, {
    speak: [t('crisis.urgent'), ...contacts.map(({ name, phone }) => `${name[words]}: ${phone}.`)].join(' '),
    first: first ? [{ ...shown(first), call: callLink(t('crisis.call', { phone: first.phone }), first.phone) }] : [],
    contacts: contacts.filter((contact) => contact !== first).map(shown),
    ...(isOnPage ? { leave: t('crisis.leave', { button: t('page.leave') }) } : {}),
  })
}

/** When they answer, what it costs and which languages they speak, in one line. */
function whenAndHow({ hours, cost, languages, interpreters }: CrisisContact, words: Language, t: Translate): string {
  const names = new Intl.DisplayNames([words], { type: 'language' })
  return [
    t('crisis.when', { hours: hours[words], cost: cost[words].replace(/\.$/, '') }),
    ...(languages.length > 0
      ? [t('crisis.languages', { languages: languages.map((tag) => names.of(tag) ?? tag).join(', ') })]
      : []),
    ...(interpreters ? [t('crisis.interpreters')] : []),
  ].join(' ')
}
