import { afterEach, describe, expect, it } from '@jest/globals'
import type { SMTPServerOptions } from 'smtp-server'
import type { Mail } from '../../../bot/domain/mail.js'
import { mailGateway } from '../../../bot/gateways/mail.js'
import { sendMail } from '../../../bot/jobs/send-mail.js'
import { createLog, silentLog } from '../../../bot/telemetry/log.js'
import { selfSigned } from '../../fixtures/certificate.js'
import { mailServer, refusal } from '../../fixtures/mail-server.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

const START = new Date('2026-03-01T10:00:00Z')
const FROM = 'lotsen@stockholm.example'

const aMail = (changes: Partial<Mail> = {}): Mail => ({
  key: 'call-back 1',
  to: 'anna@example.org',
  subject: 'Vi ringer upp – å, ä, ö',
  text: 'Hej Åsa,\n\nvi ringer före 15.00.',
  about: 'hand-off 1',
  ...changes,
})

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** The job over memory and a real mail server, with a clock that only the test moves. */
async function aRoom({
  server: options,
  ca,
  log = silentLog,
}: { server?: SMTPServerOptions; ca?: string; log?: typeof silentLog } = {}) {
  const server = await mailServer(options)
  const stores = memoryStores()
  const gateway = mailGateway({ url: server.url(), from: FROM, log, ca })
  const clock = { at: START, poll: () => undefined as void }
  let handed = 0
  let answered = 0
  const job = sendMail({
    mails: stores.mails,
    async send(mail) {
      handed += 1
      return gateway.send(mail).finally(() => (answered += 1))
    },
    waking: stores.waking,
    now: () => clock.at,
    log,
    clock: {
      every(_milliseconds, work) {
        clock.poll = work
        return () => (clock.poll = () => undefined)
      },
      wait: async () => undefined,
      random: () => 1,
    },
  })
  opened.push(
    () => server.stop(),
    () => gateway.close(),
    () => job.close(),
  )
  /** What can go on has gone on, the mail server's part included. */
  const quiet = async () => {
    do for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate)
    while (answered < handed)
    for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate)
  }
  const put = async (mail: Mail) => {
    await stores.mails.put(mail, clock.at)
    await quiet()
  }
  const later = async (seconds: number) => {
    clock.at = new Date(clock.at.getTime() + seconds * 1000)
    clock.poll()
    await quiet()
  }
  return { server, stores, put, later, quiet, tries: () => handed }
}

describe('a mail', () => {
  it('arrives once, with every letter of its subject, text, page and attachments', async () => {
    const { server, put, later, stores } = await aRoom()
    const content = Uint8Array.from({ length: 3000 }, (_, index) => index % 256)
    const attachments = [{ name: 'Tillståndsplan för Åsas kök.pdf', contentType: 'application/pdf', content }]
    await put(aMail({ html: '<p>Hej Åsa</p>', attachments }))
    await put(aMail())
    await later(1000)
    expect(server.received).toHaveLength(1)
    const [{ from, to, mail }] = server.received as [(typeof server.received)[0]]
    expect([from, to]).toEqual([FROM, ['anna@example.org']])
    expect(mail).toMatchObject({
      subject: 'Vi ringer upp – å, ä, ö',
      text: 'Hej Åsa,\n\nvi ringer före 15.00.\n',
      html: '<p>Hej Åsa</p>\n',
      attachments: [{ filename: 'Tillståndsplan för Åsas kök.pdf', mimeType: 'application/pdf' }],
    })
    expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(content)
    expect(await stores.mails.countWaiting()).toBe(0)
  })

  it('is kept while the mail server is down, and arrives when it is up again', async () => {
    const { server, put, later, stores } = await aRoom()
    await server.stop()
    await put(aMail())
    await later(2)
    expect([server.received, await stores.mails.countWaiting()]).toEqual([[], 1])
    await server.start()
    await later(3)
    expect(server.received).toHaveLength(0)
    await later(1)
    expect([server.received.length, await stores.mails.countWaiting()]).toEqual([1, 0])
  })

  it.each([
    ['of this recipient', { onRcptTo: (_to: unknown, _session: unknown, done: (error: Error) => void) => done(refusal(451)) }],
    [
      'of our sender, for good too',
      { onMailFrom: (_from: unknown, _session: unknown, done: (error: Error) => void) => done(refusal(553)) },
    ],
  ])('is tried again after a refusal for now %s', async (_whose, server) => {
    const room = await aRoom({ server })
    await room.put(aMail())
    await room.later(2)
    expect([room.tries(), await room.stores.mails.countWaiting(), await room.stores.sendFailures.countUnseen()]).toEqual([
      2, 1, 0,
    ])
  })

  it('is given up at once when the recipient is refused for good, a person is told, and others’ mails go on', async () => {
    const { server, put, later, stores, tries } = await aRoom({
      server: { onRcptTo: ({ address }, _session, done) => done(address === 'nobody@example.org' ? refusal(550) : null) },
    })
    await put(aMail({ to: 'nobody@example.org' }))
    await put(aMail({ key: 'call-back 2' }))
    await later(1000)
    expect(tries()).toBe(2)
    expect(server.received).toHaveLength(1)
    expect(await stores.sendFailures.unseen(10)).toMatchObject([
      { why: 'refused', what: { kind: 'mail', mail: 'call-back 1', about: 'hand-off 1' } },
    ])
  })

  it('is given up after three days, not before, and a person is told', async () => {
    const { server, put, later, stores } = await aRoom()
    await server.stop()
    await put(aMail())
    for (let hours = 0; hours < 71; hours++) await later(3600)
    expect([await stores.mails.countWaiting(), await stores.sendFailures.countUnseen()]).toEqual([1, 0])
    for (let hours = 0; hours < 2; hours++) await later(3600)
    expect(await stores.mails.countWaiting()).toBe(0)
    expect(await stores.sendFailures.unseen(10)).toMatchObject([{ why: 'too-long', what: { mail: 'call-back 1' } }])
  })

  it('cannot be given another header or recipient by a subject, a name or an address', async () => {
    const { server, put, stores } = await aRoom()
    const evil = 'Hej\r\nBcc: thief@example.org\r\n\r\nX'
    const attachments = [{ name: `a"\r\nX-Evil: 1.pdf`, contentType: 'text/plain\r\nX-Evil: 2', content: Uint8Array.of(1) }]
    await put(aMail({ subject: evil, attachments }))
    const [{ to, mail, raw }] = server.received as [(typeof server.received)[0]]
    expect(to).toEqual(['anna@example.org'])
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail.subject).toBe('Hej Bcc: thief@example.org X')
    expect(raw).not.toMatch(/^(?:bcc|x-evil):/im)
    for (const [index, address] of [
      'a@example.org, b@example.org',
      'a@example.org\r\nRCPT TO:<b@example.org>',
      '<a@example.org>',
    ].entries())
      await put(aMail({ key: `evil ${index}`, to: address }))
    expect(server.received).toHaveLength(1)
    expect(await stores.sendFailures.countUnseen()).toBe(3)
  })

  it('goes encrypted where the server offers it, and not at all when its certificate is not believed', async () => {
    const { key, cert } = selfSigned('localhost')
    const server = { key, cert, disabledCommands: [] }
    const trusting = await aRoom({ server, ca: cert })
    await trusting.put(aMail())
    expect(trusting.server.received).toMatchObject([{ secure: true }])
    const wary = await aRoom({ server })
    await wary.put(aMail())
    expect([wary.server.received, await wary.stores.mails.countWaiting()]).toEqual([[], 1])
  })

  it('leaves no address and no word in the log', async () => {
    const lines: string[] = []
    const log = createLog('debug', { write: (line: string) => void lines.push(line) })
    const { put, later } = await aRoom({ log, server: { onRcptTo: (_to, _session, done) => done(refusal(550)) } })
    await put(aMail())
    await later(10)
    expect(lines.join('')).toContain('a mail was given up')
    expect(lines.join('')).not.toMatch(/anna|example\.org|Åsa|ringer/)
  })
})
