import type { Waking } from '../domain/conversations/waking.js'
import { realClock, type Clock } from './clock.js'
import { tellStaff, type TellStaffNeeds } from './tell-staff.js'

const LOOK_MILLISECONDS = 15_000

/** Tells staff what they must know when something happens at the desk, and looks again for what had to wait. On every instance. */
export function keepStaffTold(needs: TellStaffNeeds & { waking: Pick<Waking, 'onDesk'>; clock?: Pick<Clock, 'every'> }) {
  let isHeardMeanwhile = false
  let isClosed = false
  let running: Promise<void> | undefined

  async function passes(): Promise<void> {
    do {
      isHeardMeanwhile = false
      await tellStaff(needs).catch((error: unknown) => needs.log.error({ error }, 'staff could not be told'))
    } while (isHeardMeanwhile && !isClosed)
    running = undefined
  }
  function look(): void {
    if (isClosed) return
    isHeardMeanwhile = true
    running ??= passes()
  }

  const stopLooking = (needs.clock ?? realClock).every(LOOK_MILLISECONDS, look)
  const stopListening = needs.waking.onDesk(({ kind }) => void ((kind === 'hand-off' || kind === '*') && look()))
  return {
    async close(): Promise<void> {
      isClosed = true
      stopLooking()
      stopListening()
      await running
    },
  }
}
