import { hiddenIn } from '../../domain/conversations/state.js'
import { baseOf, watermarkOf } from './addresses.js'
import { envelope } from './envelope.js'
import { endedConversation, noConversation, type HttpAnswer } from '../http-answer.js'
import { handOutStream, newClaims, readsAfter, wantedUser } from './issue-tokens.js'
import { keyOf, type Asked, type Routing } from './needs.js'
import { visitorOf } from '../visitor.js'
import type { ClientClaims } from './tokens.js'
import { isRefused, mayUse, whoAsks, type Asker } from './who-asks.js'

const PAGE = 100

/** POST /v3/directline/conversations: 201 and a greeting the first time, 200 when it was started before. */
export async function startConversation(routing: Routing, { request }: Asked): Promise<HttpAnswer> {
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  if (isRefused(asker)) return asker
  const user = await wantedUser(routing, request)
  if (typeof user !== 'string') return user
  const claims = asker.by === 'token' ? asker.claims : newClaims(routing, { user })
  const at = routing.now()
  const { created } = await routing.conversations.start(keyOf(claims.conv), { visitor: claims.visitor, keeping: 'ordinary', at })
  if (created) await greet(routing, claims, at)
  const before = created ? undefined : await routing.conversations.find(keyOf(claims.conv))
  if (before?.ended) return endedConversation()
  // A client that starts knows nothing yet, so the stream begins at the beginning, or after what is not shown again.
  const after = readsAfter(claims, before ? hiddenIn(before) : 0)
  return { status: created ? 201 : 200, body: await handOutStream(routing, request, { ...claims, after }, after) }
}

/** GET /v3/directline/conversations/:id: a new stream, from the watermark or, without one, from now. `thisTabOnly` is for our own page. */
export async function reconnect(routing: Routing, { request, params, query }: Asked): Promise<HttpAnswer> {
  const conversation = params['conversation'] ?? ''
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  const refused = isRefused(asker) ? asker : mayUse(asker, conversation)
  if (refused || isRefused(asker)) return refused ?? noConversation()
  const row = await routing.conversations.find(keyOf(conversation))
  if (!row) return noConversation()
  if (row.ended) return endedConversation()
  const after = query.has('watermark') ? watermarkOf(query.get('watermark')) : row.seq
  const claims = claimsOf(routing, asker, conversation)
  const body = await handOutStream(routing, request, claims, after)
  return { status: 200, body: { ...body, ...(isForgotten(request, claims) && { thisTabOnly: true }) } }
}

/** GET /v3/directline/conversations/:id/activities: at most 100, and where to go on. */
export async function readActivities(routing: Routing, { request, params, query }: Asked): Promise<HttpAnswer> {
  const conversation = params['conversation'] ?? ''
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  const refused = isRefused(asker) ? asker : mayUse(asker, conversation)
  if (refused) return refused
  const watermark = watermarkOf(query.get('watermark'))
  const after = isRefused(asker) || asker.by === 'secret' ? watermark : readsAfter(asker.claims, watermark)
  const page = await routing.conversations.activities(keyOf(conversation), after, PAGE)
  if (page.length === 0 && !(await routing.conversations.find(keyOf(conversation)))) return noConversation()
  const base = baseOf(request, routing.config)
  const activities = page.map(({ activity }) => envelope(activity, conversation, base))
  return { status: 200, body: { activities, watermark: String(page.at(-1)?.seq ?? after) } }
}

/** The browser was given a visitor's cookie with the token, and does not show it: only a server can tell that for sure. */
const isForgotten = (request: Asked['request'], { visitor }: ClientClaims): boolean =>
  visitor !== undefined && visitorOf(request) === undefined

const claimsOf = (routing: Routing, asker: Asker, conversation: string): ClientClaims =>
  asker.by === 'token' ? asker.claims : newClaims(routing, { user: `dl_${routing.newId()}`, conversation })

async function greet({ receive, log }: Routing, { conv, user, visitor }: ClientClaims, at: Date): Promise<void> {
  const received = await receive({
    key: keyOf(conv),
    kind: 'personal',
    id: 'conversationStarted',
    at,
    who: { citizen: visitor ?? user },
    said: { kind: 'event', name: 'conversationStarted' },
    from: { id: user },
    visitor,
    inResponse: false,
  })
  // The conversation is there all the same, and the first question is answered without a greeting.
  if (received.kind !== 'answered') log.warn({ conversation: conv }, 'no greeting')
}
