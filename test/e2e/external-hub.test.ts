import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { signedHeaders } from '../../bot/domain/desk/hub-signature.js'
import type { AtHub } from '../fixtures/fake-hub.js'
import { idOf } from '../fixtures/desk-clients.js'
import { withHub } from '../fixtures/with-hub.js'

let world: Awaited<ReturnType<typeof withHub>>
beforeAll(async () => void (world = await withHub()))
afterAll(() => world?.close())

const LEAD = '00000000-0000-0000-0000-0000000000020'
const about = (id: string) => world.hub.received.filter(({ conversation }: AtHub) => conversation.id === id)
const asked = (id: string) => about(id).filter(({ name }: AtHub) => name === 'handoff.initiate')
const wrote = (id: string): string[] => about(id).flatMap(({ type, text }: AtHub) => (type === 'message' ? [text] : []))

describe('a contact-centre system in place of the desk', () => {
  it('has somebody who asks for a person from the first question to the end', async () => {
    const citizen = await world.citizen()
    await citizen.say('vi ska ha barn och behöver förskola')
    const id = await citizen.asksForPerson()
    await world.hub.until(() => asked(id).length > 0)

    const [{ value, attachments }] = asked(id) as AtHub[]
    expect(value).toMatchObject({ queue: expect.any(String), language: 'sv', isProtected: false })
    const lines = attachments[0].content.activities.map(({ text }: AtHub) => text)
    expect(lines).toContain('vi ska ha barn och behöver förskola')

    expect((await world.hub.status(id, 'accepted')).body).toEqual({ outcome: 'done' })
    await world.hub.message(id, 'Hej, jag hjälper dig med förskolan')
    await citizen.textHeard('Hej, jag hjälper dig med förskolan')
    const line = citizen.heard.had.find(({ text }) => text?.startsWith('Hej, jag'))
    expect(line?.from.name).toBe('Robin')

    await citizen.say('Tack, när får jag svar?')
    await world.hub.until(() => wrote(id).length > 0)
    expect(wrote(id)).toEqual(['Tack, när får jag svar?'])

    await world.hub.status(id, 'completed')
    await citizen.heard.until((activity) => JSON.stringify(activity).includes('desk.rate'))
    await world.hub.until(() => about(id).some(({ type }: AtHub) => type === 'endOfConversation'))
    await citizen.say('öppettider på stadsbiblioteket')
    await citizen.heard.until(({ channelData }) => outcomeOf(channelData) === 'answer')
    expect(wrote(id)).toHaveLength(1)
    citizen.close()
  })

  it('is not believed when its signature is wrong', async () => {
    const citizen = await world.citizen()
    const id = await citizen.asksForPerson()
    await world.hub.until(() => asked(id).length > 0)
    const said = JSON.stringify({ type: 'message', id: 'x', text: 'Jag är inte den jag är', conversation: { id } })
    const signed = signedHeaders('another key that is long enough too', 'lotsen', world.now(), said)
    expect((await world.hub.post(said, signed)).status).toBe(401)
    expect((await world.bot.stores.desk.find(id))?.handOff.terms).toBe(0)
    expect(citizen.texts()).not.toContain('Jag är inte den jag är')
    expect(world.hub.hub.unsigned).toBe(0)
    citizen.close()
  })

  it('is told everything when it is back, once and in order', async () => {
    world.hub.hub.status = 503
    const citizen = await world.citizen()
    const id = await citizen.asksForPerson()
    await world.hub.until(() => world.hub.hub.turnedAway > 0)
    await citizen.say('jag väntar')
    await citizen.say('ni får gärna skynda er')
    expect(asked(id)).toEqual([])
    expect((await world.bot.stores.desk.promises('open')).map(({ handOff }) => handOff)).toContain(id)

    world.hub.hub.status = 202
    world.pass(61)
    await world.hub.until(() => asked(id).length > 0)
    const told = [...asked(id)[0].attachments[0].content.activities.map(({ text }: AtHub) => text), ...wrote(id)]
    expect(told.filter((text) => /väntar|skynda/.test(text))).toEqual(['jag väntar', 'ni får gärna skynda er'])
    expect(asked(id)).toHaveLength(1)
    citizen.close()
  })

  it('leaves our own leads the whole view, and nobody of ours a chat', async () => {
    const citizen = await world.citizen()
    const id = await citizen.asksForPerson()
    const lead = await world.agent(LEAD)
    const { me } = await lead.views.until(({ waiting }) => waiting.some((one) => one.id === id))
    expect(me.id).toBe(idOf(LEAD))
    expect(await lead.act({ act: 'take', handOff: id })).toMatchObject({ kind: 'refused', why: 'not-for-you' })
    lead.close()
    citizen.close()
  })
})

const outcomeOf = (data: Record<string, unknown> | undefined): unknown =>
  (data?.['lotsen'] as { outcome?: unknown } | undefined)?.outcome
