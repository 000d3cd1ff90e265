import { z } from 'zod'
import type { Sent } from '../../domain/conversations/sending.js'

/** What the connector throws: the status and headers of the answer, if there was any. */
const ConnectorError = z.object({
  statusCode: z.number(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>(hasGet) }).optional(),
})

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function'
}

// 403: blocked, uninstalled or not in the conversation (MessageWritesBlocked, BotNotInConversationRoster, ...); 404: no such conversation.
const GONE = [403, 404, 410]
// The message itself is at fault: malformed, too large, of a kind that is not taken.
const REFUSED = [400, 405, 413, 415, 422]

/** What came of a send that threw. No answer at all, a failing service and a sign-in that is being mended are all worth another try. */
export function sentDespite(error: unknown): Sent {
  const { statusCode, response } = ConnectorError.safeParse(error).data ?? {}
  if (statusCode === undefined) return { kind: 'retry' }
  if (GONE.includes(statusCode)) return { kind: 'gone' }
  if (REFUSED.includes(statusCode)) return { kind: 'refused' }
  const afterSeconds = Number(response?.headers.get('retry-after') ?? NaN)
  return Number.isFinite(afterSeconds) && afterSeconds >= 0 ? { kind: 'retry', afterSeconds } : { kind: 'retry' }
}
