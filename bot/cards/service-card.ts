import { applicableParts, linkFact, numbersOf } from './applicable-parts.js'
import type { Card } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { SWITCHBOARD } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import { isConfirmed, type Service } from '../domain/services/service.js'
import type { Translate } from '../i18n/translate.js'
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
  return fill(short ? 'service-short' : 'service', language, {
    ...applicableParts({ ...shown, thing: service }),
    speak: spoken(shown),
    ...(isConfirmed(service) ? {} : { warning: t('service.unconfirmed') }),
    facts: facts(shown),
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
    ...linkFact({ ...shown, thing: service }),
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
