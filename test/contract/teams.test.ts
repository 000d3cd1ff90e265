import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { StoredActivity } from '../../bot/domain/conversations/message.js'
import type { TeamCard } from '../../bot/domain/desk/team-cards.js'
import type { Stores } from '../../bot/store/stores.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const at = new Date('2026-03-02T10:00:00Z')
const after = (seconds: number): Date => new Date(at.getTime() + seconds * 1000)
const address = (id: string) => ({ channelId: 'msteams', conversation: { id } })
const aLine = (id: string): StoredActivity => ({
  id,
  type: 'message',
  timestamp: at.toISOString(),
  from: { id: 'lotsen', role: 'bot' },
  attachments: [{ contentType: 'x', content: { text: 'what a citizen wrote' } }],
})
const aCard = (change: Partial<TeamCard> = {}): TeamCard => ({
  handOff: 'h1',
  round: 1,
  edits: 0,
  seq: 1,
  face: { is: 'open', since: at.toISOString(), language: 'sv', urgency: 'ordinary', isUnattended: false },
  at,
  ...change,
})

describe.each(everyKindOfStores)('what is kept of Teams in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  let conversation: string
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
  })
  afterAll(() => opened.close())
  beforeEach(() => void (conversation = `19:${randomUUID()}@thread.tacv2`))

  const place = (queue = 'contact-centre') =>
    stores.teams.place({ conversation, queue, language: 'sv', by: 't|lead', since: at }, address(conversation))
  const placed = async () => (await stores.teams.channels()).find((channel) => channel.conversation === conversation)
  const append = async (...lines: StoredActivity[]) => {
    const appended = await stores.lines.append(
      { channel: 'msteams', conversation },
      lines.map((activity) => ({ activity })),
      at,
    )
    return appended === 'gone' ? [] : appended.seqs
  }

  it('gives a queue its place, another its place instead, and takes it away', async () => {
    await place()
    expect(await placed()).toEqual({
      conversation,
      queue: 'contact-centre',
      language: 'sv',
      by: 't|lead',
      since: at,
      isParked: false,
      isParkingTold: false,
    })
    await place('permits')
    expect((await placed())?.queue).toBe('permits')
    await stores.teams.saveCard(conversation, aCard())
    expect(await stores.teams.remove(conversation)).toBe(true)
    expect(await stores.teams.remove(conversation)).toBe(false)
    expect([await placed(), await stores.teams.cards(conversation)]).toEqual([undefined, []])
  })

  it('is held by one at a time, until let go of or for so long', async () => {
    await place()
    const holds = await Promise.all(Array.from({ length: 5 }, () => stores.teams.hold(conversation, at, 30)))
    expect(holds.filter(Boolean)).toHaveLength(1)
    await stores.teams.letGo(conversation)
    expect(await stores.teams.hold(conversation, at, 30)).toBe(true)
    expect(await stores.teams.hold(conversation, after(29), 30)).toBe(false)
    expect(await stores.teams.hold(conversation, after(30), 30)).toBe(true)
    expect(await stores.teams.hold('19:nowhere', at, 30)).toBe(false)
  })

  it('makes the conversation that lines are sent in, and knows when Teams takes none', async () => {
    await place()
    expect(await append(aLine('early'))).toEqual([])
    await stores.teams.makeReady(conversation, at)
    await stores.teams.makeReady(conversation, at)
    expect(await append(aLine('one'), aLine('two'))).toEqual([1, 2])
    expect((await stores.conversations.find({ channel: 'msteams', conversation }))?.seq).toBe(2)
    await stores.conversations.park({ channel: 'msteams', conversation }, 'writes-blocked', at)
    await stores.teams.parkingTold(conversation, at)
    await stores.teams.saveCard(conversation, aCard())
    expect(await placed()).toMatchObject({ isParked: true, isParkingTold: true })
    await place()
    expect(await placed()).toMatchObject({ isParked: false, isParkingTold: false })
    // What Teams refused was never shown.
    expect(await stores.teams.cards(conversation)).toEqual([])
    await stores.teams.saveCard(conversation, aCard())
    await place()
    expect(await stores.teams.cards(conversation)).toHaveLength(1)
  })

  it('keeps the newest card of a chat, and none of its words once it waits no more', async () => {
    await place()
    await stores.teams.makeReady(conversation, at)
    await append(aLine('team-h1-x-1'), aLine('team-h2-x-1'), aLine('team-h1-x-2'))
    await stores.conversations.markSent({ channel: 'msteams', conversation }, [1, 2, 3])
    await stores.teams.saveCard(conversation, aCard())
    await stores.teams.saveCard(conversation, aCard({ handOff: 'h2', seq: 2 }))
    const taken = aCard({ edits: 1, seq: 3, face: { is: 'taken', by: 't|bo' } })
    await stores.teams.saveCard(conversation, taken)
    expect(await stores.teams.cards(conversation)).toEqual(expect.arrayContaining([taken, aCard({ handOff: 'h2', seq: 2 })]))
    const lines = await stores.conversations.activities({ channel: 'msteams', conversation }, 0)
    expect(lines.map(({ activity }) => 'attachments' in activity)).toEqual([false, true, true])
  })

  it('reaches staff where they were last, until they remove or block the bot', async () => {
    const [one, other] = [randomUUID(), randomUUID()].map((oid) => ({ tenant: 't', oid }))
    const chat = `a:${randomUUID()}`
    await stores.teams.keepReference({ ...one!, conversation: 'a:old', address: address('a:old') }, at)
    await stores.teams.keepReference({ ...one!, conversation: chat, address: address(chat) }, at)
    await stores.teams.keepReference({ ...other!, conversation: 'a:other', address: address('a:other') }, at)
    expect(await stores.teams.reachable([one!, { tenant: 'foreign', oid: other!.oid }])).toEqual([
      { ...one, conversation: chat, address: address(chat) },
    ])
    await stores.teams.makeReady(chat, at)
    await stores.conversations.park({ channel: 'msteams', conversation: chat }, 'blocked', at)
    await stores.teams.forgetReference(other!)
    expect(await stores.teams.reachable([one!, other!])).toEqual([])
    expect(await stores.teams.reachable([])).toEqual([])
  })

  it('deletes cards from before, and keeps those from after', async () => {
    await place()
    await stores.teams.saveCard(conversation, aCard())
    await stores.teams.saveCard(conversation, aCard({ handOff: 'h2', at: after(10) }))
    await stores.teams.deleteExpired(after(5))
    expect((await stores.teams.cards(conversation)).map(({ handOff }) => handOff)).toEqual(['h2'])
  })
})
