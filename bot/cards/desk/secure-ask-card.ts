import type { Card } from '../../domain/conversations/message.js'
import type { FillCard } from '../templates.js'
import type { ToldWords } from './told-words.js'

export type SecureAskCard = ToldWords & {
  handOff: string
  /** Of the form, on our own page. */
  url: string
  /** First name of who asks. */
  name: string
  minutes: { open: number; kept: number; afterReading: number }
}

/** Asks for a personal number in a form beside the chat: what it is for, what happens with it, and what to do instead. */
export function secureAskCard(fill: FillCard, { handOff, url, name, minutes, t, language }: SecureAskCard): Card {
  return fill('secure-ask', language, {
    speak: t('secure.card-speak', { name }),
    title: t('secure.card-title', { name }),
    paragraphs: [
      { text: t('secure.card-why') },
      { text: t('secure.what-happens', minutes) },
      { text: t('secure.card-protected') },
    ],
    open: { title: t('secure.card-open'), url },
    protected: { title: t('desk.button.protected'), press: { verb: 'desk.protected', handOff } },
  })
}
