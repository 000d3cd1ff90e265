import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { closeDoors, openDoor, SECRET, type OpenDoor } from '../../fixtures/direct-line-door.js'

const BASE = '/v3/directline'
let door: OpenDoor
beforeEach(async () => void (door = await openDoor()))
afterEach(closeDoors)

const generate = (body?: object) => door.post(`${BASE}/tokens/generate`, { token: SECRET, body })

describe('A token', () => {
  it('is made with the secret, for a conversation that has not started', async () => {
    const made = await generate()
    expect(made.status).toBe(200)
    expect(made.body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 })
    expect((await door.read(made.body)).body.error.code).toBe('ConversationNotFound')
  })

  it('is made by nobody else', async () => {
    const { token } = await door.start()
    expect(await door.post(`${BASE}/tokens/generate`)).toMatchObject({ status: 401 })
    expect(await door.post(`${BASE}/tokens/generate`, { token: 'a-guess' })).toMatchObject({
      status: 403,
      body: { error: { code: 'BadArgument' } },
    })
    expect(await door.post(`${BASE}/tokens/generate`, { token })).toMatchObject({ status: 403 })
  })

  it('is made by nobody at all when there is no secret', async () => {
    const closed = await openDoor({ secret: undefined })
    expect(await closed.post(`${BASE}/tokens/generate`, { token: SECRET })).toMatchObject({ status: 403 })
  })

  it('carries the user that the server named, and never the name', async () => {
    const { token } = (await generate({ user: { id: 'dl_someone', name: 'A Name' } })).body
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as unknown
    expect(claims).toMatchObject({ user: 'dl_someone' })
    expect(JSON.stringify(claims)).not.toContain('A Name')
  })

  it('is refreshed for the same conversation until it has expired', async () => {
    const first = await door.start()
    door.wait(1700)
    const second = await door.post(`${BASE}/tokens/refresh`, { token: first.token })
    expect(second).toMatchObject({ status: 200, body: { conversationId: first.conversationId, expires_in: 1800 } })
    door.wait(1700)
    expect((await door.read({ ...first, token: second.body.token })).status).toBe(200)
    expect(await door.post(`${BASE}/tokens/refresh`, { token: first.token })).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired' } },
    })
  })

  it('cannot be refreshed by the secret', async () => {
    expect(await door.post(`${BASE}/tokens/refresh`, { token: SECRET })).toMatchObject({ status: 403 })
  })

  it('of one purpose is worth nothing for another', async () => {
    const { conversationId, streamUrl } = await door.start()
    const token = new URL(streamUrl).searchParams.get('t') ?? ''
    expect(await door.read({ conversationId, token })).toMatchObject({ status: 403, body: { error: { code: 'BadArgument' } } })
  })
})

describe('Whoever asks', () => {
  it.each([
    ['without a header', undefined, 401, 'Unauthorized'],
    ['with a made-up token', 'eyJhbGciOiJub25lIn0.eyJjb252IjoiYSJ9.', 403, 'BadArgument'],
  ])('%s is refused', async (_, token, status, code) => {
    const { conversationId } = await door.start()
    expect(await door.get(`${BASE}/conversations/${conversationId}/activities`, { token })).toMatchObject({
      status,
      body: { error: { code } },
    })
  })

  it('with a token of another conversation is refused everywhere', async () => {
    const [mine, other] = [await door.start(), await door.start()]
    const mixed = { conversationId: other.conversationId, token: mine.token }
    const refused = { status: 403, body: { error: { code: 'Forbidden' } } }
    expect(await door.read(mixed)).toMatchObject(refused)
    expect(await door.say(mixed, { text: 'hello' })).toMatchObject(refused)
    expect(await door.get(`${BASE}/conversations/${mixed.conversationId}`, mixed)).toMatchObject(refused)
    expect(await door.post(`${BASE}/conversations/${mixed.conversationId}/upload?userId=me`, mixed)).toMatchObject(refused)
  })

  it('after the token has expired is told so', async () => {
    const started = await door.start()
    door.wait(1801)
    expect(await door.say(started, { text: 'hello' })).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } })
  })

  it('from any page may, since a token is no cookie', async () => {
    const preflight = await door.ask('OPTIONS', `${BASE}/conversations`, { headers: { origin: 'https://anyone.example' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
    const refused = await door.post(`${BASE}/conversations`)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('for a session id gets one', async () => {
    const { token } = await door.start()
    expect(await door.get(`${BASE}/session/getsessionid`, { token })).toMatchObject({
      status: 200,
      body: { sessionId: expect.any(String) },
    })
    expect(await door.get(`${BASE}/session/getsessionid`)).toMatchObject({ status: 401 })
  })
})

describe('A conversation', () => {
  it('is started once, and greeted once', async () => {
    const { token, conversationId } = (await generate()).body
    const first = await door.post(`${BASE}/conversations`, { token })
    const second = await door.post(`${BASE}/conversations`, { token })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(first.body).toEqual({
      conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(/^ws:.*\/stream\?t=/),
    })
    expect((await door.read({ conversationId, token })).body.activities).toMatchObject([{ text: 'You said conversationStarted' }])
  })

  it('is started by the secret as well', async () => {
    const started = await door.post(`${BASE}/conversations`, { token: SECRET, body: { user: { id: 'dl_a' } } })
    expect(started.status).toBe(201)
    await door.say(started.body, { text: 'hello', from: { id: 'somebody else' } })
    expect((await door.read(started.body)).body.activities[1]).toMatchObject({ text: 'hello', from: { id: 'dl_a' } })
  })

  it('that nobody started is not found', async () => {
    expect(await door.say((await generate()).body, { text: 'hello' })).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
    expect(await door.get(`${BASE}/conversations/none`, { token: SECRET })).toMatchObject({ status: 404 })
    expect(await door.get(`${BASE}/conversations/none/activities`, { token: SECRET })).toMatchObject({ status: 404 })
  })

  it('that has ended can be read, and neither continued nor started again', async () => {
    const started = await door.start()
    await door.say(started, { text: 'goodbye' })
    const gone = { status: 404, body: { error: { code: 'ConversationEnded' } } }
    expect(await door.say(started, { text: 'hello' })).toMatchObject(gone)
    expect(await door.get(`${BASE}/conversations/${started.conversationId}`, started)).toMatchObject(gone)
    expect(await door.post(`${BASE}/conversations`, started)).toMatchObject(gone)
    expect((await door.read(started)).body.activities.at(-1)!.type).toBe('endOfConversation')
  })

  it('takes a broken body for what it is', async () => {
    expect(await door.post(`${BASE}/conversations`, { token: SECRET, body: '{"user":' })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument' } },
    })
    expect(await door.post(`${BASE}/conversations`, { token: SECRET, body: { user: { id: 'x'.repeat(20_000) } } })).toMatchObject(
      { status: 413 },
    )
  })

  it('is read in pages, each telling where the next begins', async () => {
    const started = await door.start()
    for (let turn = 0; turn < 60; turn++) {
      door.wait(10)
      await door.say(started, { text: `number ${turn}` })
    }
    const first = (await door.read(started)).body
    const second = (await door.read(started, first.watermark)).body
    const last = (await door.read(started, second.watermark)).body
    expect([first.activities.length, second.activities.length, last.activities.length]).toEqual([100, 21, 0])
    expect(last.watermark).toBe(second.watermark)
    expect(new Set([...first.activities, ...second.activities].map(({ id }) => id)).size).toBe(121)
  })
})
