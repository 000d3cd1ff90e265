import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { ConversationRow } from '../../domain/conversations/conversation.js'
import { hiddenIn } from '../../domain/conversations/state.js'
import { addressBucket, cameOverHttps, clientAddress } from '../client-address.js'
import { secondsToWait } from '../rate-limit.js'
import { soon } from '../soon.js'
import { giveVisitor, visitorOf } from '../visitor.js'
import { baseOf, watermarkOf } from './addresses.js'
import { problem, throttled, type HttpAnswer } from '../http-answer.js'
import { handOut, handOutStream, newClaims } from './issue-tokens.js'
import { keyOf, type Asked, type Routing } from './needs.js'
import { readJson } from '../read-body.js'

const SMALL = 4 * 1024
const PATIENCE = 1_500

const Wish = z.object({
  /** Starts the conversation too, without a greeting, and gives the address of its stream. */
  start: z.boolean().optional(),
  /** The stream replays what came after this; everything when left out. */
  watermark: z.string().optional(),
  /** The page is in a frame on another site. */
  framed: z.boolean().optional(),
  /** Many people use this computer: the browser is to forget, and so are we. */
  shared: z.boolean().optional(),
})
type Wish = z.infer<typeof Wish>

/** POST /api/token: a token for an anonymous visitor of an allowed page, for the conversation that is going on or a new one. */
export async function visitorToken(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const page = pageOf(asked, routing)
  if (!page) return problem(403, 'Forbidden', 'This origin may not ask for tokens.')
  const answer = await tokenFor(routing, asked, page)
  return { ...answer, headers: { ...answer.headers, ...allowing(page) } }
}

/** OPTIONS /api/token: what a browser asks before it posts from an allowed page elsewhere. */
export async function visitorTokenPreflight(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const page = pageOf(asked, routing)
  return page ? { status: 204, headers: allowing(page) } : problem(403, 'Forbidden', 'This origin may not ask for tokens.')
}

type Page = { origin: string; own: boolean }

async function tokenFor(routing: Routing, asked: Asked, page: Page): Promise<HttpAnswer> {
  const wait = await tokensToWait(routing, asked)
  if (wait !== undefined) return throttled(wait)
  const body = await readJson(asked.request, SMALL)
  if (body === 'too-large') return problem(413, 'MessageSizeTooBig', `The body may be ${SMALL} bytes.`)
  const wish = body === 'broken' ? undefined : Wish.safeParse(body.json ?? {}).data
  if (!wish) return problem(400, 'BadArgument', 'The body is not readable JSON.')
  const { visitor, ...going } = page.own ? await visitorAndConversation(routing, asked, wish) : {}
  const user = visitor === undefined ? `dl_${routing.newId()}` : userOf(visitor, routing.tokenKey)
  const claims = newClaims(routing, { user, visitor, ...going, origin: page.origin })
  return { status: 200, body: { ...(await begin(routing, asked, claims, wish)), userId: user } }
}

/** The visitor of the cookie, who gets one if there is none, and the conversation that is theirs, `after` what is not shown again. */
async function visitorAndConversation(
  routing: Routing,
  { request, response }: Asked,
  { shared, framed = false }: Wish,
): Promise<{ visitor: string; conversation?: string; after?: number }> {
  const known = visitorOf(request)
  const latest = known === undefined ? undefined : await latestOf(routing, known)
  const sessionOnly = shared ?? latest?.keeping === 'shared-computer'
  const secure = routing.config.publicUrl?.protocol === 'https:' || cameOverHttps(request, routing.config.trustedProxies)
  const visitor = giveVisitor(request, response, { secure, framed, sessionOnly })
  return { visitor, ...(latest && { conversation: latest.conversation, after: hiddenIn(latest) }) }
}

// Without the database there is still a token: what is sent with it may be a cry for help, which is answered all the same.
async function latestOf({ conversations, log }: Routing, visitor: string): Promise<ConversationRow | undefined> {
  try {
    const key = await soon(conversations.latestOf(visitor), PATIENCE)
    return key?.channel === 'directline' ? await soon(conversations.find(key), PATIENCE) : undefined
  } catch (error) {
    log.error({ error }, 'conversation cannot be read for a token')
    return undefined
  }
}

async function begin(
  routing: Routing,
  { request }: Asked,
  claims: ReturnType<typeof newClaims>,
  { start, watermark, shared }: Wish,
) {
  if (!start) return handOut(routing, claims)
  const keeping = shared ? 'shared-computer' : 'ordinary'
  try {
    const started = routing.conversations.start(keyOf(claims.conv), { visitor: claims.visitor, keeping, at: routing.now() })
    await soon(started, PATIENCE)
  } catch (error) {
    routing.log.error({ error, conversation: claims.conv }, 'conversation cannot be started')
  }
  return handOutStream(routing, request, claims, watermarkOf(watermark))
}

// The same for every conversation of a visitor, so that a client knows its own lines after a reload. Not the visitor's hash itself, which is nobody's business.
export const userOf = (visitor: string, tokenKey: string): string =>
  `dl_${createHmac('sha256', tokenKey).update(`user ${visitor}`).digest('base64url').slice(0, 22)}`

function tokensToWait({ rates, config, now, log, tokenKey }: Routing, { request }: Asked): Promise<number | undefined> {
  const address = clientAddress(request, config.trustedProxies)
  const bucket = addressBucket('tokens', address, now(), tokenKey)
  return secondsToWait(rates, { bucket, limit: config.limits.tokensPerMinute, windowSeconds: 60 }, now(), log)
}

/** The page that asks, if it may. Browsers say where a POST comes from, and pages cannot change what they say. */
function pageOf({ request }: Asked, { config }: Routing): Page | undefined {
  const own = baseOf(request, config)
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin' ? { origin: own, own: true } : undefined
  if (origin === own) return { origin, own: true }
  return config.embedOrigins.includes(origin) ? { origin, own: false } : undefined
}

const allowing = ({ origin, own }: Page): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-expose-headers': 'retry-after',
  'access-control-max-age': '86400',
  // Cookies are for our own pages: elsewhere the token lives as long as the tab.
  ...(own ? { 'access-control-allow-credentials': 'true' } : {}),
  vary: 'Origin',
})
