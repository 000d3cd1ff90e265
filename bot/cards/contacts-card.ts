import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { ContactPoint, OtherWay } from '../domain/services/contact-point.js'
import { shownPhones } from '../domain/services/contact-point.js'
import type { Translate } from '../i18n/translate.js'
import { phoneLink } from './phone.js'
import type { FillCard } from './templates.js'

export type ContactsCard = {
  title: string
  points: readonly ContactPoint[]
  ways: readonly OtherWay[]
  language: string
  t: Translate
}

/** People to call, write to and visit. */
export function contactsCard(fill: FillCard, { title, points, ways, language, t }: ContactsCard): Card {
  const words = contentLanguage(language)
  const contacts = [
    ...points.map((point) => ({
      name: point.name[words],
      what: point.for[words],
      ...phonesIn(point, t),
      lines: [
        ...(point.hours ? [t('contact.hours', { hours: point.hours[words] })] : []),
        ...point.email.map((email) => t('contact.email', { email: `[${email}](mailto:${email})` })),
        ...(point.visit ? [t('contact.visit', { visit: point.visit[words] })] : []),
        ...(point.note ? [point.note[words]] : []),
      ].map((text) => ({ text })),
    })),
    ...ways.map((way) => ({
      name: way.name[words],
      what: way.what[words],
      ...(way.phones.length > 0 ? { phone: way.phones.map(phoneLink).join(', ') } : {}),
      lines: way.web ? [{ text: `[${t('contact.web')}](${way.web})` }] : [],
    })),
  ]
  const speak = [title, ...points.map((point) => `${point.name[words]}: ${shownPhones(point).join(', ')}`)].join('. ')
  return fill('contacts', language, { title, contacts, speak })
}

/** Tells the contact cards of one snapshot of the content apart. */
export const nameOfContactsCard = ({ title, points, ways, language }: ContactsCard): string =>
  [language, title, ...points.map(({ id }) => id), '', ...ways.map(({ id }) => id)].join('|')

function phonesIn(point: ContactPoint, t: Translate): { phone?: string; unsure?: string } {
  const phones = shownPhones(point)
  if (phones.length === 0) return {}
  return { phone: phones.map(phoneLink).join(', '), ...(point.phone_sure === 'city-page' ? {} : { unsure: t('contact.unsure') }) }
}
