import type { Card } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import type { Permit } from '../domain/permits/permit.js'
import { isConfirmed } from '../domain/services/service.js'
import type { Translate } from '../i18n/translate.js'
import { applicableParts, linkFact, noteText } from './applicable-parts.js'
import type { FillCard } from './templates.js'

export type PermitCard = {
  permit: Permit
  content: Content
  language: string
  t: Translate
  /** The best answer is shown whole; of the others the name, the sentence and the link, and the rest one press away. */
  short: boolean
}

/** What a permit is, when it is needed, who decides, what it costs and how long it takes, and what must come first. */
export function permitCard(fill: FillCard, shown: PermitCard): Card {
  const { permit, language, t, short } = shown
  const words = contentLanguage(language)
  return fill(short ? 'service-short' : 'service', language, {
    ...applicableParts({ ...shown, thing: permit }),
    speak: t('permit.speak', { name: permit.name[words], summary: permit.summary[words], when: permit.for[words] }),
    ...(isConfirmed(permit) ? {} : { warning: t('service.unconfirmed') }),
    facts: facts(shown),
    ...(short ? { more: t('service.more') } : {}),
  })
}

/** Tells the permit cards of one snapshot of the content apart. */
export const nameOfPermitCard = ({ permit, language, short }: PermitCard): string => [permit.id, language, short].join('|')

function facts(shown: PermitCard): { title: string; value: string }[] {
  const { permit, content, language, t } = shown
  const words = contentLanguage(language)
  const name = permit.responsible.name[words]
  const first = permit.first.flatMap((id) => content.permits.get(id)?.name[words] ?? [])
  return [
    { title: t('permit.when'), value: permit.for[words] },
    { title: t('permit.kind'), value: t(`permit.kind.${permit.kind}`) },
    { title: t('permit.decides'), value: permit.responsible.cityOwn ? name : t('service.other-authority', { name }) },
    { title: t('permit.fee'), value: permit.fee ? noteText(permit.fee, shown) : t('permit.fee-unknown') },
    { title: t('permit.time'), value: permit.time ? noteText(permit.time, shown) : t('permit.time-unknown') },
    ...(first.length > 0 ? [{ title: t('permit.first'), value: first.join(', ') }] : []),
    ...(permit.law ? [{ title: t('permit.law'), value: permit.law.text }] : []),
    ...linkFact({ ...shown, thing: permit }),
  ]
}
