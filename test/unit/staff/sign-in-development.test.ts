import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { configFrom } from '../../../bot/config/config.js'
import { readEnvironment } from '../../../bot/config/environment.js'
import { refusedByOpenDoor } from '../../../bot/channels/bot-service/open-door.js'
import { DEVELOPMENT_PEOPLE } from '../../../bot/domain/people/development-people.js'
import { projectFolder } from '../../fixtures/content.js'
import { openSignIn } from '../../fixtures/sign-in-door.js'

const [ALEX] = DEVELOPMENT_PEOPLE
const OID = ALEX?.oid ?? ''

describe('the sign-in for development', () => {
  let door: Awaited<ReturnType<typeof openSignIn>>
  beforeAll(async () => {
    door = await openSignIn({ staff: [], config: { development: true }, isEntraOpen: false })
  })
  afterAll(() => door.close())

  it('lets one be somebody of the Playground, in a tenant that is nobody else’s', async () => {
    const { status, body } = await door.signIn({ as: OID })
    expect([status, body.member]).toEqual([200, expect.objectContaining({ id: `development|${OID}`, name: 'Alex' })])
    expect((await door.act(body.session)).status).toBe(200)
  })

  it('says loudly that it is open', async () => {
    const { body } = await door.send('GET', '/staff/api/sign-in/ways')
    expect(body.ways).toEqual([{ way: 'development', people: DEVELOPMENT_PEOPLE }])
    expect(body.warning).toMatch(/^DEVELOPMENT: anybody/)
  })

  it.each([
    ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['through another kind of proxy', { forwarded: 'for=127.0.0.1' }],
    ['from a page of another site', { origin: 'https://elsewhere.example' }],
    ['from a page without an origin', { origin: 'null' }],
  ])('refuses who comes %s', async (_what, headers) => {
    expect((await door.signIn({ as: OID }, headers)).body.error.code).toBe('NotLocal')
    expect((await door.send('GET', '/staff/api/sign-in/ways', headers)).body).toEqual({ ways: [] })
  })

  it('refuses who comes from another machine', () => {
    expect(refusedByOpenDoor({ socket: { remoteAddress: '10.0.0.7' } as never, headers: {} })).toBe('NotLocal')
  })

  it('lets nobody be anybody else', async () => {
    expect((await door.signIn({ as: 'made-up' })).body.error.code).toBe('UnknownPerson')
  })

  it('gives all its people their rows at the start', async () => {
    const open = await openSignIn({ staff: [], config: { development: true } })
    await open.members.appointDevelopment()
    const people = [...open.rows.kept.keys()]
    await open.close()
    expect(people).toEqual(DEVELOPMENT_PEOPLE.map(({ oid }) => `development|${oid}`))
  })

  it('has the people whom the Playground has', () => {
    const playground = dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'))
    const code = readFileSync(join(playground, 'dist/index.js'), 'utf8')
    const its = [...code.matchAll(/name: (\w+) \w+\\n\s*userPrincipleName: [^\\]+\\n\s*aadObjectId: ([\d-]+)/g)]
    expect(its.map(([, name, oid]) => ({ name, oid }))).toEqual(DEVELOPMENT_PEOPLE.map(({ name, oid }) => ({ name, oid })))
  })
})

describe('without being asked for', () => {
  it('it is closed, also to who comes from the machine itself', async () => {
    const door = await openSignIn({ staff: [] })
    const { status, body } = await door.signIn({ as: OID })
    await door.members.appointDevelopment()
    const rows = door.rows.kept.size
    await door.close()
    expect([status, body.error.code, rows]).toEqual([404, 'WayClosed', 0])
  })
})

describe('the environment of staff', () => {
  const staff = (env: Record<string, string>) => configFrom(readEnvironment(env), projectFolder).staff
  const development = { STAFF_SIGN_IN: 'development' }
  const registered = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: 'tenant' }

  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV=production'],
    [{ HOST: '0.0.0.0' }, 'a HOST that others can reach'],
    [{ HOST: '10.0.0.1' }, 'a HOST that others can reach'],
    [{ HOST: '::' }, 'a HOST that others can reach'],
    [{ HOST: 'localhost.example' }, 'a HOST that others can reach'],
    [{ PUBLIC_URL: 'https://lotsen.example' }, 'a PUBLIC_URL'],
  ])('refuses to start in development together with %j', (env, reason) => {
    expect(() => staff({ ...development, ...env })).toThrow(`refused together with ${reason}`)
  })

  it.each(['127.0.0.1', 'localhost', '::1'])('starts in development on %s', (HOST) => {
    expect(staff({ ...development, HOST })).toMatchObject({ development: true })
  })

  it('opens nothing by itself', () => {
    expect(staff({})).toMatchObject({ development: false, entra: undefined, firstLead: undefined })
    expect(staff({ ...registered, STAFF_SIGN_IN: 'off' })).toMatchObject({ development: false, entra: undefined })
  })

  it('knows under which names a tab may ask', () => {
    const { entra } = staff({ ...registered, PUBLIC_URL: 'https://lotsen.example', ENTRA_AUTHORITY: 'https://login.example/' })
    expect(entra).toEqual({
      authority: 'https://login.example',
      tenant: 'tenant',
      appId: 'app',
      audiences: ['app', 'api://app', 'api://lotsen.example/app'],
    })
  })

  it.each([
    [
      { ...registered, FIRST_LEAD: 'ABCDEF01-2' },
      { tenant: 'tenant', oid: 'abcdef01-2' },
    ],
    [
      { ...registered, FIRST_LEAD: 'other|abcdef01-2' },
      { tenant: 'other', oid: 'abcdef01-2' },
    ],
    [
      { ...development, FIRST_LEAD: OID },
      { tenant: 'development', oid: OID },
    ],
  ])('reads the first lead: %#', (env, firstLead) => {
    expect(staff(env)).toMatchObject({ firstLead })
  })

  it.each([
    [{ FIRST_LEAD: 'abcdef01-2' }, 'FIRST_LEAD names nobody without a tenant'],
    [{ FIRST_LEAD: 'a person' }, 'FIRST_LEAD: expected the object id'],
    [{ STAFF_SIGN_IN: 'yes' }, 'STAFF_SIGN_IN: expected entra, development or off'],
    [{ ENTRA_AUTHORITY: 'http://login.example' }, 'ENTRA_AUTHORITY: expected an address that starts with https://'],
    [{ ENTRA_AUTHORITY: 'http://127.0.0.1.example' }, 'ENTRA_AUTHORITY: expected an address that starts with https://'],
  ])('stops the start: %j', (env, message) => {
    expect(() => staff(env as Record<string, string>)).toThrow(message)
  })
})
