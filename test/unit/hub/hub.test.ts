import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { signatureOf, signedHeaders, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../../bot/domain/desk/hub-signature.js'
import { HUB_ID } from '../../../bot/domain/desk/hub.js'
import { leaseOf } from '../../../bot/domain/desk/hand-off.js'
import { HUB_KEY, type AtHub } from '../../fixtures/fake-hub.js'
import { openHub } from '../../fixtures/hub-door.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

describe('an external contact-centre system', () => {
  let open: Awaited<ReturnType<typeof openHub>>
  beforeEach(async () => void (open = await openHub(memoryStores())))
  afterEach(() => open.close())

  const texts = async (row: { key: { channel: string; conversation: string } }) =>
    (await open.lines(row.key)).map(({ text }) => text)
  const handed = async (...said: string[]) => {
    const row = await open.chat(...said)
    await open.tell()
    return row
  }
  const accepted = async () => {
    const row = await handed('Hej')
    await open.hub.status(row.handOff.id, 'accepted')
    return row
  }

  it('is told of who waits, once, with the transcript and what it is about', async () => {
    const row = await handed('Jag vill ha hjälp', 'Nu')
    await open.tell()
    expect(open.hub.received).toHaveLength(1)
    const [asked] = open.hub.received
    expect(asked).toMatchObject({
      type: 'event',
      name: 'handoff.initiate',
      conversation: { id: row.handOff.id },
      value: { queue: 'contact-centre', language: 'sv', summary: 'Vill ha förskola' },
      attachments: [{ name: 'Transcript', contentType: 'application/json' }],
    })
    const { activities } = asked.attachments[0].content
    expect(activities.map(({ text, from }: AtHub) => [from.role, text])).toEqual([
      ['user', 'Jag vill ha hjälp'],
      ['user', 'Nu'],
    ])
    expect(JSON.stringify(asked)).not.toContain(row.key.conversation)
  })

  it('fetches a transcript that is too large to go along, by an address that is good for a while', async () => {
    const row = await handed(...Array.from({ length: 120 }, (_, n) => `${n} ${'x'.repeat(900)}`))
    const [attachment] = open.hub.received[0].attachments
    expect(attachment.content).toBeUndefined()
    const fetched = (await (await fetch(attachment.contentUrl)).json()) as { activities: unknown[] }
    expect(fetched.activities).toHaveLength(120)
    expect((await fetch(attachment.contentUrl.replace(/until=\d/, 'until=9'))).status).toBe(403)
    open.pass(901)
    expect((await fetch(attachment.contentUrl)).status).toBe(403)
    expect((await open.stores.desk.audit(row.handOff.id)).map(({ action }) => action)).toContain('transcript.opened')
  })

  it('takes a chat, and is then the only one who has it', async () => {
    const row = await accepted()
    const { handOff } = (await open.stores.desk.find(row.handOff.id))!
    expect(leaseOf(handOff.situation)?.holder).toBe(HUB_ID)
    open.pass(1)
    expect((await open.hub.status(row.handOff.id, 'accepted')).body).toEqual({ outcome: 'done' })
    expect((await open.stores.desk.find(row.handOff.id))!.handOff.terms).toBe(1)
  })

  it('has its agent read by the citizen, once, with a first name', async () => {
    const row = await accepted()
    await open.hub.message(row.handOff.id, 'Hej, jag hjälper dig', 'one')
    open.pass(1)
    await open.hub.message(row.handOff.id, 'Hej, jag hjälper dig', 'one')
    const lines = (await open.lines(row.key)).filter(({ from }) => from.id === 'agent')
    expect(lines.map(({ text, from }) => [from.name, text])).toEqual([['Robin', 'Hej, jag hjälper dig']])
  })

  it('never writes a personal number into the chat', async () => {
    const row = await accepted()
    await open.hub.message(row.handOff.id, 'Du är 19811218-9876')
    expect((await texts(row)).at(-1)).toMatch(/^Du är (?!.*9876)/)
  })

  it('is told what the citizen writes, in order, and nothing that it has written itself', async () => {
    const row = await accepted()
    await open.says(row.key, 'ett', 'två')
    await open.hub.message(row.handOff.id, 'svar')
    await open.says(row.key, 'tre')
    await open.tell()
    await open.tell()
    expect(open.hub.received.filter(({ type }: AtHub) => type === 'message').map(({ text }: AtHub) => text)).toEqual([
      'ett',
      'två',
      'tre',
    ])
  })

  it('keeps what it has as long as it takes what it is told', async () => {
    const row = await accepted()
    for (let minute = 0; minute < 10; minute++) {
      open.pass(40)
      await open.tell()
      await open.desk.tick()
    }
    expect(await open.status(row.handOff.id)).toBe('with-agent')
  })

  it('gives the citizen back to the bot when it is completed, who then asks how it was', async () => {
    const row = await accepted()
    await open.hub.status(row.handOff.id, 'completed')
    expect(await open.status(row.handOff.id)).toBe('with-bot')
    expect((await open.lines(row.key)).at(-1)?.channelData?.['lotsen']).toMatchObject({ outcome: 'feedback' })
  })

  it.each([false, true])(
    'has a call-back offered when it fails, and is asked again later (accepted before: %s)',
    async (before) => {
      const row = await handed('Hej')
      if (before) await open.hub.status(row.handOff.id, 'accepted')
      await open.hub.status(row.handOff.id, 'failed', { message: 'Cannot find agent with requested skill' })
      const told = (await open.lines(row.key)).at(-1)
      const presses = told?.suggestedActions?.actions.map(({ value }) => (value as { verb: string }).verb)
      expect(await open.status(row.handOff.id)).toBe('unattended')
      expect(presses).toContain('desk.call-back')
      await open.tell()
      await open.desk.tick()
      expect(await open.status(row.handOff.id)).toBe('unattended')
      expect(open.hub.received).toHaveLength(1)
      open.pass(301)
      await open.tell()
      expect(open.hub.received).toHaveLength(2)
    },
  )

  it('is told everything after it was away, in order and once; meanwhile the citizen is not left hanging', async () => {
    open.hub.hub.status = 503
    const row = await handed('Hej')
    await open.says(row.key, 'är du där?')
    open.pass(70)
    await open.tell()
    await open.desk.tick()
    expect(await open.status(row.handOff.id)).toBe('unattended')
    expect(open.hub.received).toHaveLength(0)
    open.hub.hub.status = 202
    open.pass(70)
    await open.tell()
    await open.desk.tick()
    expect(open.hub.received.map(({ name }: AtHub) => name)).toEqual(['handoff.initiate'])
    expect(await open.status(row.handOff.id)).toBe('waiting')
  })

  it('loses a chat that it does not answer for, back to its place in the queue', async () => {
    const row = await accepted()
    open.hub.hub.status = 503
    await open.says(row.key, 'hallå')
    for (let quarter = 0; quarter < 12; quarter++) {
      await open.tell()
      await open.desk.tick()
      open.pass(15)
    }
    expect(await open.status(row.handOff.id)).toBe('unattended')
    open.hub.hub.status = 202
    open.pass(61)
    await open.tell()
    expect(JSON.stringify(open.hub.received.at(-1))).toContain('hallå')
  })

  it('hears that the citizen has gone', async () => {
    const row = await accepted()
    await open.hub.status(row.handOff.id, 'completed')
    await open.tell()
    expect(open.hub.received.at(-1)).toMatchObject({ type: 'endOfConversation', conversation: { id: row.handOff.id } })
  })

  it('is asked for 404 of a conversation that nobody knows, and for nothing else that it says', async () => {
    const row = await accepted()
    const { id } = row.handOff
    expect((await open.hub.status('nobody', 'accepted')).status).toBe(404)
    for (const said of [
      { type: 'event', name: 'handoff.mood' },
      { type: 'trace' },
      { type: 'event', name: 'handoff.status', value: 7 },
    ])
      expect(await open.hub.say({ ...said, conversation: { id } })).toEqual({ status: 202, body: { outcome: 'ignored' } })
  })

  describe('that is not who it says', () => {
    const body = () =>
      JSON.stringify({ type: 'event', name: 'handoff.status', value: { state: 'accepted' }, conversation: { id: 'x' } })
    const headers = (at: Date, change: Record<string, string> = {}) => ({
      ...signedHeaders(HUB_KEY, 'lotsen', at, body()),
      ...change,
    })
    const seconds = () => Math.floor(open.now().getTime() / 1000)

    it.each([
      ['no signature', () => ({})],
      ['another key', () => signedHeaders('another key that is long enough too', 'lotsen', open.now(), body())],
      ['another body', () => signedHeaders(HUB_KEY, 'lotsen', open.now(), `${body()} `)],
      ['our own signature sent back', () => signedHeaders(HUB_KEY, 'hub', open.now(), body())],
      ['a time of six minutes ago', () => headers(new Date(open.now().getTime() - 360_000))],
      ['a time in six minutes', () => headers(new Date(open.now().getTime() + 360_000))],
      ['another time than was signed', () => headers(open.now(), { [TIMESTAMP_HEADER]: String(seconds() + 1) })],
      ['a time that is no number', () => headers(open.now(), { [TIMESTAMP_HEADER]: 'NaN' })],
      [
        'half a signature',
        () => headers(open.now(), { [SIGNATURE_HEADER]: signatureOf(HUB_KEY, 'lotsen', seconds(), body()).slice(0, 30) }),
      ],
    ])('is refused: %s', async (_, given) => {
      expect((await open.hub.post(body(), given())).status).toBe(401)
    })

    it('is refused when it says again what was heard', async () => {
      const row = await open.chat('Hej')
      const said = body().replace('"x"', JSON.stringify(row.handOff.id))
      const signed = signedHeaders(HUB_KEY, 'lotsen', open.now(), said)
      expect((await open.hub.post(said, signed)).status).toBe(202)
      expect((await open.hub.post(said, signed)).status).toBe(409)
    })
  })
})
