import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { OtherAuthority } from '../domain/services/other-authority.js'
import type { Translate } from '../i18n/translate.js'
import { phoneLink } from './phone.js'
import type { FillCard } from './templates.js'

export type OtherAuthorityCard = { matter: OtherAuthority; language: string; t: Translate }

/** Who handles a matter that is not the city's, with their number and page. */
export function otherAuthorityCard(fill: FillCard, { matter, language, t }: OtherAuthorityCard): Card {
  const words = contentLanguage(language)
  const phones = matter.phone_sure === 'not-verified' ? [] : matter.phones
  return fill('contacts', language, {
    title: matter.name[words],
    contacts: [
      {
        name: matter.authority[words],
        what: matter.summary[words],
        ...(phones.length > 0 ? { phone: phones.map(phoneLink).join(', ') } : {}),
        ...(phones.length > 0 && matter.phone_sure !== 'city-page' ? { unsure: t('contact.unsure') } : {}),
        lines: [{ text: `[${t('not-ours.page', { who: matter.authority[words] })}](${matter.link})` }],
      },
    ],
    speak: `${matter.name[words]}. ${matter.summary[words]} ${phones.join(', ')}`,
  })
}
