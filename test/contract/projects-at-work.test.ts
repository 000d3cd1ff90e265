import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const oidOf = (name: string): string => DEVELOPMENT_PEOPLE.find((one) => one.name === name)!.oid
const personOf = (name: string): string => `development|${oidOf(name)}`

let bot: Started
beforeAll(async () => void (bot = await startLotsen({ env: { STAFF_SIGN_IN: 'development' } })), 120_000)
afterAll(() => bot?.close())

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came over the wire, which the test looks into
async function ask(name: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
  const signedIn = await fetch(`${bot.url}/staff/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ as: oidOf(name) }),
  })
  const { session } = (await signedIn.json()) as { session: string }
  const response = await fetch(`${bot.url}/staff/api/projects${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, authorization: `Bearer ${session}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

const REGISTRATION = {
  ...{ id: 'real', number: 'P-2026-100', name: 'For real', profile: 'minimum', points: 'four' },
  roster: [
    { person: personOf('Megan'), role: 'owner' },
    { person: personOf('Isaiah'), role: 'manager' },
    { person: personOf('Adele'), role: 'member' },
  ],
}

describe('projects in the whole bot, on the embedded database', () => {
  it('are registered by the office, seen by who is in them, and done by who may', async () => {
    expect((await ask('Megan', '', REGISTRATION)).status).toBe(403)
    expect((await ask('Alex', '', REGISTRATION)).status).toBe(201)
    const got = await ask('Isaiah', '/one/real/acts', {
      event: { kind: 'record-number-set', recordNumber: '2026-0999' },
      key: 'once',
    })
    expect([got.status, got.body.recordNumber]).toEqual([200, '2026-0999'])
    expect((await ask('Patti', '/one/real')).status).toBe(403)
    expect((await ask('Lynne', '/one/real')).status).toBe(200)
    expect((await ask('Megan', '')).body.projects.map(({ id }: { id: string }) => id)).toEqual(['real'])
    expect((await ask('Patti', '')).body.of).toBe(0)
  })

  it('keep an audit that is whole', async () => {
    const { body } = await ask('Alex', '/one/real/audit')
    expect(body.brokenAt).toBeUndefined()
    const actions = body.rows.map(({ action }: { action: string }) => action)
    expect(actions.slice(0, 3)).toEqual(['registered', 'saw', 'record-number-set'])
    expect(actions).toContain('refused')
  })

  it('tell nobody of an address that there is not', async () => {
    expect((await ask('Alex', '/one/nowhere')).status).toBe(404)
    expect((await fetch(`${bot.url}/staff/api/projects`)).status).toBe(401)
  })
})
