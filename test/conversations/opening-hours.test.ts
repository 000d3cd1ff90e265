import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../bot/domain/content/content.js'
import { deskPort } from '../../bot/turn/brought-desk.js'
import { realContent } from '../fixtures/content.js'
import { at as stockholm } from '../fixtures/desk.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'
import { answeringAfter, talk } from '../fixtures/talk.js'

let opened: OpenStores
let answering: Awaited<ReturnType<typeof answeringAfter>>
beforeAll(async () => {
  answering = await answeringAfter((trained) => trained)
  opened = await everyKindOfStores.find(({ name }) => name === 'memory')!.open()
})
afterAll(() => opened.close())

/** A citizen who asks for a person at this time in Stockholm, with somebody at the desk of these queues. */
async function asking(time: string, { content, first }: { content?: Content; first?: string } = {}) {
  const at = stockholm(time)
  const known = content ?? (await realContent())
  const { desk, conversations } = opened.stores
  await desk.saveMember({
    ...{ tenant: 'development', oid: 'adele', name: 'Adele', team: 'Kontaktcenter', roles: ['agent'] },
    ...{ languages: ['sv', 'en'], topics: [], capacity: 3, presence: 'available', heardAt: at },
    queues: [...known.queues.keys()],
  })
  await desk.heard('development', 'adele', at, 'available')
  const port = deskPort({ store: desk, content: () => known })
  const citizen = await talk(
    { at, content: known },
    {
      desk: port,
      conversations,
      answering: () => ({ ...answering, content: known }),
    },
  )
  if (first) await citizen.say(first)
  await citizen.say('prata med en människa')
  const { handOff } = (await desk.latestOf(citizen.key))!
  const told = await citizen.press({ verb: 'desk.approve', handOff: handOff.id })
  return { citizen, told, handOff }
}

/** The real content, with other hours for one of its queues. */
async function withHours(queue: string, hours: object): Promise<Content> {
  const content = await realContent()
  const entry = content.queues.get(queue)!
  return { ...content, queues: new Map(content.queues).set(queue, { ...entry, hours: { ...entry.hours, ...hours } }) }
}

describe('who asks for a person when it is closed is told when it opens', () => {
  it.each([
    ['an evening before a long Christmas', '2026-12-23 17:00', 'måndag 28 december kl. 8'],
    ['Christmas Eve', '2026-12-24 10:00', 'måndag 28 december kl. 8'],
    ['Boxing Day, a Saturday', '2026-12-26 10:00', 'måndag 28 december kl. 8'],
    ['the evening of the thirtieth', '2026-12-30 17:00', 'måndag 4 januari kl. 8'],
    ['New Year’s Eve', '2026-12-31 09:00', 'måndag 4 januari kl. 8'],
    ['after noon on the eve of Epiphany, a short day', '2027-01-05 12:30', 'torsdag 7 januari kl. 8'],
    ['after noon on Maundy Thursday', '2027-03-25 12:30', 'tisdag 30 mars kl. 8'],
    ['Good Friday', '2027-03-26 10:00', 'tisdag 30 mars kl. 8'],
    ['Easter Monday', '2027-03-29 10:00', 'i morgon kl. 8'],
    ['Midsummer Eve', '2027-06-25 10:00', 'måndag 28 juni kl. 8'],
    ['the evening before Midsummer Eve', '2027-06-24 20:00', 'måndag 28 juni kl. 8'],
    ['the night when clocks go forward', '2027-03-28 03:30', 'tisdag 30 mars kl. 8'],
    ['the night when clocks go back', '2026-10-25 02:30', 'i morgon kl. 8'],
    ['early on an ordinary day', '2026-11-23 06:30', 'i dag kl. 8'],
  ])('%s', async (_, time, when) => {
    const { told } = await asking(time)
    expect(told.outcomes).toEqual(['desk-closed'])
    expect(told.texts[0]).toContain(`Det öppnar igen ${when}, så vitt vi vet: tiderna är inte bekräftade.`)
  })

  it('and what is promised is promised after that', async () => {
    const { told } = await asking('2026-12-24 10:00')
    expect(told.texts[0]).toMatch(/senast måndag 28 december kl\. 9/)
  })

  it('without reservation where the team has confirmed its hours', async () => {
    const content = await realContent()
    const entry = content.queues.get('contact-centre')!
    const sure = { ...entry, source: { ...entry.source, weak: false } }
    const { told } = await asking('2026-11-23 06:30', {
      content: { ...content, queues: new Map(content.queues).set('contact-centre', sure) },
    })
    expect(told.texts[0]).toContain('Det öppnar igen i dag kl. 8.')
  })
})

describe('opening hours', () => {
  const exceptions = [{ from: '2026-11-23', to: '2026-11-24', open: [] }]

  it('are those of the day where a date has hours of its own', async () => {
    const { told } = await asking('2026-11-23 10:00', { content: await withHours('contact-centre', { exceptions }) })
    expect(told.texts[0]).toMatch(/har stängt i dag\. Det öppnar igen onsdag 25 november kl\. 8/)
  })

  it('belong to the queue: another one is open meanwhile', async () => {
    const content = await withHours('school', { exceptions })
    const asked = { content, first: 'hur söker man till gymnasiet' }
    const closed = await asking('2026-11-23 10:00', asked)
    expect(closed.handOff.place.queue).toBe('school')
    expect(closed.told.outcomes).toEqual(['desk-closed'])
    const open = await asking('2026-11-23 10:00', { content })
    expect(open.handOff.place.queue).toBe('contact-centre')
    expect(open.told.outcomes).toEqual(['waiting'])
  })

  it('are never the bot’s: it goes on helping', async () => {
    const { citizen, told } = await asking('2026-12-24 10:00')
    expect(told.texts[0]).toContain('Jag hjälper dig gärna under tiden')
    const answered = await citizen.say('hur ansöker jag om förskola')
    expect(answered.outcomes).toContain('answer')
    expect(answered.ids.length).toBeGreaterThan(0)
  })
})
