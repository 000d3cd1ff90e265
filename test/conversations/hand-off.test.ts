import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { StaffMember } from '../../bot/domain/desk/staff-member.js'
import { remembered } from '../../bot/domain/conversations/state.js'
import { deskPort } from '../../bot/turn/brought-desk.js'
import { nowOf } from '../../bot/domain/desk/now-of.js'
import { step } from '../../bot/domain/desk/step.js'
import { realContent } from '../fixtures/content.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'
import { talk } from '../fixtures/talk.js'

const OPEN = new Date('2026-11-23T09:00:00Z')
const EVENING = new Date('2026-11-23T19:00:00Z')
const CHRISTMAS_EVE = new Date('2026-12-24T09:00:00Z')

let opened: OpenStores
beforeAll(async () => {
  opened = await everyKindOfStores.find(({ name }) => name === 'PGlite')!.open()
})
afterAll(() => opened.close())

const anAgent = (at: Date): StaffMember => ({
  tenant: 'development',
  oid: 'adele',
  name: 'Adele',
  team: 'Kontaktcenter',
  roles: ['agent'],
  queues: ['contact-centre'],
  languages: ['sv', 'en'],
  topics: [],
  capacity: 3,
  presence: 'available',
  heardAt: at,
})

/** A citizen who talks to the bot with a desk behind it; somebody sits there unless told otherwise. */
async function atDesk({ at = OPEN, isAttended = true, locale = 'sv-SE' } = {}) {
  const content = await realContent()
  const { desk, conversations } = opened.stores
  await desk.saveMember(anAgent(at))
  await desk.heard('development', 'adele', at, isAttended ? 'available' : 'off-shift')
  const citizen = await talk({ at, locale, content }, { desk: deskPort({ store: desk, content: () => content }), conversations })
  const row = async () => (await desk.latestOf(citizen.key))!
  const pressed = async (verb: string, more: object = {}) => citizen.press({ verb, handOff: (await row()).handOff.id, ...more })
  const claim = async () => {
    const before = await row()
    const now = nowOf({ queues: content.queues.values(), changes: [], staff: [anAgent(at)], handOffs: [before.handOff] }, at)
    const stepped = step(before.handOff, { kind: 'claimed', by: 'development|adele' }, now)
    if (stepped.kind === 'refused') throw new Error(stepped.why)
    const { version: _, ...same } = before
    await desk.change({
      before,
      after: { ...same, handOff: stepped.handOff },
      effects: stepped.effects,
      lines: [],
      audit: [],
      at,
    })
  }
  return { ...citizen, row, pressed, claim, desk, conversations }
}

describe('asking for a person while the desk is open', () => {
  it('shows what will be handed over, and then the place in the queue', async () => {
    const citizen = await atDesk()
    await citizen.say('hur ansöker jag om förskola')
    const asked = await citizen.say('prata med en människa')
    expect(asked.outcomes).toEqual(['offer-person'])
    expect(JSON.stringify(asked.cards)).toContain('hur ansöker jag om förskola')
    const wait = /Vi tror \d+ till \d+ minuter\./
    expect(JSON.stringify(asked.cards)).toMatch(/Du blir nummer 1 i kön\. Vi tror \d+ till \d+ minuter\./)
    const waiting = await citizen.pressed('desk.approve', { summary: 'Jag undrar om förskola' })
    expect(waiting.outcomes).toEqual(['waiting'])
    expect(waiting.texts[0]).toMatch(/Du är nummer 1 i kön/)
    expect(wait.exec(waiting.texts[0]!)?.[0]).toBe(wait.exec(JSON.stringify(asked.cards))?.[0])
    const { briefing, handOff } = await citizen.row()
    expect(briefing.summary).toBe('Jag undrar om förskola')
    expect(handOff.situation.status).toBe('waiting')
  })

  it('asks for no forecast in turns that tell no wait', async () => {
    const citizen = await atDesk()
    const forecasts = jest.spyOn(citizen.desk, 'waitMemory')
    await citizen.say('hur ansöker jag om förskola')
    await citizen.say('prata med en människa')
    expect(forecasts).toHaveBeenCalledTimes(1)
    await citizen.say('hur söker jag bygglov')
    await citizen.pressed('desk.approve')
    await citizen.pressed('desk.place')
    await citizen.say('hur söker jag bygglov')
    expect(forecasts).toHaveBeenCalledTimes(2)
  })

  it('hands over nothing when nothing is to be handed over', async () => {
    const citizen = await atDesk()
    await citizen.say('hur ansöker jag om förskola')
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve', { nothing: true })
    expect((await citizen.row()).briefing).toEqual({})
  })

  it('masks a personal number in what is handed over, and says so', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    const told = await citizen.pressed('desk.approve', { summary: 'Jag heter 811228-9874' })
    expect(told.outcomes).toEqual(['personal-data', 'waiting'])
    expect((await citizen.row()).briefing.summary).toBe('Jag heter ■■■■')
  })

  it('goes on answering by the bot, and keeps the place', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    expect((await citizen.say('hur söker jag bygglov')).ids.length).toBeGreaterThan(0)
    expect((await citizen.say('börja om')).outcomes).toEqual(['restarted'])
    expect((await citizen.say('prata med en människa')).texts[0]).toMatch(/redan bett.*nummer/)
  })

  it('explains a card that is pressed twice, and one of a chat that has ended', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    expect((await citizen.pressed('desk.approve')).texts[0]).toMatch(/redan gjort/)
    await citizen.pressed('desk.back')
    expect((await citizen.pressed('desk.approve')).outcomes).toEqual(['refused'])
    expect((await citizen.press({ verb: 'desk.approve', handOff: 'unknown' })).outcomes).toEqual(['refused'])
  })

  it('promises a call, keeps the place, and stores the number outside the conversation', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    const form = await citizen.pressed('desk.call-back')
    expect(JSON.stringify(form.cards)).toMatch(/artikel 6\.1 e.*inte samtycke.*30 dagar/)
    const wrong = await citizen.pressed('desk.leave', { kind: 'call-back', phone: '070-12', name: 'Ada' })
    expect(JSON.stringify(wrong.cards)).toMatch(/ser inte ut som ett telefonnummer.*070-12.*Ada/)
    const left = await citizen.pressed('desk.leave', { kind: 'call-back', phone: '070-987 65 43', name: 'Ada' })
    expect(left.outcomes).toEqual(['handed-off'])
    expect(left.texts[0]).toMatch(/ringer dig senast i dag kl\. 14/)
    const { handOff } = await citizen.row()
    expect(handOff.situation.status).toBe('call-back-promised')
    const pledge = 'pledge' in handOff.situation ? handOff.situation.pledge : undefined
    const contact = await citizen.desk.contact(pledge?.kind === 'call-back' ? pledge.contact : '')
    expect(contact).toMatchObject({ value: '0709876543', name: 'Ada' })
    const lines = await citizen.conversations.activities(citizen.key, 0)
    expect(JSON.stringify(lines)).not.toContain('987 65 43')
  })

  it('shows phone and letter to somebody with a protected identity, and asks for nothing', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    const told = await citizen.pressed('desk.protected')
    expect(told.texts[0]).toMatch(/08-508 00 508/)
    expect((await citizen.pressed('desk.call-back')).cards).toEqual([])
    expect((await citizen.pressed('desk.leave', { kind: 'call-back', phone: '0701234567' })).outcomes).toEqual(['refused'])
  })
})

describe('talking to an agent', () => {
  it('stores what is typed without an answer, answers a crisis as always and makes it urgent', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    await citizen.claim()
    const typed = await citizen.say('hur söker jag förskola')
    expect(typed.received).toMatchObject({ kind: 'answered', outgoing: [] })
    expect((await citizen.say('min man slår mig')).outcomes[0]).toBe('crisis')
    const { handOff } = await citizen.row()
    expect(handOff.place.urgency).toBe('urgent')
    expect(handOff.situation.status).toBe('with-agent')
  })

  it('leads back to the bot by one press, and asks one question that may be skipped', async () => {
    const citizen = await atDesk()
    await citizen.say('prata med en människa')
    await citizen.pressed('desk.approve')
    await citizen.claim()
    const back = await citizen.pressed('desk.back')
    expect(back.outcomes).toEqual(['handed-off', 'feedback'])
    expect(back.buttons).toEqual(['Ja', 'Nej', 'Hoppa över'])
    expect((await citizen.pressed('desk.rate', { answer: 'yes' })).texts[0]).toMatch(/Tack/)
    expect((await citizen.pressed('desk.rate', { answer: 'no' })).texts[0]).toMatch(/redan svarat/)
    expect((await citizen.say('hur söker jag förskola')).ids.length).toBeGreaterThan(0)
  })
})

describe('when nobody can come', () => {
  it.each([
    ['in the evening', { at: EVENING }, /stängt just nu.*i morgon kl\. 8/],
    ['on a holiday', { at: CHRISTMAS_EVE }, /stängt, eftersom det är julafton.*måndag 28 december kl\. 8/],
    ['when nobody is there', { isAttended: false }, /ingen på plats/],
  ])('says so %s, promises a time and offers to call', async (_, setting, words) => {
    const citizen = await atDesk(setting)
    await citizen.say('prata med en människa')
    const told = await citizen.pressed('desk.approve')
    expect(told.outcomes).toEqual(['desk-closed'])
    expect(told.texts[0]).toMatch(words)
    expect(told.texts[0]).toMatch(/senast/)
    expect(told.buttons).toContain('Ring mig i stället')
    expect(remembered((await citizen.conversations.find(citizen.key))!.state).desk).toBeDefined()
  })
})

describe('asking for a person in other languages', () => {
  it.each([
    'talk to a human',
    'haluan puhua ihmisen kanssa',
    'أريد التحدث مع شخص',
    'chcę rozmawiać z człowiekiem',
    'bir insanla konuşmak istiyorum',
  ])('understands "%s"', async (text) => expect((await (await atDesk()).say(text)).outcomes.at(-1)).toBe('offer-person'))
})
