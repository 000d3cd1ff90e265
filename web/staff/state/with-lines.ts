import { stored } from '../../../bot/domain/desk/thread.js'
import type { ChatLine } from '../../../bot/domain/desk/desk-view.js'
import { watermarkOf, type Chat } from './chat.js'

/** Whether lines that follow the watermark `from` leave a hole behind what this desk has. Then it asks anew from its own. */
export const leavesHole = (chat: Chat, from: number): boolean => from > watermarkOf(chat)

/** The chat with lines that came in, each once and in their order, however often they came. What was sent and came back is no longer unsent. */
export function withLines(chat: Chat, batch: readonly ChatLine[]): { chat: Chat; fresh: readonly ChatLine[] } {
  const last = watermarkOf(chat)
  const fresh = [...new Map(batch.filter(({ seq }) => seq > last).map((line) => [line.seq, line])).values()].sort(
    (one, other) => one.seq - other.seq,
  )
  if (fresh.length === 0) return { chat, fresh }
  const heard = fresh.some(({ from }) => from.kind === 'citizen')
  // The id of an agent's line ends with the key that its desk gave it.
  const keys = new Set(chat.unsent.map(({ key }) => key).filter((key) => fresh.some(({ id }) => id.endsWith(key))))
  return {
    chat: {
      ...chat,
      lines: [...chat.lines, ...fresh],
      unsent: stored(chat.unsent, keys),
      typingUntil: heard ? 0 : chat.typingUntil,
      // What there was when the chat was opened is history, not news.
      unread: last === 0 ? chat.unread : chat.unread + fresh.filter(({ from }) => from.kind === 'citizen').length,
    },
    fresh: last === 0 ? [] : fresh,
  }
}
