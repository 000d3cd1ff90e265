import { describe, expect, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { tellStaff } from '../../../bot/jobs/tell-staff.js'
import type { DeskNotice } from '../../../bot/domain/desk/ports.js'
import type { StaffMember } from '../../../bot/domain/desk/staff-member.js'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { digestsOf, leadsOf } from '../../../bot/jobs/staff-digests.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { projectFolder, realContent } from '../../fixtures/content.js'
import { later, MONDAY } from '../../fixtures/desk.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

const QUEUE = 'contact-centre'
const content = await realContent()
const translate = translator(loadWords(`${projectFolder}locales`, readdirSync(`${projectFolder}locales`)))

const aLead = (oid: string, change: Partial<StaffMember> = {}): StaffMember => ({
  tenant: 't',
  oid,
  name: oid,
  team: 'Kontaktcenter',
  roles: ['lead'],
  queues: [QUEUE],
  languages: ['sv'],
  topics: [],
  capacity: 3,
  presence: 'available',
  ...change,
})
const aNotice = (id: string, change: Partial<DeskNotice> = {}): DeskNotice => ({
  id,
  at: MONDAY,
  to: { kind: 'lead', queue: QUEUE },
  what: 'long-wait',
  handOff: `h-${id}`,
  ...change,
})

/** Leads and notices as they are kept, and what comes of telling. */
async function telling(staff: StaffMember[], notices: DeskNotice[]) {
  const stores = memoryStores()
  const told: string[] = []
  let at = MONDAY
  const desk = {
    staff: async () => staff,
    untoldNotices: async () => notices.filter(({ id }) => !told.includes(id)),
    told: async (ids: readonly string[]) => void told.push(...ids),
  }
  const tell = () =>
    tellStaff({
      ...{ desk, teams: stores.teams, lines: stores.lines, mails: stores.mails, rates: stores.rates },
      content: () => content,
      translate,
      languages: ['sv', 'en'],
      deskLink: () => 'https://lotsen.example/staff',
      now: () => at,
      log: silentLog,
    })
  return {
    told,
    tell,
    stores,
    pass: (seconds: number) => void (at = later(at, seconds)),
    install: ({ tenant, oid }: StaffMember) =>
      stores.teams.keepReference({ tenant, oid, conversation: `a:${oid}`, address: { serviceUrl: 'x' } }, at),
    messages: async (oid: string) =>
      (await stores.conversations.activities({ channel: 'msteams', conversation: `a:${oid}` }, 0)).map(
        ({ activity }) => activity.text,
      ),
    mails: async () => {
      const taken = []
      for (let mail = await stores.mails.take(at, 60); mail; mail = await stores.mails.take(at, 60)) taken.push(mail)
      return taken.map(({ to, subject }) => [to, subject])
    },
  }
}

describe('telling the shift lead', () => {
  it('is one message for all that have waited long, in the chat with the bot', async () => {
    const world = await telling([aLead('anna')], [aNotice('1'), aNotice('2')])
    await world.install(aLead('anna'))
    await world.tell()
    expect(await world.messages('anna')).toEqual([
      expect.stringMatching(/^2 personer har väntat länge[^]*lotsen\.example\/staff/),
    ])
    expect([world.told, await world.mails()]).toEqual([['1', '2'], []])
  })

  it('is a mail for who has not installed the app', async () => {
    const world = await telling([aLead('anna', { email: 'anna@lotsen.example' })], [aNotice('1')])
    await world.tell()
    expect(await world.mails()).toEqual([['anna@lotsen.example', 'Någon har väntat länge']])
    expect(world.told).toEqual(['1'])
  })

  it('stays untold when nobody can be reached, and is told when somebody can', async () => {
    const world = await telling([aLead('anna')], [aNotice('1')])
    await world.tell()
    expect(world.told).toEqual([])
    await world.install(aLead('anna'))
    await world.tell()
    expect(world.told).toEqual(['1'])
  })

  it('is done once a minute at most for each kind, and nothing is lost meanwhile', async () => {
    const notices = [aNotice('1')]
    const world = await telling([aLead('anna')], notices)
    await world.install(aLead('anna'))
    await world.tell()
    notices.push(aNotice('2'), aNotice('3', { what: 'threat' }))
    await world.tell()
    expect(world.told).toEqual(['1', '3'])
    world.pass(60)
    await world.tell()
    expect([world.told, (await world.messages('anna')).length]).toEqual([['1', '3', '2'], 3])
  })

  it('leaves what is for agents and teams to the desk', async () => {
    const notices = [aNotice('1', { to: { kind: 'agent', agent: 't|bo' }, what: 'chat-lost' })]
    const world = await telling([aLead('anna', { email: 'anna@lotsen.example' })], notices)
    await world.tell()
    expect([world.told, await world.mails()]).toEqual([[], []])
  })

  it("tells the queue's owner by mail of a promise that is very late", async () => {
    const notices = [aNotice('1', { to: { kind: 'owner', queue: QUEUE }, what: 'promise-late' })]
    const world = await telling([], notices)
    await world.tell()
    expect(await world.mails()).toEqual([[content.queues.get(QUEUE)?.owner, 'Ett löfte är försenat']])
  })
})

describe('who is the shift lead', () => {
  const away = aLead('away', { presence: 'off-shift' })
  const there = aLead('there')
  const other = aLead('other', { queues: ['permits'] })
  const agent = aLead('agent', { roles: ['agent'] })
  it.each([
    ['those at work', [away, there, other, agent], ['there']],
    ['all of the queue when none is at work', [away, other, agent], ['away']],
    ['all leads when the queue has none', [other, agent], ['other']],
    [
      'those whose shift it is',
      [aLead('shift', { presence: 'off-shift', shift: { from: MONDAY, until: later(MONDAY, 1) } }), away],
      ['shift'],
    ],
  ])('%s', (_, staff, expected) => expect(leadsOf(QUEUE, staff, MONDAY).map(({ oid }) => oid)).toEqual(expected))

  it('gathers by person and kind', () => {
    const notices = [aNotice('1'), aNotice('2', { what: 'threat' }), aNotice('3')]
    const digests = digestsOf(notices, [there], () => undefined, MONDAY)
    expect(digests.map(({ what, notices }) => [what, notices.length])).toEqual([
      ['long-wait', 2],
      ['threat', 1],
    ])
  })
})
