import type { IncomingMessage } from 'node:http'
import { isSameSecret } from '../../domain/same-secret.js'
import { problem, type HttpAnswer } from '../http-answer.js'
import type { ClientClaims, Tokens } from './tokens.js'

/** Who asks: a server that knows the secret, for any conversation; or a client with a token, for one. */
export type Asker = { by: 'secret' } | { by: 'token'; claims: ClientClaims }

export const isRefused = (asker: Asker | HttpAnswer): asker is HttpAnswer => 'status' in asker

/** Reads the Authorization header; what is wrong with it is an answer with the protocol's status and code. */
export async function whoAsks(request: IncomingMessage, tokens: Tokens, secret: string | undefined): Promise<Asker | HttpAnswer> {
  const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!given) return problem(401, 'Unauthorized', 'Missing token or secret.', { 'www-authenticate': 'Bearer' })
  if (secret !== undefined && isSameSecret(given, secret)) return { by: 'secret' }
  const claims = await tokens.readClient(given)
  if (claims === 'expired') return problem(403, 'TokenExpired', 'The token has expired.')
  if (claims === 'unreadable') return problem(403, 'BadArgument', 'Invalid token or secret.')
  if (isElsewhere(request, claims.origin)) return problem(403, 'Forbidden', 'The token was given to another origin.')
  return { by: 'token', claims }
}

/** Refuses a token of another conversation. */
export const mayUse = (asker: Asker, conversation: string): HttpAnswer | undefined =>
  asker.by === 'token' && asker.claims.conv !== conversation
    ? problem(403, 'Forbidden', 'The token is for another conversation.')
    : undefined

// Only browsers send an Origin, and they do not let a page choose it.
const isElsewhere = ({ headers }: IncomingMessage, origin: string | undefined): boolean =>
  origin !== undefined && headers.origin !== undefined && headers.origin !== origin
