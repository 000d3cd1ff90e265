import { createHash } from 'node:crypto'
import type { IdentityProvider, Recognised } from '../domain/people/identity-provider.js'
import type { Log } from '../telemetry/log.js'
import { exchangeCode } from './entra-code.js'
import { entraKeys } from './entra-keys.js'
import { readEntraToken, type EntraClaims, type Expected } from './entra-token.js'

/** What a tab asks for on behalf of the person in front of it. */
const TAB_SCOPE = 'access_as_user'
const BROWSER_SCOPES = 'openid profile'

export type EntraNeeds = {
  /** Without a slash at the end: https://login.microsoftonline.com, or another of Microsoft's clouds. */
  authority: string
  /** The only tenant that is served, as in its tokens. */
  tenant: string
  appId: string
  /** All names under which a tab may ask for a token to us. */
  audiences: readonly string[]
  secret: string
  now: () => Date
  log: Log
  /** Milliseconds between two looks for an unknown key. */
  keyCoolDown?: number
}

/** Microsoft Entra ID. Everything is checked as Microsoft's own libraries do, and the scope by whole words, which not all of them do. */
export function entra(needs: EntraNeeds): IdentityProvider {
  const { authority, tenant, appId, secret, now, log } = needs
  const keys = entraKeys(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), needs.keyCoolDown)
  const newer = (tid: string) => `${authority}/${tid}/v2.0`
  // A registration that does not ask for version 2 gets tokens of the first, with another issuer and the name of the API for audience.
  const older = (tid: string) => `https://sts.windows.net/${tid}/`

  const expected = (part: Pick<Expected, 'audiences' | 'issuers'>): Expected => ({ ...part, keys, tenant, at: now() })

  return {
    async recogniseTab(token) {
      const issuers = (tid: string) => [newer(tid), older(tid)]
      const claims = await readEntraToken(token, expected({ audiences: needs.audiences, issuers }))
      if (typeof claims === 'string') return { fault: claims }
      return (claims.scp ?? '').split(' ').includes(TAB_SCOPE) ? recognised(claims) : { fault: 'refused' }
    },

    signInAddress({ state, nonce, verifier, returnTo }) {
      const query = new URLSearchParams({
        client_id: appId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: returnTo,
        scope: BROWSER_SCOPES,
        state,
        nonce,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
      return `${authority}/${tenant}/oauth2/v2.0/authorize?${query.toString()}`
    },

    async recogniseCode(code, { nonce, verifier, returnTo }) {
      const form = {
        client_id: appId,
        client_secret: secret,
        grant_type: 'authorization_code',
        scope: BROWSER_SCOPES,
        code,
        code_verifier: verifier,
        redirect_uri: returnTo,
      }
      const granted = await exchangeCode(`${authority}/${tenant}/oauth2/v2.0/token`, form, log)
      if (typeof granted === 'string') return { fault: granted }
      const claims = await readEntraToken(granted.idToken, expected({ audiences: [appId], issuers: (tid) => [newer(tid)] }))
      if (typeof claims === 'string') return { fault: claims }
      return claims.nonce === nonce ? recognised(claims) : { fault: 'refused' }
    },
  }
}

const recognised = ({ tid, oid, name }: EntraClaims): Recognised => ({
  identity: { tenant: tid, oid, ...(name ? { name } : {}) },
})
