import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { envelope } from '../../../bot/channels/direct-line/envelope.js'
import { safeName } from '../../../bot/channels/direct-line/file-types.js'
import { storable } from '../../../bot/channels/storable.js'
import { tokens } from '../../../bot/channels/direct-line/tokens.js'
import type { StoredActivity } from '../../../bot/domain/conversations/message.js'

const anActivity = (fields: Partial<StoredActivity>): StoredActivity => ({
  id: 'a',
  type: 'message',
  timestamp: '2026-03-02T10:00:00Z',
  from: { id: 'lotsen', role: 'bot' },
  ...fields,
})

describe('What is made storable', () => {
  it('has no character that a database refuses, and made so again is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        const once = storable(value)
        const text = JSON.stringify(once)
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/i)
        expect(storable(once)).toEqual(once)
      }),
    )
  })

  it('keeps everything else', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'grapheme-ascii' }), (value) => expect(storable(value)).toEqual(value)))
  })
})

describe('A token', () => {
  it('is worth nothing for another purpose, though it says all that is needed there', async () => {
    const made = tokens({ tokenKey: 'key', now: () => new Date(), seconds: { client: 60, stream: 60, file: 60 } })
    const all = { conv: 'c', user: 'u', client: 'x', after: 0 }
    expect(await made.readStream(await made.forStream(all))).toEqual({ conv: 'c', client: 'x', after: 0 })
    expect(await made.readStream(await made.forClient(all))).toBe('unreadable')
    expect(await made.readClient(await made.forStream(all))).toBe('unreadable')
  })
})

describe('The envelope', () => {
  it('lets clients press what they would otherwise only draw', () => {
    const action = {
      type: 'Action.Execute',
      id: 'x',
      title: 'Menu',
      verb: 'menu',
      data: { n: 1 },
      fallback: { type: 'Action.Submit' },
    }
    const card = {
      type: 'AdaptiveCard',
      body: [{ type: 'ActionSet', actions: [action] }],
      selectAction: { type: 'Action.Execute', verb: 'v' },
    }
    const stored = anActivity({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] })
    const sent = envelope(stored, 'c', 'http://here').attachments?.[0]?.content
    expect(sent).toEqual({
      type: 'AdaptiveCard',
      body: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', id: 'x', title: 'Menu', data: { n: 1, verb: 'menu' } }] }],
      selectAction: { type: 'Action.Submit', data: { verb: 'v' } },
    })
  })

  it('leaves addresses of others as they are', () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.org/a.png' }]
    expect(envelope(anActivity({ attachments }), 'c', 'http://here').attachments).toEqual(attachments)
  })
})

describe('The name of a file', () => {
  it('is never empty, never long, and never a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(100)
        expect(safe).not.toMatch(/[\\/"\n\r]/)
      }),
    )
  })
})
