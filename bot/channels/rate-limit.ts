import type { RateStore } from '../domain/conversations/rates.js'
import type { Log } from '../telemetry/log.js'
import { soon } from './soon.js'

const PATIENCE = 1_500

export type Rate = { bucket: string; limit: number; windowSeconds: number }

/**
 * Counts one more of what `bucket` does. Gives the seconds to wait when that is over the limit, otherwise undefined.
 * A counter that cannot be reached lets everything through: a person in need is worth more than a limit.
 */
export async function secondsToWait(
  rates: RateStore,
  { bucket, limit, windowSeconds }: Rate,
  at: Date,
  log: Log,
): Promise<number | undefined> {
  try {
    if ((await soon(rates.count(bucket, at, windowSeconds), PATIENCE)) <= limit) return undefined
  } catch (error) {
    log.warn({ error }, 'rates cannot be counted')
    return undefined
  }
  const windowMilliseconds = windowSeconds * 1000
  return Math.ceil((windowMilliseconds - (at.getTime() % windowMilliseconds)) / 1000)
}
