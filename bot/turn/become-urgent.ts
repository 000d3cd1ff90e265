import type { ConversationKey } from '../domain/conversations/conversation.js'
import { hasEnded } from '../domain/desk/hand-off.js'
import { step } from '../domain/desk/step.js'
import { deskChangeOf } from './desk-change.js'
import type { Turn } from './turn.js'

/** Whoever told of a crisis comes before those who wait as well, and the desk sees it. The bot has answered already. */
export function becomeUrgent(turn: Turn, key: ConversationKey): void {
  const { desk } = turn
  if (desk?.kind !== 'seen' || !desk.row || hasEnded(desk.row.handOff.situation)) return
  const event = { kind: 'became-urgent' } as const
  const stepped = step(desk.row.handOff, event, desk.now)
  if (stepped.kind === 'moved') turn.changeDesk(deskChangeOf({ before: desk.row, key }, event.kind, stepped, desk.now))
}
