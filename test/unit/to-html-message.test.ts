import { describe, expect, it } from '@jest/globals'
import { messageToHtml, type MessagePlace, type MessageWords } from '../../bot/cards/message-to-html.js'
import type { StoredActivity } from '../../bot/domain/conversations/message.js'

const words: MessageWords = {
  language: 'sv',
  required: '(måste)',
  you: 'Du skrev',
  bot: 'Lotsen svarar',
  suggestions: 'Förslag',
  unreadableCard: 'Går inte att visa',
  file: 'Fil:',
}
const anActivity = (change: Partial<StoredActivity> = {}): StoredActivity => ({
  id: 'a|1',
  type: 'message',
  timestamp: '2026-03-02T10:00:00Z',
  from: { id: 'lotsen', role: 'bot' },
  text: 'Hej',
  ...change,
})
const html = (change: Partial<StoredActivity> = {}, place?: MessagePlace) => messageToHtml(anActivity(change), words, place)
const card = (content: Record<string, unknown>) => [{ contentType: 'application/vnd.microsoft.card.adaptive', content }]
const person = { id: 'dl_1', role: 'user' } as const

describe('a message', () => {
  it('is one item that can be led to, and says who said it', () => {
    expect(html({}, { seq: 7 })).toBe(
      '<li class="message bot" id="m-a_1" data-activity="a|1" data-seq="7" tabindex="-1"><h2 class="hidden-visually">Lotsen svarar</h2><div class="said"><div class="text"><p>Hej</p></div></div></li>',
    )
  })

  it('has its own language and direction, whatever the page has', () => {
    expect(html({ locale: 'ar-XB' })).toContain('<div class="said" lang="ar-XB" dir="rtl">')
  })

  it('of a person is shown as it was written, in the direction of its letters', () => {
    const made = html({ from: person, text: '**inte fet**\n<b>inte</b>', textFormat: 'markdown', locale: 'sv' })
    expect(made).toContain('lang="sv" dir="auto"')
    expect(made).toContain('<p class="text plain">**inte fet**\n&lt;b&gt;inte&lt;/b&gt;</p>')
    expect(made).toContain('Du skrev')
  })

  it.each(['event', 'endOfConversation'] as const)('that is an %s is not shown', (type) => {
    expect(html({ type })).toBe('')
  })

  it('shows its buttons while it is the last, and not afterwards', () => {
    const suggestedActions = { actions: [{ type: 'messageBack', title: 'Börja om', value: { verb: 'restart' } }] }
    const last = html({ suggestedActions })
    expect(last).toContain('<form method="post" action="/press" class="press suggestions">')
    expect(last).toContain('name="suggestion" value="0" data-press="{&quot;verb&quot;:&quot;restart&quot;}">Börja om</button>')
    expect(html({ suggestedActions }, { isLast: false })).not.toContain('Börja om')
  })

  it('holds its cards after its text, headings below its own', () => {
    const attachments = card({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', style: 'heading', text: 'Kort' }],
    })
    expect(html({ attachments })).toMatch(/<p>Hej<\/p><\/div><article class="card"><h3>Kort<\/h3><\/article>/)
  })

  it('is read even when one of its cards cannot be: then the card is what would be read aloud', () => {
    const broken = { type: 'AdaptiveCard', version: '9.0', body: [{ type: 'Hologram' }] }
    expect(html({ attachments: card({ ...broken, speak: 'Ansök här' }) })).toContain('<p class="text">Ansök här</p>')
    expect(html({ attachments: card(broken) })).toContain('Går inte att visa')
    expect(html({ attachments: card(broken) })).toContain('<p>Hej</p>')
  })

  it('shows our own pictures, by their path, with name and size', () => {
    const contentUrl = 'http://127.0.0.1:3978/v3/directline/attachments/1?t=x'
    const attachments = [{ contentType: 'image/png', name: 'karta.png', contentUrl }]
    const made = html({ attachments, channelData: { attachmentSizes: [1_234_567] } })
    expect(made).toMatch(/<img class="picture" src="\/v3\/directline\/attachments\/1\?t=x" [^>]*>Fil: karta\.png \(1,2\sMB\)/)
  })

  it('names the files that were sent, and links to our own only', () => {
    const file = (contentUrl: string) =>
      html({ from: person, text: '', attachments: [{ contentType: 'image/png', name: 'bild<1>.png', contentUrl }] })
    expect(file('/v3/directline/attachments/1?t=x')).toContain('<a href="/v3/directline/attachments/1?t=x"')
    expect(file('http://evil.example/x')).toContain('<p class="file">Fil: bild&lt;1&gt;.png</p>')
  })
})
