import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { closeDoors, openDoor, type OpenDoor, type Started } from '../../fixtures/direct-line-door.js'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)])
let door: OpenDoor
let started: Started
beforeEach(async () => {
  door = await openDoor()
  started = await door.start()
})
afterEach(closeDoors)

const path = () => `/v3/directline/conversations/${started.conversationId}/upload?userId=me`
const sendOne = (bytes: Uint8Array, contentType: string, name = 'plan.png') =>
  door.post(path(), {
    token: started.token,
    body: bytes,
    headers: { 'content-type': contentType, 'content-disposition': `name="file"; filename="${name}"` },
  })
const form = (...parts: [name: string, Blob, filename?: string][]) => {
  const data = new FormData()
  for (const [name, blob, filename] of parts) data.append(name, blob, filename)
  return data
}
const activity = (fields: object) =>
  new Blob([JSON.stringify({ type: 'message', ...fields })], { type: 'application/vnd.microsoft.activity' })
const png = (size = PNG.byteLength) =>
  new Blob([Buffer.concat([PNG, Buffer.alloc(size - PNG.byteLength)])], { type: 'image/png' })
const lines = async () => (await door.read(started)).body.activities.slice(1)

describe('A file', () => {
  it('alone becomes a message with an attachment that can be fetched', async () => {
    const sent = await sendOne(PNG, 'image/png')
    const [own, answer] = await lines()
    expect(sent).toMatchObject({ status: 200, body: { id: own!.id } })
    expect(own!.attachments).toEqual([
      { contentType: 'image/png', name: 'plan.png', contentUrl: expect.stringMatching(`^${door.url}/v3/`) },
    ])
    expect(answer!.text).toBe('You said plan.png 28')
    const fetched = await fetch(own!.attachments[0]!.contentUrl)
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(PNG)
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "attachment; filename*=UTF-8''plan.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  it('and more of them travel with the activity that carries them', async () => {
    const body = form(
      ['activity', activity({ text: 'here they are', channelData: { clientActivityID: 'mine' } }), 'blob'],
      ['file', png(), 'one.png'],
      ['file', new Blob(['räksmörgås'], { type: 'text/plain' }), 'två.txt'],
    )
    expect((await door.post(path(), { token: started.token, body })).status).toBe(200)
    const [own, answer] = await lines()
    expect(own).toMatchObject({
      text: 'here they are one.png 28 två.txt 13',
      channelData: { clientActivityID: 'mine' },
    })
    expect(own!.attachments.map(({ name }: { name: string }) => name)).toEqual(['one.png', 'två.txt'])
    expect(answer!.text).toContain('två.txt 13')
  })

  it('is gone after a day', async () => {
    await sendOne(PNG, 'image/png')
    const [own] = await lines()
    door.wait(24 * 3600 + 1)
    expect((await fetch(own!.attachments[0]!.contentUrl)).status).toBe(403)
  })

  it('is fetched by nobody without its whole address', async () => {
    await sendOne(PNG, 'image/png')
    const address = new URL((await lines())[0]!.attachments[0]!.contentUrl)
    const token = address.searchParams.get('t')
    expect((await door.get(address.pathname)).status).toBe(401)
    expect((await door.get(`${address.pathname}?t=${started.token}`)).status).toBe(403)
    expect((await door.get(`/v3/directline/attachments/another?t=${token}`)).status).toBe(403)
  })

  it.each([
    ['of a type that is not allowed', '<svg/>', 'image/svg+xml'],
    ['that is not what it says', '<script>', 'image/png'],
    ['that says text and is none', '\xff\xfe\x00', 'text/plain'],
  ])('%s is refused', async (_, bytes, type) => {
    expect(await sendOne(Buffer.from(bytes, 'latin1'), type)).toMatchObject({
      status: 415,
      body: { error: { code: 'UnsupportedMediaType' } },
    })
    expect(await lines()).toEqual([])
  })

  it('too large is refused with the limit, alone or among others', async () => {
    const alone = await sendOne(Buffer.concat([PNG, Buffer.alloc(1000)]), 'image/png')
    expect(alone).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig', message: expect.stringContaining('1000') } },
    })
    const among = form(['file', png(), 'one.png'], ['file', png(1001), 'two.png'])
    expect((await door.post(path(), { token: started.token, body: among })).status).toBe(413)
    const huge = form(['file', png(3_000_000), 'huge.png'])
    expect((await door.post(path(), { token: started.token, body: huge })).status).toBe(413)
    const many = form(...Array.from({ length: 12 }, (_, n): [string, Blob, string] => ['file', png(), `${n}.png`]))
    expect((await door.post(path(), { token: started.token, body: many })).status).toBe(413)
    expect(await lines()).toEqual([])
  })

  it.each([
    ['nothing', () => form(['activity', activity({ text: 'no file' }), 'blob'])],
    ['an empty file', () => form(['file', new Blob([], { type: 'image/png' }), 'empty.png'])],
    [
      'a broken activity',
      () =>
        form(['activity', new Blob(['{'], { type: 'application/vnd.microsoft.activity' }), 'blob'], ['file', png(), 'one.png']),
    ],
    [
      'an activity that is no message',
      () => form(['activity', activity({ type: 'event', name: 'x' }), 'blob'], ['file', png(), 'one.png']),
    ],
  ])('that is %s is refused', async (_, body) => {
    expect(await door.post(path(), { token: started.token, body: body() })).toMatchObject({ status: 400 })
    expect(await lines()).toEqual([])
  })

  it('in a broken form is refused', async () => {
    const broken = (type: string, body: string) =>
      door.post(path(), { token: started.token, body, headers: { 'content-type': type } })
    expect((await broken('multipart/form-data', 'x')).status).toBe(400)
    expect(
      (await broken('multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"'))
        .status,
    ).toBe(400)
  })

  it('keeps a name that is safe to show', async () => {
    await sendOne(PNG, 'image/png', '..\\..\\C:\\secret\\plan.png')
    expect((await lines())[0]!.attachments[0]!.name).toBe('plan.png')
  })

  it('one too many has to wait', async () => {
    for (let count = 0; count < 5; count++) await sendOne(PNG, 'image/png')
    const { status, headers } = await sendOne(PNG, 'image/png')
    expect([status, headers.get('retry-after')]).toEqual([429, '3600'])
  })
})
