import { addressBucket, clientAddress } from '../../client-address.js'
import { secondsToWait } from '../../rate-limit.js'
import type { Asked, Routing } from './needs.js'
import type { Problem } from './problems.js'

/** Counts one more try of an address to sign in. A whole contact centre may share one, so that the limit is high; no word that can be tried is short enough to be guessed. */
export async function tooOften({ rates, config, tokenKey, now, log }: Routing, { request }: Asked): Promise<Problem | undefined> {
  const bucket = addressBucket('staff-sign-in', clientAddress(request, config.trustedProxies), now(), tokenKey)
  const rate = { bucket, limit: config.staff.signInsPerMinute, windowSeconds: 60 }
  const seconds = await secondsToWait(rates, rate, now(), log)
  return seconds === undefined ? undefined : { problem: 'Throttled', values: { seconds }, seconds }
}
