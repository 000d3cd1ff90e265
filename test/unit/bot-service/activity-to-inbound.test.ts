import { describe, expect, it } from '@jest/globals'
import { activityToInbound, type Circumstances } from '../../../bot/channels/bot-service/activity-to-inbound.js'
import { BotActivity } from '../../../bot/channels/bot-service/bot-activity.js'
import type { Inbound } from '../../../bot/turn/turn.js'
import { aBotActivity } from '../../fixtures/bot-activity.js'

const AT = new Date('2026-03-02T10:00:00Z')
const meaning = (change: Record<string, unknown> = {}, circumstances: Partial<Circumstances> = {}) =>
  activityToInbound(BotActivity.parse(aBotActivity(change)), { at: AT, newId: () => 'new', isOpenDoor: false, ...circumstances })
const inbound = (...given: Parameters<typeof meaning>): Inbound => {
  const found = meaning(...given)
  if (found.kind !== 'inbound') throw new Error(found.kind)
  return found.inbound
}
const said = (change: Record<string, unknown>) => inbound(change).said
const citizen = expect.stringMatching(/^[\w-]{43}$/)

const CARD_PUT_IN =
  '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n  <span content="0" itemprop="cardId"></span>\n</span>\n'

describe('an activity of the Bot Framework', () => {
  it('is what the person wrote, and where to answer', () =>
    expect(inbound()).toEqual({
      key: { channel: 'msteams', conversation: 'a:conversation' },
      kind: 'personal',
      id: 'activity-1',
      at: AT,
      who: { tenant: 'tenant-1', oid: 'oid-1', roles: [] },
      said: { kind: 'text', text: 'hej' },
      locale: 'sv-SE',
      from: { id: '29:person' },
      returnAddress: {
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/',
        conversation: { id: 'a:conversation', conversationType: 'personal', tenantId: 'tenant-1' },
        bot: { id: '28:lotsen', name: 'Lotsen' },
        user: { id: '29:person' },
        activityId: 'activity-1',
      },
      inResponse: false,
    }))

  it('keeps no name of a person', () => expect(JSON.stringify(inbound())).not.toContain('A Person'))

  it.each([
    [
      'press',
      { text: undefined, value: { verb: 'service', id: 'x' } },
      { kind: 'press', press: { verb: 'service', id: 'x' }, trigger: 'manual' },
    ],
    ['press of a card that says nothing of ours', { text: undefined, value: { other: 1 } }, { kind: 'unreadable-press' }],
    ['press with a verb that is no text', { text: undefined, value: { verb: { $gt: '' } } }, { kind: 'unreadable-press' }],
    ['press as a list', { text: undefined, value: ['menu'] }, { kind: 'unreadable-press' }],
    [
      'files',
      { text: 'se här', attachments: [{ contentType: 'image/png', name: 'a.png' }] },
      { kind: 'files', text: 'se här', files: [{ name: 'a.png', contentType: 'image/png', bytes: 0 }] },
    ],
    [
      'text beside a card that a message extension has put in',
      { text: `se här ${CARD_PUT_IN}`, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
      { kind: 'text', text: 'se här' },
    ],
    [
      'text that Teams sends as HTML too',
      { attachments: [{ contentType: 'text/html', content: '<p>hej</p>' }] },
      { kind: 'text', text: 'hej' },
    ],
    ['text with a value that is no object', { value: 'something' }, { kind: 'text', text: 'hej' }],
  ])('is %s', (_what, change, expected) => expect(said(change)).toEqual(expected))

  it('takes verb and trigger of an executed action, and the verb of the action rather than of its data', () => {
    const value = {
      action: { type: 'Action.Execute', verb: 'district.tell', data: { verb: 'menu', area: 'Farsta' } },
      trigger: 'automatic',
    }
    const given = inbound({ type: 'invoke', name: 'adaptiveCard/action', value })
    expect(given.said).toEqual({ kind: 'press', press: { verb: 'district.tell', area: 'Farsta' }, trigger: 'automatic' })
    expect(given.inResponse).toBe(true)
  })

  it.each([[undefined], [{}], [{ action: { type: 'Action.Execute' } }], [{ action: { verb: '' } }]])(
    'is an unreadable press when an executed action has no verb: %j',
    (value) => expect(said({ type: 'invoke', name: 'adaptiveCard/action', value })).toEqual({ kind: 'unreadable-press' }),
  )

  it('is an unreadable press when it is nested deeper than anything honest', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)
    expect(said({ value: { verb: 'menu', deep } })).toEqual({ kind: 'unreadable-press' })
  })

  it('shows the title of the button that was pressed as the own line', () =>
    expect(inbound({ text: 'Det var fel', value: { verb: 'not-that' } }).line).toBe('Det var fel'))

  it.each([
    ['<at>Lotsen</at> hej', 'hej'],
    ['<at>Lotsen</at>&nbsp;hej <at>Lotsen</at>', 'hej'],
    ['hej <at>Kim</at> <at>Lotsen</at>', 'hej Kim'],
  ])('is read without the name of the bot: %s', (text, expected) => {
    const entities = [{ type: 'mention', mentioned: { id: '28:lotsen' }, text: '<at>Lotsen</at>' }, { type: 'clientInfo' }]
    expect(said({ text, entities })).toEqual({ kind: 'text', text: expected })
  })

  it.each([
    [{ type: 'conversationUpdate', channelId: 'webchat', membersAdded: [{ id: '28:lotsen' }, { id: 'person' }] }],
    [{ type: 'event', name: 'webchat/join', channelId: 'webchat' }],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '28:lotsen' }] }],
    [{ type: 'installationUpdate', action: 'add' }],
  ])('begins the conversation once, however it is said: %#', (change) => {
    const given = inbound({ ...change, id: 'whatever' })
    expect([given.said, given.id]).toEqual([{ kind: 'event', name: 'conversationStarted' }, 'conversationStarted'])
  })

  it.each([
    [{ type: 'conversationUpdate', channelId: 'webchat', membersAdded: [{ id: '28:lotsen' }] }],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'person' }] }],
    [{ type: 'event', name: 'handoff.status' }],
    [{ type: 'typing' }],
    [{ type: 'installationUpdate' }],
    [{ text: '  ' }],
  ])('is nothing to answer: %#', (change) => expect(meaning(change)).toEqual({ kind: 'nothing' }))

  it('is nothing to answer when only a card was put in', () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive' }]
    expect(meaning({ text: CARD_PUT_IN, attachments })).toEqual({ kind: 'nothing' })
  })

  it('says that it was added to a channel, so that it can tell how it is used there', () => {
    const conversation = { id: '19:team@thread.tacv2', conversationType: 'channel' }
    const given = inbound({ type: 'conversationUpdate', conversation, membersAdded: [{ id: '28:lotsen' }] })
    expect([given.said, given.kind]).toEqual([{ kind: 'event', name: 'addedToChannel' }, 'channel'])
  })

  it('says that somebody has removed it', () =>
    expect(said({ type: 'installationUpdate', action: 'remove' })).toEqual({ kind: 'event', name: 'uninstalled' }))

  it.each([
    [{ conversationType: 'personal' }, 'personal'],
    [{ conversationType: 'groupChat' }, 'group'],
    [{ conversationType: 'channel', isGroup: true }, 'channel'],
    [{ isGroup: true }, 'group'],
    [{}, 'personal'],
  ])('knows how many are listening: %j', (conversation, kind) =>
    expect(inbound({ conversation: { id: 'x', ...conversation } }).kind).toBe(kind),
  )

  it.each([
    ['somebody in Teams of the organisation', {}, {}, { tenant: 'tenant-1', oid: 'oid-1', roles: [] }],
    ['nobody known in Teams without an object id', { from: { id: '29:x' } }, {}, { citizen }],
    ['nobody known on another channel, whatever it claims', { channelId: 'webchat' }, {}, { citizen }],
    [
      'somebody of the development tenant when nobody proves who they are',
      {},
      { isOpenDoor: true },
      { tenant: 'development', oid: 'oid-1', roles: [] },
    ],
  ])('comes from %s', (_who, change, circumstances, who) => expect(inbound(change, circumstances).who).toEqual(who))

  it('is of a foreign tenant when the bot serves another', () => {
    expect(meaning({}, { tenant: 'tenant-2' })).toEqual({ kind: 'foreign-tenant' })
    expect(meaning({ channelData: undefined }, { tenant: 'tenant-1' })).toEqual({ kind: 'foreign-tenant' })
    expect(meaning({}, { tenant: 'tenant-1' }).kind).toBe('inbound')
    expect(meaning({ channelId: 'webchat' }, { tenant: 'tenant-2' }).kind).toBe('inbound')
  })
})
