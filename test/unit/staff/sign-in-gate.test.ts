import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from '@jest/globals'
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { staffGate } from '../../../bot/channels/staff/sign-in/gate.js'
import { tokens } from '../../../bot/channels/direct-line/tokens.js'
import { OID, TENANT } from '../../fixtures/entra.js'
import { memoryStores } from '../../fixtures/memory-stores.js'
import { aMember, openSignIn, type Options } from '../../fixtures/sign-in-door.js'

type Door = Awaited<ReturnType<typeof openSignIn>>
const opened: Door[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()))
})
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A door, and a session of the one member. */
async function inside(options?: Options): Promise<{ door: Door; session: string }> {
  const door = await openSignIn(options)
  opened.push(door)
  const { body } = await door.signIn({ token: await door.provider.tabToken() })
  return { door, session: body.session as string }
}
const pass = (door: Door, milliseconds: number) => (door.clock.at = new Date(door.clock.at.getTime() + milliseconds))
const asked = { headers: { 'accept-language': 'en' } } as unknown as IncomingMessage
const bearer = (session: string) => ({ authorization: `Bearer ${session}` })

describe('the gate of the desk', () => {
  it('asks for a session', async () => {
    const { door } = await inside()
    const { status, body, headers } = await door.send('POST', '/staff/api/acts', {}, {})
    expect([status, body.error.code, headers['www-authenticate']]).toEqual([401, 'SessionMissing', 'Bearer'])
    expect(body.error.message).toBe('You are not signed in. Sign in to go on.')
  })

  it('holds no role and no name in a session', async () => {
    const { session } = await inside()
    expect(Object.keys(decodeJwt(session)).sort()).toEqual(['aud', 'exp', 'iat', 'oid', 'since', 'tenant'])
  })

  it('ends a session after an hour', async () => {
    const { door, session } = await inside()
    pass(door, HOUR - 1000)
    expect((await door.act(session)).status).toBe(200)
    pass(door, 1000)
    expect((await door.act(session)).body.error.code).toBe('SessionEnded')
  })

  it('reads roles anew at each request', async () => {
    const { door, session } = await inside()
    await door.rows.saveMember(aMember({ roles: ['reader'] }))
    const reader = await door.act(session)
    await door.rows.saveMember(aMember({ roles: [] }))
    const nobody = await door.act(session)
    door.rows.kept.clear()
    const gone = await door.act(session)
    await door.rows.saveMember(aMember({ roles: ['lead'] }))
    const lead = await door.act(session)
    expect([reader, nobody, gone].map(({ body }) => body.error.code)).toEqual(['NotAllowed', 'NoRole', 'NoRole'])
    expect([reader.status, nobody.status, lead.status]).toEqual([403, 403, 200])
  })

  it('takes nothing for a session that is not one', async () => {
    const { door, session } = await inside()
    const tokenKey = 'a key for tests'
    const { now } = { now: () => door.clock.at }
    const claims = { tenant: TENANT, oid: OID, since: 1 }
    const later = Math.floor(now().getTime() / 1000) + 1000
    const forged = (key: Buffer | string, audience = 'lotsen-staff-session') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(audience)
        .setIssuedAt(1)
        .setExpirationTime(later)
        .sign(Buffer.from(key))
    const sessionKey = createHmac('sha256', tokenKey).update('staff session').digest()
    const { body: ticket } = await door.send('POST', '/staff/api/ticket', bearer(session))
    const seconds = { client: 60, stream: 60, file: 60 }
    const citizens = tokens({ tokenKey, now, seconds })
    const wrong = [
      await forged(tokenKey),
      await forged(sessionKey, 'lotsen-staff-ticket'),
      new UnsecuredJWT(claims).setAudience('lotsen-staff-session').setIssuedAt(1).setExpirationTime(later).encode(),
      ticket.ticket as string,
      await citizens.forClient({ conv: 'c', user: 'u', client: 'c' }),
      await door.provider.tabToken(),
      `${session.slice(0, -4)}AAAA`,
    ]
    for (const word of wrong) expect([401, 'SessionMissing']).toEqual(codeOf(await door.act(word)))
    // The forgery itself is right: only the key and the audience were not.
    expect((await door.act(await forged(sessionKey))).status).toBe(200)
  })

  it('renews a session for a shift, and then asks to sign in again', async () => {
    const { door, session } = await inside()
    let newest = session
    for (let hours = 0; hours < 11; hours++) {
      pass(door, HOUR - MINUTE)
      const { body } = await door.send('POST', '/staff/api/session', bearer(newest))
      newest = body.session as string
    }
    const last = await door.send('POST', '/staff/api/session', bearer(newest))
    expect(last.body.expires).toBe('2026-03-02T21:49:00.000Z')
    pass(door, 30 * MINUTE)
    const { body } = await door.send('POST', '/staff/api/session', bearer(newest))
    expect(body.expires).toBe('2026-03-02T22:00:00.000Z')
    pass(door, 41 * MINUTE)
    expect(codeOf(await door.act(body.session as string))).toEqual([401, 'SessionEnded'])
    expect(codeOf(await door.send('POST', '/staff/api/session', bearer(body.session as string)))).toEqual([401, 'SessionEnded'])
  })

  it('lets nobody in when the database cannot be asked', async () => {
    const { door, session } = await inside()
    door.rows.member = () => Promise.reject(new Error('gone'))
    const gate = staffGate({
      tokenKey: 'a key for tests',
      rates: memoryStores().rates,
      staff: { member: () => Promise.reject(new Error('gone')) },
      translate: () => (key) => key,
      languages: ['en'],
      now: () => door.clock.at,
    })
    await expect(gate.anyone({ headers: bearer(session) } as unknown as IncomingMessage)).rejects.toThrow('gone')
    expect(codeOf(await door.send('POST', '/staff/api/ticket', bearer(session)))).toEqual([503, 'Unreachable'])
  })
})

describe('a ticket', () => {
  const ticketOf = async (door: Door, session: string) =>
    (await door.send('POST', '/staff/api/ticket', bearer(session))).body as { ticket: string; seconds: number }

  it('opens one socket, until the session ends', async () => {
    const { door, session } = await inside()
    pass(door, 10 * MINUTE)
    const { ticket, seconds } = await ticketOf(door, session)
    const passed = await door.gate.byTicket(ticket, asked)
    expect([seconds, passed]).toEqual([
      30,
      { member: expect.objectContaining({ oid: OID }), until: new Date('2026-03-02T11:00:00Z') },
    ])
    expect(codeIn(await door.gate.byTicket(ticket, asked))).toBe('TicketSpent')
  })

  it('opens one socket on all instances together', async () => {
    const { rates } = memoryStores()
    const one = await inside({ rates })
    const other = await inside({ rates })
    const { ticket } = await ticketOf(one.door, one.session)
    const tries = await Promise.all([one, other, one, other].map(({ door }) => door.gate.byTicket(ticket, asked)))
    expect(tries.filter((passed) => 'member' in passed)).toHaveLength(1)
  })

  it('is worth nothing after half a minute, in another hour, or when it is something else', async () => {
    const { door, session } = await inside()
    pass(door, 59 * MINUTE + 45_000)
    const { ticket: used } = await ticketOf(door, session)
    await door.gate.byTicket(used, asked)
    const { ticket: late } = await ticketOf(door, session)
    pass(door, 20_000)
    expect(codeIn(await door.gate.byTicket(used, asked))).toBe('TicketSpent')
    pass(door, 10_000)
    expect(codeIn(await door.gate.byTicket(late, asked))).toBe('TicketSpent')
    for (const word of [session, '', 'made.up.word']) expect(codeIn(await door.gate.byTicket(word, asked))).toBe('TicketSpent')
  })

  it('is given to nobody without a session, and opens nothing to who has lost every role', async () => {
    const { door, session } = await inside()
    expect(codeOf(await door.send('POST', '/staff/api/ticket'))).toEqual([401, 'SessionMissing'])
    const { ticket } = await ticketOf(door, session)
    await door.rows.saveMember(aMember({ roles: [] }))
    expect(codeIn(await door.gate.byTicket(ticket, asked))).toBe('NoRole')
  })
})

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code]
const codeIn = (passed: Awaited<ReturnType<Door['gate']['anyone']>>) =>
  'refused' in passed ? (passed.refused.body as { error: { code: string } }).error.code : 'passed'
