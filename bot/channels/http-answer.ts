import type { ServerResponse } from 'node:http'

/** What a route answers, before it is written. A Uint8Array is sent as it is, everything else as JSON. */
export type HttpAnswer = { status: number; body?: unknown; headers?: Record<string, string> }

/** The protocol's codes are stable and clients branch on them; its messages are for people who read logs. */
export type ProblemCode =
  | 'Unauthorized'
  | 'BadArgument'
  | 'TokenExpired'
  | 'Forbidden'
  | 'MissingProperty'
  | 'ConversationNotFound'
  | 'ConversationEnded'
  | 'AttachmentNotFound'
  | 'MessageSizeTooBig'
  | 'UnsupportedMediaType'
  | 'Throttled'
  | 'BotError'
  | 'ServiceError'

export const problem = (status: number, code: ProblemCode, message: string, headers?: Record<string, string>): HttpAnswer => ({
  status,
  body: { error: { code, message } },
  headers,
})

export const throttled = (seconds: number): HttpAnswer =>
  problem(429, 'Throttled', `Too many requests. Try again in ${seconds} seconds.`, { 'retry-after': String(seconds) })

export const noConversation = (): HttpAnswer => problem(404, 'ConversationNotFound', 'There is no such conversation.')
// Clients give up and start anew at 404; at 403 they would wait for a new token.
export const endedConversation = (): HttpAnswer => problem(404, 'ConversationEnded', 'The conversation has ended.')

export function write(response: ServerResponse, { status, body, headers }: HttpAnswer): void {
  // A text leaves in one piece with the headers; bytes would be a second one.
  const sent = body instanceof Uint8Array ? body : body === undefined ? '' : JSON.stringify(body)
  const type = body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...type,
    'content-length': Buffer.byteLength(sent),
    ...headers,
  })
  response.end(sent)
}
