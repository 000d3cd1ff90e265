import type { Card } from '../../domain/conversations/message.js'
import { channelOf } from '../../domain/desk/channel-of.js'
import { faceOf, type Face } from '../../domain/desk/team-cards.js'
import { cardOf, takersIn } from './card-of.js'
import type { TeamCardsNeeds } from './needs.js'

export type AskedCard = { handOff: string; conversation: string; note?: string }

/**
 * The card of a chat as it is now, for whoever looks at one in a channel. Undefined when no such card was ever sent there: who knows the id of
 * a chat learns nothing of it in another channel.
 */
export async function cardNow(
  needs: Omit<TeamCardsNeeds, 'lines' | 'newId'>,
  { handOff, conversation, note }: AskedCard,
): Promise<Card | undefined> {
  const place = channelOf(conversation)
  const channel = (await needs.teams.channels()).find((one) => one.conversation === place)
  if (!channel) return undefined
  const [cards, row] = await Promise.all([needs.teams.cards(place), needs.desk.find(handOff)])
  if (!cards.some((card) => card.handOff === handOff)) return undefined
  const face: Face = (row && faceOf(row.handOff, channel.queue)) ?? { is: 'over' }
  const staff = await needs.desk.members(takersIn([face]))
  return cardOf(needs, { handOff, face, channel, row, staff, note })
}
