/** What waits and draws lots, so that a test need not. `every` gives the function that stops it. */
export type Clock = {
  every(milliseconds: number, work: () => void): () => void
  wait(milliseconds: number): Promise<void>
  /** Between 0 and 1. */
  random(): number
}

const LONGEST_WAIT_SECONDS = 600

/** Seconds to wait after so many failures in a row: twice as long each time, spread out so that not all come back at once. */
export const waitAfter = (failed: number, random: number): number =>
  Math.min(2 ** failed, LONGEST_WAIT_SECONDS) * (0.5 + random / 2)

export const realClock: Clock = {
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds).unref()
    return () => clearInterval(timer)
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
}
