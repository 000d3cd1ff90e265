import type { Effect } from '../../domain/desk/hand-off-events.js'
import type { PromiseRow } from '../../domain/desk/ports.js'

const STATES = { made: 'open', 'put-off': 'open', kept: 'kept', withdrawn: 'withdrawn' } as const satisfies Record<
  Extract<Effect, { pledge: string }>['pledge'],
  PromiseRow['state']
>

type PromiseColumns = { id: string; queue: string; kind: string; made_at: Date; due_at: Date; state: PromiseRow['state'] }

/** What becomes of promises by this: one row each, as it is at the end. A promise that is made and kept at once is kept. */
export function promisesOf(effects: readonly Effect[]): PromiseColumns[] {
  const rows = new Map<string, PromiseColumns>()
  for (const effect of effects)
    if ('pledge' in effect) {
      const { id, queue, kind, madeAt, dueAt } = effect.is
      rows.set(id, { id, queue, kind, made_at: madeAt, due_at: dueAt, state: STATES[effect.pledge] })
    }
  return [...rows.values()]
}

/** Contacts that are of no use any more: their promise is kept or withdrawn, and no other has taken them over. */
export function contactsDone(effects: readonly Effect[]): string[] {
  const ids = (wanted: readonly PromiseRow['state'][]) =>
    effects.flatMap((effect) =>
      'pledge' in effect && 'contact' in effect.is && wanted.includes(STATES[effect.pledge]) ? [effect.is.contact] : [],
    )
  const stillUsed = ids(['open'])
  return ids(['kept', 'withdrawn']).filter((id) => !stillUsed.includes(id))
}

/** A queue's team, its lead, its owner, or one member; `subject` is the queue or the member. */
export type NoticeColumns = { id: string; kind: 'team' | 'lead' | 'owner' | 'agent'; subject: string; what: string }

/** What staff are told by this, in order. The ids are those of the change, counted, so that the same change makes the same ones. */
export function noticesOf(effects: readonly Effect[], change: string): NoticeColumns[] {
  return effects.flatMap((effect, at) => {
    if (!('tell' in effect) || effect.tell === 'citizen') return []
    const subject = effect.tell === 'agent' ? effect.agent : effect.queue
    return [{ id: `${change}:${at + 1}`, kind: effect.tell, subject, what: effect.what }]
  })
}
