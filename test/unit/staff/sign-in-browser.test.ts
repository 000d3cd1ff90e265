import { afterEach, describe, expect, it } from '@jest/globals'
import { APP, OTHER_TENANT, TENANT, OID } from '../../fixtures/entra.js'
import { openSignIn, type Options, type Reply } from '../../fixtures/sign-in-door.js'

type Door = Awaited<ReturnType<typeof openSignIn>>
const opened: Door[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()))
})
const open = async (options?: Options): Promise<Door> => {
  const door = await openSignIn(options)
  opened.push(door)
  return door
}

const cookieIn = ({ headers }: Reply) => (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
const pathOf = (address: string) => address.slice(new URL(address).origin.length)

/** A browser that goes away to sign in, and is sent back: where to, and the cookie that it holds. */
async function goAway(door: Door) {
  const away = await door.send('GET', '/staff/sign-in')
  const question = new URL(away.headers.location ?? '')
  const back = await fetch(question, { redirect: 'manual' })
  return { away, question, cookie: cookieIn(away), back: pathOf(back.headers.get('location') ?? '') }
}

const codeIn = ({ headers }: Reply) => /^\/staff#signed-in=(.+)$/.exec(headers.location ?? '')?.[1] ?? ''

async function comeBack(door: Door) {
  const { cookie, back } = await goAway(door)
  return { cookie, code: codeIn(await door.send('GET', back, { cookie })) }
}

describe('signing in with a plain browser', () => {
  it('asks Microsoft with a proof, and tells nothing of it to the browser', async () => {
    const door = await open()
    const { away, question } = await goAway(door)
    expect(away.status).toBe(303)
    expect(Object.fromEntries(question.searchParams)).toMatchObject({
      client_id: APP,
      response_type: 'code',
      redirect_uri: `${door.url}/staff/signed-in`,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    })
    expect(away.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600$/)
    const { state, nonce, code_challenge: challenge } = Object.fromEntries(question.searchParams)
    for (const word of [state, nonce, challenge]) expect(word).toMatch(/^[\w-]{43}$/)
    expect(new Set([state, nonce, challenge]).size).toBe(3)
  })

  it('gives the page a session, by a code that no server sees in an address', async () => {
    const door = await open()
    const { cookie, code } = await comeBack(door)
    const { status, body, headers } = await door.signIn({ code }, { cookie })
    expect([status, body.member.id]).toEqual([200, `${TENANT}|${OID}`])
    expect((await door.act(body.session)).status).toBe(200)
    expect(headers['set-cookie']?.[0]).toMatch(/^staff-sign-in=;.*Max-Age=0/)
  })

  it('takes the code once', async () => {
    const door = await open()
    const { cookie, code } = await comeBack(door)
    await door.signIn({ code }, { cookie })
    expect((await door.signIn({ code }, { cookie })).body.error.code).toBe('CodeSpent')
  })

  it('takes the code for a minute', async () => {
    const door = await open()
    const { cookie, code } = await comeBack(door)
    door.clock.at = new Date(door.clock.at.getTime() + 61_000)
    expect((await door.signIn({ code }, { cookie })).body.error.code).toBe('CodeSpent')
  })

  it('takes the code from the browser that signed in only, so that nobody becomes somebody else by a link', async () => {
    const door = await open()
    const { code } = await comeBack(door)
    const { cookie: another } = await goAway(door)
    expect((await door.signIn({ code })).body.error.code).toBe('CodeSpent')
    expect((await door.signIn({ code }, { cookie: another })).body.error.code).toBe('CodeSpent')
  })

  it.each<[string, (back: string) => string]>([
    ['with the state of somebody else', (back) => back.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)],
    ['without a state', (back) => back.replace(/&?state=[^&]+/, '')],
  ])('refuses to come back %s', async (_what, change) => {
    const door = await open()
    const { cookie, back } = await goAway(door)
    const { status, text } = await door.send('GET', change(back), { cookie })
    expect([status, text]).toEqual([400, expect.stringContaining('Nothing has happened')])
    expect(door.provider.seen.exchanges).toBe(0)
  })

  it('refuses to come back to a browser that did not go', async () => {
    const door = await open()
    const { back } = await goAway(door)
    const { cookie: another } = await goAway(door)
    expect((await door.send('GET', back)).status).toBe(400)
    expect((await door.send('GET', back, { cookie: another })).status).toBe(400)
    expect((await door.send('GET', back, { cookie: 'staff-sign-in=made.up.word' })).status).toBe(400)
    expect(door.provider.seen.exchanges).toBe(0)
  })

  it('refuses to come back after ten minutes', async () => {
    const door = await open()
    const { cookie, back } = await goAway(door)
    door.clock.at = new Date(door.clock.at.getTime() + 601_000)
    expect((await door.send('GET', back, { cookie })).status).toBe(400)
  })

  it('refuses a code that another browser was given, since the proof is not its own', async () => {
    const door = await open()
    const victim = await goAway(door)
    const thief = await goAway(door)
    const stolen = new URLSearchParams(victim.back.split('?')[1]).get('code') ?? ''
    const { status, text } = await door.send('GET', thief.back.replace(/code=[^&]+/, `code=${stolen}`), { cookie: thief.cookie })
    expect([status, door.provider.seen.exchanges]).toEqual([401, 1])
    expect(text).toContain('We could not check who you are')
  })

  it.each<[string, Record<string, unknown>, number]>([
    ['that answers another question', { nonce: 'another' }, 401],
    ['that answers no question', { nonce: undefined }, 401],
    ['for the API rather than for us', { aud: `api://${APP}` }, 401],
    ['of the first version', { iss: `https://sts.windows.net/${TENANT}/` }, 401],
    ['of another tenant', { tid: OTHER_TENANT }, 401],
    ['without a person', { oid: undefined }, 401],
    ['that has run out', { exp: 1 }, 401],
  ])('refuses an id token %s', async (_what, change, status) => {
    const door = await open()
    door.provider.changeIdTokens(change)
    const { cookie, back } = await goAway(door)
    const reply = await door.send('GET', back, { cookie })
    expect([reply.status, reply.headers.location]).toEqual([status, undefined])
  })

  it('explains on a page, with a way to try again, when the sign-in was broken off', async () => {
    const door = await open()
    const { cookie, question } = await goAway(door)
    const state = question.searchParams.get('state') ?? ''
    const path = `/staff/signed-in?error=access_denied&error_description=%3Cscript%3E&state=${state}`
    const { status, text, headers } = await door.send('GET', path, { cookie, 'accept-language': 'sv' })
    expect([status, text]).toEqual([403, expect.stringContaining('Inloggningen avbröts hos Microsoft')])
    expect(text).toContain('<html lang="sv" dir="ltr">')
    expect(text).toContain('<a href="/staff/sign-in">Försök igen</a>')
    expect(text).not.toContain('script')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('says that nobody can tell now when Microsoft cannot be reached', async () => {
    const door = await open()
    const { cookie, back } = await goAway(door)
    door.provider.goDown()
    expect((await door.send('GET', back, { cookie })).status).toBe(503)
  })

  it('is closed where no registration is given', async () => {
    const door = await open({ isEntraOpen: false })
    const replies = [await door.send('GET', '/staff/sign-in'), await door.send('GET', '/staff/signed-in?code=x&state=y')]
    expect(replies.map(({ status }) => status)).toEqual([404, 404])
  })

  it('writes neither codes nor states in the log', async () => {
    const door = await open()
    const { cookie, back } = await goAway(door)
    const code = codeIn(await door.send('GET', back, { cookie }))
    await door.signIn({ code }, { cookie })
    const query = new URLSearchParams(back.split('?')[1])
    for (const secret of [code, query.get('code') ?? '?', query.get('state') ?? '?', cookie.slice(-40)])
      expect(door.logged.join('')).not.toContain(secret)
  })
})
