import type { MessageWords } from '../../cards/message-to-html.js'
import { FRONT_DOOR, type Content } from '../../domain/content/content.js'
import { shownPhones } from '../../domain/services/contact-point.js'
import type { Translate } from '../../i18n/translate.js'

/** The keys of locales/<language>/client.json that the script on the page says. */
export const CLIENT_WORDS = [
  'looking',
  'slow',
  'empty',
  'too-long',
  'not-sent',
  'not-pressed',
  'try-again',
  'busy',
  'busy-later',
  'reconnecting',
  'connected',
  'ended',
  'this-tab-only',
  'agent-typing',
  'file-chosen',
  'file-sending',
  'file-sent',
  'file-empty',
  'file-type',
  'file-too-large',
  'file-often',
  'file-not-sent',
  'file-not-now',
] as const

/** What messages need besides their own words. In a frame, links open a window: most sites refuse to be shown in one. */
export const messageWords = (t: Translate, language: string, framed: boolean): MessageWords => ({
  language,
  you: t('page.you'),
  bot: t('page.bot'),
  suggestions: t('page.suggestions'),
  unreadableCard: t('page.unreadable-card'),
  file: t('page.file'),
  required: t('page.required'),
  ...(framed ? { newWindow: t('page.new-window') } : {}),
})

/** `values`: what files may be sent, in words. */
export const clientWords = (t: Translate, values: { types: string; size: string }): Record<string, string> =>
  Object.fromEntries(CLIENT_WORDS.map((word) => [word, t(`client.${word}`, values)]))

export const frontDoorPhone = ({ contact }: Content): string => {
  const point = contact.get(FRONT_DOOR)
  return (point && shownPhones(point)[0]) ?? ''
}
