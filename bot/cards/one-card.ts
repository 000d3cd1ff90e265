import type { Card, StoredActivity } from '../domain/conversations/message.js'
import { cardAround } from './card-around.js'
import { isPart, partsIn, type Part } from './card-parts.js'
import { ADAPTIVE_CARD } from './card-type.js'
import { suggestionButtons } from './suggestions-card.js'

/**
 * Several answers as one card, for places that take only one: nothing that could be read or pressed is left out. Words of a message that has
 * cards say the same as the cards, so they are only read aloud. Undefined when there is nothing but words.
 */
export function oneCard(messages: readonly StoredActivity[]): Card | undefined {
  const cards = messages.flatMap(cardsOf)
  const last = messages.at(-1)
  const buttons = last && suggestionButtons(last)
  if (cards.length === 0 && !buttons) return undefined
  if (cards.length === 1 && messages.length === 1 && !buttons) return cards[0]
  const body = [...messages.flatMap(blocksOf), ...(buttons ? [buttons] : [])]
  return cardAround(body, { locale: last?.locale, speak: messages.map(({ speak, text }) => speak ?? text ?? '').join(' ') })
}

const cardsOf = ({ attachments }: StoredActivity): Card[] =>
  (attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === ADAPTIVE_CARD && isPart(content) ? [content as Card] : [],
  )

function blocksOf(message: StoredActivity): Part[] {
  const cards = cardsOf(message)
  if (cards.length > 0) return cards.map(asBlock)
  return message.text ? [{ type: 'TextBlock', wrap: true, text: message.text }] : []
}

function asBlock({ body, actions }: Card): Part {
  const rows = partsIn(actions)
  return {
    type: 'Container',
    separator: true,
    items: [...partsIn(body), ...(rows.length > 0 ? [{ type: 'ActionSet', actions: rows }] : [])],
  }
}
