import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { refusedByOpenDoor } from '../../../bot/channels/bot-service/open-door.js'
import { aBotActivity } from '../../fixtures/bot-activity.js'
import { openBotService } from '../../fixtures/bot-service-door.js'

let service: Awaited<ReturnType<typeof openBotService>>
beforeAll(async () => {
  service = await openBotService()
})
afterAll(() => service.close())

const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as Parameters<typeof refusedByOpenDoor>[0]

describe('the Bot Framework endpoint without an app id', () => {
  it('answers a program on this machine', async () => {
    const { status, body } = await service.post(aBotActivity({ deliveryMode: 'expectReplies' }))
    expect(status).toBe(200)
    expect(body.activities).toMatchObject([
      { type: 'message', text: 'You said hej', replyToId: 'activity-1', recipient: { id: '29:person' } },
    ])
  })

  it.each([
    ['127.0.0.1', undefined],
    ['::1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['192.0.2.7', 'NotLocal'],
    ['::ffff:192.0.2.7', 'NotLocal'],
    ['2001:db8::1', 'NotLocal'],
    ['', 'NotLocal'],
  ])('tells who is on this machine: %s', (address, code) => expect(refusedByOpenDoor(request(address))).toBe(code))

  it.each(['X-Forwarded-For', 'X-Forwarded-Proto', 'Forwarded', 'Via'])(
    'refuses what somebody else sent on, seen by %s',
    async (header) => {
      const { status, body } = await service.post(aBotActivity({ id: header }), { [header]: '192.0.2.7' })
      expect([status, body.error.code]).toEqual([403, 'Forwarded'])
    },
  )

  it('refuses a page of the web that is open in a browser here', async () => {
    const { status, body } = await service.post(aBotActivity(), { Origin: 'https://elsewhere.example' })
    expect([status, body.error.code]).toEqual([403, 'ForeignOrigin'])
  })

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'http://[2001:db8::1]/',
  ])('sends nothing off this machine: %s', async (serviceUrl) => {
    const { status, body } = await service.post(aBotActivity({ serviceUrl }))
    expect([status, body.error.code]).toEqual([403, 'ForeignServiceUrl'])
  })
})

describe('what is posted to the Bot Framework endpoint', () => {
  it.each([
    ['{"type":', 400, 'BadSyntax'],
    ['[]', 400, 'BadSyntax'],
    [{ type: 'message' }, 400, 'BadArgument'],
    [aBotActivity({ channelId: '' }), 400, 'BadArgument'],
    [aBotActivity({ serviceUrl: 'file:///etc/passwd' }), 400, 'BadArgument'],
    [aBotActivity({ text: 'a'.repeat(300_000) }), 413, 'MessageSizeTooBig'],
  ])('is refused with a clear code when it is not an activity: %#', async (sent, status, code) => {
    const answer = await service.post(sent)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  it('is refused as anything but JSON, which a foreign page could send', async () => {
    const { status, body } = await service.post(aBotActivity(), { 'content-type': 'text/plain' })
    expect([status, body.error.code]).toEqual([415, 'UnsupportedMediaType'])
  })

  it('is answered with the stored body when it comes twice', async () => {
    const sent = aBotActivity({ id: 'twice', deliveryMode: 'expectReplies' })
    const first = await service.post(sent)
    expect((await service.post(sent)).body).toEqual(first.body)
    expect(first.body.activities).toHaveLength(1)
  })

  it('carries the apology when nothing could be stored', async () => {
    const { status, body } = await service.post(aBotActivity({ text: 'fail', deliveryMode: 'expectReplies' }))
    expect([status, body.activities[0].text]).toEqual([200, 'sorry'])
  })

  it('is answered with a bare 200 when there is nothing to say', async () => {
    for (const quiet of [
      { type: 'typing' },
      { type: 'messageReaction' },
      { type: 'message', text: '' },
      { type: 'event', name: 'other' },
    ])
      expect(await service.post(aBotActivity(quiet))).toEqual({ status: 200, body: undefined })
  })

  it('is answered with 501 when it is an invoke that nobody knows', async () => {
    expect((await service.post(aBotActivity({ type: 'invoke', name: 'composeExtension/query', value: {} }))).status).toBe(501)
  })

  it('is answered in the card when a button of it was pressed', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'menu', data: { verb: 'menu' } }, trigger: 'manual' }
    const { status, body } = await service.post(aBotActivity({ type: 'invoke', id: 'press', name: 'adaptiveCard/action', value }))
    expect(status).toBe(200)
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'You said {"verb":"menu"}',
    })
  })

  it('keeps no character that a database cannot', async () => {
    const { body } = await service.post(aBotActivity({ id: 'zero', text: 'a\0b\ud800c', deliveryMode: 'expectReplies' }))
    expect(body.activities[0].text).toBe('You said ab\ufffdc')
  })

  it('says that the conversation has ended by saying nothing', async () => {
    const conversation = { id: 'a:ends' }
    await service.post(aBotActivity({ conversation, text: 'goodbye', deliveryMode: 'expectReplies' }))
    const { status, body } = await service.post(aBotActivity({ conversation, id: 'after', deliveryMode: 'expectReplies' }))
    expect([status, body.activities]).toEqual([200, []])
  })

  it('cannot reach a conversation of the web chat', async () => {
    const conversation = { id: 'web' }
    await service.post(aBotActivity({ channelId: 'directline', conversation, deliveryMode: 'expectReplies' }))
    expect(await service.stores.conversations.find({ channel: 'directline', conversation: 'web' })).toBeUndefined()
    expect(await service.stores.conversations.find({ channel: 'azure-directline', conversation: 'web' })).toBeDefined()
  })
})
