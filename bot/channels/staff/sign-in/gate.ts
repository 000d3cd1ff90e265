import type { IncomingMessage } from 'node:http'
import type { RateStore } from '../../../domain/conversations/rates.js'
import type { DeskReader } from '../../../domain/desk/ports.js'
import type { StaffMember } from '../../../domain/desk/staff-member.js'
import { may, type Permission } from '../../../domain/people/permissions.js'
import type { HttpAnswer } from '../../http-answer.js'
import { isFirstUse } from './once.js'
import { explained, type Problem, type Speaking } from './problems.js'
import { signedWords, type SignedWords } from './signed-words.js'

/** `until` is when the session ends: a socket that lives longer is closed then. */
export type Passed = { member: StaffMember; until: Date }
/** An answer that says what is wrong and what to do, in the person's language. */
export type Refused = { refused: HttpAnswer }

/** What stands in front of everything that staff see or do. Who somebody is comes from the request, what they may do from their row, read anew each time. */
export type StaffGate = {
  /** Whoever has a role. */
  anyone(request: IncomingMessage): Promise<Passed | Refused>
  needs(permission: Permission): (request: IncomingMessage) => Promise<Passed | Refused>
  /** For a socket, whose address cannot carry a session. A ticket opens one. */
  byTicket(ticket: string, request: IncomingMessage): Promise<Passed | Refused>
}

export type GateNeeds = Speaking & {
  tokenKey: string
  staff: Pick<DeskReader, 'member'>
  rates: RateStore
  now: () => Date
}

/** Rejects when the database cannot be asked. */
export function staffGate(needs: GateNeeds): StaffGate {
  const words = signedWords(needs)
  const isFirst = isFirstUse(needs.rates)
  const answered = (outcome: Passed | Problem, request: IncomingMessage): Passed | Refused =>
    'problem' in outcome ? { refused: explained(outcome, request, needs) } : outcome

  return {
    anyone: async (request) => answered(await bySession(needs, words, request), request),
    needs: (permission) => async (request) => {
      const outcome = await bySession(needs, words, request)
      const isRefused = 'member' in outcome && !may(outcome.member.roles, permission)
      return answered(isRefused ? { problem: 'NotAllowed' } : outcome, request)
    },
    async byTicket(ticket, request) {
      const read = await words.read('ticket', ticket)
      if (typeof read === 'string' || !(await isFirst(read.claims.jti, read.issuedAt)))
        return answered({ problem: 'TicketSpent' }, request)
      return answered(await withRole(needs, read.claims, new Date(read.claims.until * 1000)), request)
    },
  }
}

export const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]

async function bySession(needs: GateNeeds, words: SignedWords, request: IncomingMessage): Promise<Passed | Problem> {
  const read = await words.read('session', bearerOf(request) ?? '')
  if (read === 'expired') return { problem: 'SessionEnded' }
  if (read === 'unreadable') return { problem: 'SessionMissing' }
  return withRole(needs, read.claims, read.until)
}

async function withRole({ staff }: GateNeeds, person: { tenant: string; oid: string }, until: Date): Promise<Passed | Problem> {
  const member = await staff.member(person.tenant, person.oid)
  return member && member.roles.length > 0 ? { member, until } : noRole(person)
}

/** Whoever gives roles needs to know whom to give one. */
export const noRole = ({ tenant, oid }: { tenant: string; oid: string }): Problem => ({
  problem: 'NoRole',
  values: { id: `${tenant}|${oid}` },
})
