import { isDeepStrictEqual } from 'node:util'
import type { HandOffEvent, Moved, Refused } from '../domain/desk/hand-off-events.js'
import type { AuditEntry, DeskChange, HandOffRow, LeftContact } from '../domain/desk/ports.js'
import { step } from '../domain/desk/step.js'
import { nextLookAt } from '../domain/desk/ticked.js'
import { linesTold } from './lines-told.js'
import type { DeskNeeds } from './needs.js'
import { readDesk, type DeskSeen } from './read-desk.js'

/** `busy`: others changed it again and again meanwhile. */
export type NotChanged = Refused | { kind: 'refused'; why: 'no-such-chat' | 'busy' }
export type Changed = Moved & { before: HandOffRow }

export type Changing = {
  event: HandOffEvent
  by: AuditEntry['by']
  /** What is written down of it; nothing when nothing has come of it. */
  action: string
  detail?: AuditEntry['detail']
  contact?: LeftContact
  /** Looked at before anything is decided; what it gives back is why not. */
  unless?: (row: HandOffRow, seen: DeskSeen) => NotChanged['why'] | undefined
}

// Those who press at once meet here, and whoever comes second mostly finds that it is settled.
const TRIES = 8

/** Reads, decides and stores; when somebody else was first, reads and decides again. */
export async function changeHandOff(needs: DeskNeeds, id: string, changing: Changing): Promise<Changed | NotChanged> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [before, seen] = await Promise.all([needs.store.find(id), readDesk(needs)])
    if (!before) return { kind: 'refused', why: 'no-such-chat' }
    const why = changing.unless?.(before, seen)
    if (why) return { kind: 'refused', why } as NotChanged
    const stepped = step(before.handOff, changing.event, seen.now)
    if (stepped.kind === 'refused') return stepped
    const isSame = stepped.effects.length === 0 && isDeepStrictEqual(stepped.handOff, before.handOff)
    if (isSame || (await needs.store.change(changeOf(needs, before, stepped, changing, seen))) === 'stored')
      return { ...stepped, before }
  }
  return { kind: 'refused', why: 'busy' }
}

function changeOf(
  needs: DeskNeeds,
  before: HandOffRow,
  { handOff, effects }: Moved,
  changing: Changing,
  seen: DeskSeen,
): DeskChange {
  const { version: _, ...same } = before
  const after = { ...same, handOff }
  const { at } = seen.now
  const { by, action, contact } = changing
  const isMove = handOff.situation.status !== before.handOff.situation.status
  const queue = seen.now.queues.get(handOff.place.queue)
  const told: AuditEntry['detail'] = isMove ? { from: before.handOff.situation.status, to: handOff.situation.status } : {}
  return {
    before,
    after,
    effects,
    lines: linesTold(needs, after, effects, seen),
    ...(contact ? { contact } : {}),
    ...(queue ? { lookAt: nextLookAt(handOff, queue) } : {}),
    audit: [{ at, by, action, subject: handOff.id, detail: { ...told, ...changing.detail } }],
    at,
  }
}
