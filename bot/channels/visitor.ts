import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const NAME = 'visitor'
const SHAPE = /^[A-Za-z0-9_-]{22}$/
const BITS = 128
// As long as a conversation is kept after the last message; every visit renews it.
const SECONDS_KEPT = 30 * 24 * 60 * 60

type Place = {
  /** The page came over https. */
  secure: boolean
  /** The page is shown in a frame on another site. */
  framed: boolean
}

/** The visitor that the request's cookie names, as the hash that is stored; undefined without a readable cookie. */
export function visitorOf(request: IncomingMessage): string | undefined {
  const given = cookieOf(request)
  return given && hashed(given)
}

/**
 * Sets the visitor's cookie, new or the one that the request had, and returns the hash that is stored.
 * `sessionOnly`: the browser forgets it when it is closed, for shared computers.
 */
export function giveVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  { sessionOnly, ...place }: Place & { sessionOnly: boolean },
): string {
  const value = cookieOf(request) ?? randomBytes(BITS / 8).toString('base64url')
  setCookie(response, value, place, sessionOnly ? undefined : SECONDS_KEPT)
  return hashed(value)
}

/** Makes the browser forget who the visitor was. */
export const clearVisitor = (response: ServerResponse, place: Place): void => setCookie(response, '', place, 0)

// 128 random bits cannot be guessed from their hash, so there is no salt to keep.
const hashed = (value: string): string => createHash('sha256').update(value).digest('base64url')

function cookieOf(request: IncomingMessage): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const values = pairs.filter((pair) => pair.startsWith(`${NAME}=`)).map((pair) => pair.slice(NAME.length + 1))
  return values.find((value) => SHAPE.test(value))
}

function setCookie(response: ServerResponse, value: string, { secure, framed }: Place, seconds: number | undefined): void {
  // A browser keeps a cookie of a frame only if it says that it is for this pair of sites, and that needs https.
  const site = secure && framed ? ['SameSite=None', 'Partitioned'] : ['SameSite=Lax']
  const cookie = [
    `${NAME}=${value}`,
    'Path=/',
    'HttpOnly',
    ...site,
    ...(secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ')
  const before = response.getHeader('set-cookie')
  const kept = before === undefined ? [] : Array.isArray(before) ? before : [String(before)]
  response.setHeader('set-cookie', [...kept.filter((other) => !other.startsWith(`${NAME}=`)), cookie])
}
