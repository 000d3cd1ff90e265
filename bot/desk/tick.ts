import { doorOf } from '../domain/desk/door.js'
import type { HandOff } from '../domain/desk/hand-off.js'
import type { Now } from '../domain/desk/hand-off-events.js'
import { matches } from '../domain/desk/routing.js'
import { changeHandOff } from './changing.js'
import type { DeskNeeds } from './needs.js'
import { readDesk } from './read-desk.js'

const AT_ONCE = 200

/** What time does to hand-offs: chats of silent desks go back, offers and transfers run out, promises are reminded of. Returns how many moved. */
export async function tick(needs: DeskNeeds): Promise<number> {
  const seen = await readDesk(needs)
  const due = await needs.store.due(seen.now.at, AT_ONCE)
  const others = seen.handOffs.filter((handOff) => isOtherwiseDue(handOff, seen.now)).map(({ id }) => id)
  let moved = 0
  for (const id of new Set([...due, ...others])) {
    const changed = await changeHandOff(needs, id, { event: { kind: 'ticked' }, by: 'clock', action: 'desk.clock' })
    if (changed.kind === 'moved') moved++
    else needs.log.warn({ handOff: id, why: changed.why }, 'time did nothing to a hand-off')
  }
  return moved
}

/** Somebody has come, or the last one has gone: no time was set for that. */
function isOtherwiseDue({ situation, place }: HandOff, { at, queues, attended }: Now): boolean {
  const queue = queues.get(place.queue)
  const isAttended = attended.has(place.queue)
  if (situation.status === 'waiting' || situation.status === 'offered') return !isAttended
  return situation.status === 'unattended' && isAttended && queue !== undefined && doorOf(queue, at, true).is === 'open'
}

/** Offers each who waits to whoever is next for it. Returns how many were offered. */
export async function offer(needs: DeskNeeds): Promise<number> {
  const { handOffs, agents, now } = await readDesk(needs)
  let offered = 0
  for (const { handOff, agent } of matches(handOffs, agents, now.queues, now.at)) {
    const event = { kind: 'offered', to: agent } as const
    const changed = await changeHandOff(needs, handOff.id, { event, by: 'clock', action: 'desk.offered', detail: { agent } })
    if (changed.kind === 'moved') offered++
  }
  return offered
}
