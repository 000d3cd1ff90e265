import type { Card } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { SWITCHBOARD } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import { shownPhones, type ContactPoint } from '../domain/services/contact-point.js'
import { isConfirmed, type Service } from '../domain/services/service.js'
import type { Translate } from '../i18n/translate.js'
import { phoneLink } from './phone.js'
import type { FillCard } from './templates.js'

export type ServiceCard = {
  service: Service
  content: Content
  language: string
  t: Translate
  /** Id of the city district, 'unknown' when the person does not know, undefined when not asked. */
  district?: string
  /** The best answer is shown whole; of the others the name, the sentence and the link, and the rest one press away. */
  short: boolean
  /** Whether to ask for the area, which is done in one card at most. */
  asksDistrict: boolean
}

/** What a service is, who it is for, what to have at hand, how to get there, and how to do without it. */
export function serviceCard(fill: FillCard, shown: ServiceCard): Card {
  const { service, language, t, short } = shown
  const words = contentLanguage(language)
  const have = service.have[words]
  const ways = {
    title: t('service.ways'),
    list: otherWays(shown)
      .map((way) => `- ${way}`)
      .join('\n'),
  }
  return fill(short ? 'service-short' : 'service', language, {
    id: service.id,
    speak: spoken(shown),
    name: service.name[words],
    summary: service.summary[words],
    ...(isConfirmed(service) ? {} : { warning: t('service.unconfirmed') }),
    facts: facts(shown),
    ...(have.length > 0 ? { have: { title: t('service.have'), list: have.map((item) => `- ${item}`).join('\n') } } : {}),
    notes: service.notes.map((note) => ({ text: note.weak ? t('service.weak-note', { note: note[words] }) : note[words] })),
    ...(service.link.kind === 'none' ? {} : { link: { title: t(`service.link.${service.link.kind}`), url: service.link.url } }),
    ways,
    ...(short ? { more: t('service.more') } : {}),
    ...(shown.asksDistrict ? { district: districtQuestion(t) } : {}),
  })
}

/** Tells the service cards of one snapshot of the content apart. */
export const nameOfServiceCard = ({ service, language, short, asksDistrict, district = '' }: ServiceCard): string =>
  [service.id, language, short, asksDistrict, district].join('|')

const spoken = ({ service, language, t }: ServiceCard): string => {
  const words = contentLanguage(language)
  return t('service.speak', {
    name: service.name[words],
    summary: service.summary[words],
    login: t(`service.login.${service.login}`),
  })
}

function facts(shown: ServiceCard): { title: string; value: string }[] {
  const { service, language, t } = shown
  const words = contentLanguage(language)
  return [
    { title: t('service.for'), value: service.for[words] },
    { title: t('service.login'), value: service.sensitive ? t('service.login.sensitive') : t(`service.login.${service.login}`) },
    { title: t('service.responsible'), value: responsible(shown) },
    ...(service.link.kind === 'none' ? [{ title: t('service.link'), value: t('service.link.none') }] : []),
  ]
}

function responsible({ service, content, language, t, district }: ServiceCard): string {
  const name = service.responsible.name[contentLanguage(language)]
  if (!service.responsible.cityOwn) return t('service.other-authority', { name })
  const known = district ? content.districts.get(district) : undefined
  if (service.responsible.byDistrict && known) return t('service.district', { district: known.name })
  if (service.responsible.byDistrict && district === 'unknown')
    return t('service.district-unknown', { name, phone: numbersOf(content.contact.get(SWITCHBOARD)) })
  return name
}

const districtQuestion = (t: Translate) => ({
  label: t('district.ask'),
  placeholder: t('district.example'),
  error: t('district.empty'),
  send: t('district.send'),
  unknown: t('district.do-not-know'),
})

/** Telephone, visit, paper, somebody else: always the four of them, with what is particular to this service where it is known. */
function otherWays({ service, content, language, t }: ServiceCard): string[] {
  const words = contentLanguage(language)
  const { phone, visit, paper, someone } = service.ways
  const point = (service.contact && content.contact.get(service.contact)) || undefined
  const reached =
    point && shownPhones(point).length > 0 ? point : service.responsible.cityOwn ? content.contact.get(SWITCHBOARD) : undefined
  const email = point?.email[0]
  return [
    reached
      ? t('service.way.phone', { who: reached.name[words], phone: phonesOf(reached, t) })
      : t('service.way.phone-other', { who: service.responsible.name[words] }),
    ...(phone ? [phone[words]] : []),
    ...(email ? [t('service.way.email', { email: `[${email}](mailto:${email})` })] : []),
    t('service.way.visit', { visit: visit?.[words] ?? point?.visit?.[words] ?? t('service.way.visit-general') }),
    t('service.way.paper', { paper: paper?.[words] ?? t('service.way.paper-general') }),
    t('service.way.someone', { someone: someone?.[words] ?? t('service.way.someone-general') }),
  ]
}

const numbersOf = (point: ContactPoint | undefined): string => (point ? shownPhones(point).map(phoneLink).join(', ') : '')

/** The numbers of a contact point as links, with "check" where they are old or second-hand. Empty when none may be shown. */
const phonesOf = (point: ContactPoint, t: Translate): string =>
  point.phone_sure === 'city-page' || shownPhones(point).length === 0
    ? numbersOf(point)
    : t('contact.unsure-phone', { phone: numbersOf(point) })
