import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import { oneCard } from '../../cards/one-card.js'
import type { Card, StoredActivity } from '../../domain/conversations/message.js'

/** The body of the answer to `adaptiveCard/action`; HTTP itself says 200. */
export type InvokeBody = { statusCode: number; type: string; value: unknown }

const MESSAGE = 'application/vnd.microsoft.activity.message'

/** All answers of the turn as the one thing that an invoke can be answered with: a card when there is any to show, otherwise the words. */
export function invokeResponse(outgoing: readonly StoredActivity[]): InvokeBody {
  const card = oneCard(outgoing)
  if (card) return cardResponse(card)
  return { statusCode: 200, type: MESSAGE, value: outgoing.flatMap(({ text }) => text ?? []).join('\n\n') }
}

export const cardResponse = (card: Card): InvokeBody => ({ statusCode: 200, type: ADAPTIVE_CARD, value: card })

/** The card stays as it is. */
export const noSuchCard: InvokeBody = {
  statusCode: 404,
  type: 'application/vnd.microsoft.error',
  value: { code: 'NoSuchCard', message: 'There is no such card in this conversation.' },
}

export const conversationEnded: InvokeBody = {
  statusCode: 404,
  type: 'application/vnd.microsoft.error',
  value: { code: 'ConversationEnded', message: 'The conversation has ended.' },
}
