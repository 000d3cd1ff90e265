import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { closeDoors, openDoor, type OpenDoor } from '../../fixtures/direct-line-door.js'

let door: OpenDoor
beforeEach(async () => void (door = await openDoor()))
afterEach(closeDoors)

const askAs = (headers: Record<string, string>, body: unknown = {}) => door.post('/api/token', { headers, body })
const own = (body: unknown = {}, cookie?: string) => askAs({ origin: door.url, ...(cookie ? { cookie } : {}) }, body)
const cookieOf = ({ headers }: { headers: Headers }) => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''

describe('A visitor of our own page', () => {
  it('gets a token, a user and a cookie, and no conversation yet', async () => {
    const { status, headers, body } = await own()
    expect(status).toBe(200)
    expect(body).toEqual({
      conversationId: expect.any(String),
      token: expect.any(String),
      expires_in: 1800,
      userId: expect.stringMatching(/^dl_/),
    })
    expect(headers.get('set-cookie')).toMatch(/^visitor=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
    expect((await door.read(body)).status).toBe(404)
  })

  it('starts the conversation without a greeting when the page asks for that', async () => {
    const { body } = await own({ start: true })
    expect(body.streamUrl).toMatch(/^ws:.*\/stream\?t=/)
    expect((await door.read(body)).body.activities).toEqual([])
    expect((await door.say(body, { text: 'hello' })).status).toBe(200)
    expect((await door.read(body)).body.activities[0]!.from.id).toBe(body.userId)
  })

  it('comes back to the same conversation as the same user', async () => {
    const first = await own({ start: true })
    await door.say(first.body, { text: 'hello' })
    door.wait(24 * 3600)
    const second = await own({}, cookieOf(first))
    expect(second.body).toMatchObject({ conversationId: first.body.conversationId, userId: first.body.userId })
    expect(cookieOf(second)).toBe(cookieOf(first))
    expect((await door.read(second.body)).body.activities).toHaveLength(2)
  })

  it('is told on coming back for a stream that there is no cookie, and that nothing but the token leads back', async () => {
    const first = await own({ start: true })
    const streamWith = (headers: Record<string, string>) =>
      door.get(`/v3/directline/conversations/${first.body.conversationId}`, { token: first.body.token, headers })
    expect((await streamWith({})).body).toMatchObject({ thisTabOnly: true })
    expect((await streamWith({ cookie: cookieOf(first) })).body).not.toHaveProperty('thisTabOnly')
  })

  it('begins anew when the conversation has ended', async () => {
    const first = await own({ start: true })
    await door.say(first.body, { text: 'goodbye' })
    const second = await own({ start: true }, cookieOf(first))
    expect(second.body.conversationId).not.toBe(first.body.conversationId)
  })

  it('at a shared computer gets a cookie that the browser forgets, today and after the next token', async () => {
    const first = await own({ start: true, shared: true })
    expect(first.headers.get('set-cookie')).not.toContain('Max-Age')
    expect((await own({ start: true }, cookieOf(first))).headers.get('set-cookie')).not.toContain('Max-Age')
    const key = { channel: 'directline', conversation: first.body.conversationId }
    expect(await door.stores.conversations.find(key)).toMatchObject({ keeping: 'shared-computer' })
  })

  it('over https in a frame gets a cookie for this pair of sites only', async () => {
    const headers = { origin: door.url.replace('http', 'https'), 'x-forwarded-proto': 'https' }
    const { status, headers: given, body } = await askAs(headers, { framed: true, start: true })
    expect(status).toBe(200)
    expect(given.get('set-cookie')).toContain('SameSite=None; Partitioned; Secure')
    expect(body.streamUrl).toMatch(/^wss:/)
  })

  it('is known to nobody by the cookie itself', async () => {
    const first = await own({ start: true })
    const value = cookieOf(first).split('=')[1] ?? ''
    const claims = Buffer.from(first.body.token.split('.')[1]!, 'base64url').toString()
    expect(JSON.stringify(first.body) + claims).not.toContain(value)
  })
})

describe('A token for a visitor', () => {
  it.each([
    ['another site', { origin: 'https://stranger.example' }],
    ['nobody knows where', {}],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('is refused to %s', async (_, headers) => {
    expect(await askAs(headers)).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } })
  })

  it('is given to an allowed page elsewhere, for the tab only', async () => {
    const { status, headers, body } = await askAs({ origin: 'https://friend.example' }, { start: true })
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe('https://friend.example')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    const read = (origin: string) =>
      door.get(`/v3/directline/conversations/${body.conversationId}/activities`, { token: body.token, headers: { origin } })
    expect((await read('https://friend.example')).status).toBe(200)
    expect(await read('https://stranger.example')).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } })
  })

  it('may be asked for by an allowed page, which the browser asks about first', async () => {
    const preflight = (origin: string) => door.ask('OPTIONS', '/api/token', { headers: { origin } })
    expect((await preflight('https://friend.example')).headers.get('access-control-allow-headers')).toBe('content-type')
    expect((await preflight('https://stranger.example')).status).toBe(403)
  })

  it('without an Origin is given to a page of the same origin', async () => {
    expect((await askAs({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it.each([
    ['broken JSON', '{', 400],
    ['a wish of another shape', { start: 'yes' }, 400],
    ['far too much', { watermark: 'x'.repeat(5000) }, 413],
  ])('with %s is not given', async (_, body, status) => {
    expect((await own(body)).status).toBe(status)
  })

  it('is given so often a minute to one address, however it is written by strangers', async () => {
    const from = (address: string) => askAs({ origin: door.url, 'x-forwarded-for': `10.9.9.9, ${address}` })
    for (let count = 0; count < 5; count++) expect((await from('203.0.113.7')).status).toBe(200)
    const refused = await from('203.0.113.7')
    expect([refused.status, refused.body.error.code, refused.headers.get('retry-after')]).toEqual([429, 'Throttled', '60'])
    expect((await from('203.0.113.8')).status).toBe(200)
    door.wait(60)
    expect((await from('203.0.113.7')).status).toBe(200)
  })
})
