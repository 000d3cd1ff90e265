import type { Card } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import type { BusinessType } from '../domain/permits/business-type.js'
import type { Translate } from '../i18n/translate.js'
import { choicesCard, type Choice } from './choices-card.js'
import type { FillCard } from './templates.js'

export type BusinessTypeCard = { type: BusinessType; content: Content; language: string; t: Translate }

/** The permits that such an undertaking tends to need, as buttons: first those that nearly everybody needs. */
export function businessTypeCard(fill: FillCard, { type, content, language, t }: BusinessTypeCard): Card {
  const words = contentLanguage(language)
  const choices = (ids: readonly string[]): Choice[] =>
    ids.flatMap((id) => {
      const permit = content.permits.get(id)
      return permit ? [{ id: `permit-${id}`, title: permit.name[words], press: { verb: 'permit', id } }] : []
    })
  const groups = [
    { title: t('permit.usually'), choices: choices(type.usually) },
    { title: t('permit.depending'), choices: choices(type.depending) },
  ].filter((group) => group.choices.length > 0)
  return choicesCard(fill, language, type.name[words], groups)
}
