import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ChatLine, DeskView } from '../../bot/domain/desk/desk-view.js'
import { agentAt, type Held } from '../fixtures/desk-clients.js'
import { citizenByForms, type FormCitizen } from '../fixtures/form-citizen.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

// A Tuesday forenoon in Stockholm, when every queue is open.
const OPENED = Date.parse('2026-03-03T09:30:00.000Z')
// The number belongs to nobody: its checksum is right, date and ending are made up.
const NUMBER = '19811218-9876'
const [ADELE, MEGAN] = ['00000000-0000-0000-0000-0000000000022', '00000000-0000-0000-0000-0000000000021']

let leap = 0
const started = Date.now()
const now = (): Date => new Date(OPENED + (Date.now() - started) + leap)
let lotsen: Started
type Agent = Awaited<ReturnType<typeof agentAt>>
let [adele, megan]: Agent[] = []

/** A citizen whom the agent is talking with. */
async function talking(): Promise<{ citizen: FormCitizen; held: Held }> {
  const citizen = await citizenByForms(lotsen.url)
  const handOff = await citizen.asksForPerson()
  await adele!.act({ act: 'presence', presence: 'available' })
  return { citizen, held: await adele!.take(handOff) }
}
async function asked(): Promise<{ citizen: FormCitizen; held: Held; address: string }> {
  const { citizen, held } = await talking()
  expect(await adele!.act({ act: 'ask-securely', ...held })).toMatchObject({ kind: 'done' })
  return { citizen, held, address: await citizen.formAddress() }
}
const read = (agent: Agent | undefined, { handOff }: Held) => agent!.act({ act: 'read-secure', handOff })
const stateAtDesk = async ({ handOff }: Held) =>
  (await adele!.get<DeskView>('/staff/api/desk')).mine.find(({ id }) => id === handOff)?.secure
const events = async ({ handOff }: Held) =>
  (await lotsen.stores.desk.audit(handOff)).map(({ by, action }) => `${by === 'citizen' ? 'citizen' : 'staff'} ${action}`)

beforeAll(async () => {
  lotsen = await startLotsen({ env: { STAFF_SIGN_IN: 'development' }, overrides: { now } })
  ;[adele, megan] = [await agentAt(lotsen.url, ADELE), await agentAt(lotsen.url, MEGAN)]
}, 120_000)
afterAll(async () => {
  adele?.close()
  megan?.close()
  await lotsen?.close()
})

describe('the secure form', () => {
  it('is offered to who may ask', async () => {
    const { me } = await adele!.get<DeskView>('/staff/api/desk')
    expect(me.permissions).toEqual(expect.arrayContaining(['identity.ask', 'transcript.register']))
  })

  it('is asked for, filled in and read, and the number stands nowhere but sealed', async () => {
    const { citizen, held, address } = await asked()
    const form = await citizen.get(address)
    expect(form.status).toBe(200)
    expect(form.headers.get('cache-control')).toBe('no-store')
    expect(form.html).toContain('Lämna ditt personnummer')
    expect(form.html).toContain('Adele')
    expect(form.html).toContain('08-508 00 508')
    expect(await stateAtDesk(held)).toBe('asked')
    expect(await read(adele, held)).toMatchObject({ kind: 'refused', why: 'no-answer' })

    const sent = await citizen.post(address, { number: ' 811218 9876 ' })
    expect([sent.status, sent.to]).toEqual([303, expect.stringMatching(/^\/#m-secure-/)])
    expect(await citizen.page()).toContain('Numret är lämnat i formuläret')
    expect(await stateAtDesk(held)).toBe('answered')

    const tables = await lotsen.database.executeSql("select tablename from pg_tables where schemaname = 'public'")
    for (const { tablename } of tables.rows as { tablename: string }[]) {
      const { rows } = await lotsen.database.executeSql(`select * from "${tablename}"`)
      expect([tablename, /811218.?9876/.test(JSON.stringify(rows))]).toEqual([tablename, false])
    }
    expect(await read(megan, held)).toMatchObject({ kind: 'refused', why: 'not-yours' })
    expect(await read(adele, held)).toMatchObject({ kind: 'done', value: NUMBER })
    expect(await read(adele, held)).toMatchObject({ kind: 'done', value: NUMBER })
    expect(await stateAtDesk(held)).toBe('read')
    const log = await events(held)
    expect(log).toEqual(expect.arrayContaining(['staff identity.asked', 'citizen identity.answered']))
    expect(log.filter((event) => event === 'staff identity.read')).toHaveLength(3)
    leap += 5 * 60_000 + 1000
    await adele!.take(held.handOff)
    expect(await read(adele, held)).toMatchObject({ kind: 'refused', why: 'no-answer' })
  })

  it('is open to nobody but the visitor whose chat it belongs to, and not to the agent', async () => {
    const { citizen, held, address } = await asked()
    const [stranger, other] = [await citizenByForms(lotsen.url), await citizenByForms(lotsen.url)]
    await other.say('hej')
    for (const one of [stranger, other]) {
      expect((await one.get(address)).status).toBe(403)
      expect((await one.post(address, { number: NUMBER })).status).toBe(403)
    }
    const changed = address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const wrong of [changed, '/secure/nothing', '/secure/..%2f', `${address}x`])
      expect((await citizen.get(wrong)).status).toBe(403)
    const { lines } = await adele!.get<{ lines: ChatLine[] }>(`/staff/api/chats/${held.handOff}/lines`)
    expect(JSON.stringify(lines)).toContain('behöver ditt personnummer')
    expect(JSON.stringify(lines)).not.toContain('/secure/')
    expect(await stateAtDesk(held)).toBe('asked')
  })

  it('says kindly what is wrong with a number, keeps what was typed, and is still open', async () => {
    const { citizen, held, address } = await asked()
    for (const [number, words] of [
      ['811218-9877', 'Någon siffra är inte rätt'],
      ['811318-9876', 'inte med ett datum'],
      ['8112', 'tio eller tolv siffror'],
      ['"><script>', 'tio eller tolv siffror'],
    ] as const) {
      const answer = await citizen.post(address, { number })
      expect([answer.status, answer.html.includes(words)]).toEqual([400, true])
      expect(answer.html).toContain('aria-invalid="true"')
      expect(answer.html).not.toContain('<script>')
    }
    expect((await citizen.post(address, { number: '811218-9877' })).html).toContain('value="811218-9877"')
    expect(await stateAtDesk(held)).toBe('asked')
    expect((await citizen.post(address, { number: NUMBER })).status).toBe(303)
  })

  it('is taken once, and only from its own page', async () => {
    const { citizen, held, address } = await asked()
    expect((await citizen.post(address, { number: NUMBER }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    const both = await Promise.all([
      citizen.post(address, { number: NUMBER }),
      citizen.post(address, { number: '20121212-1212' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect((await citizen.get(address)).html).toContain('redan lämnat')
    expect((await events(held)).filter((event) => event === 'citizen identity.answered')).toHaveLength(1)
  })

  it('may be declined, and both are told', async () => {
    const { citizen, held, address } = await asked()
    expect((await citizen.post(address, { number: '', no: '1' })).status).toBe(303)
    expect(await citizen.page()).toContain('Numret lämnades inte')
    expect(await stateAtDesk(held)).toBe('declined')
    expect((await citizen.post(address, { number: NUMBER })).status).toBe(410)
  })

  it('runs out, and gives way to a newer one', async () => {
    const first = await asked()
    await adele!.act({ act: 'ask-securely', ...first.held })
    const newer = await first.citizen.formAddress()
    expect(newer).not.toBe(first.address)
    expect((await first.citizen.get(first.address)).status).toBe(410)
    expect((await first.citizen.get(newer)).status).toBe(200)
    leap += 15 * 60_000
    const late = await first.citizen.post(newer, { number: NUMBER })
    expect([late.status, late.html.includes('gäller inte längre')]).toEqual([410, true])
  })

  it('is of no use when the chat has ended meanwhile', async () => {
    const { citizen, held, address } = await asked()
    await adele!.act({ act: 'finish', ...held, reason: 'answered' })
    const over = await citizen.post(address, { number: NUMBER })
    expect([over.status, over.html.includes('Chatten är avslutad')]).toEqual([410, true])
    expect(await read(adele, held)).toMatchObject({ kind: 'refused' })
  })

  it('is not sent to somebody with a protected identity: they are shown phone and letter', async () => {
    const { citizen, held, address } = await asked()
    await citizen.press('Jag har skyddad identitet')
    const closed = await citizen.get(address)
    expect([closed.status, closed.html.includes('id="number"')]).toEqual([200, false])
    expect(closed.html).toContain('08-508 00 508')
    const before = await citizen.formAddress()
    expect(await adele!.act({ act: 'ask-securely', ...held })).toMatchObject({ kind: 'refused', why: 'protected-shown' })
    expect(await citizen.formAddress()).toBe(before)
    expect(await events(held)).toContain('staff identity.not-asked')
  })

  it('is not there for who chats elsewhere than on our page', async () => {
    const { held } = await talking()
    await lotsen.database.executeSql(`update hand_off set channel = 'msteams' where id = '${held.handOff}'`)
    expect(await adele!.act({ act: 'ask-securely', ...held })).toMatchObject({ kind: 'refused', why: 'no-form' })
  })
})

describe('what is masked', () => {
  it('is counted beside the line, and in the audit of what staff write', async () => {
    const { citizen, held } = await talking()
    await citizen.say('mitt nummer är 811218-9876, och mitt kort 4111 1111 1111 1111 12/27')
    expect(await citizen.page()).toContain('ett personnummer')
    const row = (await lotsen.stores.desk.find(held.handOff))!
    const said = (await lotsen.stores.conversations.activities(row.key, 0)).find(({ activity }) =>
      activity.text?.includes('mitt nummer'),
    )
    expect(said?.activity.text).toBe('mitt nummer är ■■■■, och mitt kort ■■■■ 12/27')
    expect(said?.activity.channelData).toMatchObject({
      masked: { rule: 'chat', kinds: { 'personal-number': 1, 'card-number': 1 } },
    })
    await adele!.say(held, 'Är det 811218-9876?')
    await adele!.act({ act: 'note', handOff: held.handOff, key: 'a-note-key', text: '811218-9876 igen' })
    const audit = await lotsen.stores.desk.audit(held.handOff)
    for (const action of ['desk.said', 'desk.noted'])
      expect(audit.find((entry) => entry.action === action)?.detail).toMatchObject({ 'masked-personal-number': 1, rule: 'chat' })
  })
})
