import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { IdentityFault } from '../domain/people/identity-provider.js'
import { KeysUnreachable } from './entra-keys.js'

/** Microsoft's clocks and ours may differ by so much. */
const TOLERANCE_SECONDS = 300
const REQUIRED = ['iss', 'aud', 'iat', 'nbf', 'exp', 'tid', 'oid']

const Claims = z.object({
  iss: z.string(),
  tid: z.string().min(1),
  oid: z.string().min(1),
  iat: z.number(),
  name: z.string().optional().catch(undefined),
  scp: z.string().optional().catch(undefined),
  nonce: z.string().optional().catch(undefined),
})
export type EntraClaims = z.infer<typeof Claims>

/** What a token must be. `issuers` are those that may speak for a tenant: the keys are the same for all tenants, so that the signature alone says nothing of whose it is. */
export type Expected = {
  keys: JWTVerifyGetKey
  audiences: readonly string[]
  issuers: (tenant: string) => readonly string[]
  tenant: string
  at: Date
}

/** The claims of a token that is signed, in time, for us and of our tenant; otherwise why not. */
export async function readEntraToken(token: string, expected: Expected): Promise<EntraClaims | IdentityFault> {
  try {
    const { payload } = await jwtVerify(token, expected.keys, {
      algorithms: ['RS256'],
      audience: [...expected.audiences],
      requiredClaims: REQUIRED,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: expected.at,
    })
    const claims = Claims.safeParse(payload)
    return claims.success ? believed(claims.data, expected) : 'refused'
  } catch (error) {
    return faultIn(error)
  }
}

function believed(claims: EntraClaims, { issuers, tenant, at }: Expected): EntraClaims | IdentityFault {
  if (!issuers(claims.tid).includes(claims.iss)) return 'refused'
  if (claims.tid !== tenant) return 'foreign-tenant'
  return claims.iat > at.getTime() / 1000 + TOLERANCE_SECONDS ? 'too-early' : claims
}

function faultIn(error: unknown): IdentityFault {
  if (error instanceof KeysUnreachable) return 'unreachable'
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf' && error.reason === 'check_failed')
    return 'too-early'
  if (error instanceof errors.JOSEError) return 'refused'
  throw error
}
