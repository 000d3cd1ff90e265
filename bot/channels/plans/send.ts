import { encodingFor, packed } from '../pages/answer.js'
import { write, type HttpAnswer } from '../http-answer.js'
import type { Asked, PlansNeeds } from './needs.js'

/** What is true of everything about a plan: whoever has its address has the plan, so nobody keeps it, lists it or is told of it. */
const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

// There is no script on the page, so none is allowed, not even one with a nonce.
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'"

export async function sendHtml(
  asked: Asked,
  needs: PlansNeeds,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const encoding = encodingFor(asked.request.headers['accept-encoding'])
  const body = await packed(Buffer.from(html), encoding)
  answer(asked, needs, {
    status,
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      vary: 'Accept-Encoding, Accept-Language',
      ...(encoding ? { 'content-encoding': encoding } : {}),
      ...headers,
    },
  })
}

/** A file beside the page, and what it is called when it is saved. */
export const sendFile = (asked: Asked, needs: PlansNeeds, type: string, body: Uint8Array, name: string): void =>
  answer(asked, needs, {
    status: 200,
    body,
    headers: {
      'content-type': type,
      'content-security-policy': FILE_POLICY,
      vary: 'Accept-Language',
      'content-disposition': `inline; filename="${name}"`,
      // Teams shows the picture on pages of its own.
      ...(type.startsWith('image/') ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
    },
  })

function answer({ response }: Asked, { config }: PlansNeeds, { status, body, headers }: HttpAnswer): void {
  const strict: Record<string, string> =
    config.publicUrl?.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {}
  write(response, { status, body, headers: { ...PRIVATE, ...strict, ...headers } })
}
