import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DEVELOPMENT_PEOPLE, type DevelopmentPerson } from '../../bot/domain/people/development-people.js'
import { agentAt, citizenAt, idOf } from '../fixtures/desk-clients.js'
import { later, MONDAY } from '../fixtures/desk.js'
import { mailServer, refusal } from '../fixtures/mail-server.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const [ALEX, MEGAN, ADELE] = DEVELOPMENT_PEOPLE.map(({ oid }) => oid) as [string, string, string]
const QUEUE = 'contact-centre'
const WITH_ADDRESS = { alex: 'alex@stad.example', megan: 'megan@stad.example' }
const LONG_WAIT = /^(Någon har väntat länge|Somebody has waited long)/

type Post = Awaited<ReturnType<typeof mailServer>>
let bot: Started
let post: Post
let passed = 0

beforeAll(async () => {
  post = await mailServer({
    onRcptTo: ({ address }, _, done) => done(address === WITH_ADDRESS.megan ? refusal(550) : null),
  })
  const began = Date.now()
  bot = await startLotsen({
    env: { STAFF_SIGN_IN: 'development', SMTP_URL: post.url(), MAIL_FROM: 'lotsen@stad.example' },
    overrides: { now: () => later(MONDAY, passed + (Date.now() - began) / 1000) },
  })
})
afterAll(async () => {
  await bot?.close()
  await post?.stop()
})

/** Gives a lead an address, as another lead would. */
const withAddress = async (lead: Awaited<ReturnType<typeof agentAt>>, oid: string, email: string) => {
  const { people } = await lead.get<{ people: { id: string; version: number }[] }>('/staff/api/people')
  const { version } = people.find(({ id }) => id === idOf(oid))!
  return lead.post('/staff/api/people/change', { id: idOf(oid), expects: version, change: { email } })
}
/** Looks again and again, some twenty seconds at most. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let look = 0; look < 400 && !isSo(); look++) await new Promise((next) => setTimeout(next, 50))
  expect(isSo()).toBe(true)
}
const namesOf = ({ name }: DevelopmentPerson): string => name

describe('whoever leads the shift', () => {
  it('is written to when somebody has waited too long, if the app is not there; what cannot be sent is on the list until seen to', async () => {
    const lead = await agentAt(bot.url, ALEX)
    expect((await lead.views.until(() => true)).me.hasTeamsApp).toBe(false)
    await withAddress(lead, ALEX, WITH_ADDRESS.alex)
    await withAddress(lead, MEGAN, WITH_ADDRESS.megan)
    lead.close()

    const citizen = await citizenAt(bot.url, bot.directLineSecret)
    const handOff = await citizen.asksForPerson()
    passed += 45 * 60
    await bot.stores.desk.heard('development', ADELE, later(MONDAY, passed), 'away')
    await until(() => post.received.some(({ mail }) => LONG_WAIT.test(mail.subject ?? '')))
    const mail = post.received.find(({ mail: { subject } }) => LONG_WAIT.test(subject ?? ''))!
    expect(mail.to).toEqual([WITH_ADDRESS.alex])
    expect(mail.mail.text).toContain('/staff')
    expect(mail.raw).not.toContain(handOff)

    const again = await agentAt(bot.url, ALEX)
    const { lead: seen } = await again.views.until(({ lead }) => (lead?.notSentCount ?? 0) > 0)
    expect(seen?.mailIsMissing).toBeUndefined()
    expect(seen?.notSent[0]).toMatchObject({ kind: 'mail', why: 'refused' })
    const { id } = seen!.notSent[0]!
    await again.act({ act: 'seen-to', failure: id })
    await until(() => again.views.had.at(-1)?.lead?.notSent.every((one) => one.id !== id) === true)
    again.close()
    citizen.close()
  })

  it('sees every notice that citizens are told now, and ends it', async () => {
    const lead = await agentAt(bot.url, ALEX)
    const soon = later(MONDAY, passed + 3600).toISOString()
    await lead.act({ act: 'post-notice', queue: QUEUE, text: 'Lång kö i dag', until: soon })
    await lead.act({ act: 'post-notice', text: 'Bank-id ligger nere', until: soon })
    const { lead: seen } = await lead.views.until((view) => view.lead?.said.length === 2)
    expect(seen?.said.map(({ text, queue }) => [text, queue])).toEqual([
      ['Lång kö i dag', expect.any(String)],
      ['Bank-id ligger nere', undefined],
    ])
    await lead.act({ act: 'end-notice', notice: seen!.said[0]!.id })
    await until(() => lead.views.had.at(-1)?.lead?.said.length === 1)
    lead.close()
  })

  it('is the only one who is shown that, and nobody is shown what a named colleague does', async () => {
    const agent = await agentAt(bot.url, ADELE)
    const view = await agent.views.until(() => true)
    expect(view.lead).toBeUndefined()
    const lead = await agentAt(bot.url, ALEX)
    const { colleagues } = await lead.views.until(({ colleagues: all }) => all.length > 0)
    for (const colleague of colleagues) {
      expect(DEVELOPMENT_PEOPLE.map(namesOf)).toContain(colleague.name)
      expect(Object.keys(colleague).sort()).toEqual(['id', 'name', 'presence', 'team'])
    }
    agent.close()
    lead.close()
  })
})

describe('where no mail server is set', () => {
  it('leads are told that mails reach nobody', async () => {
    const without = await startLotsen({ env: { STAFF_SIGN_IN: 'development' } })
    const lead = await agentAt(without.url, ALEX)
    expect((await lead.views.until(() => true)).lead).toMatchObject({ mailIsMissing: true, notSentCount: 0 })
    lead.close()
    await without.close()
  })
})
