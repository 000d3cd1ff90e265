import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CHANNEL, QUEUE, teamsDesk, until } from '../fixtures/teams-desk.js'

type World = Awaited<ReturnType<typeof teamsDesk>>
let world: World
beforeAll(async () => {
  world = await teamsDesk()
})
afterAll(() => world.close())

const THERE = { path: encodeURIComponent(CHANNEL) }
const written = (value: unknown): string => JSON.stringify(value)
const cards = () => [...world.shown().values()].map(written)
const showing = (text: string) => until(() => cards().find((card) => card.includes(text)))

describe('a channel of a team', () => {
  it('tells how it is used when the bot is added to it', async () => {
    const conversation = { id: CHANNEL, conversationType: 'channel', isGroup: true }
    await world.post('Alex', { type: 'conversationUpdate', text: undefined, conversation, membersAdded: [{ id: '28:lotsen' }] })
    await until(() => world.texts(CHANNEL).some((text) => text.includes('väljer vilken kö')))
  })

  it('is not made the place of a queue by somebody who is no lead, or by a stranger', async () => {
    await world.write('Adele', 'kö Kontaktcenter Stockholm')
    await world.write('Stranger', 'kö Kontaktcenter Stockholm')
    await until(() => world.texts(CHANNEL).filter((text) => text.includes('Be din arbetsledare')).length === 2)
    expect(await world.lotsen.stores.teams.channels()).toEqual([])
  })

  it('shows the queues there are when none is named', async () => {
    await world.write('Alex', 'kö')
    await until(() => world.teams.delivered.some((one) => written(one).includes('"verb":"team.place"')))
  })

  it('becomes the place of a queue when a lead says so, and that is written down', async () => {
    await world.post('Alex', {
      conversation: { id: `${CHANNEL};messageid=1`, conversationType: 'channel' },
      text: undefined,
      value: { verb: 'team.place', queue: QUEUE },
    })
    expect(await world.lotsen.stores.teams.channels()).toMatchObject([{ conversation: CHANNEL, queue: QUEUE, isParked: false }])
    expect(await world.lotsen.stores.desk.audit(QUEUE)).toMatchObject([{ action: 'team.place-queue' }])
  })
})

describe('a chat that waits', () => {
  let chat: string

  it('is a card after ten seconds, with what the citizen agreed to tell and no word that Teams would make something of', async () => {
    chat = await world.chat('Bygglov för **altan** [klicka](https://example.org) 19121212-1212')
    world.pass(11)
    const card = await showing('Bygglov')
    expect(card).toContain('Ta den')
    expect(card).toContain('\\\\*\\\\*altan')
    expect(card).not.toContain('](https')
    expect(card).not.toContain('1212')
  })

  it('is taken by one of two who press at once; the other is told who has it, and the card changes for all', async () => {
    const answers = await Promise.all([world.execute('Alex', chat), world.execute('Megan', chat)])
    const texts = answers.map(written)
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(texts.filter((text) => text.includes('Du tog den.'))).toHaveLength(1)
    expect(texts.filter((text) => /(Alex|Megan) hann före dig/.test(text))).toHaveLength(1)
    const card = await showing('tog den')
    expect(card).not.toContain('Ta den')
    expect(card).not.toContain('Bygglov')
    expect(card).toContain('/staff')
  })

  it('is told in words to who presses in a Teams that cannot change the card', async () => {
    await world.submit('Adele', chat)
    await until(() => world.texts(CHANNEL).some((text) => /(Alex|Megan) hann före dig/.test(text)))
  })

  it('is not taken by somebody without the role', async () => {
    const other = await world.chat()
    expect(written(await world.execute('Patti', other))).toContain('Be din arbetsledare')
    expect((await world.lotsen.stores.desk.find(other))?.handOff.situation.status).toBe('waiting')
    await world.played(other, { kind: 'left' })
  })

  it('is shown as it is now to whoever opens the channel, and only there', async () => {
    expect(written(await world.execute('Adele', chat, 'team.refresh'))).toMatch(/(Alex|Megan) tog den/)
    const elsewhere = await world.chat('Något hemligt')
    const told = written(await world.execute('Adele', elsewhere, 'team.refresh'))
    expect(told).toContain('NoSuchCard')
    await world.played(elsewhere, { kind: 'left' })
  })

  it('is pressed once, however often the same press is sent again', async () => {
    const again = await world.chat()
    const first = await world.execute('Alex', again, 'team.take', 'the same press')
    await world.played(again, { kind: 'let-go', by: 'development|00000000-0000-0000-0000-0000000000020', term: 1 })
    expect(await world.execute('Alex', again, 'team.take', 'the same press')).toEqual(first)
    expect((await world.lotsen.stores.desk.find(again))?.handOff.situation.status).toBe('waiting')
    await world.played(again, { kind: 'left' })
  })

  it('is told to be over when the citizen leaves, and nothing that was written is kept', async () => {
    const left = await world.chat('Jag undrar över fjärrvärme')
    world.pass(11)
    await showing('fjärrvärme')
    await world.played(left, { kind: 'left' })
    await until(() => cards().every((card) => !card.includes('fjärrvärme')))
    await until(async () => {
      const key = { channel: 'msteams', conversation: CHANNEL }
      return !written(await world.lotsen.stores.conversations.activities(key, 0)).includes('fjärrvärme')
    })
  })
})

describe('a channel with more than ten who wait', () => {
  it('shows ten and counts the rest, and the sends stay within what a thread takes', async () => {
    const before = world.teams.delivered.length
    const chats: string[] = []
    for (let count = 0; count < 13; count++) chats.push(await world.chat())
    world.pass(11)
    await showing('3 till väntar')
    expect(cards().filter((card) => card.includes('Ta den'))).toHaveLength(10)
    expect(world.teams.delivered.length - before).toBe(11)
    for (const chat of chats) await world.played(chat, { kind: 'left' })
    world.pass(20)
    await until(() => cards().every((card) => !card.includes('Ta den')))
    await showing('Inga fler väntar')
  })
})

describe('a Teams that refuses', () => {
  it('for a while, is asked again when it has said', async () => {
    world.teams.refusals.push({ ...THERE, status: 429, headers: { 'retry-after': '7' } })
    const chat = await world.chat('Sophämtning')
    world.pass(11)
    await until(() => world.teams.refusals.length === 0)
    expect(cards().join('')).not.toContain('Sophämtning')
    world.pass(8)
    await showing('Sophämtning')
    await world.played(chat, { kind: 'left' })
    await until(() => cards().every((card) => !card.includes('Sophämtning')))
  })

  it('for good, is left alone; the lead is told in a chat, and placing the queue anew begins again', async () => {
    await world.tell('Megan', 'hej')
    await until(() => world.texts('a:Megan').length > 0)
    world.teams.refusals.push({ ...THERE, status: 403, body: { error: { code: 'BotNotInConversationRoster' } } })
    await world.chat('Borttappad')
    world.pass(70)
    await until(async () => (await world.lotsen.stores.teams.channels()).some(({ isParked }) => isParked))
    world.pass(70)
    await until(() => world.texts('a:Megan').some((text) => text.includes('Teams tar inte emot')))
    await world.write('Alex', 'kö Kontaktcenter Stockholm')
    await showing('Borttappad')
  })

  it('shows nothing more when the queue is taken away', async () => {
    await world.write('Alex', 'ta bort kön')
    expect(await world.lotsen.stores.teams.channels()).toEqual([])
  })
})
