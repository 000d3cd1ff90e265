import type { ActAnswer, DeskActSent } from '../../bot/domain/desk/acts.js'

/** What the server says about an act; refusals bring their reason in words. */
export type Answered = ActAnswer & { message?: string }
/** `signed-out`: sign in anew and do it again. `trouble`: `message` says what stands in the way, if the server could say it. */
export type Got<Body> =
  | { is: 'ok'; body: Body }
  | { is: 'signed-out'; message?: string }
  | { is: 'trouble'; message?: string; status?: number; body?: unknown }

export type CannedAnswer = { id: string; queues: readonly string[]; name: string; text: string; texts: Record<string, string> }
export type Found = { kind: 'service' | 'permit' | 'pilot'; id: string; name: string; description?: string }

export type Api = ReturnType<typeof apiOf>

const PATIENCE_MS = 15_000
// A file of the greatest size takes its time where the network is slow.
const FILE_PATIENCE_MS = 120_000

export type ApiNeeds = {
  /** Asked at each request, since it is renewed. */
  session: () => string | undefined
  language: () => string
  /** Gets a fresh session, after which the request is sent again; false when the person must sign in anew. */
  renew?: () => Promise<boolean>
}

/** The HTTP of the staff page. */
export function apiOf({ session, language, renew = () => Promise.resolve(false) }: ApiNeeds) {
  const askOnce = async <Body>(method: 'GET' | 'POST', path: string, body?: unknown, keepalive = false): Promise<Got<Body>> => {
    const token = session()
    const isForm = body instanceof FormData
    try {
      const response = await fetch(`/staff/api/${path}`, {
        method,
        keepalive,
        signal: keepalive ? null : AbortSignal.timeout(isForm ? FILE_PATIENCE_MS : PATIENCE_MS),
        headers: {
          'Accept-Language': language(),
          'X-Lotsen-Page': pageOf(path),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...typeOf(body),
        },
        ...(body === undefined ? {} : { body: isForm || body instanceof Blob ? body : JSON.stringify(body) }),
      })
      return await gotFrom<Body>(response)
    } catch {
      // No contact: the request may have arrived or not, which its key is for.
      return { is: 'trouble' }
    }
  }
  const ask = async <Body>(...asked: Parameters<typeof askOnce>): Promise<Got<Body>> => {
    const got = await askOnce<Body>(...asked)
    return got.is === 'signed-out' && (await renew()) ? askOnce<Body>(...asked) : got
  }
  return {
    get: <Body>(path: string) => ask<Body>('GET', path),
    /** A file is sent as its bytes, everything else as JSON. */
    post: <Body>(path: string, body: unknown) => ask<Body>('POST', path, body),
    /** Sent even while the page is being closed, when it is not large. */
    postLeaving: <Body>(path: string, body: unknown) => ask<Body>('POST', path, body, true),
    act: (act: DeskActSent) => ask<Answered>('POST', 'acts', act),
    /** Sends the citizen of a chat a file; the same key twice is one file. */
    sendFile: ({ handOff, term, key, file }: { handOff: string; term: number; key: string; file: File }) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return ask<Answered>('POST', `chats/${encodeURIComponent(handOff)}/attachments?term=${term}&key=${key}`, form)
    },
    /** A file of a chat; undefined when it could not be fetched. */
    file: async (address: string): Promise<Blob | undefined> => {
      const token = session()
      const headers = { 'X-Lotsen-Page': pageOf(address), ...(token ? { Authorization: `Bearer ${token}` } : {}) }
      const response = await fetch(address, { headers }).catch(() => undefined)
      return response?.ok ? response.blob() : undefined
    },
    /** Sent even while the page is being closed. */
    actLeaving: (act: DeskActSent) => ask<Answered>('POST', 'acts', act, true),
    canned: () => ask<{ answers: CannedAnswer[] }>('GET', 'canned-answers'),
    catalogue: (query: string) => ask<{ found: Found[] }>('GET', `catalogue?q=${encodeURIComponent(query)}`),
  }
}

/** The place of the page that asks, which an audit tells from a program that asks the same. */
const pageOf = (path: string): string => path.replace(/^\/staff\/api\//, '').split(/[/?]/)[0] ?? ''

async function gotFrom<Body>(response: Response): Promise<Got<Body>> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { is: 'ok', body: body as Body }
  if (response.status === 401) return { is: 'signed-out', message: messageIn(body) }
  return { is: 'trouble', message: messageIn(body), status: response.status, body }
}

function messageIn(body: unknown): string | undefined {
  const error = (body as { error?: { message?: unknown } } | undefined)?.error
  return typeof error?.message === 'string' ? error.message : undefined
}

/** A form's type has the border between its parts, which only the browser knows. */
const typeOf = (body: unknown): Record<string, string> =>
  body === undefined || body instanceof FormData ? {} : { 'Content-Type': body instanceof Blob ? body.type : 'application/json' }
