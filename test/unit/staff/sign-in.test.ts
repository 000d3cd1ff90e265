import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { permissionsOf } from '../../../bot/domain/people/permissions.js'
import { entra } from '../../../bot/gateways/entra.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { APP, entraServer, OID, OTHER_TENANT, SECRET, TENANT } from '../../fixtures/entra.js'
import { aMember, openSignIn, type Reply } from '../../fixtures/sign-in-door.js'

let door: Awaited<ReturnType<typeof openSignIn>>
beforeAll(async () => {
  door = await openSignIn()
})
afterAll(() => door.close())

const outcome = ({ status, body }: Reply) => [status, body.error?.code]
const inSeconds = (seconds: number) => Math.floor(door.clock.at.getTime() / 1000) + seconds
const tab = async (change = {}, signing = {}) => door.signIn({ token: await door.provider.tabToken(change, signing) })

describe('signing in from a tab in Teams', () => {
  it('gives a session of an hour, which opens what the role may do', async () => {
    const { status, body, headers } = await tab()
    expect([status, body.expires]).toEqual([200, '2026-03-02T11:00:00.000Z'])
    const member = { id: `${TENANT}|${OID}`, name: 'Robin', team: 'Kontaktcenter', roles: ['agent'] }
    expect(body.member).toEqual({ ...member, permissions: permissionsOf(['agent']) })
    expect(headers['set-cookie']).toBeUndefined()
    expect((await door.act(body.session)).body).toEqual({ oid: OID })
  })

  it.each([
    ['the app id', APP],
    ['the name of the API', `api://${APP}`],
    ['the name of the API with our host', `api://lotsen.example/${APP}`],
  ])('takes a token whose audience is %s', async (_what, aud) => {
    expect((await tab({ aud })).status).toBe(200)
  })

  it.each([
    ['access_as_user', 200],
    ['User.Read access_as_user', 200],
    ['xaccess_as_user', 401],
    ['access_as_user_x', 401],
    ['access_as_user.All User.Read', 401],
    ['access_as_user,User.Read', 401],
    ['Access_As_User', 401],
    ['', 401],
    [undefined, 401],
    [['access_as_user'], 401],
  ])('compares the scope by whole words: %j is %i', async (scp, status) => {
    expect((await tab({ scp })).status).toBe(status)
  })

  it('takes a token of the first version from the same tenant', async () => {
    expect((await tab({ iss: `https://sts.windows.net/${TENANT}/`, aud: `api://${APP}`, ver: '1.0' })).status).toBe(200)
  })

  it.each<[string, object, object, string]>([
    ['for another app', { aud: '99999999-cccc-4ccc-8ccc-333333333333' }, {}, 'TokenRefused'],
    ['for the API of another host', { aud: `api://elsewhere.example/${APP}` }, {}, 'TokenRefused'],
    ['without an audience', { aud: undefined }, {}, 'TokenRefused'],
    ['of another issuer', { iss: 'https://login.example/v2.0' }, {}, 'TokenRefused'],
    ['whose issuer only begins like ours', { iss: `https://sts.windows.net/${TENANT}/x` }, {}, 'TokenRefused'],
    ['of an issuer that is not the tenant it names', { iss: `https://sts.windows.net/${OTHER_TENANT}/` }, {}, 'TokenRefused'],
    ['that names our tenant by a foreign issuer', { tid: OTHER_TENANT }, {}, 'TokenRefused'],
    ['without an issuer', { iss: undefined }, {}, 'TokenRefused'],
    [
      'of another tenant, with the right key',
      { tid: OTHER_TENANT, iss: `https://sts.windows.net/${OTHER_TENANT}/` },
      {},
      'ForeignTenant',
    ],
    ['without a tenant', { tid: undefined }, {}, 'TokenRefused'],
    ['without a person', { oid: undefined }, {}, 'TokenRefused'],
    ['of a person with an empty id', { oid: '' }, {}, 'TokenRefused'],
    ['without an end', { exp: undefined }, {}, 'TokenRefused'],
    ['without a beginning', { nbf: undefined }, {}, 'TokenRefused'],
    ['that does not say when it was made', { iat: undefined }, {}, 'TokenRefused'],
    ['signed by a stranger under our id', {}, { key: 'stranger', kid: 'current' }, 'TokenRefused'],
    ['signed with an unknown key', {}, { key: 'stranger' }, 'TokenRefused'],
    ['that names no key', {}, { kid: undefined }, 'TokenRefused'],
  ])('refuses a token %s', async (_what, change, signing, code) => {
    expect(outcome(await tab(change, signing))).toEqual([code === 'ForeignTenant' ? 403 : 401, code])
  })

  it.each<[string, Record<string, number>, number, string | undefined]>([
    ['ran out five minutes ago', { exp: -299 }, 200, undefined],
    ['ran out longer ago', { exp: -301 }, 401, 'TokenExpired'],
    ['begins within five minutes', { nbf: 299 }, 200, undefined],
    ['begins later', { nbf: 301 }, 401, 'TokenTooEarly'],
    ['is made by a clock some minutes ahead', { iat: 299 }, 200, undefined],
    ['is made in the future', { iat: 301 }, 401, 'TokenTooEarly'],
  ])('knows that clocks differ: a token that %s', async (_what, change, status, code) => {
    const times = Object.fromEntries(Object.entries(change).map(([name, seconds]) => [name, inSeconds(seconds)]))
    expect(outcome(await tab(times))).toEqual([status, code])
  })

  it('refuses a token that nobody signed, and one signed with the public key as if it were a secret', async () => {
    expect(outcome(await door.signIn({ token: door.provider.unsigned() }))).toEqual([401, 'TokenRefused'])
    expect(outcome(await door.signIn({ token: await door.provider.signedWithPublicKey() }))).toEqual([401, 'TokenRefused'])
  })

  it.each(['nonsense', 'a.b.c', 'e30.e30.e30', 'å'.repeat(500), '....'])('refuses what is no token: %s', async (token) => {
    expect(outcome(await door.signIn({ token }))).toEqual([401, 'TokenRefused'])
  })

  it.each([
    undefined,
    '{',
    '[]',
    {},
    { token: '' },
    { token: 5 },
    { token: 'x', as: 'y' },
    { token: 'x'.repeat(40_000) },
    { other: 'x' },
  ])('explains that the page sent nonsense: %#', async (body) => {
    expect(outcome(await door.send('POST', '/staff/api/sign-in', {}, body))).toEqual([400, 'Unreadable'])
  })

  it('keeps that somebody without a role wants in, tells them so, and their id', async () => {
    const { status, body } = await tab({ oid: '55555555-dddd-4ddd-8ddd-444444444444' })
    expect([status, body.error.code]).toEqual([403, 'NoRole'])
    expect(body.error.message).toMatch(/Your request is kept.*11111111-aaaa-4aaa-8aaa-111111111111\|55555555/)
    expect(door.asked).toContainEqual(expect.objectContaining({ tenant: TENANT, oid: '55555555-dddd-4ddd-8ddd-444444444444' }))
  })

  it('knows nobody by the same id in another tenant', async () => {
    const other = await openSignIn({ staff: [aMember({ tenant: OTHER_TENANT })] })
    const { body } = await other.signIn({ token: await other.provider.tabToken() })
    await other.close()
    expect(body.error.code).toBe('NoRole')
  })

  it('explains in the language of the person', async () => {
    const { body } = await door.signIn({ token: 'nonsense' }, { 'accept-language': 'sv-SE,sv' })
    expect(body.error.message).toMatch(/^Vi kunde inte kontrollera vem du är/)
  })

  it('writes neither tokens nor people in the log', async () => {
    const token = await door.provider.tabToken({ name: 'Kim Hemlig' })
    const { body } = await door.signIn({ token })
    const log = door.logged.join('')
    expect(log).toContain('"outcome":"signed-in"')
    for (const secret of [token.slice(-40), body.session.slice(-40), 'Hemlig', OID]) expect(log).not.toContain(secret)
  })

  it('is closed where no registration is given', async () => {
    const closed = await openSignIn({ isEntraOpen: false })
    const reply = await closed.signIn({ token: await closed.provider.tabToken() })
    const ways = await closed.send('GET', '/staff/api/sign-in/ways')
    await closed.close()
    expect([outcome(reply), ways.body]).toEqual([[404, 'WayClosed'], { ways: [] }])
  })

  it('tells which ways there are', async () => {
    const { body } = await door.send('GET', '/staff/api/sign-in/ways')
    expect(body).toEqual({ ways: [{ way: 'teams' }, { way: 'browser', address: '/staff/sign-in' }] })
  })

  it('slows down an address that tries too often', async () => {
    const slow = await openSignIn({ config: { signInsPerMinute: 2 } })
    const tries = [await slow.signIn({ token: 'x' }), await slow.signIn({ token: 'x' }), await slow.signIn({ token: 'x' })]
    await slow.close()
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 429])
    expect([tries[2]?.headers['retry-after'], tries[2]?.body.error.message]).toEqual([
      '60',
      expect.stringContaining('60 seconds'),
    ])
  })
})

describe('the first lead', () => {
  it('gets a row on signing in, with the first name only', async () => {
    const open = await openSignIn({ staff: [], config: { firstLead: { tenant: TENANT, oid: OID } } })
    const { body } = await open.signIn({ token: await open.provider.tabToken({ name: 'Svensson, Robin Alex' }) })
    const row = open.rows.kept.get(`${TENANT}|${OID}`)
    await open.close()
    expect(body.member).toMatchObject({ name: 'Robin', roles: ['lead', 'agent', 'editor', 'portfolio-office'] })
    expect(row).toMatchObject({ queues: ['allmant'], languages: ['sv', 'en'] })
  })

  it('is not given back a role that was taken away', async () => {
    const open = await openSignIn({ staff: [aMember({ roles: [] })], config: { firstLead: { tenant: TENANT, oid: OID } } })
    const reply = await open.signIn({ token: await open.provider.tabToken() })
    await open.close()
    expect(outcome(reply)).toEqual([403, 'NoRole'])
  })

  it('is nobody of another tenant', async () => {
    const open = await openSignIn({ staff: [], config: { firstLead: { tenant: OTHER_TENANT, oid: OID } } })
    const reply = await open.signIn({ token: await open.provider.tabToken() })
    await open.close()
    expect(outcome(reply)).toEqual([403, 'NoRole'])
  })
})

describe('the keys of Entra ID', () => {
  const gateway = async (keyCoolDown?: number) => {
    const now = () => new Date('2026-03-02T10:00:00Z')
    const provider = await entraServer({ now })
    const settings = { authority: provider.authority, tenant: TENANT, appId: APP, audiences: [APP], secret: SECRET }
    return { provider, entra: entra({ ...settings, now, log: silentLog, keyCoolDown }) }
  }

  it('are fetched once for many', async () => {
    const { provider, entra } = await gateway()
    for (let times = 0; times < 5; times++) await entra.recogniseTab(await provider.tabToken())
    await provider.close()
    expect(provider.seen.keys).toBe(1)
  })

  it('are fetched anew when they have been changed, after which the old ones are worth nothing', async () => {
    const { provider, entra } = await gateway(0)
    const old = await provider.tabToken()
    const before = await entra.recogniseTab(old)
    await provider.rotate()
    const after = await entra.recogniseTab(await provider.tabToken({}, { key: 'next' }))
    const late = await entra.recogniseTab(old)
    await provider.close()
    expect([before, after]).toEqual(Array(2).fill({ identity: { tenant: TENANT, oid: OID, name: 'Robin Svensson' } }))
    expect(late).toEqual({ fault: 'refused' })
  })

  it('are not asked for again and again by made-up ids', async () => {
    const { provider, entra } = await gateway()
    const tokens = Array.from({ length: 20 }, (_, index) => provider.tabToken({}, { key: 'stranger', kid: `made-up-${index}` }))
    for (const token of tokens) expect(await entra.recogniseTab(await token)).toEqual({ fault: 'refused' })
    await provider.close()
    expect(provider.seen.keys).toBe(1)
  })

  it('cannot be fetched: then nobody is let in, and it is said that it is not their fault', async () => {
    const open = await openSignIn()
    open.provider.goDown()
    const reply = await open.signIn({ token: await open.provider.tabToken() })
    await open.close()
    expect(outcome(reply)).toEqual([503, 'Unreachable'])
  })
})
