import type { Card } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { contentLanguage } from '../domain/language.js'
import type { BusinessType } from '../domain/permits/business-type.js'
import type { Translate } from '../i18n/translate.js'
import { choicesCard, type Choice } from './choices-card.js'
import type { FillCard } from './templates.js'

export type BusinessTypeCard = { type: BusinessType; content: Content; language: string; t: Translate }

/** Such an undertaking: first the pilot, which finds out what is needed; then the permits that it tends to need, those that nearly everybody needs before the others. */
export function businessTypeCard(fill: FillCard, { type, content, language, t }: BusinessTypeCard): Card {
  const words = contentLanguage(language)
  const choices = (ids: readonly string[]): Choice[] =>
    ids.flatMap((id) => {
      const permit = content.permits.get(id)
      return permit ? [{ id: `permit-${id}`, title: permit.name[words], press: { verb: 'permit', id } }] : []
    })
  const pilot: Choice = { id: 'pilot', title: t('pilot.start'), press: { verb: 'pilot.start', type: type.id } }
  const groups = [
    { choices: [pilot] },
    { title: t('permit.usually'), choices: choices(type.usually) },
    { title: t('permit.depending'), choices: choices(type.depending) },
  ].filter((group) => group.choices.length > 0)
  return choicesCard(fill, language, type.name[words], groups)
}
