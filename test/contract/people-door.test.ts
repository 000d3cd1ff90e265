import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { permissionsOf } from '../../bot/domain/people/permissions.js'
import { ROLES, type Role } from '../../bot/domain/people/roles.js'
import { agentAt, citizenAt, idOf } from '../fixtures/desk-clients.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const [ALEX, MEGAN, ADELE, ISAIAH, PATTI, LYNNE] = DEVELOPMENT_PEOPLE.map(({ oid }) => oid) as [
  string,
  string,
  string,
  string,
  string,
  string,
]

let bot: Started
beforeAll(async () => void (bot = await startLotsen({ env: { STAFF_SIGN_IN: 'development' } })))
afterAll(() => bot?.close())

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came over the wire, which the tests look into
type Answer = { status: number; body: any }
async function send(path: string, session?: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${bot.url}/staff/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(session ? { authorization: `Bearer ${session}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}
const signIn = (oid: string) => send('sign-in', undefined, { as: oid })
const sessionOf = async (oid: string): Promise<string> => (await signIn(oid)).body.session as string
const people = async (session: string) => (await send('people', session)).body
const versionOf = async (session: string, oid: string): Promise<number> =>
  (await people(session)).people.find(({ id }: { id: string }) => id === idOf(oid)).version
const change = async (session: string, oid: string, wanted: object): Promise<Answer> =>
  send('people/change', session, { id: idOf(oid), expects: await versionOf(session, oid), change: wanted })

const ROUTES = [
  ['people', undefined],
  ['people/change', { id: idOf(ADELE), expects: 0, change: { roles: ['lead'] } }],
  ['people/dismiss', { id: idOf(ADELE) }],
] as const

describe('who may say who works here', () => {
  it.each(ROLES.filter((role) => !permissionsOf([role]).includes('staff.manage')).map((role) => [role] as const))(
    'is not somebody who is only %s',
    async (role) => {
      const lead = await sessionOf(ALEX)
      await change(lead, LYNNE, { roles: [role] })
      const session = await sessionOf(LYNNE)
      const before = await people(lead)
      for (const [path, body] of ROUTES) expect([path, (await send(path, session, body)).status]).toEqual([path, 403])
      expect(await people(lead)).toEqual(before)
    },
  )

  it('is nobody without a session', async () => {
    for (const [path, body] of ROUTES) expect([path, (await send(path, undefined, body)).status]).toEqual([path, 401])
  })
})

describe('somebody who has no role', () => {
  it('asks by signing in, is let in by one press, and is off the list', async () => {
    const lead = await sessionOf(ALEX)
    await change(lead, PATTI, { roles: [] })
    const refused = await signIn(PATTI)
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({ code: 'NoRole', message: expect.stringContaining(idOf(PATTI)) })

    const [asked] = (await people(lead)).asked
    expect(asked).toMatchObject({ id: idOf(PATTI), suggested: 'Patti' })
    const given = await send('people/change', lead, { id: asked.id, expects: asked.version, change: { roles: ['editor'] } })
    expect(given.body.person).toMatchObject({ name: 'Patti', roles: ['editor'] })
    expect((await people(lead)).asked).toEqual([])
    expect((await signIn(PATTI)).body.member.permissions).toContain('content.correct')
  })

  it('asks in vain when a lead takes the request off the list', async () => {
    const lead = await sessionOf(ALEX)
    await change(lead, PATTI, { roles: [] })
    await signIn(PATTI)
    await send('people/dismiss', lead, { id: idOf(PATTI) })
    expect((await people(lead)).asked).toEqual([])
    expect((await signIn(PATTI)).status).toBe(403)
  })

  it('may be added before they ever came, by their id', async () => {
    const lead = await sessionOf(ALEX)
    const id = 'development|11111111-2222-3333-4444-555555555555'
    const change = { name: 'Kim', roles: ['agent'], languages: ['sv', 'so'], email: 'kim@stad.example' }
    expect((await send('people/change', lead, { id, change })).body.person).toMatchObject({
      id,
      ...change,
      capacity: 3,
      version: 0,
    })
  })
})

describe('a member of staff', () => {
  it('whose roles are taken away is out at once, and the chats go back to the queue', async () => {
    const lead = await sessionOf(ALEX)
    const [citizen, agent] = [await citizenAt(bot.url, bot.directLineSecret), await agentAt(bot.url, ADELE)]
    await agent.act({ act: 'presence', presence: 'available' })
    const held = await agent.take(await citizen.asksForPerson())
    await citizen.textHeard('Adele')

    expect((await change(lead, ADELE, { roles: [] })).status).toBe(200)
    expect(await agent.closed.until(() => true)).toBe(4403)
    await expect(agent.say(held, 'Hej')).rejects.toThrow('403')
    const row = await bot.stores.desk.find(held.handOff)
    expect(['waiting', 'unattended']).toContain(row?.handOff.situation.status)
    const done = (await bot.stores.desk.audit(idOf(ADELE))).filter(({ action }) => action === 'people.changed')
    expect(done.at(-1)).toMatchObject({ by: idOf(ALEX), detail: { had: 'agent project', has: '', changed: 'roles' } })
    citizen.close()
  })

  it('who is changed by two leads at once is changed by one, and the other is told', async () => {
    const [one, other] = [await sessionOf(ALEX), await sessionOf(MEGAN)]
    const expects = await versionOf(one, ISAIAH)
    const wanted = (team: string) => ({ id: idOf(ISAIAH), expects, change: { team } })
    const answers = await Promise.all([send('people/change', one, wanted('Skola')), send('people/change', other, wanted('Bygg'))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = answers.find(({ status }) => status === 409)
    expect(told?.body.error).toMatchObject({ code: 'changed-meanwhile', message: expect.stringContaining('Somebody else') })
  })

  it('who is the last lead stays it', async () => {
    const lead = await sessionOf(ALEX)
    await change(lead, MEGAN, { roles: ['agent'] })
    const answer = await change(lead, ALEX, { roles: ['agent'] satisfies Role[] })
    expect([answer.status, answer.body.error.code]).toEqual([409, 'own-last-lead'])
    await change(lead, MEGAN, { roles: ['agent', 'lead'] })
  })
})

describe('what cannot be', () => {
  it.each([
    ['an id that is none', 'unreadable', { id: 'Alex', change: {} }],
    [
      'an organisation that cannot sign in here',
      'foreign-tenant',
      { id: 'elsewhere|11111111-2222', change: { roles: ['lead'] } },
    ],
    ['a queue that there is not', 'unreadable', { id: idOf(ALEX), expects: 0, change: { queues: ['nowhere'] } }],
    ['a role that there is not', 'unreadable', { id: idOf(ALEX), expects: 0, change: { roles: ['king'] } }],
    [
      'a shift that ends before it begins',
      'unreadable',
      { id: idOf(ALEX), change: { shift: { from: later(9), until: later(8) } } },
    ],
    ['something more', 'unreadable', { id: idOf(ALEX), change: { presence: 'available' } }],
  ])('is refused: %s', async (_, code, body) => {
    const answer = await send('people/change', await sessionOf(ALEX), body)
    expect([answer.status, answer.body.error.code]).toEqual([400, code])
  })
})

function later(hour: number): string {
  return new Date(Date.UTC(2026, 5, 15, hour)).toISOString()
}
