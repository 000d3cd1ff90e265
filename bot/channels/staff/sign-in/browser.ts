import type { StaffIdentity } from '../../../domain/people/staff-identity.js'
import { isSameSecret } from '../../../domain/same-secret.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { Asked, Routing } from './needs.js'
import { proved } from './prove.js'
import type { Problem } from './problems.js'
import { beginRound, endRound, roundOf, secretsOf } from './round.js'
import { tooOften } from './too-often.js'
import { troublePage } from './trouble-page.js'

/** The page of the desk. What stands behind # stays in the browser: it is in no log and no Referer. */
const DESK_PAGE = '/staff'

/** Sends a browser away to sign in. */
export async function beginInBrowser(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const { entra } = routing
  if (!entra) return troublePage(routing, asked, { problem: 'WayClosed' })
  const wait = await tooOften(routing, asked)
  if (wait) return troublePage(routing, asked, wait)
  return sentTo(entra.signInAddress(await beginRound(routing, asked)))
}

/** The browser comes back. What it brings is exchanged for a code of our own, which the page exchanges for a session. */
export async function endInBrowser(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const outcome = (await tooOften(routing, asked)) ?? (await signedIn(routing, asked))
  routing.log.info({ way: 'browser', outcome: 'problem' in outcome ? outcome.problem : 'back' }, 'staff sign-in')
  if (!('problem' in outcome)) return sentTo(`${DESK_PAGE}#signed-in=${outcome.code}`)
  endRound(routing, asked)
  return troublePage(routing, asked, outcome)
}

async function signedIn(routing: Routing, asked: Asked): Promise<{ code: string } | Problem> {
  const { entra, words } = routing
  if (!entra) return { problem: 'WayClosed' }
  const query = new URLSearchParams((asked.request.url ?? '').split('?')[1])
  const round = await roundOf(words, asked)
  if (round === undefined) return { problem: 'RoundLost' }
  const secrets = secretsOf(routing, asked, round)
  if (!isSameSecret(query.get('state') ?? '', secrets.state)) return { problem: 'RoundLost' }
  const code = query.get('code')
  if (!code) return { problem: 'Cancelled' }
  const outcome = proved(await entra.recogniseCode(code, secrets))
  return 'problem' in outcome ? outcome : codeFor(routing, outcome.identity, round)
}

async function codeFor(
  { words, newId }: Routing,
  { tenant, oid, name }: StaffIdentity,
  round: string,
): Promise<{ code: string }> {
  const { word } = await words.sign('code', { tenant, oid, ...(name ? { name } : {}), round, jti: newId() })
  return { code: word }
}

const sentTo = (location: string): HttpAnswer => ({ status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
