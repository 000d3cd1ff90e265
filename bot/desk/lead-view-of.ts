import type { DeskView } from '../domain/desk/desk-view.js'
import type { QueueNotice } from '../domain/desk/ports.js'
import { contentLanguage } from '../domain/language.js'
import type { SendFailure } from '../domain/send-failures.js'
import type { DeskNeeds } from './needs.js'
import type { Overview } from './overview.js'

/** What could not be sent, as it is read once for all leads. */
export type NotSent = { mail: boolean; count: number; oldest: readonly SendFailure[] }

// A lead sees to them from the oldest on; the number says how many more there are.
const SHOWN = 20

export async function notSentIn({ sending }: Pick<DeskNeeds, 'sending'>): Promise<NotSent | undefined> {
  if (!sending) return undefined
  const oldest = await sending.failures.unseen(SHOWN)
  const count = oldest.length < SHOWN ? oldest.length : await sending.failures.countUnseen()
  return { mail: sending.mailConnected, count, oldest }
}

/** What only a lead sees, since nobody else will do anything about it. `language` is BCP 47. */
export function leadViewOf({ notSent, said, content, rows }: Overview, language: string): NonNullable<DeskView['lead']> {
  const nameOf = (queue: string): string => content.queues.get(queue)?.name[contentLanguage(language)] ?? queue
  const queueOf = (handOff: string): string | undefined => rows.find((row) => row.handOff.id === handOff)?.handOff.place.queue
  const sentView = ({ id, at, what, why }: SendFailure) => {
    const queue = what.kind === 'mail' && what.about !== undefined ? queueOf(what.about) : undefined
    return { id, at: at.toISOString(), kind: what.kind, why, ...(queue === undefined ? {} : { queue: nameOf(queue) }) }
  }
  const noticeView = ({ id, queue, text, until }: QueueNotice) => ({
    ...{ id, text, until: until.toISOString() },
    ...(queue === undefined ? {} : { queue: nameOf(queue) }),
  })
  return {
    ...(notSent && !notSent.mail ? { mailIsMissing: true as const } : {}),
    notSent: (notSent?.oldest ?? []).map(sentView),
    notSentCount: notSent?.count ?? 0,
    said: said.map(noticeView),
  }
}
