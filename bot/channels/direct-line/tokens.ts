import { createHmac } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { z } from 'zod'

/** What a client may do: one conversation, as one user. `client` stays the same when a token is refreshed. */
export const ClientClaims = z.object({
  conv: z.string(),
  user: z.string(),
  client: z.string(),
  /** The hash of the visitor's cookie, when our own page asked for the token. */
  visitor: z.string().optional(),
  /** Sequence number up to which nothing is read with this token: what was hidden already when it was given. */
  after: z.number().int().optional(),
  /** The page that the token was given to; a browser may use it from nowhere else. */
  origin: z.string().optional(),
})
export type ClientClaims = z.infer<typeof ClientClaims>

/** What the address of a stream allows: listening, from a sequence number on. */
const StreamClaims = z.object({ conv: z.string(), client: z.string(), after: z.number().int() })
export type StreamClaims = z.infer<typeof StreamClaims>

/** What the address of an attachment allows: reading one file. */
const FileClaims = z.object({ file: z.string() })

export type Reading<T> = T | 'expired' | 'unreadable'

export type Tokens = {
  readonly seconds: number
  forClient(claims: ClientClaims): Promise<string>
  readClient(token: string): Promise<Reading<ClientClaims>>
  forStream(claims: StreamClaims): Promise<string>
  readStream(token: string): Promise<Reading<StreamClaims>>
  forFile(file: string): Promise<string>
  readFile(token: string): Promise<Reading<{ file: string }>>
}

type Needs = { tokenKey: string; now: () => Date; seconds: { client: number; stream: number; file: number } }

/** Signed words of our own. A token for one purpose is unreadable for another. */
export function tokens({ tokenKey, now, seconds }: Needs): Tokens {
  const key = createHmac('sha256', tokenKey).update('direct line tokens').digest()

  const sign = (purpose: Purpose, claims: Record<string, unknown>): Promise<string> => {
    const at = Math.floor(now().getTime() / 1000)
    const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setAudience(purpose)
    return jwt
      .setIssuedAt(at)
      .setExpirationTime(at + seconds[purpose])
      .sign(key)
  }

  const read = async <T>(purpose: Purpose, schema: z.ZodType<T>, token: string): Promise<Reading<T>> => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience: purpose, currentDate: now() })
      return schema.safeParse(payload).data ?? 'unreadable'
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'expired'
      if (error instanceof errors.JOSEError) return 'unreadable'
      throw error
    }
  }

  return {
    seconds: seconds.client,
    forClient: (claims) => sign('client', claims),
    readClient: (token) => read('client', ClientClaims, token),
    forStream: (claims) => sign('stream', claims),
    readStream: (token) => read('stream', StreamClaims, token),
    forFile: (file) => sign('file', { file }),
    readFile: (token) => read('file', FileClaims, token),
  }
}

type Purpose = keyof Needs['seconds']
