import { createHmac } from 'node:crypto'
import type { SignInRound } from '../../../domain/people/identity-provider.js'
import { cameOverHttps } from '../../client-address.js'
import { baseOf } from '../../direct-line/addresses.js'
import { cookieOf, setCookie } from '../../pages/cookies.js'
import type { Asked, Routing } from './needs.js'
import { secondsOf, type SignedWords } from './signed-words.js'
import { SIGNED_IN } from './ways.js'

const COOKIE = 'staff-sign-in'

/** The id of the sign-in that this browser has under way, if it has one. */
export async function roundOf(words: SignedWords, { request }: Asked): Promise<string | undefined> {
  const read = await words.read('round', cookieOf(request, COOKIE) ?? '')
  return typeof read === 'string' ? undefined : read.claims.round
}

/** Remembers a sign-in in this browser, for some minutes. It names the round and nobody. */
export async function beginRound(routing: Routing, asked: Asked): Promise<SignInRound> {
  const round = routing.newId()
  const { word } = await routing.words.sign('round', { round })
  setRoundCookie(routing, asked, word, secondsOf('round'))
  return secretsOf(routing, asked, round)
}

export const endRound = (routing: Routing, asked: Asked): void => setRoundCookie(routing, asked, '', 0)

/** What goes with a round is made from its id and our key each time: nothing is stored, any instance can go on, and what the browser holds gives none of it away. */
export function secretsOf({ tokenKey, config }: Routing, { request }: Asked, round: string): SignInRound {
  const secret = (what: string) => createHmac('sha256', tokenKey).update(`staff sign-in ${what} ${round}`).digest('base64url')
  const returnTo = `${baseOf(request, config)}${SIGNED_IN}`
  return { state: secret('state'), nonce: secret('nonce'), verifier: secret('verifier'), returnTo }
}

function setRoundCookie({ config }: Routing, { request, response }: Asked, word: string, seconds: number): void {
  const secure = config.publicUrl?.protocol === 'https:' || cameOverHttps(request, config.trustedProxies)
  setCookie(response, COOKIE, word, { secure, framed: false }, seconds)
}
