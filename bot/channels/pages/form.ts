import type { IncomingMessage } from 'node:http'
import { baseOf } from '../direct-line/addresses.js'
import { readBytes } from '../read-body.js'
import type { PagesNeeds } from './needs.js'

type FormNeeds = { config: Pick<PagesNeeds['config'], 'publicUrl' | 'trustedProxies'> }

/** What a form sent. `foreign`: another site's page sent it, or nobody says which. */
export type Sent =
  { kind: 'form'; fields: URLSearchParams } | { kind: 'too-large' } | { kind: 'foreign' } | { kind: 'unreadable' }

// A message of the greatest length in letters that take nine bytes each, the inputs of a card beside it.
const BYTES = 256 * 1024

export async function readForm(request: IncomingMessage, needs: FormNeeds): Promise<Sent> {
  if (!isOurOwn(request, needs)) return { kind: 'foreign' }
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) return { kind: 'unreadable' }
  const bytes = await readBytes(request, BYTES)
  return bytes === 'too-large' ? { kind: bytes } : { kind: 'form', fields: fieldsIn(bytes.toString('utf8')) }
}

// PostgreSQL refuses the character zero in text.
const fieldsIn = (body: string): URLSearchParams => new URLSearchParams(body.replaceAll('%00', '').replaceAll('\0', ''))

/** Browsers say where a form comes from, and pages cannot change what they say. The newest way first, since it is the surest. */
export function isOurOwn(request: IncomingMessage, { config }: FormNeeds): boolean {
  const { origin, referer, 'sec-fetch-site': site } = request.headers
  if (site !== undefined) return site === 'same-origin'
  const own = baseOf(request, config)
  if (origin !== undefined && origin !== 'null') return origin === own
  return referer !== undefined && URL.canParse(referer) && new URL(referer).origin === own
}

/** True when there is nothing to see in a text: spaces and invisible characters only. */
export const isBlank = (text: string): boolean => !/[^\s\p{C}\p{Z}\u115f\u1160\u3164\uffa0\u2800]/u.test(text)
