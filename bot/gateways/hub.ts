import { signedHeaders } from '../domain/desk/hub-signature.js'
import type { TellHub, ToldHub } from '../domain/desk/hub.js'
import type { Log } from '../telemetry/log.js'

/** `url` is where the hub listens; `key` is the secret that both have. */
export type HubNeeds = { url: string; key: string; now: () => Date; log: Log; timeoutMilliseconds?: number }

const TIMEOUT_MILLISECONDS = 10_000

/** Answers by which a request may be taken later. What is not here, and is not a yes, is refused for good. */
const LATER: readonly number[] = [401, 403, 407, 408, 421, 425, 429]
const UNKNOWN: readonly number[] = [404, 410]

/** The hub's webhook: one signed POST an activity. A redirection is not followed, since it was not signed for there. */
export const hubGateway =
  ({ url, key, now, log, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: HubNeeds): TellHub =>
  async (activity, idempotencyKey) => {
    const body = JSON.stringify(activity)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': idempotencyKey,
      ...signedHeaders(key, 'hub', now(), body),
    }
    try {
      const signal = AbortSignal.timeout(timeoutMilliseconds)
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
      await response.body?.cancel()
      const told = toldBy(response)
      if (told.kind !== 'sent') log.warn({ status: response.status, outcome: told.kind }, 'the hub did not take it')
      return told
    } catch (error) {
      log.warn({ error }, 'the hub did not answer')
      return { kind: 'retry' }
    }
  }

function toldBy({ ok, status, headers }: Response): ToldHub {
  if (ok) return { kind: 'sent' }
  if (UNKNOWN.includes(status)) return { kind: 'unknown' }
  if (status >= 400 && status < 500 && !LATER.includes(status)) return { kind: 'refused' }
  const afterSeconds = Number(headers.get('retry-after') ?? NaN)
  return { kind: 'retry', ...(Number.isFinite(afterSeconds) && afterSeconds >= 0 ? { afterSeconds } : {}) }
}
