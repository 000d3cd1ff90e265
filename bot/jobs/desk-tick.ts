import type { Desk } from '../desk/desk.js'
import type { Log } from '../telemetry/log.js'

const EVERY_MILLISECONDS = 1_500

/** What the desk does by the clock, in this order. */
const STEPS = ['tick', 'offer', 'tellWaits'] as const satisfies readonly (keyof Desk)[]

type Needs = { desk: Pick<Desk, (typeof STEPS)[number]>; log: Log; everyMilliseconds?: number }

/**
 * Lets time do its work at the desk every second or two. Every instance does: versions decide whose change counts, so it goes on when one
 * dies. A round that fails is logged, and the next one does what it did not.
 */
export function deskTick({ desk, log, everyMilliseconds = EVERY_MILLISECONDS }: Needs): { close(): Promise<void> } {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()

  const next = (): void => {
    if (isClosed) return
    timer = setTimeout(() => (round = allSteps().then(next)), everyMilliseconds).unref()
  }
  const allSteps = async (): Promise<void> => {
    for (const step of STEPS)
      await desk[step]().catch((error: unknown) => log.error({ error, step }, 'time did not do its work at the desk'))
  }
  next()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await round
    },
  }
}
