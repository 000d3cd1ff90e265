import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { projectFolder } from '../fixtures/content.js'
import { correcting, type Correcting } from '../fixtures/corrections-page.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const QUESTION = 'ansök om förskola'
const OLD = '08-508 00 508'
const NEW = '08-123 45 67'
const POINT = 'kontaktcenter-stockholm'

let postgres: Postgres
let one: Started
let other: Started
let patti: Correcting
let alex: Correcting
const folder = join(mkdtempSync(join(tmpdir(), 'lotsen-')), 'content')
const file = join(folder, 'contact', `${POINT}.yaml`)

beforeAll(async () => {
  cpSync(join(projectFolder, 'content'), folder, { recursive: true })
  postgres = await startPostgres()
  // So long between looks that whatever is heard is heard by news alone.
  const env = { DATABASE_URL: postgres.url, STAFF_SIGN_IN: 'development', CONTENT_POLL_SECONDS: '3600' }
  one = await startLotsen({ env, contentDir: folder })
  other = await startLotsen({ env, contentDir: folder })
  patti = await correcting(one.url, 'Patti')
  alex = await correcting(other.url, 'Alex')
})
afterAll(async () => {
  await Promise.all([one?.close(), other?.close()])
  await postgres?.remove()
})

/** Everything that a citizen is answered, in one text. */
async function answer(url: string, text = QUESTION): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: randomUUID(), channelId: 'test', serviceUrl: 'http://127.0.0.1:1/', locale: 'sv-SE', text },
      ...{ deliveryMode: 'expectReplies', from: { id: 'visitor' }, recipient: { id: 'bot' } },
      conversation: { id: randomUUID() },
    }),
  })
  return response.text()
}

/** Asks until the answer is another: news travels to the other instance by itself. */
async function answered(url: string, words: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    const text = await answer(url)
    if (text.includes(words) || tries > 100) return text
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const phones = (...numbers: string[]) => ({ is: 'value' as const, value: numbers })
const phonesOf = (editor: Correcting) => editor.fieldOf('contact', POINT, 'phones')

describe('a number that is corrected on one of two instances', () => {
  it('is the next answer of both, with nothing learned anew', async () => {
    expect(await answer(one.url)).toContain(OLD)
    const index = (await (await fetch(`${one.url}/health`)).json()) as { index: unknown }
    const { body } = await patti.publish(await phonesOf(patti), phones(NEW), 'the number has moved')
    expect(body).toMatchObject({ kind: 'done', version: 1, field: { standing: 'corrected', live: { value: [NEW] } } })
    expect(await answer(one.url)).toContain(NEW)
    expect(await answered(other.url, NEW)).not.toContain(OLD)
    expect(await (await fetch(`${one.url}/health`)).json()).toMatchObject({ index: index.index })
  })

  it('is shown with who, when and why on the other', async () => {
    const field = await phonesOf(alex)
    expect(field.history).toMatchObject([{ version: 1, by: expect.stringMatching(/^Patti/), why: 'the number has moved' }])
    const { body } = await alex.ask('corrections')
    expect(body.recent).toMatchObject([{ kind: 'contact', entry: POINT, field: 'phones' }])
    expect(await one.stores.desk.audit(`contact/${POINT}/phones`)).toMatchObject([{ action: 'content.corrected' }])
  })

  it('is the old number again when it is rolled back on the other', async () => {
    const { body } = await alex.publish(await phonesOf(alex), { is: 'undo', version: 1 })
    expect(body).toMatchObject({ kind: 'done', field: { standing: 'file' } })
    expect(await answer(other.url)).toContain(OLD)
    expect(await answered(one.url, OLD)).not.toContain(NEW)
    expect((await phonesOf(patti)).history[1]).toMatchObject({ undone: { by: expect.stringMatching(/^Alex/) } })
  })

  it('is still corrected after a restart', async () => {
    await patti.publish(await phonesOf(patti), phones(NEW))
    await one.close()
    const env = { DATABASE_URL: postgres.url, STAFF_SIGN_IN: 'development', CONTENT_POLL_SECONDS: '3600' }
    one = await startLotsen({ env, contentDir: folder })
    patti = await correcting(one.url, 'Patti')
    expect(await answer(one.url)).toContain(NEW)
  })
})

describe('two editors of the same number at once', () => {
  it('are one who publishes, and one who is told and shown what stands now', async () => {
    const [seen, seenToo] = await Promise.all([phonesOf(patti), phonesOf(alex)])
    const both = await Promise.all([patti.publish(seen, phones('08-1 11 11')), alex.publish(seenToo, phones('08-2 22 22'))])
    const kinds = both.map(({ body }) => body.kind).sort()
    expect(kinds).toEqual(['done', 'refused'])
    const won = both.find(({ body }) => body.kind === 'done')!.body.field.live
    const told = both.find(({ body }) => body.kind === 'refused')!.body
    expect(told).toMatchObject({ why: 'changed-meanwhile', now: { live: won, version: 3 + 1 } })
    expect(told.message).toMatch(/first/)
  })

  it('are not told that they were first when the same is sent twice', async () => {
    const seen = await phonesOf(patti)
    const [first, again] = [await patti.publish(seen, phones(NEW)), await patti.publish(seen, phones(NEW))]
    expect([first.body.kind, again.body.kind, again.body.version]).toEqual(['done', 'done', first.body.version])
  })
})

describe('what is not good', () => {
  it('is refused in words, and nothing is changed', async () => {
    const seen = await phonesOf(patti)
    const { body } = await patti.publish(seen, phones(NEW, 'ring oss'))
    expect(body).toMatchObject({ kind: 'refused', why: 'unreadable', message: expect.stringMatching(/^Line 2: .*phone number/) })
    expect((await phonesOf(patti)).version).toBe(seen.version)
  })

  it.each<[string, unknown, number, string]>([
    ['a reason of two letters', { why: 'no' }, 200, 'no-reason'],
    ['a kind that is not corrected', { kind: 'canned-answers' }, 400, 'broken'],
    ['no value', { wanted: { is: 'magic' } }, 400, 'broken'],
  ])('is refused for %s', async (_, change, status, why) => {
    const { kind, entry, field, version, filed } = await phonesOf(patti)
    const asked = { kind, entry, field, wanted: phones('08-9'), seen: { version, filed }, why: 'a test', ...(change as object) }
    expect(await patti.ask('corrections', asked)).toMatchObject({ status, body: { kind: 'refused', why } })
  })

  it('is nobody’s but a lead’s or an editor’s', async () => {
    const adele = await correcting(one.url, 'Adele')
    expect((await adele.ask('corrections')).status).toBe(403)
    const { kind, entry, field, version, filed } = await phonesOf(patti)
    const asked = { kind, entry, field, wanted: phones('08-9'), seen: { version, filed }, why: 'a test' }
    expect((await adele.ask('corrections', asked)).status).toBe(403)
    expect((await fetch(`${one.url}/staff/api/corrections`)).status).toBe(401)
  })
})

describe('a preview', () => {
  it('is the card that a citizen gets, before and after, in the language that is asked for, and changes nothing', async () => {
    const seen = await phonesOf(patti)
    const { body } = await patti.preview(seen, phones('08-987 65 43'))
    expect(body.before).toContain(NEW)
    expect(body.after).toContain('tel:089876543')
    expect(body.after).not.toContain(NEW)
    expect((await patti.preview(seen, phones('08-987 65 43'), 'en')).body.after).toContain('lang="en"')
    expect(await answer(one.url)).toContain(NEW)
  })

  it('says where the old number stands elsewhere', async () => {
    const seen = await patti.fieldOf('contact', 'stadens-vaxel', 'phones')
    const { body } = await patti.preview(seen, phones('08-987 65 43'))
    expect(body.elsewhere).toContain('Kontaktcenter Stockholm, parking permits')
  })

  it('says that a link leads to another site', async () => {
    const seen = await patti.fieldOf('services', 'preschool-apply', 'link')
    const { body } = await patti.preview(seen, { is: 'value', value: { kind: 'service', url: 'https://elsewhere.example/a' } })
    expect(body.sites).toMatchObject({ after: 'elsewhere.example' })
    expect(body.after).toContain('https://elsewhere.example/a')
  })

  it('tells of a queue the days that change, and what is said on the first of them', async () => {
    const seen = await patti.fieldOf('queues', 'building', 'exceptions')
    const day = new Date(Date.now() + 30 * 86_400_000)
    // A working day, whatever day it is today.
    while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
    const date = day.toISOString().slice(0, 10)
    const { body } = await patti.preview(seen, {
      is: 'value',
      value: [{ from: date, to: date, open: [{ from: '23:00', to: '23:30' }] }],
    })
    expect(body.days).toMatchObject([{ day: date, after: '23:00–23:30' }])
    expect(body.before).not.toBe(body.after)
    expect(body.moment.slice(0, 10)).toBe(date)
  })
})

describe('a new file', () => {
  const written = readFileSync(join(projectFolder, 'content/contact', `${POINT}.yaml`), 'utf8')

  it('that says another number is live, with the correction kept for somebody to decide', async () => {
    writeFileSync(file, written.replaceAll(OLD, '08-508 99 999'))
    // What looks by itself looks at the next news.
    const hours = await alex.fieldOf('queues', 'building', 'exceptions')
    await alex.publish(hours, { is: 'value', value: [{ from: '2030-01-02', to: '2030-01-02', open: [] }] })
    expect(await answered(other.url, '08-508 99 999')).toContain('08-508 99 999')
    const { body } = await alex.ask('corrections')
    expect(body.undecided).toMatchObject([
      {
        entry: POINT,
        field: 'phones',
        standing: 'file-changed',
        live: { value: ['08-508 99 999'] },
        undecided: { after: { value: [NEW] } },
      },
    ])
  })

  it('gives way when the correction is kept, and there is nothing to decide any more', async () => {
    const { body } = await alex.publish(await phonesOf(alex), { is: 'keep' })
    expect(body.field).toMatchObject({ standing: 'corrected', live: { value: [NEW] } })
    expect(await answer(other.url)).toContain(NEW)
    expect((await alex.ask('corrections')).body.undecided).toEqual([])
  })
})
