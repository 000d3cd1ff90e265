import { tellHub } from '../desk/hub/tell-hub.js'
import type { HubDeskNeeds } from '../desk/hub/needs.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { Clock } from './clock.js'
import { keepLooking } from './keep-looking.js'

const EVERY_MILLISECONDS = 5_000

/** Tells the hub what it does not know yet: at once when it starts, whenever something is said or moves, and every few seconds in any case. */
export function hubTick(needs: HubDeskNeeds & { waking: Pick<Waking, 'onActivity' | 'onDesk'>; clock?: Clock }) {
  const looking = keepLooking({
    work: () => tellHub(needs),
    failed: (error) => needs.log.error({ error }, 'the hub was not told'),
    everyMilliseconds: EVERY_MILLISECONDS,
    wakes: (look) => [needs.waking.onActivity(look), needs.waking.onDesk((what) => what.kind !== 'typing' && look())],
    clock: needs.clock,
  })
  looking.look()
  return looking
}
