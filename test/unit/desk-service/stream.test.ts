import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { DeskView } from '../../../bot/domain/desk/desk-view.js'
import { DEVELOPMENT_PEOPLE } from '../../../bot/domain/people/development-people.js'
import { agentAt, citizenAt } from '../../fixtures/desk-clients.js'
import { later, MONDAY } from '../../fixtures/desk.js'
import { startLotsen, type Started } from '../../fixtures/start-lotsen.js'

const [alex, megan, , , , lynne] = DEVELOPMENT_PEOPLE.map(({ oid }) => oid)
let lotsen: Started
let clock = MONDAY
const open: { close(): void }[] = []

const citizen = async () => kept(await citizenAt(lotsen.url, lotsen.directLineSecret))
const agent = async (oid: string) => {
  const one = kept(await agentAt(lotsen.url, oid))
  await one.act({ act: 'presence', presence: 'available' })
  one.says({ kind: 'beat' })
  return one
}
function kept<T extends { close(): void }>(one: T): T {
  open.push(one)
  return one
}

beforeAll(async () => {
  lotsen = await startLotsen({ env: { STAFF_SIGN_IN: 'development' }, overrides: { now: () => clock } })
})
afterAll(() => lotsen?.close())
afterEach(() => open.splice(0).forEach((one) => one.close()))

describe('a chat between a citizen and the desk', () => {
  it('goes both ways, in order, and once, over a connection that breaks', async () => {
    const [kim, at] = [await citizen(), await agent(alex!)]
    const handOff = await kim.asksForPerson()
    await at.views.until(({ waiting }) => waiting.some(({ id }) => id === handOff))
    const held = await at.take(handOff)
    at.open(handOff)
    await kim.textHeard('Alex')
    await at.say(held, 'Hej, jag heter Alex.')
    await kim.textHeard('Hej, jag heter Alex.')
    await kim.say('Hej Alex')
    const { seq } = await at.lineShown('Hej Alex')
    await at.reconnect()
    await kim.say('Är du kvar?')
    at.open(handOff, seq)
    await at.lineShown('Är du kvar?')
    await at.say(held, 'Ja.', 'the-same-key')
    await at.say(held, 'Ja.', 'the-same-key')
    await at.act({ act: 'finish', ...held, reason: 'answered' })
    await at.lines.until(({ html }) => html.includes('Ja.'))
    const own = at.lines.had.map((line) => line.seq)
    expect(own).toEqual([...new Set(own)].sort((one, other) => one - other))
    expect(kim.texts().filter((text) => text === 'Ja.')).toHaveLength(1)
  })

  it('is shown to two desks, taken by one, and cannot be written to by the other', async () => {
    const [kim, one, other] = [await citizen(), await agent(alex!), await agent(megan!)]
    const handOff = await kim.asksForPerson()
    await Promise.all([one, other].map(({ views }) => views.until(({ waiting }) => waiting.some(({ id }) => id === handOff))))
    const held = await one.take(handOff)
    expect(await other.act({ act: 'take', handOff })).toMatchObject({ kind: 'refused', why: 'taken', holder: 'Alex' })
    expect(await other.say(held, 'Hej')).toMatchObject({ kind: 'refused', why: 'not-yours', text: 'Hej' })
    expect((await other.get<DeskView>('/staff/api/desk')).waiting.map(({ id }) => id)).not.toContain(handOff)
  })

  it('goes back to the queue when its desk is silent, and whoever takes it reads everything', async () => {
    const [kim, one, other] = [await citizen(), await agent(alex!), await agent(megan!)]
    const handOff = await kim.asksForPerson()
    const held = await one.take(handOff)
    await one.say(held, 'Jag kollar det åt dig.')
    one.close()
    clock = later(clock, 61)
    other.says({ kind: 'beat' })
    await other.messages.until((message) => message.kind === 'view' && wasFreed(message.view, handOff))
    const again = await other.take(handOff)
    other.open(handOff)
    await other.lineShown('Jag kollar det åt dig.')
    expect(again.term).toBeGreaterThan(held.term)
  })

  it('explains a text that is too long, with the length, and gives it back', async () => {
    const [kim, at] = [await citizen(), await agent(alex!)]
    const held = await at.take(await kim.asksForPerson())
    const text = 'å'.repeat(4001)
    const answer = await at.say(held, text)
    expect(answer).toMatchObject({ kind: 'refused', why: 'too-long', text })
    expect(answer.message).toContain('4000')
  })

  it('pushes a card, and an answer that was written before, in the language of the citizen', async () => {
    const [kim, at] = [await citizen(), await agent(alex!)]
    const held = await at.take(await kim.asksForPerson())
    const { found } = await at.get<{ found: { kind: 'service'; id: string; name: string }[] }>(
      '/staff/api/catalogue?q=f%C3%B6rskola',
    )
    const service = found.find(({ kind }) => kind === 'service')!
    await at.act({ act: 'push', ...held, key: 'push-a-card', what: { kind: 'service', id: service.id } })
    await kim.textHeard(service.name)
    const { answers } = await at.get<{ answers: { id: string; texts: { sv: string } }[] }>('/staff/api/canned-answers')
    await at.act({ act: 'push', ...held, key: 'push-canned', what: { kind: 'canned', id: answers[0]!.id } })
    await kim.textHeard(answers[0]!.texts.sv.slice(0, 30))
    expect(await at.act({ act: 'push', ...held, key: 'push-nothing', what: { kind: 'permit', id: 'none' } })).toMatchObject({
      why: 'no-such-thing',
    })
  })
})

describe('the door of the desk', () => {
  it('opens once for a ticket', async () => {
    const at = await agent(alex!)
    const ticket = await at.ticket()
    kept(wrapped(await at.connectWith(ticket)))
    await expect(at.connectWith(ticket)).rejects.toThrow('401')
    await expect(at.connectWith('nonsense')).rejects.toThrow('401')
  })

  it('shows a reader the queues and no chat', async () => {
    const [kim, reader] = [await citizen(), await agent(lynne!)]
    const handOff = await kim.asksForPerson()
    await expect(reader.get(`/staff/api/chats/${handOff}/lines`)).rejects.toThrow('403')
    expect(await reader.act({ act: 'take', handOff })).toMatchObject({ kind: 'refused', why: 'not-allowed' })
    const view = await reader.views.until(({ waiting }) => waiting.some(({ id }) => id === handOff))
    expect(view.waiting.every(({ summary }) => summary === undefined)).toBe(true)
  })
})

const wrapped = (socket: { terminate(): void }) => ({ close: () => socket.terminate() })
/** It waits again, or is offered to the only one who is there. */
const wasFreed = ({ waiting, offered, at }: DeskView, handOff: string): boolean =>
  new Date(at) >= later(MONDAY, 61) && [...waiting, ...offered].some(({ id }) => id === handOff)
