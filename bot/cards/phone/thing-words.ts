import type { Content } from '../../domain/content/content.js'
import { findableOf, type Findable } from '../../domain/content/findables.js'
import { contentLanguage } from '../../domain/language.js'
import type { Permit } from '../../domain/permits/permit.js'
import { shownPhones } from '../../domain/services/contact-point.js'
import type { OtherAuthority } from '../../domain/services/other-authority.js'
import { isConfirmed, type Service } from '../../domain/services/service.js'
import type { Translate } from '../../i18n/translate.js'
import { answersFor, noteText, otherWays } from '../applicable-parts.js'
import { plainLines } from './plain-lines.js'

/** In whose words, from which content. `language` is BCP 47. */
export type Teller = { content: Content; language: string; t: Translate }

/** Something that was found, in plain words: what it is, how to get there, and how to do without the web. */
export type ThingWords = {
  name: string
  what: string
  warning?: string
  facts: { title: string; value: string }[]
  have: readonly string[]
  notes: string[]
  link?: { title: string; url: string }
  ways: string[]
  /** Numbers to call, the first one best. */
  phones: readonly string[]
}

/** Undefined when there is no such thing in the content, or nothing to send about it: an undertaking has a plan instead. */
export function thingWords(key: string, teller: Teller): ThingWords | undefined {
  const found = findableOf(teller.content, key)
  if (!found || found.kind === 'business-type') return undefined
  return found.kind === 'other-authority' ? authorityWords(found.thing, teller) : applicableWords(found, teller)
}

function applicableWords(found: Extract<Findable, { kind: 'service' | 'permit' }>, teller: Teller): ThingWords {
  const { thing } = found
  const { content, language, t } = teller
  const words = contentLanguage(language)
  const point = answersFor({ thing, content })
  return {
    name: thing.name[words],
    what: thing.summary[words],
    ...(isConfirmed(thing) ? {} : { warning: t('service.unconfirmed') }),
    facts: found.kind === 'service' ? serviceFacts(found.thing, teller) : permitFacts(found.thing, teller),
    have: thing.have[words],
    notes: thing.notes.map((note) => noteText(note, teller)),
    ...(thing.link.kind === 'none' ? {} : { link: { title: t(`service.link.${thing.link.kind}`), url: thing.link.url } }),
    ways: otherWays({ thing, content, language, t }).flatMap(plainLines),
    phones: point ? shownPhones(point) : [],
  }
}

const responsibleOf = ({ responsible: { name, cityOwn } }: Service | Permit, { language, t }: Teller): string => {
  const words = name[contentLanguage(language)]
  return cityOwn ? words : t('service.other-authority', { name: words })
}

const serviceFacts = (service: Service, teller: Teller): ThingWords['facts'] => {
  const { language, t } = teller
  return [
    { title: t('service.for'), value: service.for[contentLanguage(language)] },
    { title: t('service.login'), value: t(`service.login.${service.sensitive ? 'sensitive' : service.login}`) },
    { title: t('service.responsible'), value: responsibleOf(service, teller) },
  ]
}

const permitFacts = (permit: Permit, teller: Teller): ThingWords['facts'] => {
  const { language, t } = teller
  return [
    { title: t('permit.when'), value: permit.for[contentLanguage(language)] },
    { title: t('permit.decides'), value: responsibleOf(permit, teller) },
    { title: t('permit.fee'), value: permit.fee ? noteText(permit.fee, teller) : t('permit.fee-unknown') },
    { title: t('permit.time'), value: permit.time ? noteText(permit.time, teller) : t('permit.time-unknown') },
  ]
}

function authorityWords(matter: OtherAuthority, { language, t }: Teller): ThingWords {
  const words = contentLanguage(language)
  const phones = matter.phone_sure === 'not-verified' ? [] : matter.phones
  const who = matter.authority[words]
  return {
    name: matter.name[words],
    what: matter.summary[words],
    facts: [{ title: t('service.responsible'), value: t('service.other-authority', { name: who }) }],
    have: [],
    notes: [],
    link: { title: t('not-ours.page', { who }), url: matter.link },
    ways: phones.length > 0 ? plainLines(t('service.way.phone', { who, phone: phones.join(', ') })) : [],
    phones,
  }
}
