import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { StoredActivity } from '../../bot/domain/conversations/message.js'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { agentAt, citizenAt, type Held } from '../fixtures/desk-clients.js'
import { MONDAY } from '../fixtures/desk.js'
import { formWith, PDF, PNG, PROGRAM } from '../fixtures/files.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const [alex, megan] = DEVELOPMENT_PEOPLE.map(({ oid }) => oid)
let lotsen: Started
const open: { close(): void }[] = []

beforeAll(async () => {
  lotsen = await startLotsen({
    env: { STAFF_SIGN_IN: 'development', LIMIT_UPLOAD_BYTES: '2000' },
    overrides: { now: () => MONDAY },
  })
}, 60_000)
afterAll(() => lotsen?.close())
afterEach(() => open.splice(0).forEach((one) => one.close()))

type Agent = Awaited<ReturnType<typeof agentAt>>
type Refusal = { kind: string; why?: string; message?: string }

/** A chat that Alex has taken. */
async function chatting() {
  const kim = await citizenAt(lotsen.url, lotsen.directLineSecret)
  const at = await agentAt(lotsen.url, alex!)
  open.push(kim, at)
  await at.act({ act: 'presence', presence: 'available' })
  at.says({ kind: 'beat' })
  const held = await at.take(await kim.asksForPerson())
  at.open(held.handOff)
  await kim.textHeard('Alex')
  return { kim, at, held }
}
const fileHeard = (activity: StoredActivity): boolean => activity.attachments?.[0]?.contentUrl !== undefined

const countFiles = async (): Promise<unknown> =>
  (await lotsen.database.executeSql('select count(*)::int as files from upload')).rows

async function sendFile({ session }: Agent, { handOff, term }: Held, body: FormData, key = 'file-key-1'): Promise<Refusal> {
  const response = await fetch(`${lotsen.url}/staff/api/chats/${handOff}/attachments?term=${term}&key=${key}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, 'accept-language': 'sv' },
    body,
  })
  return (await response.json()) as Refusal
}

describe('a file from an agent', () => {
  it('reaches the citizen with name and size, once, however often it is sent', async () => {
    const { kim, at, held } = await chatting()
    const pdf = formWith(PDF, 'application/pdf', 'beslut 900101-0017.pdf')
    expect(await sendFile(at, held, pdf)).toMatchObject({ kind: 'done' })
    expect(await sendFile(at, held, pdf)).toMatchObject({ kind: 'done' })
    const line = await kim.heard.until(fileHeard)
    const [file] = line.attachments!
    expect(line).toMatchObject({ from: { id: 'agent', name: 'Alex' }, channelData: { attachmentSizes: [PDF.byteLength] } })
    expect(line.speak).toContain('Alex har skickat en fil')
    expect(file).toMatchObject({ contentType: 'application/pdf', name: expect.stringMatching(/^beslut .*\.pdf$/) })
    expect(JSON.stringify(line)).not.toContain('0017')
    await at.say(held, 'Det var allt.')
    await kim.textHeard('Det var allt.')
    expect(kim.heard.had.filter(fileHeard)).toHaveLength(1)
    const fetched = await fetch(file!.contentUrl!)
    expect(fetched.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(PDF)
    expect((await fetch(file!.contentUrl!.replace(/t=.*/, 't=x'))).status).toBe(403)
  })

  it('stands in the transcript, where whoever reads the chat can save it, and is written down', async () => {
    const { at, held } = await chatting()
    await sendFile(at, held, formWith(PNG, 'image/png', 'karta.png'))
    const shown = await at.lines.until(({ attachments }) => attachments !== undefined)
    expect(shown).toMatchObject({ from: { kind: 'agent', name: 'Alex' }, attachments: [{ name: 'karta.png' }] })
    const saved = await fetch(`${lotsen.url}${shown.attachments![0]!.url}`, {
      headers: { authorization: `Bearer ${at.session}` },
    })
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(PNG)
    const sent = (await lotsen.stores.desk.audit(held.handOff)).filter(({ action }) => action === 'desk.file-sent')
    expect(sent).toEqual([expect.objectContaining({ by: at.id, detail: expect.objectContaining({ bytes: PNG.byteLength }) })])
    expect(JSON.stringify(sent)).not.toContain('karta')
  })

  it.each([
    ['of a kind that may not be sent', PROGRAM, 'application/x-msdownload', 'file-type', 'JPG, PNG, PDF, TXT, högst 2'],
    ['that is not what it says', PROGRAM, 'image/png', 'file-type', 'JPG, PNG, PDF, TXT'],
    ['that is too large', Buffer.concat([PNG, Buffer.alloc(2000)]), 'image/png', 'file-too-large', 'högst 2'],
    ['that is far too large', Buffer.concat([PNG, Buffer.alloc(900_000)]), 'image/png', 'file-too-large', 'högst 2'],
    ['that is empty', Buffer.alloc(0), 'image/png', 'file-empty', 'tom'],
  ])('%s is refused in words, and nothing reaches the citizen', async (_, bytes, type, why, words) => {
    const { kim, at, held } = await chatting()
    const refused = await sendFile(at, held, formWith(bytes, type, 'fil.png'))
    expect(refused).toMatchObject({ kind: 'refused', why, message: expect.stringContaining(words) })
    await at.say(held, 'Hej')
    await kim.textHeard('Hej')
    expect(kim.heard.had.filter(fileHeard)).toEqual([])
  })

  it('is refused to whoever does not hold the chat, and when it has ended; one that arrived before that is confirmed', async () => {
    const { kim, at, held } = await chatting()
    const other = await agentAt(lotsen.url, megan!)
    open.push(other)
    const pdf = formWith(PDF, 'application/pdf', 'a.pdf')
    const before = await countFiles()
    expect(await sendFile(other, held, pdf)).toMatchObject({ kind: 'refused', why: 'not-yours' })
    expect(await sendFile(at, { ...held, term: held.term + 1 }, pdf)).toMatchObject({ kind: 'refused', why: 'not-yours' })
    expect(await countFiles()).toEqual(before)
    expect(await sendFile(at, held, pdf, 'arrived-before')).toMatchObject({ kind: 'done' })
    await at.act({ act: 'finish', ...held, reason: 'answered' })
    expect(await sendFile(at, held, pdf, 'came-too-late')).toMatchObject({ kind: 'refused', why: 'ended' })
    expect(await sendFile(at, held, pdf, 'arrived-before')).toMatchObject({ kind: 'done' })
    await kim.heard.until(fileHeard)
    expect(kim.heard.had.filter(fileHeard)).toHaveLength(1)
  })
})

describe('a file from a citizen', () => {
  it('is read by the agent who has the chat, with its size for the page', async () => {
    const { kim, at, held } = await chatting()
    const response = await fetch(`${lotsen.url}/v3/directline/conversations/${kim.conversationId}/upload?userId=dl_citizen`, {
      method: 'POST',
      headers: { authorization: `Bearer ${kim.token}` },
      body: formWith(PNG, 'image/png', 'skylt.png'),
    })
    expect(await response.json()).toMatchObject({ quiet: true })
    const line = await at.lines.until(({ attachments }) => attachments?.[0]?.name === 'skylt.png')
    expect(line).toMatchObject({ handOff: held.handOff, from: { kind: 'citizen' } })
    const own = await kim.heard.until(fileHeard)
    expect(own.channelData).toMatchObject({ attachmentSizes: [PNG.byteLength] })
  })
})
