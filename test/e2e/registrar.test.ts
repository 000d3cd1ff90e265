import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { agentAt, type Held } from '../fixtures/desk-clients.js'
import { citizenByForms, type FormCitizen } from '../fixtures/form-citizen.js'
import { mailServer, type Received } from '../fixtures/mail-server.js'
import { pdfIn } from '../fixtures/read-pdf.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

// A Tuesday forenoon in Stockholm, when every queue is open.
const OPENED = Date.parse('2026-03-03T09:30:00.000Z')
const ADELE = '00000000-0000-0000-0000-0000000000022'

let leap = 0
const started = Date.now()
const now = (): Date => new Date(OPENED + (Date.now() - started) + leap)
let lotsen: Started
let post: Awaited<ReturnType<typeof mailServer>>
let adele: Awaited<ReturnType<typeof agentAt>>

async function talking(): Promise<{ citizen: FormCitizen; held: Held }> {
  const citizen = await citizenByForms(lotsen.url)
  await citizen.say('snöröjning')
  const handOff = await citizen.asksForPerson()
  await adele.act({ act: 'presence', presence: 'available' })
  const held = await adele.take(handOff)
  await citizen.say('Jag klagar på snöröjningen 😀 på Testgatan. Jag är 811218-9876.')
  await adele.say(held, 'Jag skickar det vidare.')
  return { citizen, held }
}
const register = (held: Held, as: 'complaint' | 'application' = 'complaint') => adele.act({ act: 'register', ...held, as })
const receipts = async (citizen: FormCitizen): Promise<string[]> =>
  (await citizen.page()).match(/Referens: [0-9A-F]{8}-\d+/g) ?? []

/** The mails about a chat, once there are so many. */
async function mailsAbout(reference: string, count = 1): Promise<Received[]> {
  for (;;) {
    const found = post.received.filter(({ mail }) => mail.subject?.includes(reference))
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const bytesOf = (mail: Received['mail'], ending: string): Buffer => {
  const { content } = mail.attachments.find(({ filename }) => filename?.endsWith(ending))!
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
}

beforeAll(async () => {
  post = await mailServer()
  const env = { STAFF_SIGN_IN: 'development', SMTP_URL: post.url(), MAIL_FROM: 'lotsen@stockholm.example' }
  lotsen = await startLotsen({ env, overrides: { now } })
  adele = await agentAt(lotsen.url, ADELE)
}, 120_000)
afterAll(async () => {
  adele?.close()
  await lotsen?.close()
  await post?.stop()
})

describe('a chat that is sent to the registrar', () => {
  it('is sent as it is stored, as text, PDF and JSON with its hash, and the citizen is told', async () => {
    const { citizen, held } = await talking()
    expect(await register(held)).toMatchObject({ kind: 'done' })
    const [receipt = ''] = await receipts(citizen)
    expect(await citizen.page()).toContain('allmän handling')
    const reference = receipt.replace('Referens: ', '')
    const [{ to, mail }] = (await mailsAbout(reference)) as [Received]
    expect(to).toEqual(['registrar@stockholm.example'])
    expect(mail.subject).toBe(`Klagomål från chatten att registrera (${reference})`)

    for (const part of [
      'snöröjningen 😀 på Testgatan. Jag är ■■■■.',
      'Adele (handläggare)',
      'Jag skickar det vidare.',
      'personnummer: 1',
      'EXEMPEL 2026/1',
    ])
      expect([part, mail.text?.includes(part)]).toEqual([part, true])
    const json = bytesOf(mail, '.json')
    expect(mail.text).toContain(createHash('sha256').update(json).digest('hex'))
    const chat = JSON.parse(json.toString('utf8')) as { lines: { seq: number; activity: unknown }[]; disposal: unknown }
    const row = (await lotsen.stores.desk.find(held.handOff))!
    const stored = (await lotsen.stores.conversations.activities(row.key, 0)).filter(
      ({ activity }) => activity.type === 'message',
    )
    expect(chat.lines).toEqual(JSON.parse(JSON.stringify(stored.slice(0, chat.lines.length))))
    expect(stored).toHaveLength(chat.lines.length + 1)
    expect(chat.disposal).toEqual({
      rule: 'chat',
      decision: 'EXEMPEL 2026/1',
      from: '2026-01-01',
      masked: { 'personal-number': 1 },
    })
    const pdf = await pdfIn(bytesOf(mail, '.pdf'))
    expect([pdf.isTagged, pdf.language, pdf.title]).toEqual([true, 'sv', 'Klagomål i chatten'])
    expect(pdf.text.replace(/\s+/g, ' ')).toContain('Jag skickar det vidare.')
    expect(pdf.text.replace(/\s+/g, ' ')).toContain('Alla tecken i samtalet kan inte visas')
    expect(JSON.stringify([mail.text, json.toString('utf8'), pdf.text])).not.toContain('9876')
    const entry = (await lotsen.stores.desk.audit(held.handOff)).find(({ action }) => action === 'transcript.registered')
    expect(entry?.detail).toMatchObject({ as: 'complaint', sha256: createHash('sha256').update(json).digest('hex') })
  })

  it('is sent once, until something more has been said', async () => {
    const { citizen, held } = await talking()
    await register(held)
    expect(await register(held)).toMatchObject({ kind: 'refused', why: 'registered' })
    expect(await register(held, 'application')).toMatchObject({ kind: 'refused', why: 'registered' })
    await citizen.say('Det gäller också Provgatan.')
    expect(await register(held, 'application')).toMatchObject({ kind: 'done' })
    const [first = '', second = ''] = (await receipts(citizen)).map((receipt) => receipt.replace('Referens: ', ''))
    expect(second).not.toBe(first)
    const [{ mail }] = (await mailsAbout(second)) as [Received]
    expect(mail.subject).toContain('Ansökan')
    expect(mail.text).toContain('Provgatan')
    expect(await mailsAbout(first)).toHaveLength(1)
  })

  it('waits for a mail server that is down, and is sent when it is up', async () => {
    await post.stop()
    const { citizen, held } = await talking()
    expect(await register(held)).toMatchObject({ kind: 'done' })
    const [receipt = ''] = await receipts(citizen)
    expect(await lotsen.stores.mails.countWaiting()).toBe(1)
    await post.start()
    leap += 60_000
    expect(await mailsAbout(receipt.replace('Referens: ', ''))).toHaveLength(1)
  })

  it('has the files with it that the citizen sent, and names those that are gone', async () => {
    const { citizen, held } = await talking()
    const { key } = (await lotsen.stores.desk.find(held.handOff))!
    const bytes = Buffer.from('bild')
    await lotsen.stores.uploads.save({ id: 'kept-file', key, name: 'bild.txt', contentType: 'text/plain', bytes, at: now() })
    const attachments = ['kept-file', 'gone-file'].map((id) => ({
      contentType: 'text/plain',
      name: `${id}.txt`,
      contentUrl: `/v3/directline/attachments/${id}?t=a-key-to-the-file`,
    }))
    const activity = {
      id: 'with-files',
      type: 'message' as const,
      timestamp: now().toISOString(),
      from: { id: 'c', role: 'user' as const },
      text: '',
      attachments,
    }
    await lotsen.stores.lines.append(key, [{ activity }], now())
    await register(held)
    const [receipt = ''] = await receipts(citizen)
    const [{ mail }] = (await mailsAbout(receipt.replace('Referens: ', ''))) as [Received]
    expect(bytesOf(mail, '1-bild.txt').toString('utf8')).toBe('bild')
    expect(mail.text).toContain('gone-file.txt')
    expect(bytesOf(mail, '.json').toString('utf8')).not.toContain('a-key-to-the-file')
  })

  it('is sent only by who holds it', async () => {
    const { held } = await talking()
    expect(await register({ ...held, term: held.term + 1 })).toMatchObject({ kind: 'refused', why: 'not-yours' })
    await adele.act({ act: 'finish', ...held, reason: 'filed' })
    expect(await register(held)).toMatchObject({ kind: 'refused', why: 'not-yours' })
  })
})
