import type { StaffIdentity } from './staff-identity.js'

/**
 * Why somebody was not recognised. `refused`: what they brought proves nothing, whatever is wrong with it. `foreign-tenant`: it proves who they are, at another
 * organisation. `unreachable`: nobody can tell now.
 */
export type IdentityFault = 'refused' | 'expired' | 'too-early' | 'foreign-tenant' | 'unreachable'
export type Recognised = { identity: StaffIdentity } | { fault: IdentityFault }

/**
 * What one sign-in in a browser carries there and back. `state` and `nonce` come back with the answer; `verifier` (43 characters or more) proves
 * that the one who asks for the tokens is the one who sent the browser away. `returnTo` is our own address, as it is registered.
 */
export type SignInRound = { state: string; nonce: string; verifier: string; returnTo: string }

/** Those who say who our staff are. */
export interface IdentityProvider {
  /** By the token that a tab gets from Teams. */
  recogniseTab(token: string): Promise<Recognised>
  /** Where a browser is sent to sign in. */
  signInAddress(round: SignInRound): string
  /** By the code that the browser came back with. */
  recogniseCode(code: string, round: Omit<SignInRound, 'state'>): Promise<Recognised>
}
