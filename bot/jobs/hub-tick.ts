import { tellHub } from '../desk/hub/tell-hub.js'
import type { HubDeskNeeds } from '../desk/hub/needs.js'
import type { Waking } from '../domain/conversations/waking.js'
import { realClock, type Clock } from './clock.js'

const EVERY_MILLISECONDS = 5_000

/** Tells the hub what it does not know yet: whenever something is said or moves, and every few seconds in any case. */
export function hubTick(needs: HubDeskNeeds & { waking: Pick<Waking, 'onActivity' | 'onDesk'>; clock?: Clock }) {
  let isClosed = false
  let isAskedAgain = false
  let round: Promise<void> | undefined

  const stops = [
    (needs.clock ?? realClock).every(EVERY_MILLISECONDS, look),
    needs.waking.onActivity(look),
    needs.waking.onDesk((what) => what.kind !== 'typing' && look()),
  ]
  look()

  function look(): void {
    isAskedAgain = true
    if (!isClosed) round ??= rounds().finally(() => (round = undefined))
  }
  async function rounds(): Promise<void> {
    while (isAskedAgain && !isClosed) {
      isAskedAgain = false
      await tellHub(needs).catch((error: unknown) => needs.log.error({ error }, 'the hub was not told'))
    }
  }
  return {
    /** Begins nothing more; resolves when what was on its way has been answered. */
    async close(): Promise<void> {
      isClosed = true
      stops.forEach((stop) => stop())
      await round
    },
  }
}
