import type { ActAnswer } from '../domain/desk/acts.js'
import { entryOf, refused, type Acting, type ActOf } from './acting.js'
import { masked } from './masking.js'

/** Opens or closes a queue for a while. */
export async function changeQueue(acting: Acting, { queue, is, until, reason }: ActOf<'change-queue'>): Promise<ActAnswer> {
  const { needs, by } = acting
  const from = needs.now()
  if (!needs.content().queues.has(queue)) return refused('no-such-queue')
  if (until <= from) return refused('wrong-time')
  const { text, detail } = masked(needs, reason)
  await needs.store.changeQueue({ id: needs.newId(), queue, is, from, until, reason: text, by })
  await needs.store.log(entryOf(acting, queue, { is, ...detail }))
  return { kind: 'done' }
}

export async function postNotice(acting: Acting, { queue, text, until }: ActOf<'post-notice'>): Promise<ActAnswer> {
  const { needs, by } = acting
  const from = needs.now()
  if (queue !== undefined && !needs.content().queues.has(queue)) return refused('no-such-queue')
  if (until <= from) return refused('wrong-time')
  const id = needs.newId()
  const said = masked(needs, text)
  await needs.store.notice({ id, ...(queue === undefined ? {} : { queue }), text: said.text, by, from, until })
  await needs.store.log(entryOf(acting, id, said.detail))
  return { kind: 'done', value: id }
}

export async function endNotice(acting: Acting, { notice }: ActOf<'end-notice'>): Promise<ActAnswer> {
  await acting.needs.store.endNotice(notice, acting.needs.now())
  await acting.needs.store.log(entryOf(acting, notice))
  return { kind: 'done' }
}

/** Whatever nobody could be told by the bot, somebody has now seen to; it leaves the list for all leads. */
export async function seenTo(acting: Acting, { failure }: ActOf<'seen-to'>): Promise<ActAnswer> {
  await acting.needs.sending?.failures.seen(failure, acting.needs.now())
  await acting.needs.store.log(entryOf(acting, failure))
  return { kind: 'done' }
}
