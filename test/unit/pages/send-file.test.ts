import { afterEach, describe, expect, it } from '@jest/globals'
import { formWith, PDF, PNG } from '../../fixtures/files.js'
import { closePages, openPages } from '../../fixtures/pages-door.js'

afterEach(closePages)

/** A visitor who has said something, so that there is a conversation. */
async function talking() {
  const opened = await openPages()
  const browser = opened.visit()
  await browser.post('/say', { text: 'Hej', id: 'first-line' })
  return { ...opened, browser }
}
const form = (bytes: Buffer, type: string, name: string, text: string): FormData => {
  const sent = formWith(bytes, type, name)
  sent.append('text', text)
  sent.append('id', 'file-line-1')
  return sent
}
/** What a browser sends of a field in which nothing was chosen. */
const nothingChosen = (text: string): FormData => form(Buffer.alloc(0), 'application/octet-stream', '', text)

describe('a file by the page\u2019s own form', () => {
  it('is handed on with the words beside it, and the page is shown anew', async () => {
    const { browser, received, stores } = await talking()
    const reply = await browser.send('/file', form(PNG, 'image/png', 'skylt.png', 'Vad betyder den?'))
    expect(reply.status).toBe(303)
    const inbound = received.at(-1)!
    expect(inbound).toMatchObject({
      id: 'file-line-1',
      said: { kind: 'files', text: 'Vad betyder den?', files: [{ name: 'skylt.png', bytes: PNG.byteLength }] },
      channelData: { attachmentSizes: [PNG.byteLength] },
    })
    const id = /attachments\/([^?]+)/.exec(inbound.attachments![0]!.contentUrl!)![1]!
    expect(Buffer.from((await stores.uploads.find(id))!.bytes)).toEqual(PNG)
  })

  it('without a file says what was written, as ever', async () => {
    const { browser, received } = await talking()
    expect((await browser.send('/file', nothingChosen('Bara ord'))).status).toBe(303)
    expect(received.at(-1)!.said).toEqual({ kind: 'text', text: 'Bara ord' })
  })

  it.each([
    ['of a wrong kind', PDF, 'application/pdf', 415, 'Filer av den sorten g\u00e5r inte att skicka'],
    ['that is too large', Buffer.concat([PNG, Buffer.alloc(1000)]), 'image/png', 413, 'Filen \u00e4r f\u00f6r stor'],
    ['that is far too large', Buffer.concat([PNG, Buffer.alloc(900_000)]), 'image/png', 413, 'Filen \u00e4r f\u00f6r stor'],
    ['that is empty', Buffer.alloc(0), 'image/png', 400, 'Filen \u00e4r tom'],
  ])('%s is refused in words that say what may be sent, and the text stays in the box', async (_, bytes, type, status, words) => {
    const { browser, received } = await talking()
    const reply = await browser.send('/file', form(bytes, type, 'fil.png', 'Mina ord'))
    expect(reply.status).toBe(status)
    expect(reply.html).toContain(words)
    expect(reply.html).toMatch(/PNG, h\u00f6gst 1.kB|h\u00f6gst 1.kB/)
    expect(reply.html).toMatch(/<textarea[^>]*>\s*Mina ord<\/textarea>/)
    expect(received).toHaveLength(1)
  })

  it('from another site\u2019s page is not taken', async () => {
    const { browser, received } = await talking()
    const sent = form(PNG, 'image/png', 'skylt.png', 'Hej')
    expect((await browser.send('/file', sent, { origin: 'https://evil.example' })).status).toBe(403)
    expect(received).toHaveLength(1)
  })

  it('may come a few times an hour, and then it says when to come back', async () => {
    const { browser } = await talking()
    const replies = []
    for (let at = 0; at < 6; at++) {
      const sent = formWith(PNG, 'image/png', 'skylt.png')
      sent.append('id', `file-line-${at}`)
      replies.push(await browser.send('/file', sent))
    }
    expect(replies.at(-1)).toMatchObject({ status: 429 })
    expect(Number(replies.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
