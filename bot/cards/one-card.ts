import type { Card, StoredActivity } from '../domain/conversations/message.js'
import { cardAround } from './card-around.js'
import { isPart, partsIn, type Part } from './card-parts.js'
import { ADAPTIVE_CARD } from './card-type.js'
import { suggestionButtons } from './suggestions-card.js'

/** Answers as one card, for places that take only one: nothing that could be read or pressed is left out. Undefined when there are only words. */
export function oneCard(messages: readonly StoredActivity[]): Card | undefined {
  const cards = messages.flatMap(cardsOf)
  const last = messages.at(-1)
  const buttons = last && suggestionButtons(last)
  if (cards.length === 0 && !buttons) return undefined
  if (cards.length === 1 && messages.length === 1 && !last?.text && !buttons) return cards[0]
  const body = [...messages.flatMap(blocksOf), ...(buttons ? [buttons] : [])]
  return cardAround(body, { locale: last?.locale, speak: messages.map(({ speak, text }) => speak ?? text ?? '').join(' ') })
}

const cardsOf = ({ attachments }: StoredActivity): Card[] =>
  (attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === ADAPTIVE_CARD && isPart(content) ? [content as Card] : [],
  )

const blocksOf = (message: StoredActivity): Part[] => [
  ...(message.text ? [{ type: 'TextBlock', wrap: true, text: message.text }] : []),
  ...cardsOf(message).map(asBlock),
]

function asBlock({ body, actions }: Card): Part {
  const rows = partsIn(actions)
  return {
    type: 'Container',
    separator: true,
    items: [...partsIn(body), ...(rows.length > 0 ? [{ type: 'ActionSet', actions: rows }] : [])],
  }
}
