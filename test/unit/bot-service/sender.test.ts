import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { botService } from '../../../bot/channels/bot-service/bot-service.js'
import type { Parcel, Send } from '../../../bot/domain/conversations/sending.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { aBotActivity } from '../../fixtures/bot-activity.js'
import { openBotService } from '../../fixtures/bot-service-door.js'
import { connector } from '../../fixtures/connector.js'

let channel: Awaited<ReturnType<typeof connector>>
let send: Send
beforeEach(async () => {
  channel = await connector()
  const receive = () => Promise.resolve({ kind: 'ended' as const })
  send = botService({ config: {}, receive, now: () => new Date(), newId: randomUUID, log: silentLog }).send
})
afterEach(() => channel.close())

const aParcel = (change: Partial<Parcel> = {}): Parcel => ({
  channel: 'msteams',
  conversation: 'a:1',
  returnAddress: {
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl,
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
    bot: { id: '28:lotsen' },
    user: { id: '29:person' },
    activityId: 'asked',
  },
  seq: 2,
  activity: {
    id: 'stored',
    type: 'message',
    timestamp: '2026-03-02T10:00:00.000Z',
    from: { id: 'lotsen', role: 'bot' },
    text: 'Hej',
    channelData: { lotsen: { outcome: 'answer' } },
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'å' }] },
      },
    ],
    suggestedActions: { actions: [{ type: 'messageBack', title: 'Nej', value: { verb: 'not-that' } }] },
  },
  ...change,
})

describe('sending through the connector of the channel', () => {
  it('delivers the whole activity to the conversation', async () => {
    expect(await send(aParcel())).toEqual({ kind: 'sent', id: 'sent-1' })
    const [{ path, activity } = { path: '', activity: {} }] = channel.delivered
    expect(path).toBe('/v3/conversations/a%3A1/activities')
    expect(activity).toMatchObject({
      type: 'message',
      text: 'Hej',
      from: { id: '28:lotsen' },
      recipient: { id: '29:person' },
      conversation: { id: 'a:1' },
      channelData: { lotsen: { outcome: 'answer' } },
      attachments: [{ content: { body: [{ type: 'TextBlock', text: 'å' }] } }, { content: { type: 'AdaptiveCard' } }],
    })
  })

  it('delivers buttons to channels that show them below the message', async () => {
    const { returnAddress } = aParcel()
    expect(await send(aParcel({ channel: 'webchat', returnAddress: { ...returnAddress, channelId: 'webchat' } }))).toEqual({
      kind: 'sent',
      id: 'sent-1',
    })
    expect(channel.delivered[0]?.activity).toMatchObject({
      suggestedActions: { actions: [{ title: 'Nej', value: { verb: 'not-that' } }] },
    })
  })

  it.each([
    [429, { 'retry-after': '17' }, { kind: 'retry', afterSeconds: 17 }],
    [429, {}, { kind: 'retry' }],
    [412, {}, { kind: 'retry' }],
    [500, {}, { kind: 'retry' }],
    [502, {}, { kind: 'retry' }],
    [503, { 'retry-after': '2' }, { kind: 'retry', afterSeconds: 2 }],
    [504, {}, { kind: 'retry' }],
    [401, {}, { kind: 'retry' }],
    [403, {}, { kind: 'gone', why: 'writes-blocked' }],
    [404, {}, { kind: 'gone', why: 'writes-blocked' }],
    [400, {}, { kind: 'refused' }],
    [413, {}, { kind: 'refused' }],
  ])('asks once, and says what came of it: %d %j', async (status, headers, sent) => {
    channel.refusals.push({ status, headers, body: { error: { code: 'MessageWritesBlocked', message: 'no' } } })
    expect(await send(aParcel())).toEqual(sent)
    expect(channel.asked()).toBe(1)
  })

  it.each([
    ['ConversationBlockedByUser', 'blocked'],
    ['BotNotInConversationRoster', 'not-in-conversation'],
    ['BotDisabledByAdmin', 'disabled'],
    ['ConversationNotFound', 'no-such-conversation'],
    ['SomethingNew', 'unknown'],
  ])('says why nobody is reached: %s', async (code, why) => {
    channel.refusals.push({ status: 403, body: { error: { code: 'Forbidden', innerHttpError: { body: { subCode: code } } } } })
    expect(await send(aParcel())).toEqual({ kind: 'gone', why })
  })

  it('changes a message that was sent before, for all', async () => {
    expect(await send(aParcel({ edits: 'sent-7' }))).toEqual({ kind: 'sent' })
    expect(channel.delivered).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a%3A1/activities/sent-7', activity: { type: 'message', text: 'Hej' } },
    ])
  })

  it.each([
    [404, { error: { code: 'ActivityNotFoundInConversation' } }, { kind: 'not-there' }],
    [404, { error: { code: 'ConversationNotFound' } }, { kind: 'gone', why: 'no-such-conversation' }],
    [403, { error: { code: 'MessageWritesBlocked' } }, { kind: 'gone', why: 'writes-blocked' }],
    [429, {}, { kind: 'retry', afterSeconds: 3 }],
  ])('says what came of a change: %d %j', async (status, body, sent) => {
    channel.refusals.push({ status, headers: { 'retry-after': '3' }, body })
    expect(await send(aParcel({ edits: 'sent-7' }))).toEqual(sent)
    expect(channel.asked()).toBe(1)
  })

  it('says to try again when nobody answers', async () => {
    await channel.close()
    expect(await send(aParcel())).toEqual({ kind: 'retry' })
  })

  it('gives up an address that cannot be read', async () =>
    expect(await send(aParcel({ returnAddress: { old: true } }))).toEqual({ kind: 'gone' }))
})

describe('an answer that could not be stored', () => {
  it('is apologised for at once, and 200 then says that the person knows', async () => {
    const service = await openBotService()
    const { status } = await service.post(aBotActivity({ text: 'fail', serviceUrl: channel.serviceUrl }))
    await service.close()
    expect([status, channel.texts()]).toEqual([200, ['sorry']])
  })

  it('is asked for again when the person could not be told', async () => {
    channel.refusals.push({ status: 502 })
    const service = await openBotService()
    const { status, body } = await service.post(aBotActivity({ text: 'fail', serviceUrl: channel.serviceUrl }))
    await service.close()
    expect([status, body.error.code]).toEqual([503, 'ServiceUnavailable'])
  })
})
