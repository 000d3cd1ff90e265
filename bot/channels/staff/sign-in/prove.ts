import { z } from 'zod'
import { DEVELOPMENT_PEOPLE } from '../../../domain/people/development-people.js'
import type { Recognised } from '../../../domain/people/identity-provider.js'
import { DEVELOPMENT_TENANT, type StaffIdentity } from '../../../domain/people/staff-identity.js'
import { refusedByOpenDoor } from '../../bot-service/open-door.js'
import type { Asked, Routing } from './needs.js'
import { PROBLEM_OF_FAULT, type Problem } from './problems.js'
import { roundOf } from './round.js'

/** What a page may bring: a token that Teams gave it, the code that a browser came back with, or just whom one wants to be. */
export const Proof = z.union([
  z.strictObject({ token: z.string().min(1).max(20_000) }),
  z.strictObject({ code: z.string().min(1).max(5_000) }),
  z.strictObject({ as: z.string().min(1).max(100) }),
])
export type Proof = z.infer<typeof Proof>
export type Proved = { identity: StaffIdentity } | Problem

/** Who somebody is, if what they bring proves it. */
export async function prove(routing: Routing, asked: Asked, proof: Proof): Promise<Proved> {
  if ('as' in proof) return inDevelopment(routing, asked, proof.as)
  if (!routing.entra) return { problem: 'WayClosed' }
  return 'token' in proof ? proved(await routing.entra.recogniseTab(proof.token)) : byCode(routing, asked, proof.code)
}

export const proved = (recognised: Recognised): Proved =>
  'fault' in recognised ? { problem: PROBLEM_OF_FAULT[recognised.fault] } : recognised

/** The cookie shows that it is the browser which signed in: nobody can be signed in as somebody else by a link. */
async function byCode({ words, isFirstUse }: Routing, asked: Asked, code: string): Promise<Proved> {
  const read = await words.read('code', code)
  const round = await roundOf(words, asked)
  if (typeof read === 'string' || read.claims.round !== round) return { problem: 'CodeSpent' }
  if (!(await isFirstUse(read.claims.jti, read.issuedAt))) return { problem: 'CodeSpent' }
  const { tenant, oid, name } = read.claims
  return { identity: { tenant, oid, ...(name ? { name } : {}) } }
}

function inDevelopment({ config }: Routing, { request }: Asked, oid: string): Proved {
  if (!config.staff.development) return { problem: 'WayClosed' }
  if (refusedByOpenDoor(request)) return { problem: 'NotLocal' }
  if (!DEVELOPMENT_PEOPLE.some((person) => person.oid === oid)) return { problem: 'UnknownPerson' }
  return { identity: { tenant: DEVELOPMENT_TENANT, oid } }
}
