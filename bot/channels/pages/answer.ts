import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { baseOf } from '../direct-line/addresses.js'
import type { Asset } from './client-assets.js'
import type { Asked, PagesNeeds } from './needs.js'

type Encoding = 'br' | 'gzip' | undefined

/** A fresh nonce for one response; only the script that bears it is run. */
export const newNonce = (): string => randomBytes(16).toString('base64url')

/** Sends HTML that nobody may keep: what is on it may be a matter of life. */
export async function sendPage(
  { request, response }: Asked,
  needs: PagesNeeds,
  page: { status: number; html: string; nonce: string },
): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding'])
  const body = await packed(Buffer.from(page.html), encoding)
  secure(response, needs, baseOf(request, needs.config), page.nonce)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  end({ request, response }, page.status, body, encoding)
}

/** 303: the browser asks for the page anew by GET, so that "reload" sends nothing twice. */
export function redirect({ response }: Asked, to: string): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Location', to)
  response.writeHead(303)
  response.end()
}

/** Sends a file of the client. `cache`: what browsers and proxies may keep. */
export function sendAsset({ request, response }: Asked, asset: Asset, cache: string): void {
  const encoding = encodingFor(request.headers['accept-encoding'])
  response.setHeader('Content-Type', asset.contentType)
  response.setHeader('Cache-Control', cache)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // Pages of other sites load the launcher.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  end({ request, response }, 200, asset[encoding ?? 'plain'], encoding)
}

function end({ request, response }: Asked, status: number, body: Buffer, encoding: Encoding): void {
  response.setHeader('Vary', 'Accept-Encoding')
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.byteLength)
  response.writeHead(status)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function secure(response: ServerResponse, { config }: PagesNeeds, base: string, nonce: string): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(config, base, nonce))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // With "no-referrer" browsers would send "Origin: null" with our own forms. To other sites this says just as little.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  if (config.publicUrl?.protocol === 'https:') response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

function contentSecurityPolicy({ leaveTo, embedOrigins }: PagesNeeds['config'], base: string, nonce: string): string {
  // Older Safari does not count a socket of the same host as 'self'.
  const socket = base.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${socket}`,
    // Browsers check where a form is redirected to as well.
    `form-action 'self' ${new URL(leaveTo).origin}`,
    `frame-ancestors ${["'self'", ...embedOrigins].join(' ')}`,
    "base-uri 'none'",
  ].join('; ')
}

/** How the browser likes a body to be packed. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const refused = /(?:^|,)\s*(br|gzip)\s*;\s*q=0(?:\.0+)?\s*(?:,|$)/i.exec(String(accepted ?? ''))?.[1]
  return (['br', 'gzip'] as const).find(
    (encoding) => encoding !== refused && new RegExp(`\\b${encoding}\\b`, 'i').test(String(accepted ?? '')),
  )
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export async function packed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  // Quality 4 is as fast as gzip and smaller; the best quality would take longer than the turn itself.
  if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  return encoding === 'gzip' ? zip(body) : body
}
