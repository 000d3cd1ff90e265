import { realClock, type Clock } from './clock.js'

type Stop = () => void
/** `work` looks at everything there is to do; what it throws goes to `failed`. `wakes` is given what asks for a look, and gives what stops it from asking. */
export type Looking = {
  work: () => Promise<unknown>
  failed: (error: unknown) => void
  everyMilliseconds: number
  wakes: (look: () => void) => readonly Stop[]
  clock?: Pick<Clock, 'every'> | undefined
}

/** Looks whenever something wakes it, and every so often in any case: one look at a time, and one more when it was woken meanwhile. */
export function keepLooking({ work, failed, everyMilliseconds, wakes, clock = realClock }: Looking) {
  let isWokenMeanwhile = false
  let isClosed = false
  let running: Promise<void> | undefined

  function look(): void {
    if (isClosed) return
    isWokenMeanwhile = true
    running ??= looks().finally(() => (running = undefined))
  }
  async function looks(): Promise<void> {
    while (isWokenMeanwhile && !isClosed) {
      isWokenMeanwhile = false
      await work().catch(failed)
    }
  }

  const stops = [clock.every(everyMilliseconds, look), ...wakes(look)]
  return {
    look,
    /** Begins nothing more; resolves when what was on its way is done. */
    async close(): Promise<void> {
      isClosed = true
      stops.forEach((stop) => stop())
      await running
    },
  }
}
