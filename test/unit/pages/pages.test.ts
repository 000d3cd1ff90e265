import { gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterEach, describe, expect, it } from '@jest/globals'
import { closePages, openPages } from '../../fixtures/pages-door.js'

afterEach(closePages)

const messagesIn = (html: string): string[] =>
  [...html.matchAll(/<li class="message[^>]*data-activity="([^"]*)"/g)].map(([, id]) => id ?? '')

describe('the page', () => {
  it('starts nothing and gives no cookie by being looked at', async () => {
    const { visit, received } = await openPages()
    const browser = visit()
    const { status, html } = await browser.get()
    expect(status).toBe(200)
    expect(html).toContain('data-state="new"')
    expect(browser.cookies.size).toBe(0)
    expect(received).toEqual([])
  })

  it.each([
    ['sv-SE,en;q=0.5', 'sv'],
    ['en-GB', 'en'],
    ['fi, en;q=0.3, sv;q=0.6', 'sv'],
    ['so', 'en'],
    ['ar-XB', 'ar-XB'],
    ['*', 'sv'],
    ['', 'sv'],
  ])('speaks, to a browser that accepts "%s", %s', async (accepted, language) => {
    const { visit } = await openPages()
    const { html } = await visit().get('/', { 'accept-language': accepted })
    expect(html).toContain(`<html lang="${language}"`)
  })

  it('is mirrored in a language that is written from the right', async () => {
    const { visit } = await openPages()
    expect((await visit().get('/', { 'accept-language': 'ar-XB' })).html).toContain('<html lang="ar-XB" dir="rtl">')
  })

  it('lets no foreign script, style or frame in, with a new nonce each time', async () => {
    const { visit } = await openPages()
    const [one, other] = [await visit().get(), await visit().get()]
    const policy = one.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(policy).toContain("frame-ancestors 'self' https://friend.example")
    expect(policy).toContain("form-action 'self' https://weather.example")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '-'
    expect(one.html).toContain(`nonce="${nonce}"`)
    expect(other.html).not.toContain(nonce)
    expect(one.html).not.toMatch(/ style="| on[a-z]+="/)
  })

  it('is kept by nobody, and packed when the browser can unpack it', async () => {
    const { url } = await openPages()
    const { headers, body } = await new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve) => {
      request(`${url}/`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
      }).end()
    })
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-encoding': 'gzip',
      'x-content-type-options': 'nosniff',
    })
    expect(gunzipSync(body).toString()).toContain('</html>')
  })

  it('gives its files for ever, since their names change with them, and the launcher for a while', async () => {
    const { visit } = await openPages()
    expect((await visit().get('/client-1.js')).headers.get('cache-control')).toContain('immutable')
    expect((await visit().get('/embed.js')).headers.get('cache-control')).toBe('public, max-age=300')
  })

  it('has a number to call, and the page, even when the database is gone', async () => {
    const gone = async () => Promise.reject(new Error('gone'))
    const { stores } = await openPages()
    const { visit } = await openPages({ conversations: { ...stores.conversations, latestOf: gone, find: gone } })
    const { status, html } = await visit().get('/', { cookie: `visitor=${'a'.repeat(22)}` })
    expect(status).toBe(503)
    expect(html).toContain('href="tel:0850800508"')
    expect(html).toContain('Vi når inte dina samtal')
  })
})

describe('what is written in the box', () => {
  it('is answered, and leads to the answer on the page', async () => {
    const { visit } = await openPages()
    const browser = visit()
    const { status, to } = await browser.post('/say', { text: 'förskola', id: 'an-id-of-mine' })
    expect(status).toBe(303)
    const { html } = await browser.get('/')
    expect(html).toContain('data-state="talking"')
    const [own, answer] = messagesIn(html)
    expect(own).toBeDefined()
    // That something has been said is not left in the address; the browser keeps the place on the page.
    expect(await browser.get(to.replace(/#.*/, ''))).toMatchObject({ status: 303, to: '/' })
    expect(to).toBe(`/?said=1#m-${answer}`)
    expect((await browser.post('/say', { text: 'igen' })).to).toMatch(/^\/#m-/)
  })

  it('is one turn when the same form is sent twice', async () => {
    const { visit } = await openPages()
    const browser = visit()
    await browser.post('/say', { text: 'början' })
    const first = await browser.post('/say', { text: 'förskola', id: 'the-same-id' })
    const again = await browser.post('/say', { text: 'förskola', id: 'the-same-id' })
    expect(again.to).toBe(first.to)
    expect(messagesIn((await browser.get()).html)).toHaveLength(4)
  })

  it('stays in the box when it is too long, and the limit is told', async () => {
    const { visit, received } = await openPages()
    const { status, html } = await visit().post('/say', { text: `<b>${'a'.repeat(100)}` })
    expect(status).toBe(413)
    expect(html).toContain(`&lt;b&gt;${'a'.repeat(100)}</textarea>`)
    expect(html).toContain('högst 100 tecken')
    expect(html).toContain('aria-invalid="true"')
    expect(received).toEqual([])
  })

  it.each(['', '   ', '\u200b\u2060', '\n\n'])('is asked for kindly when there is nothing to see in it (%j)', async (text) => {
    const { visit, received } = await openPages()
    const { status, html } = await visit().post('/say', { text })
    expect(status).toBe(400)
    expect(html).toContain('Rutan var tom')
    expect(received).toEqual([])
  })

  it('stays in the box, with an explanation and the number, when the bot fails; sending again is the same turn', async () => {
    const { visit } = await openPages()
    const { status, html } = await visit().post('/say', { text: 'fail', id: 'id-that-failed' })
    expect(status).toBe(503)
    expect(html).toContain('\nfail</textarea>')
    expect(html).toContain('value="id-that-failed"')
    expect(html).toContain('ring 08-508 00 508')
    expect(html).toContain('sorry')
  })

  it('stays in the box of one who is too fast, who is told how long to wait', async () => {
    const { visit } = await openPages()
    const browser = visit()
    for (let count = 0; count < 6; count++) await browser.post('/say', { text: `fråga ${count}` })
    const { status, headers, html } = await browser.post('/say', { text: 'en till' })
    expect(status).toBe(429)
    expect(headers.get('retry-after')).toBe('60')
    expect(html).toContain('\nen till</textarea>')
  })

  it('cannot begin conversations without end by refusing cookies', async () => {
    const { visit } = await openPages()
    for (let count = 0; count < 5; count++) expect((await visit().post('/say', { text: 'hej' })).status).toBe(303)
    expect((await visit().post('/say', { text: 'hej' })).status).toBe(429)
  })

  it('begins a new conversation when the last one has ended', async () => {
    const { visit, received } = await openPages()
    const browser = visit()
    await browser.post('/say', { text: 'goodbye' })
    await browser.post('/say', { text: 'hej igen' })
    expect(new Set(received.map(({ key }) => key.conversation)).size).toBe(2)
    expect(messagesIn((await browser.get()).html)).toHaveLength(2)
  })

  it('begins a new conversation when the last one is ended while it is sent', async () => {
    const asked: string[] = []
    const { visit } = await openPages({
      receive: async ({ key }) => {
        asked.push(key.conversation)
        return asked.length === 1
          ? { kind: 'ended' }
          : { kind: 'answered', turn: 't', inboundId: 'i', outgoing: [], repeated: false }
      },
    })
    expect((await visit().post('/say', { text: 'hej' })).to).toContain('#m-i')
    expect(new Set(asked).size).toBe(2)
  })

  it('is explained when the browser refuses cookies', async () => {
    const { visit } = await openPages()
    const { to } = await visit().post('/say', { text: 'hej' })
    expect((await visit().get(to)).html).toContain('tar din webbläsare inte emot kakor')
  })

  it('cannot end the page, or be anything but text on it', async () => {
    const { visit } = await openPages()
    const browser = visit()
    const { to } = await browser.post('/say', { text: '</textarea></script><script>alert(1)</script>' })
    expect((await browser.get(to)).html).not.toContain('<script>alert')
  })
})

describe('where a form comes from', () => {
  const STRANGE: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://evil.example' },
    'another site, by what the browser says': { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' },
    'a page beside ours': { 'sec-fetch-site': 'same-site' },
    nowhere: {},
    'a hidden place': { origin: 'null' },
    'another page, by the referrer': { referer: 'https://evil.example/127.0.0.1' },
  }
  it.each(Object.keys(STRANGE))('must not be %s', async (place) => {
    const { visit, received, stores } = await openPages()
    for (const path of ['/say', '/press', '/language', '/shared', '/leave']) {
      const { status } = await visit().post(path, { text: 'hej', verb: 'person', language: 'en', on: 'yes' }, STRANGE[place])
      expect(status).toBe(403)
    }
    expect(received).toEqual([])
    expect(await stores.conversations.latestOf('nobody')).toBeUndefined()
  })

  it.each([{ 'sec-fetch-site': 'same-origin' }, { referer: 'OWN/' }])(
    'may be our own page, however the browser says so: %j',
    async (headers) => {
      const { visit, url } = await openPages()
      const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('OWN', url)]))
      expect((await visit().post('/say', { text: 'hej' }, own)).status).toBe(303)
    },
  )

  it('must be a form', async () => {
    const { url, received } = await openPages()
    const response = await fetch(`${url}/say`, {
      method: 'POST',
      body: '{"text":"hej"}',
      headers: { origin: url, 'content-type': 'application/json' },
    })
    expect(response.status).toBe(403)
    expect(received).toEqual([])
  })

  it('and it may not be larger than any message can be', async () => {
    const { visit } = await openPages()
    expect((await visit().post('/say', { text: 'a'.repeat(300_000) })).status).toBe(413)
  })
})

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'area', label: 'Område' },
    { type: 'Input.Text', id: 'service', label: 'Heter som något i kortets egna data' },
    { type: 'Input.Toggle', id: 'news', label: 'Nyheter', title: 'Ja' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Skicka', verb: 'district.tell', data: { service: 's-1', verb: 'district.tell' } },
    { type: 'Action.Submit', title: 'Vet inte', associatedInputs: 'none', data: { verb: 'district.unknown' } },
  ],
}
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

describe('a press', () => {
  async function withCard() {
    const opened = await openPages()
    const browser = opened.visit()
    await browser.post('/say', { text: 'hej' })
    const choose = { type: 'messageBack', title: 'Börja om', value: { verb: 'restart' } }
    await opened.tell({
      id: 'a|1',
      attachments: [{ contentType: CARD_TYPE, content: CARD }],
      suggestedActions: { actions: [choose] },
    })
    return { ...opened, browser }
  }

  it('on a card sends its verb, its data and what was filled in, and shows that as the own line', async () => {
    const { browser, received } = await withCard()
    const { status } = await browser.post('/press', { activity: 'a|1', card: '0', action: '0', 'input.area': 'Farsta' })
    expect(status).toBe(303)
    expect(received.at(-1)?.said).toEqual({
      kind: 'press',
      press: { verb: 'district.tell', service: 's-1', area: 'Farsta', news: 'false' },
      trigger: 'manual',
    })
    expect(received.at(-1)?.line).toBe('Farsta')
    await browser.post('/press', { activity: 'a|1', card: '0', action: '0', 'input.news': 'true' })
    expect(received.at(-1)?.line).toBe('Ja')
    await browser.post('/press', { activity: 'a|1', card: '0', action: '0' })
    expect(received.at(-1)?.line).toBe('Skicka')
  })

  it('shows the words of what was chosen, not the value behind them', async () => {
    const choices = [
      { title: 'Ja', value: 'yes' },
      { title: 'Vet inte än', value: 'unknown' },
    ]
    const body = [{ type: 'Input.ChoiceSet', id: 'fact.beer', label: 'Öl?', style: 'expanded', choices }]
    const { browser, received, tell } = await withCard()
    await tell({ id: 'b', attachments: [{ contentType: CARD_TYPE, content: { ...CARD, body } }] })
    await browser.post('/press', { activity: 'b', card: '0', action: '0', 'input.fact.beer': 'unknown' })
    expect(received.at(-1)).toMatchObject({ line: 'Vet inte än', said: { press: { 'fact.beer': 'unknown' } } })
  })

  it('never takes verb or data from the form, nor inputs that the card does not have', async () => {
    const { browser, received } = await withCard()
    const forged = { 'input.verb': 'delete', 'input.service': 's-2', 'input.admin': 'yes', data: '{"verb":"delete"}' }
    await browser.post('/press', { activity: 'a|1', card: '0', action: '0', 'input.area': 'Farsta', ...forged })
    expect(received.at(-1)?.said).toMatchObject({
      press: { verb: 'district.tell', service: 's-1', area: 'Farsta', news: 'false' },
    })
    expect(JSON.stringify(received.at(-1)?.said)).not.toMatch(/admin|delete|s-2/)
  })

  it('twice on one page is one press; filled in otherwise, or on the next page, it is another', async () => {
    const { browser, received } = await withCard()
    const { html } = await browser.get()
    const page = /name="page" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const button = { activity: 'a|1', card: '0', action: '0', page }
    for (const area of ['Farsta', 'Farsta', 'Kista']) await browser.post('/press', { ...button, 'input.area': area })
    await browser.post('/press', { ...button, page: 'the-next-page', 'input.area': 'Farsta' })
    const [, first, again, otherwise, next] = received.map(({ id }) => id)
    expect(again).toBe(first)
    expect(new Set([first, otherwise, next]).size).toBe(3)
    expect(/name="page" value="([^"]+)"/.exec((await browser.get()).html)?.[1]).not.toBe(page)
  })

  it('that wants no inputs gets none', async () => {
    const { browser, received } = await withCard()
    await browser.post('/press', { activity: 'a|1', card: '0', action: '1', 'input.area': 'Farsta' })
    expect(received.at(-1)?.said).toMatchObject({ press: { verb: 'district.unknown' } })
    expect(JSON.stringify(received.at(-1)?.said)).not.toContain('Farsta')
  })

  it('below a message sends what the button holds', async () => {
    const { browser, received } = await withCard()
    await browser.post('/press', { activity: 'a|1', suggestion: '0' })
    expect(received.at(-1)?.said).toMatchObject({ kind: 'press', press: { verb: 'restart' } })
    expect(received.at(-1)?.line).toBe('Börja om')
  })

  it.each([
    { activity: 'unknown', card: '0', action: '0' },
    { activity: 'a|1', card: '7', action: '0' },
    { activity: 'a|1', card: '0', action: '2' },
    { activity: 'a|1', card: '0', action: '-1' },
    { activity: 'a|1', card: '__proto__', action: 'constructor' },
    { activity: 'a|1', suggestion: '9' },
    { verb: 'district.tell', service: 's-1' },
    {},
  ])('that cannot be found is a press that cannot be read: %j', async (fields) => {
    const { browser, received } = await withCard()
    expect((await browser.post('/press', fields as Record<string, string>)).status).toBe(303)
    expect(received.at(-1)?.said).toEqual({ kind: 'unreadable-press' })
  })

  it("cannot be on a card of somebody else's conversation", async () => {
    const { visit, received } = await withCard()
    const stranger = visit()
    await stranger.post('/say', { text: 'hej' })
    await stranger.post('/press', { activity: 'a|1', card: '0', action: '0' })
    expect(received.at(-1)?.said).toEqual({ kind: 'unreadable-press' })
  })

  it("on the page's own buttons begins a conversation too", async () => {
    const { visit, received } = await openPages()
    await visit().post('/press', { verb: 'life-situation', id: 'moving' })
    expect(received[0]?.said).toMatchObject({ press: { verb: 'life-situation', id: 'moving' } })
    expect(received[0]?.line).toBe('Jag ska flytta')
  })
})

describe('the language', () => {
  it('is remembered before anything is said, without a conversation', async () => {
    const { visit, received } = await openPages()
    const browser = visit()
    await browser.post('/language', { language: 'en' })
    expect((await browser.get()).html).toContain('<html lang="en"')
    expect((await browser.post('/language', { language: 'en' })).to).toBe('/')
    expect([...browser.cookies.keys()]).toEqual(['language'])
    expect(received).toEqual([])
  })

  it('stands in the address for a browser that has not kept anything yet, and perhaps never will', async () => {
    const { visit } = await openPages()
    const { to } = await visit().post('/language', { language: 'en' })
    expect(to).toBe('/?language=en')
    expect((await visit().get(to)).html).toContain('<html lang="en"')
  })

  it('changes in the middle of a conversation by a press', async () => {
    const { visit, received } = await openPages()
    const browser = visit()
    await browser.post('/say', { text: 'hej' })
    await browser.post('/language', { language: 'en' })
    expect(received.at(-1)?.said).toMatchObject({ press: { verb: 'language.choose', language: 'en' } })
    expect(received.at(-1)?.line).toBe('English')
    expect((await browser.get()).html).toContain('<html lang="en"')
  })

  it('is only one of ours', async () => {
    const { visit } = await openPages()
    const browser = visit()
    await browser.post('/language', { language: '"><script>' })
    expect(browser.cookies.size).toBe(0)
  })
})

describe('leaving', () => {
  it('deletes what was said, makes the browser forget and goes somewhere neutral', async () => {
    const { visit, stores, received } = await openPages()
    const browser = visit()
    await browser.post('/language', { language: 'en' })
    await browser.post('/say', { text: 'hemligt' })
    const { status, to, headers } = await browser.post('/leave', {})
    expect([status, to]).toEqual([303, 'https://weather.example/today'])
    expect(headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(browser.cookies.size).toBe(0)
    const key = received[0]?.key ?? { channel: '', conversation: '' }
    expect(await stores.conversations.activities(key, 0)).toEqual([])
    expect((await stores.conversations.find(key))?.ended).toBe(true)
  })

  it('leads on even when nothing can be deleted now', async () => {
    const { stores } = await openPages()
    const forget = async () => Promise.reject(new Error('gone'))
    const { visit } = await openPages({ conversations: { ...stores.conversations, forget } })
    const browser = visit()
    await browser.post('/say', { text: 'hej' })
    expect((await browser.post('/leave', {})).to).toBe('https://weather.example/today')
  })

  it('in a frame shows a way out of the window instead', async () => {
    const { visit, url } = await openPages()
    const { status, html } = await visit().post('/leave', {}, { origin: url, 'sec-fetch-dest': 'iframe' })
    expect(status).toBe(200)
    expect(html).toContain('href="https://weather.example/today" target="_top"')
  })
})

describe('a shared computer', () => {
  it('is known from the first word on, and the cookie goes with the browser', async () => {
    const { visit, stores, received, url } = await openPages()
    const browser = visit()
    const { headers } = await browser.post('/shared', { on: 'yes' })
    expect(headers.getSetCookie().join()).not.toContain('Max-Age')
    expect((await browser.get()).html).toContain('Delad dator')
    await browser.post('/say', { text: 'hej' }, { origin: url })
    expect((await stores.conversations.find(received[0]?.key ?? { channel: '', conversation: '' }))?.keeping).toBe(
      'shared-computer',
    )
  })

  it('can be chosen later, and taken back', async () => {
    const { visit, stores, received } = await openPages()
    const browser = visit()
    await browser.post('/say', { text: 'hej' })
    const key = received[0]?.key ?? { channel: '', conversation: '' }
    await browser.post('/shared', { on: 'yes' })
    expect((await stores.conversations.find(key))?.keeping).toBe('shared-computer')
    await browser.post('/shared', { on: 'no' })
    expect((await stores.conversations.find(key))?.keeping).toBe('ordinary')
  })
})

describe('in a frame', () => {
  it('stays in the frame after each form, and links open a window', async () => {
    const { visit, tell, url } = await openPages()
    const browser = visit()
    expect((await browser.get('/?framed=1')).html).toContain('data-framed')
    const { to } = await browser.post('/say', { text: 'hej' }, { origin: url, 'sec-fetch-dest': 'iframe' })
    expect(to).toMatch(/^\/\?framed=1&said=1#m-/)
    await tell({ text: '[staden](https://start.stockholm/)', textFormat: 'markdown' })
    expect((await browser.get('/?framed=1')).html).toContain('target="_blank">staden')
    expect((await browser.get('/')).html).not.toContain('target="_blank">staden')
  })
})

it('a long conversation is shown from its first word to its last', async () => {
  const { visit, tell } = await openPages()
  const browser = visit()
  await browser.post('/say', { text: 'hej' })
  for (let count = 0; count < 120; count++) await tell({ text: `svar ${count}` })
  expect(messagesIn((await browser.get()).html)).toHaveLength(122)
})

it.each(['/say', '/press', '/language', '/shared', '/leave'])(
  'asking for the address of a form (%s) leads to the page',
  async (path) => {
    const { visit } = await openPages()
    expect(await visit().get(path)).toMatchObject({ status: 303, to: '/' })
  },
)
