import { retryAfter } from './back-off.js'

const PATIENCE = 20_000

/** What the server said. Status 0: nobody answered in time. `wait`: milliseconds that it asked us to wait. */
export type Reply = { status: number; body: Record<string, unknown>; wait?: number }

/** One question to our own server, answered with JSON. Never throws: no answer is an answer too. */
export async function ask(method: 'GET' | 'POST', path: string, token?: string, body?: unknown): Promise<Reply> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), PATIENCE)
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: giveUp.signal,
    })
    const wait = retryAfter(response.headers.get('retry-after'), new Date())
    return { status: response.status, body: await jsonOf(response), wait }
  } catch {
    return { status: 0, body: {} }
  } finally {
    clearTimeout(timer)
  }
}

// A proxy in between may answer an error with a page of its own.
const jsonOf = async (response: Response): Promise<Record<string, unknown>> => jsonIn(await response.text().catch(() => ''))

/** An object in JSON; an empty one when it is anything else. */
export function jsonIn(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}
