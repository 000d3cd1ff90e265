import type { Card } from '../domain/conversations/message.js'
import { directionOf } from '../i18n/direction.js'
import type { Part } from './card-parts.js'

/** A card around elements that templates have made before. `locale` (BCP 47) is that of the words inside. */
export const cardAround = (body: readonly Part[], { locale, speak }: { locale?: string; speak: string }): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  ...(locale ? { lang: locale, rtl: directionOf(locale) === 'rtl' } : {}),
  speak,
  body: [...body],
})
