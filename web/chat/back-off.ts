const FIRST = 500
const LONGEST = 30_000

/**
 * Milliseconds to wait before try number `attempt` (1 is the first that comes after a failure): twice as long each time, at
 * most half a minute. Half of it is chance, so that everybody does not come back in the same moment after a restart.
 */
export function backOff(attempt: number, chance: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10))
  return ceiling / 2 + (ceiling / 2) * chance()
}

/** Milliseconds that a Retry-After header asks for, which is given in SECONDS or as a date; undefined when unreadable. */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (!header) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
