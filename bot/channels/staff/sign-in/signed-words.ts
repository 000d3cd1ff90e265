import { createHmac } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { z } from 'zod'

const person = { tenant: z.string().min(1), oid: z.string().min(1) }

/**
 * What each kind of signed word says, and how many seconds it holds.
 * `session`: who somebody is, never what they may do. `since`: when they signed in, in seconds since 1970.
 * `ticket`: opens one socket; `until` is the end of the session it was given for, in seconds since 1970. `code`: hands a sign-in over to the page, in the
 * browser that has the cookie of the same `round`. `round`: that cookie.
 */
const KINDS = {
  session: { seconds: 60 * 60, claims: z.object({ ...person, since: z.number().int() }) },
  ticket: { seconds: 30, claims: z.object({ ...person, until: z.number().int(), jti: z.string().min(1) }) },
  code: {
    seconds: 60,
    claims: z.object({ ...person, name: z.string().optional(), round: z.string().min(1), jti: z.string().min(1) }),
  },
  round: { seconds: 10 * 60, claims: z.object({ round: z.string().min(1) }) },
} as const
export type Kind = keyof typeof KINDS
export type ClaimsOf<K extends Kind> = z.infer<(typeof KINDS)[K]['claims']>

/** `until` and `issuedAt` are as the word itself says. */
export type Read<K extends Kind> = { claims: ClaimsOf<K>; issuedAt: Date; until: Date } | 'expired' | 'unreadable'

export type SignedWords = {
  /** Holds for its kind's time, or until `latest` when that is sooner. */
  sign<K extends Kind>(kind: K, claims: ClaimsOf<K>, latest?: Date): Promise<{ word: string; until: Date }>
  read<K extends Kind>(kind: K, word: string): Promise<Read<K>>
}

export const secondsOf = (kind: Kind): number => KINDS[kind].seconds

const Times = z.object({ iat: z.number(), exp: z.number() })
const dateOf = (seconds: number): Date => new Date(seconds * 1000)
const secondsIn = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Words of our own. Each kind has a key of its own, so that none can be taken for another, nor for what other doors sign with the same `tokenKey`. */
export function signedWords({ tokenKey, now }: { tokenKey: string; now: () => Date }): SignedWords {
  const keyOf = (kind: Kind) => createHmac('sha256', tokenKey).update(`staff ${kind}`).digest()
  const keys: Record<Kind, Buffer> = {
    session: keyOf('session'),
    ticket: keyOf('ticket'),
    code: keyOf('code'),
    round: keyOf('round'),
  }
  const audienceOf = (kind: Kind) => `lotsen-staff-${kind}`

  return {
    async sign(kind, claims, latest) {
      const at = secondsIn(now())
      const exp = Math.min(at + secondsOf(kind), latest ? secondsIn(latest) : Infinity)
      const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setAudience(audienceOf(kind))
      return { word: await jwt.setIssuedAt(at).setExpirationTime(exp).sign(keys[kind]), until: dateOf(exp) }
    },
    async read(kind, word) {
      try {
        const checks = { algorithms: ['HS256'], audience: audienceOf(kind), currentDate: now() }
        const { payload } = await jwtVerify(word, keys[kind], checks)
        return readIn(kind, payload)
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired'
        if (error instanceof errors.JOSEError) return 'unreadable'
        throw error
      }
    },
  }
}

function readIn<K extends Kind>(kind: K, payload: unknown): Read<K> {
  const schema: z.ZodType<ClaimsOf<K>> = KINDS[kind].claims as unknown as z.ZodType<ClaimsOf<K>>
  const claims = schema.safeParse(payload)
  const times = Times.safeParse(payload)
  if (!claims.success || !times.success) return 'unreadable'
  return { claims: claims.data, issuedAt: dateOf(times.data.iat), until: dateOf(times.data.exp) }
}
