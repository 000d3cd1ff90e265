import type { Card } from '../../domain/conversations/message.js'
import type { Outcome } from '../../domain/outcome.js'
import type { Turn } from '../../turn/turn.js'

/** What came of something that somebody did with projects, in their language: words, or a card, or both. */
export type Told = { language: string; text: string; card?: Card; outcome?: Outcome; isInvoke: boolean }

/** Says it. The answer to an invoke takes the place of the card that was pressed: what is said then stands on the new one. */
export function tell(turn: Turn, { language, text, card, outcome = 'project', isInvoke }: Told): void {
  turn.speak(language)
  if (!card) return turn.reply({ outcome, text })
  turn.reply({ outcome, text: isInvoke ? '' : text, speak: text || (card.speak ?? ''), cards: [card] })
}
