import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { ConnectionStatus, DirectLine, type Activity, type DirectLineOptions, type Message } from 'botframework-directlinejs'
import { WebSocket } from 'ws'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'
import { XmlHttpRequest } from '../fixtures/xml-http-request.js'

const QUESTION = 'vi ska ha barn och behöver förskola'

let lotsen: Started
const clock = { ahead: 0 }
beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest, WebSocket })
  lotsen = await startLotsen({ overrides: { now: () => new Date(Date.now() + clock.ahead) } })
})
afterAll(() => lotsen.close())

const running: (() => void)[] = []
afterEach(() => {
  clock.ahead = 0
  running.splice(0).forEach((stop) => stop())
})

type Given = { conversationId: string; token: string; streamUrl?: string }
const post = async (path: string, token?: string, headers: Record<string, string> = {}, body: object = {}) => {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  return fetch(lotsen.url + path, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
const generated = async (): Promise<Given> =>
  (await (await post('/v3/directline/tokens/generate', lotsen.directLineSecret)).json()) as Given

/** A client of Microsoft's, what it has heard, and its sockets, to be cut. */
function connect(options: DirectLineOptions) {
  const sockets: WebSocket[] = []
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address)
      sockets.push(this)
    }
  }
  const client = new DirectLine({
    domain: `${lotsen.url}/v3/directline`,
    ...options,
    WebSocket: Socket as unknown as typeof globalThis.WebSocket,
    // It waits 3,000 + random * 12,000 milliseconds before it connects again.
    random: () => -0.249,
  })
  const heard: Activity[] = []
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const listening = client.activity$.subscribe({ next: (activity) => (heard.push(activity), tell()), error: tell })
  running.push(() => {
    listening.unsubscribe()
    client.end()
  })
  const statuses: ConnectionStatus[] = []
  client.connectionStatus$.subscribe((status) => (statuses.push(status), tell()))
  const until = (isTrue: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (isTrue() ? resolve() : undefined)
      listeners.add(look)
      look()
    })
  const messages = () => heard.filter((activity): activity is Message => activity.type === 'message')
  return {
    client,
    heard,
    sockets,
    statuses,
    until,
    messages,
    answers: () => messages().filter(({ from }) => from.role === 'bot'),
    say: (text: string, channelData: object = {}) =>
      client.postActivity({ type: 'message', from: { id: 'me' }, text, channelData }).toPromise(),
  }
}

const labelOf = (message: Message | undefined) => (message?.channelData as { lotsen?: { outcome: string } } | undefined)?.lotsen

describe('botframework-directlinejs', () => {
  it('starts a conversation and is greeted', async () => {
    const { until, answers, statuses } = connect({ token: (await generated()).token })
    await until(() => answers().length > 0)
    expect(labelOf(answers()[0])?.outcome).toBe('greeting')
    expect(statuses).toContain(ConnectionStatus.Online)
  })

  it('posts a question, hears its own line once, sees a sign of life and gets the answer as a card', async () => {
    const { until, say, heard, messages, answers } = connect({ token: (await generated()).token })
    await until(() => answers().length > 0)
    const id = await say(QUESTION)
    await until(() => answers().some((message) => labelOf(message)?.outcome === 'answer'))
    expect(messages().filter((message) => message.id === id)).toMatchObject([{ text: QUESTION, channelId: 'directline' }])
    expect(heard.map(({ type }) => type as string)).toContain('typing')
    expect(answers().at(-1)?.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive')
  })

  it('sent twice with one clientActivityID is answered once, under one id', async () => {
    const { until, say, messages, answers } = connect({ token: (await generated()).token })
    const ids = [await say(QUESTION, { clientActivityID: 'once' }), await say(QUESTION, { clientActivityID: 'once' })]
    await say('börja om')
    await until(() => labelOf(answers().at(-1))?.outcome === 'restarted')
    expect(ids[0]).toBe(ids[1])
    expect(messages().filter(({ text }) => text === QUESTION)).toHaveLength(1)
  })

  it('misses nothing and hears nothing twice when its socket is cut', async () => {
    const given = await generated()
    const { until, say, sockets, messages, answers } = connect({ token: given.token })
    await say(QUESTION)
    await until(() => answers().some((message) => labelOf(message)?.outcome === 'answer'))
    sockets[0]?.terminate()
    const path = `/v3/directline/conversations/${given.conversationId}/activities`
    await post(path, given.token, {}, { type: 'message', from: { id: 'me' }, text: 'börja om' })
    await until(() => labelOf(answers().at(-1))?.outcome === 'restarted')
    expect(sockets.length).toBeGreaterThan(1)
    expect(new Set(messages().map(({ id }) => id)).size).toBe(messages().length)
    expect(messages().filter(({ text }) => text === 'börja om')).toHaveLength(1)
  })

  it('takes a conversation up again with a refreshed token, from its watermark', async () => {
    const given = await generated()
    const first = connect({ token: given.token })
    await first.say(QUESTION)
    await first.until(() => first.answers().some((message) => labelOf(message)?.outcome === 'answer'))
    first.client.end()
    clock.ahead = 25 * 60_000
    const refreshed = (await (await post('/v3/directline/tokens/refresh', given.token)).json()) as Given
    clock.ahead = 50 * 60_000
    expect(refreshed.conversationId).toBe(given.conversationId)
    const all = connect({ ...refreshed, watermark: '0' })
    await all.until(() => all.messages().length === first.messages().length)
    expect(all.messages().map(({ id }) => id)).toEqual(first.messages().map(({ id }) => id))
    const later = connect({ ...refreshed, watermark: '2' })
    await later.say('börja om')
    await later.until(() => labelOf(later.answers().at(-1))?.outcome === 'restarted')
    expect(later.messages()[0]?.id).toBe(first.messages()[2]?.id)
  })

  it('is told that its token has expired, and goes on with another that the page gets by the visitor’s cookie', async () => {
    const own = { origin: lotsen.url }
    const first = await post('/api/token', undefined, own, { start: true })
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    const given = (await first.json()) as Given
    const { client, until, say, statuses, answers, messages } = connect(given)
    await say(QUESTION)
    await until(() => answers().some((message) => labelOf(message)?.outcome === 'answer'))
    clock.ahead = 31 * 60_000
    expect(await say('börja om')).toBe('retry')
    expect(statuses.at(-1)).toBe(ConnectionStatus.ExpiredToken)
    const second = (await (await post('/api/token', undefined, { ...own, cookie }, { start: true })).json()) as Required<Given>
    expect(second.conversationId).toBe(given.conversationId)
    client.reconnect({ ...second })
    await say('börja om')
    await until(() => labelOf(answers().at(-1))?.outcome === 'restarted')
    // After `reconnect` this client listens on its old socket and on a new one, so it hears a line twice: what counts is the id.
    expect(new Set(messages().flatMap(({ text, id }) => (text === 'börja om' ? [id] : []))).size).toBe(1)
  })

  it('polls where sockets cannot be had', async () => {
    const { until, say, sockets, heard, answers } = connect({
      token: (await generated()).token,
      webSocket: false,
      pollingInterval: 200,
    })
    await say(QUESTION)
    await until(() => answers().some((message) => labelOf(message)?.outcome === 'answer'))
    expect(sockets).toEqual([])
    expect(heard.map(({ type }) => type as string)).not.toContain('typing')
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length)
  })

  it('uploads a file, which is kept for others to fetch', async () => {
    const { client, until, messages } = connect({ token: (await generated()).token })
    const contentUrl = URL.createObjectURL(new Blob(['%PDF-1.7 a plan'], { type: 'application/pdf' }))
    const attachments = [{ contentType: 'application/pdf' as never, contentUrl, name: 'plan.pdf' }]
    const id = await client.postActivity({ type: 'message', from: { id: 'me' }, text: '', attachments }).toPromise()
    await until(() => messages().some((message) => message.id === id))
    const sent = messages().find((message) => message.id === id)?.attachments?.[0] as { name: string; contentUrl: string }
    expect(sent.name).toBe('plan.pdf')
    expect(await (await fetch(sent.contentUrl)).text()).toBe('%PDF-1.7 a plan')
  })

  it('is refused what the protocol refuses, with its codes', async () => {
    const [one, other] = [await generated(), await generated()]
    const path = ({ conversationId }: Given) => `/v3/directline/conversations/${conversationId}/activities`
    const outcome = async (asked: Promise<Response>) => {
      const response = await asked
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
    }
    expect(await outcome(post(path(one)))).toEqual([401, 'Unauthorized'])
    expect(await outcome(post(path(one), 'nonsense'))).toEqual([403, 'BadArgument'])
    expect(await outcome(post(path(one), other.token))).toEqual([403, 'Forbidden'])
    expect(await outcome(post(path(one), one.token))).toEqual([404, 'ConversationNotFound'])
    clock.ahead = 31 * 60_000
    expect(await outcome(post(path(one), one.token))).toEqual([403, 'TokenExpired'])
  })
})
