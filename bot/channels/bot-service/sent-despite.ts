import { z } from 'zod'
import type { GoneReason, Sent } from '../../domain/conversations/sending.js'

/** What the connector throws: the status, headers and text of the answer, if there was any. */
const ConnectorError = z.object({
  statusCode: z.number(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(hasGet),
      bodyAsText: z.string().nullish().catch(undefined),
    })
    .optional(),
})

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function'
}

// 404 of a message that was to be changed says that this message is not there; the conversation may well be.
const NOT_THERE = 404
const GONE = [403, 404, 410]
// The message itself is at fault: malformed, too large, of a kind that is not taken.
const REFUSED = [400, 405, 413, 415, 422]

/** What Teams calls it, as a code or a subcode somewhere in the body. */
const WHY_GONE: readonly (readonly [said: string, why: GoneReason])[] = [
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'writes-blocked'],
  ['BotNotInConversationRoster', 'not-in-conversation'],
  ['BotDisabledByAdmin', 'disabled'],
  ['ConversationNotFound', 'no-such-conversation'],
]

/**
 * What came of a send that threw. No answer at all, a failing service and a sign-in that is being mended are all worth another try. `isEdit`: a
 * message was to be changed.
 */
export function sentDespite(error: unknown, isEdit = false): Sent {
  const { statusCode, response } = ConnectorError.safeParse(error).data ?? {}
  if (statusCode === undefined) return { kind: 'retry' }
  const why = WHY_GONE.find(([said]) => response?.bodyAsText?.includes(said))?.[1] ?? 'unknown'
  if (isEdit && statusCode === NOT_THERE && why !== 'no-such-conversation') return { kind: 'not-there' }
  if (GONE.includes(statusCode)) return { kind: 'gone', why }
  if (REFUSED.includes(statusCode)) return { kind: 'refused' }
  const afterSeconds = Number(response?.headers.get('retry-after') ?? NaN)
  return Number.isFinite(afterSeconds) && afterSeconds >= 0 ? { kind: 'retry', afterSeconds } : { kind: 'retry' }
}
