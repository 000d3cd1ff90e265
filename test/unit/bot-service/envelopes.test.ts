import { describe, expect, it } from '@jest/globals'
import { invokeResponse } from '../../../bot/channels/bot-service/invoke-response.js'
import { storedToActivity } from '../../../bot/channels/bot-service/stored-to-activity.js'
import type { StoredActivity } from '../../../bot/domain/conversations/message.js'

const CARD = 'application/vnd.microsoft.card.adaptive'
const cardOf = (text: string, more = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
})
const anAnswer = (change: Partial<StoredActivity> = {}): StoredActivity => ({
  id: 'stored-1',
  type: 'message',
  timestamp: '2026-03-02T10:00:00.000Z',
  from: { id: 'lotsen', role: 'bot' },
  replyToId: 'own-line',
  text: 'Hej',
  speak: 'Hej hej',
  locale: 'sv',
  channelData: { lotsen: { outcome: 'answer' } },
  ...change,
})
const withCards = (...texts: string[]) => ({ attachments: texts.map((text) => ({ contentType: CARD, content: cardOf(text) })) })
const withButtons = { suggestedActions: { actions: [{ type: 'messageBack', title: 'Inte det', value: { verb: 'not-that' } }] } }
const envelope = (channelId: string) => ({
  channelId,
  conversation: { id: 'conversation' },
  bot: { id: '28:lotsen', name: 'Lotsen' },
  user: { id: '29:person' },
  activityId: 'activity-1',
})

describe('a stored answer in the envelope of its channel', () => {
  it('is addressed, and says what it answers by the id that the channel knows', () =>
    expect(storedToActivity(anAnswer(), envelope('webchat'))).toMatchObject({
      text: 'Hej',
      channelId: 'webchat',
      conversation: { id: 'conversation' },
      from: { id: '28:lotsen', role: 'bot' },
      recipient: { id: '29:person' },
      replyToId: 'activity-1',
      channelData: { lotsen: { outcome: 'answer' } },
    }))

  it('leaves what is stored as it was', () => {
    const stored = anAnswer({ ...withCards('a'), ...withButtons })
    const before = structuredClone(stored)
    storedToActivity(stored, envelope('msteams'))
    expect(stored).toEqual(before)
  })

  it('has its buttons below it where the channel can show them', () =>
    expect(storedToActivity(anAnswer(withButtons), envelope('webchat')).suggestedActions).toEqual({
      ...withButtons.suggestedActions,
      to: ['29:person'],
    }))

  it('has its buttons in a card in Teams, which would lose what they send', () => {
    const activity = storedToActivity(anAnswer({ ...withCards('a'), ...withButtons }), envelope('msteams'))
    expect(activity.suggestedActions).toBeUndefined()
    expect(activity.attachments).toHaveLength(2)
    expect(activity.attachments?.[1]?.content).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'sv',
      speak: 'Inte det',
      body: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Inte det', data: { verb: 'not-that' } }] }],
    })
  })
})

describe('the answer to a pressed button', () => {
  it('is the words when there is no card', () =>
    expect(invokeResponse([anAnswer({ text: 'Ett' }), anAnswer({ text: 'Två' })])).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Ett\n\nTvå',
    }))

  it('is the card when there is nothing else', () =>
    expect(invokeResponse([anAnswer({ text: '', ...withCards('a') })])).toEqual({
      statusCode: 200,
      type: CARD,
      value: cardOf('a'),
    }))

  it('leaves out nothing that could be read or pressed', () => {
    const first = anAnswer({
      attachments: [
        { contentType: CARD, content: cardOf('a', { actions: [{ type: 'Action.OpenUrl', title: 'öppna' }] }) },
        { contentType: CARD, content: cardOf('b') },
      ],
    })
    const { type, value } = invokeResponse([first, anAnswer({ text: 'Dessutom', ...withButtons })])
    expect(type).toBe(CARD)
    expect(value).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'sv', rtl: false, speak: 'Hej hej Hej hej' })
    const texts = JSON.stringify(value).match(/"(?:text|title)":"[^"]*"/g)
    expect(texts).toEqual([
      '"text":"Hej"',
      '"text":"a"',
      '"title":"öppna"',
      '"text":"b"',
      '"text":"Dessutom"',
      '"title":"Inte det"',
    ])
  })
})
