import { addressBucket, clientAddress } from '../client-address.js'
import { secondsToWait } from '../rate-limit.js'
import type { Asked, PlansNeeds } from './needs.js'

// A page brings its PDF, its picture and its calendar with it, and an office shares an address.
const PAPERS_FOR_A_MESSAGE = 4

/** Seconds to wait for an address that asks too often; undefined when it may go on. Looking at papers and asking for new plans are counted apart. */
export function tooFast(
  { rates, config, tokenKey, now, log }: PlansNeeds,
  { request }: Asked,
  what: 'plans' | 'permit-plan',
): Promise<number | undefined> {
  const bucket = addressBucket(what, clientAddress(request, config.trustedProxies), now(), tokenKey)
  const limit = config.limits.messagesPerMinute * (what === 'plans' ? PAPERS_FOR_A_MESSAGE : 1)
  return secondsToWait(rates, { bucket, limit, windowSeconds: 60 }, now(), log)
}
