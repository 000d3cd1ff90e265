import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { closeDoors, listenTo, openDoor, type OpenDoor, type Started } from '../../fixtures/direct-line-door.js'

let door: OpenDoor
let started: Started
beforeEach(async () => {
  door = await openDoor()
  started = await door.start()
})
afterEach(closeDoors)

const lines = async () => (await door.read(started)).body.activities.slice(1)

describe('A posted activity', () => {
  it('is answered with the id under which it is stored, in the envelope of the channel', async () => {
    const { status, body } = await door.say(started, { text: 'hello', locale: 'sv-SE' })
    const [own, answer] = await lines()
    expect(status).toBe(200)
    expect(own).toMatchObject({
      id: body.id,
      text: 'hello',
      locale: 'sv-SE',
      channelId: 'directline',
      conversation: { id: started.conversationId },
    })
    expect(answer).toMatchObject({ text: 'You said hello', replyToId: body.id, from: { role: 'bot' } })
  })

  it('is from the user of the token, whoever it says, and nobody has a name', async () => {
    await door.say(started, { text: 'hello', from: { id: 'dl_another', name: 'A Name' } })
    const [own] = await lines()
    expect(own!.from).toEqual({ id: expect.stringMatching(/^dl_/), role: 'user' })
    expect(own!.from.id).not.toBe('dl_another')
  })

  it('sent twice with one clientActivityID is one turn with one id', async () => {
    const activity = { text: 'hello', channelData: { clientActivityID: 'mine-1' } }
    const [first, second] = [await door.say(started, activity), await door.say(started, activity)]
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect(await lines()).toHaveLength(2)
    expect((await lines())[0]!.channelData).toEqual({ clientActivityID: 'mine-1' })
  })

  it.each([
    ['a press', { value: { verb: 'menu', id: 7 } }, '{"verb":"menu","id":7}'],
    [
      'a whole Action.Execute',
      { value: { action: { type: 'Action.Execute', verb: 'menu', data: { id: 7 } } } },
      '{"id":7,"verb":"menu"}',
    ],
    ['an unreadable press', { value: { something: 'else' } }, 'unreadable-press'],
    ['a press without an object', { value: 'menu' }, 'unreadable-press'],
    ['text beside a value that is no press', { text: 'hello', value: { something: 'else' } }, 'hello'],
    ['an event', { type: 'event', name: 'webchat/join' }, 'webchat/join'],
    ['text with a character that no database keeps', { text: 'he\u0000llo \ud800!' }, 'hello \ufffd!'],
  ])('is understood as %s', async (_, activity, said) => {
    expect((await door.say(started, activity)).status).toBe(200)
    expect((await lines()).at(-1)!.text).toBe(`You said ${said}`)
  })

  it.each([
    ['nothing', { text: '   ' }],
    [
      'only attachments, which go to upload',
      { attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }] },
    ],
    ['a type that clients cannot send', { type: 'conversationUpdate' }],
    ['an event without a name', { type: 'event' }],
    ['no type', { type: undefined }],
    ['nested beyond reason', { value: JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown }],
  ])('with %s is refused', async (_, activity) => {
    expect(await door.say(started, activity)).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } })
    expect(await lines()).toEqual([])
  })

  it('in broken JSON is refused', async () => {
    const path = `/v3/directline/conversations/${started.conversationId}/activities`
    expect(await door.post(path, { token: started.token, body: '{"type":"message"' })).toMatchObject({ status: 400 })
    expect(await door.post(path, { token: started.token, body: '' })).toMatchObject({ status: 400 })
  })

  it('needs a from.id where no token tells it', async () => {
    const { conversationId } = started
    const anonymous = { conversationId, token: 'the-secret-of-a-server' }
    expect(await door.say(anonymous, { text: 'hello', from: undefined })).toMatchObject({
      status: 400,
      body: { error: { code: 'MissingProperty' } },
    })
    expect((await door.say(anonymous, { text: 'hello', from: { id: 'me' } })).status).toBe(200)
  })

  it('is told the limit when it is too long', async () => {
    const { status, body } = await door.say(started, { text: 'x'.repeat(101) })
    expect(status).toBe(413)
    expect(body.error).toEqual({ code: 'MessageSizeTooBig', message: expect.stringContaining('100') })
    expect((await door.say(started, { text: 'x'.repeat(300_000) })).status).toBe(413)
    expect((await door.say(started, { text: 'x'.repeat(100) })).status).toBe(200)
  })

  it('one too many has to wait, for as many seconds as it is told', async () => {
    for (let count = 0; count < 20; count++) await door.say(started, { type: 'typing' })
    const { status, headers, body } = await door.say(started, { text: 'hello' })
    expect([status, body.error.code]).toEqual([429, 'Throttled'])
    door.wait(Number(headers.get('retry-after')))
    expect((await door.say(started, { text: 'hello' })).status).toBe(200)
  })

  it('that says somebody types is taken and not stored', async () => {
    expect(await door.say(started, { type: 'typing' })).toMatchObject({ status: 200, body: { id: expect.any(String) } })
    expect(await lines()).toEqual([])
  })

  it('that the bot fails on is answered 502, and the apology is shown at once though it is not stored', async () => {
    const listener = listenTo(started.streamUrl)
    await listener.until(() => listener.texts().length === 1)
    const { status, body } = await door.say(started, { text: 'fail' })
    expect([status, body.error.code]).toEqual([502, 'BotError'])
    expect(body.error.message).not.toContain('sorry')
    expect(body.activities).toMatchObject([{ text: 'sorry', channelId: 'directline' }])
    await listener.until(() => listener.texts().includes('sorry'))
    expect(await lines()).toEqual([])
    await listener.close()
  })

  it('still reaches the bot when the conversation cannot be looked up', async () => {
    const broken = await openDoor({
      conversations: { ...door.stores.conversations, find: () => Promise.reject(new Error('gone')) },
      rates: { count: () => Promise.reject(new Error('gone')) },
    })
    expect((await broken.say(started, { text: 'fail' })).body.activities).toMatchObject([{ text: 'sorry' }])
  })
})
