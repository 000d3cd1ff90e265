import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CallAnswer, CallView } from '../../../bot/domain/phone/call-view.js'
import type { Sms } from '../../../bot/domain/phone/sms.js'
import { mailGateway } from '../../../bot/gateways/mail.js'
import { sendMail } from '../../../bot/jobs/send-mail.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { mailServer } from '../../fixtures/mail-server.js'
import { ADELE, ISAIAH, lastOf, LYNNE, openPhone, type OpenPhone } from '../../fixtures/phone-door.js'
import { talk } from '../../fixtures/talk.js'

const sms: Sms[] = []
let door: OpenPhone
let adele: Awaited<ReturnType<OpenPhone['agent']>>
beforeAll(async () => {
  door = await openPhone({
    sms: async (one) => {
      sms.push(one)
      return 'sent'
    },
  })
  adele = await door.agent(ADELE)
})
afterAll(() => door.close())

const idsOf = (view: CallView): string[] => view.turns.at(-1)!.answers.flatMap(({ results }) => results.map(({ id }) => id))
const press = async (call: string, answer: CallAnswer, at: string, inputs: Record<string, string> = {}): Promise<CallView> =>
  (await adele.post(`/${call}/presses`, { key: randomUUID(), activity: answer.id, at, inputs })).body
const THING = { kind: 'thing', id: 'preschool-apply' } as const

describe('whose a call is', () => {
  it('is that of whoever began it: for others it is not there', async () => {
    const isaiah = await door.agent(ISAIAH)
    const { call } = await adele.start()
    expect((await adele.get(`/${call}`)).status).toBe(200)
    const others = await isaiah.get(`/${call}`)
    expect([others.status, others.body.error.code]).toEqual([404, 'not-there'])
    expect((await isaiah.post(`/${call}/said`, { key: randomUUID(), text: 'pass' })).status).toBe(404)
    await isaiah.start({ ends: call })
    expect((await adele.get(`/${call}`)).status).toBe(200)
  })

  it('asks for the permission, and for a session', async () => {
    const lynne = await door.agent(LYNNE)
    expect((await lynne.post('')).status).toBe(403)
    expect((await door.ask('/staff/api/phone/calls', { body: {} })).status).toBe(401)
  })

  it('is written down by its id only', async () => {
    const { call } = await adele.start()
    await adele.say(call, 'förskola')
    await adele.get(`/${call}`)
    const entries = await door.stores.desk.audit(call)
    expect(entries.map(({ action }) => action)).toEqual(['phone.began', 'phone.read'])
    expect(JSON.stringify(entries)).not.toContain('förskola')
  })

  it('ends when the next begins in the same tab, with everything that was said', async () => {
    const first = await adele.start()
    const other = await adele.start()
    await adele.say(first.call, 'förskola')
    const next = await adele.start({ ends: first.call })
    expect((await adele.get(`/${first.call}`)).status).toBe(404)
    expect((await adele.post(`/${first.call}/said`, { key: randomUUID(), text: 'pass' })).body.error.code).toBe('not-there')
    expect(await door.stores.conversations.activities({ channel: 'phone', conversation: first.call }, 0)).toEqual([])
    for (const { call } of [other, next]) expect((await adele.get(`/${call}`)).status).toBe(200)
  })
})

describe('what a call answers', () => {
  it.each([
    'jag behöver förskola till mitt barn',
    'min granne spelar hög musik',
    'pass',
    'my rent is too high',
    'bygglov för altan',
  ])('is what the chat answers: %s', async (question) => {
    const chat = await talk()
    const { call } = await adele.start()
    expect(idsOf(await adele.say(call, question))).toEqual((await chat.say(question)).ids)
  })

  it('names what was found in the language of the page, and reads it aloud in the caller’s', async () => {
    const { call } = await adele.start()
    const [thing] = lastOf(await adele.say(call, 'jag behöver förskola till mitt barn')).things
    expect(thing).toMatchObject({ item: THING, name: 'Apply for preschool', link: { url: expect.stringMatching(/^https:/) } })
    expect(thing?.ear[0]).toBe('Ansök om förskola.')
    expect(thing?.ways.join(' ')).toMatch(/Call.*Visit.*Paper/)
    expect(thing?.ear.join(' ')).not.toMatch(/https?:|[*[\]]/)
  })

  it('goes on in the language that is chosen', async () => {
    const { call, chosen } = await adele.start({ language: 'en' })
    expect(chosen).toBe('en')
    const view = await adele.say(call, 'jag behöver förskola till mitt barn')
    expect([view.language, lastOf(view).things[0]?.ear[0]]).toEqual(['en', 'Apply for preschool.'])
  })

  it('masks what nobody may keep, before anything is stored', async () => {
    const { call } = await adele.start()
    await adele.say(call, 'jag heter x och mitt personnummer är 19900101-0017, förskola')
    const stored = await door.stores.conversations.activities({ channel: 'phone', conversation: call }, 0)
    expect(JSON.stringify(stored)).not.toContain('0017')
  })

  it('tells of a crisis first, and what to read', async () => {
    const { call } = await adele.start()
    const answer = lastOf(await adele.say(call, 'min man slår mig'))
    expect(answer.outcome).toBe('crisis')
    expect(answer.ear[0]).toContain('1 1 2')
  })

  it('never has the agent say what the bot says of itself', async () => {
    const { call } = await adele.start()
    const answer = lastOf(await adele.say(call, 'prata med en människa'))
    expect(answer.ear.join(' ')).not.toContain('maskin')
    expect(answer.ear.join(' ')).toContain('0 8, 5 0 8')
  })

  it('takes the same thing that is sent twice once', async () => {
    const { call } = await adele.start()
    const said = { key: randomUUID(), text: 'pass' }
    await adele.post(`/${call}/said`, said)
    expect((await adele.post(`/${call}/said`, said)).body.turns).toHaveLength(1)
  })

  it('explains a button that is not there, and does nothing', async () => {
    const { call } = await adele.start()
    const answer = lastOf(await adele.say(call, 'pass'))
    const got = await adele.post(`/${call}/presses`, { key: randomUUID(), activity: answer.id, at: 'c7.9' })
    expect([got.status, got.body.error.code]).toEqual([409, 'old'])
    expect((await adele.post(`/${call}/presses`, { key: randomUUID(), activity: answer.id, at: 'pilot.plan' })).status).toBe(400)
  })

  it('refuses what is too long, in words, and what cannot be read', async () => {
    const { call } = await adele.start()
    const long = await adele.post(`/${call}/said`, { key: randomUUID(), text: 'a'.repeat(2001) })
    expect([long.status, long.body.error.message]).toEqual([413, expect.stringContaining('2000')])
    expect((await adele.post(`/${call}/said`, { text: 'pass' })).body.error.code).toBe('unreadable')
  })
})

/** A call in which the pilot has been asked for the plan as it is. */
async function withPlan(): Promise<{ call: string; answer: CallAnswer }> {
  const { call } = await adele.start()
  let answer = lastOf(await adele.say(call, 'jag vill öppna ett café med uteservering'))
  if (answer.forms.at(-1)?.fields.some(({ id }) => id === 'type'))
    answer = lastOf(await press(call, answer, answer.forms.at(-1)!.at, { type: 'cafe' }))
  const plan = answer.choices.find(({ title }) => title === 'Visa planen nu')!
  return { call, answer: lastOf(await press(call, answer, plan.at)) }
}

describe('the permit pilot in a call', () => {
  it('asks with choices, and comes to a plan whose code is read letter by letter', async () => {
    const { answer } = await withPlan()
    expect(answer.plan?.code).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    const spelled = answer
      .plan!.code.split('-')
      .map((group) => Array.from(group).join(' '))
      .join(', ')
    expect(answer.ear.at(-1)).toContain(spelled)
    expect(answer.plan?.steps.length).toBeGreaterThan(0)
  })

  it('gives an answer by the fields of its form', async () => {
    const { call } = await adele.start()
    const asked = lastOf(await adele.say(call, 'vilka tillstånd behöver jag'))
    const form = asked.forms.at(-1)!
    const next = lastOf(await press(call, asked, form.at, { [form.fields[0]!.id]: form.fields[0]!.choices[0]!.value }))
    expect(next.outcome).toBe('permit-question')
    expect(next.forms.at(-1)!.fields.length).toBeGreaterThan(0)
  })
})

describe('what is sent', () => {
  const mail = (call: string, body: object) =>
    adele.post(`/${call}/mails`, { key: randomUUID(), to: 'caller@example.org', items: [THING], language: 'sv', ...body })

  it('goes by e-mail through a real server, once, in the caller’s language, and the address is gone afterwards', async () => {
    const { call, answer } = await withPlan()
    const server = await mailServer()
    const body = { key: randomUUID(), items: [THING, { kind: 'plan' }] }
    expect((await mail(call, body)).body).toEqual({ sent: true })
    expect((await mail(call, body)).body).toEqual({ sent: true })
    const post = mailGateway({ url: server.url(), from: 'lotsen@stockholm.example', log: silentLog })
    let sent = 0
    const done = new Promise<void>((all) => {
      const sending = sendMail({
        mails: { ...door.stores.mails, sent: async (key) => door.stores.mails.sent(key).then(() => void (sent++, all())) },
        send: post.send,
        waking: door.stores.waking,
        now: () => new Date('2026-11-23T09:00:00Z'),
        log: silentLog,
      })
      closing.push(() => sending.close())
    })
    await done
    await Promise.all(closing.map((close) => close()))
    expect(sent).toBe(1)
    expect(server.received).toHaveLength(1)
    const [{ to, mail: received }] = server.received as [(typeof server.received)[0]]
    expect([to, received.subject]).toEqual([['caller@example.org'], 'Svar från Stockholms stad'])
    for (const text of [received.text, received.html]) {
      expect(text).toContain('Ansök om förskola')
      expect(text).toContain(answer.plan!.code)
      expect(text).toContain('https://lotsen.example/plans/')
      expect(text).toContain('raderas')
    }
    expect(await door.stores.mails.countWaiting()).toBe(0)
    post.close()
    await server.stop()
  })
  const closing: (() => Promise<void>)[] = []

  it('needs a whole address, and something that there is', async () => {
    const { call } = await adele.start()
    expect((await mail(call, { to: 'caller@' })).body.error.code).toBe('wrong-address')
    expect((await mail(call, { to: 'a@example.org, b@example.org' })).body.error.code).toBe('wrong-address')
    expect((await mail(call, { items: [{ kind: 'thing', id: 'nothing' }] })).body.error.code).toBe('nothing-chosen')
    expect((await mail(call, { items: [{ kind: 'plan' }] })).body.error.code).toBe('nothing-chosen')
    expect((await mail(call, { items: [] })).status).toBe(400)
  })

  it('goes by SMS with a whole number, short', async () => {
    const { call } = await adele.start()
    const text = (body: object) =>
      adele.post(`/${call}/texts`, { key: 'a-key-of-a-text', to: '070-174 06 05', items: [THING], language: 'sv', ...body })
    expect((await text({})).body).toEqual({ sent: true })
    expect(sms.at(-1)).toMatchObject({
      to: '+46701740605',
      text: expect.stringMatching(/^Stockholms stad:\nAnsök om förskola https:/),
    })
    expect((await text({ to: '08-508 00 508' })).body.error.code).toBe('wrong-number')
    expect((await text({ items: Array.from({ length: 15 }, () => THING) })).body.error.code).toBe('sms-too-long')
  })

  it('is not sent by SMS where that is not connected', async () => {
    const without = await openPhone()
    const agent = await without.agent(ADELE)
    const { call, ways } = await agent.start()
    const got = await agent.post(`/${call}/texts`, {
      key: 'a-key-of-a-text',
      to: '070-174 06 05',
      items: [THING],
      language: 'sv',
    })
    expect([ways.sms, got.status, got.body.error.code]).toEqual([false, 409, 'no-sms'])
    await without.close()
  })

  it('is a sheet to print, once for each ticket, with the address in it alone', async () => {
    const { call } = await adele.start()
    const ticket = await adele.ticket()
    const fields = {
      ticket,
      call,
      language: 'sv',
      items: JSON.stringify([THING]),
      to: 'Test <b>Testsson</b>\nProvgatan 1\n111 11 Stockholm',
    }
    const sheet = await door.form(fields)
    expect(sheet.status).toBe(200)
    expect(sheet.text).toContain('Test &lt;b&gt;Testsson&lt;/b&gt;<br>Provgatan 1<br>111 11 Stockholm')
    expect(sheet.text).toContain('Ansök om förskola')
    expect([sheet.headers.get('cache-control'), sheet.headers.get('content-security-policy')]).toEqual([
      'no-store',
      expect.stringContaining("default-src 'none'"),
    ])
    expect((await door.form(fields)).status).toBe(403)
    expect(JSON.stringify(await door.stores.desk.audit(call))).not.toContain('Provgatan')
  })

  it('is shown to nobody without a ticket, from another site, or of another’s call', async () => {
    const { call } = await adele.start()
    const fields = { call, language: 'sv', items: JSON.stringify([THING]) }
    expect((await door.form({ ...fields, ticket: 'x' })).status).toBe(403)
    expect((await door.form({ ...fields, ticket: await adele.ticket() }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const isaiah = await door.agent(ISAIAH)
    expect((await door.form({ ...fields, ticket: await isaiah.ticket() })).status).toBe(404)
    const lynne = await door.agent(LYNNE)
    expect((await door.form({ ...fields, ticket: await lynne.ticket() })).status).toBe(403)
  })
})
