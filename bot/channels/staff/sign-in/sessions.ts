import { staffIdOf, type StaffMember } from '../../../domain/desk/staff-member.js'
import { permissionsOf, type Permission } from '../../../domain/people/permissions.js'
import type { HttpAnswer } from '../../http-answer.js'
import { readJson } from '../../read-body.js'
import { bearerOf, noRole } from './gate.js'
import type { Asked, Routing } from './needs.js'
import { explained, type Problem } from './problems.js'
import { prove, Proof } from './prove.js'
import { endRound } from './round.js'
import { secondsOf } from './signed-words.js'
import { tooOften } from './too-often.js'

const BODY_BYTES = 32 * 1024
// A shift with its overtime. After that one proves anew who one is.
const LONGEST_SECONDS = 12 * 60 * 60

/** What the page gets. `expires` is an ISO time. `permissions` tells what to show; what a member may do is read anew at each request. */
export type SessionAnswer = {
  session: string
  expires: string
  member: Pick<StaffMember, 'name' | 'team' | 'roles'> & { id: string; permissions: readonly Permission[] }
}

/** POST /staff/api/sign-in */
export async function signIn(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const proof = await proofIn(routing, asked)
  const outcome = 'problem' in proof ? proof : await memberBy(routing, asked, proof)
  const way = 'problem' in proof ? 'unknown' : Object.keys(proof)[0]
  routing.log.info({ way, outcome: 'problem' in outcome ? outcome.problem : 'signed-in' }, 'staff sign-in')
  if ('problem' in outcome) return explained(outcome, asked.request, routing)
  if ('code' in proof) endRound(routing, asked)
  return sessionFor(routing, outcome, Math.floor(routing.now().getTime() / 1000))
}

async function proofIn(routing: Routing, asked: Asked): Promise<Proof | Problem> {
  const wait = await tooOften(routing, asked)
  if (wait) return wait
  const read = await readJson(asked.request, BODY_BYTES)
  return (typeof read === 'string' ? undefined : Proof.safeParse(read.json).data) ?? { problem: 'Unreadable' }
}

async function memberBy(routing: Routing, asked: Asked, proof: Proof): Promise<StaffMember | Problem> {
  const outcome = await prove(routing, asked, proof)
  if ('problem' in outcome) return outcome
  const member = await routing.members.memberOf(outcome.identity)
  if (member && member.roles.length > 0) return member
  await routing.asksAccess(outcome.identity)
  return noRole(outcome.identity)
}

/** POST /staff/api/session: goes on for another hour, as long as the same sign-in lasts. */
export async function renew(routing: Routing, { request }: Asked): Promise<HttpAnswer> {
  const passed = await routing.gate.anyone(request)
  if ('refused' in passed) return passed.refused
  const read = await routing.words.read('session', bearerOf(request) ?? '')
  if (typeof read === 'string') return explained({ problem: 'SessionEnded' }, request, routing)
  return sessionFor(routing, passed.member, read.claims.since)
}

async function sessionFor({ words }: Routing, member: StaffMember, since: number): Promise<HttpAnswer> {
  const { tenant, oid, name, team, roles } = member
  const latest = new Date((since + LONGEST_SECONDS) * 1000)
  const { word, until } = await words.sign('session', { tenant, oid, since }, latest)
  const body: SessionAnswer = {
    session: word,
    expires: until.toISOString(),
    member: { id: staffIdOf(member), name, team, roles, permissions: permissionsOf(roles) },
  }
  return { status: 200, body }
}

/** POST /staff/api/ticket: opens one socket, once, within half a minute. */
export async function giveTicket({ gate, words, newId }: Routing, { request }: Asked): Promise<HttpAnswer> {
  const passed = await gate.anyone(request)
  if ('refused' in passed) return passed.refused
  const { tenant, oid } = passed.member
  const until = Math.floor(passed.until.getTime() / 1000)
  const { word } = await words.sign('ticket', { tenant, oid, until, jti: newId() })
  return { status: 200, body: { ticket: word, seconds: secondsOf('ticket') } }
}
