import { z } from 'zod'
import { baseOf, streamUrl } from './addresses.js'
import { problem, type HttpAnswer } from '../http-answer.js'
import type { Asked, Routing } from './needs.js'
import { readJson } from '../read-body.js'
import type { ClientClaims } from './tokens.js'
import { isRefused, whoAsks } from './who-asks.js'

const SMALL = 16 * 1024

// The name that a client may send with the user is never read: we have no use for it.
const TokenParameters = z.object({ user: z.object({ id: z.string().min(1).max(200).nullish() }).nullish() }).nullish()

/** POST /v3/directline/tokens/generate: a token for a new conversation, which is not started by it. */
export async function generateToken(routing: Routing, { request }: Asked): Promise<HttpAnswer> {
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  if (isRefused(asker)) return asker
  if (asker.by !== 'secret') return problem(403, 'BadArgument', 'Only the secret makes tokens.')
  const wanted = await wantedUser(routing, request)
  if (typeof wanted !== 'string') return wanted
  return { status: 200, body: await handOut(routing, newClaims(routing, { user: wanted })) }
}

/** POST /v3/directline/tokens/refresh: the same rights, for another while. */
export async function refreshToken(routing: Routing, { request }: Asked): Promise<HttpAnswer> {
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  if (isRefused(asker)) return asker
  if (asker.by !== 'token') return problem(403, 'BadArgument', 'The secret does not expire.')
  return { status: 200, body: await handOut(routing, asker.claims) }
}

/** The user that the body asks for, or a new one. */
export async function wantedUser(routing: Routing, request: Asked['request']): Promise<string | HttpAnswer> {
  const body = await readJson(request, SMALL)
  if (body === 'too-large') return problem(413, 'MessageSizeTooBig', `The body may be ${SMALL} bytes.`)
  const parameters = body === 'broken' ? undefined : TokenParameters.safeParse(body.json)
  if (!parameters?.success) return problem(400, 'BadArgument', 'The body is not token parameters in JSON.')
  return parameters.data?.user?.id ?? `dl_${routing.newId()}`
}

export const newClaims = (
  { newId }: Pick<Routing, 'newId'>,
  known: { user: string; conversation?: string; after?: number; visitor?: string; origin?: string },
): ClientClaims => ({
  conv: known.conversation ?? newId(),
  user: known.user,
  client: newId(),
  ...(known.after ? { after: known.after } : {}),
  ...(known.visitor === undefined ? {} : { visitor: known.visitor }),
  ...(known.origin === undefined ? {} : { origin: known.origin }),
})

/** The protocol's answer about a conversation: who has the token may use it for `expires_in` seconds. */
export const handOut = async ({ tokens }: Pick<Routing, 'tokens'>, claims: ClientClaims) => ({
  conversationId: claims.conv,
  token: await tokens.forClient(claims),
  expires_in: tokens.seconds,
})

/** What a client gets that has seen everything up to `watermark`: nothing that was hidden when its token was given. */
export const readsAfter = ({ after = 0 }: Pick<ClientClaims, 'after'>, watermark: number): number => Math.max(after, watermark)

/** The same with the address of a stream, which replays what came after `after`. */
export const handOutStream = async (routing: Routing, request: Asked['request'], claims: ClientClaims, after: number) => ({
  ...(await handOut(routing, claims)),
  streamUrl: streamUrl(
    baseOf(request, routing.config),
    claims.conv,
    await routing.tokens.forStream({ conv: claims.conv, client: claims.client, after: readsAfter(claims, after) }),
  ),
})
