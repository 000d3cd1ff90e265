import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { streams } from '../../../bot/channels/direct-line/streams.js'
import { closeDoors, listenTo, openDoor, type OpenDoor, type Started } from '../../fixtures/direct-line-door.js'

const GREETING = 'You said conversationStarted'
let door: OpenDoor
let started: Started
beforeEach(async () => {
  door = await openDoor()
  started = await door.start()
})
afterEach(closeDoors)

const reconnect = async (query: string): Promise<Started> =>
  (await door.get(`/v3/directline/conversations/${started.conversationId}${query}`, { token: started.token })).body

describe('A stream', () => {
  it('replays what was said before it was opened, and goes on with what is said after', async () => {
    const listener = listenTo(started.streamUrl)
    await listener.until(() => listener.texts().length === 1)
    await door.say(started, { text: 'hello' })
    await listener.until(() => listener.texts().length === 3)
    expect(listener.texts()).toEqual([GREETING, 'hello', 'You said hello'])
    expect(listener.sets.at(-1)?.watermark).toBe('3')
  })

  it('shows that the bot types before it answers, and does not store that', async () => {
    const listener = listenTo(started.streamUrl)
    await listener.opened()
    await door.say(started, { text: 'hello' })
    await listener.until(() => listener.texts().includes('You said hello'))
    const types = listener.sets.flatMap(({ activities }) => activities.map(({ type }) => type))
    expect(types).toEqual(['message', 'typing', 'message', 'message'])
    expect(listener.sets[1]?.watermark).toBeUndefined()
    expect((await door.read(started)).body.activities).toHaveLength(3)
  })

  it('begins at the watermark, and only with what is new when there is none', async () => {
    await door.say(started, { text: 'one' })
    const all = listenTo((await reconnect('?watermark=')).streamUrl)
    await all.until(() => all.texts().length === 3)
    const some = listenTo((await reconnect('?watermark=2')).streamUrl)
    await some.until(() => some.texts().length === 1)
    const none = listenTo((await reconnect('')).streamUrl)
    await none.opened()
    await door.say(started, { text: 'two' })
    await none.until(() => none.texts().length === 2)
    expect(some.texts()[0]).toBe('You said one')
    expect(none.texts()).toEqual(['two', 'You said two'])
  })

  it('misses nothing and doubles nothing when it is cut and taken up again', async () => {
    const first = listenTo(started.streamUrl)
    await first.until(() => first.texts().length === 1)
    first.socket.terminate()
    await first.ended
    await door.say(started, { text: 'while nobody listens' })
    const second = listenTo((await reconnect(`?watermark=${first.sets.at(-1)?.watermark}`)).streamUrl)
    await second.until(() => second.texts().length === 2)
    expect(second.texts()).toEqual(['while nobody listens', 'You said while nobody listens'])
  })

  it('reads on from its own place after a lost connection to the database, in pages', async () => {
    const lost: (() => void)[] = []
    const deaf = await openDoor(
      { waking: { onActivity: (listener) => (lost.push(() => listener('*')), () => undefined) } },
      { messagesPerMinute: 500 },
    )
    const there = await deaf.start()
    const listener = listenTo(there.streamUrl)
    await listener.until(() => listener.texts().length === 1)
    for (let turn = 0; turn < 110; turn++) await deaf.say(there, { text: `number ${turn}` })
    expect(listener.texts()).toHaveLength(1)
    lost.forEach((cameBack) => cameBack())
    await listener.until(() => listener.texts().length === 221)
    expect(new Set(listener.texts()).size).toBe(221)
  })

  it('of the same client closes the older one, and another client may listen too', async () => {
    const older = listenTo(started.streamUrl)
    await older.opened()
    const other = listenTo(
      (await door.get(`/v3/directline/conversations/${started.conversationId}`, { token: 'the-secret-of-a-server' })).body
        .streamUrl,
    )
    await other.opened()
    const newer = listenTo((await reconnect('?watermark=1')).streamUrl)
    expect(await older.ended).toEqual({ code: 1000, reason: 'collision' })
    await door.say(started, { text: 'hello' })
    await Promise.all([newer, other].map((listener) => listener.until(() => listener.texts().includes('You said hello'))))
  })

  it.each([
    ['without a token', () => started.streamUrl.split('?')[0] ?? '', 401],
    ['with the token of a client', () => `${started.streamUrl.split('?')[0]}?t=${started.token}`, 403],
    ['of another conversation', () => started.streamUrl.replace(started.conversationId, 'another'), 403],
    ['with an address that cannot be decoded', () => started.streamUrl.replace(started.conversationId, '%E0%A4%A'), 403],
  ])('%s is refused', async (_, address, status) => {
    expect(await listenTo(address()).ended).toEqual({ status })
  })

  it('is refused a minute after its address was given out', async () => {
    door.wait(61)
    expect(await listenTo(started.streamUrl).ended).toEqual({ status: 403 })
    expect((await reconnect('?watermark=0')).streamUrl).toMatch(/^ws:/)
  })

  it('ends with the conversation, after its last words', async () => {
    const listener = listenTo(started.streamUrl)
    await listener.opened()
    await door.say(started, { text: 'goodbye' })
    expect(await listener.ended).toEqual({ code: 1000, reason: 'ended' })
    expect(listener.sets.at(-1)?.activities.at(-1)?.type).toBe('endOfConversation')
  })

  it('ends when the visitor leaves and is forgotten', async () => {
    await door.stores.conversations.start(
      { channel: 'directline', conversation: 'left' },
      { visitor: 'v', keeping: 'ordinary', at: door.now() },
    )
    const { streamUrl } = (await door.get('/v3/directline/conversations/left', { token: 'the-secret-of-a-server' })).body
    const listener = listenTo(streamUrl)
    await listener.opened()
    await door.stores.conversations.forget('v', door.now())
    expect(await listener.ended).toEqual({ code: 1000, reason: 'ended' })
  })

  it('is closed with 1001 when the server goes away, so that the client connects elsewhere', async () => {
    const listener = listenTo(started.streamUrl)
    await listener.opened()
    await closeDoors()
    expect(await listener.ended).toEqual({ code: 1001, reason: 'going away' })
  })

  it('gives up a socket whose reading failed, so that the client comes back', async () => {
    const failing = await openDoor()
    const there = await failing.start()
    failing.stores.conversations.activities = () => Promise.reject(new Error('gone'))
    const listener = listenTo(there.streamUrl)
    expect(await listener.ended).toMatchObject({ code: 1011 })
  })
})

describe('Every few seconds', () => {
  it('a stream sends an empty message, and drops whoever does not answer', async () => {
    const { createServer } = await import('node:http')
    const listening = streams({
      config: { publicUrl: undefined, trustedProxies: [] } as never,
      conversations: door.stores.conversations,
      waking: door.stores.waking,
      now: door.now,
      newId: () => 'id',
      log: { debug: () => undefined, warn: () => undefined } as never,
      tokens: { readStream: async () => ({ conv: started.conversationId, client: 'c', after: 1 }) },
      keepAliveMilliseconds: 20,
    })
    const server = createServer().on('upgrade', listening.upgrade)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const url = `ws://127.0.0.1:${port}/v3/directline/conversations/${started.conversationId}/stream?t=x`
    // A network that is still there, and nobody at the other end: pings are not answered.
    const gone = listenTo(url, { autoPong: false })
    expect(await gone.ended).toMatchObject({ code: 1006 })
    const there = listenTo(url)
    await there.until(() => there.keepAlives() >= 3)
    await listening.close()
    server.close()
  })
})
