import { readdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { tellOfProjects } from '../../../bot/jobs/projects-tell.js'
import { REASONS } from '../../../bot/domain/projects/stepped.js'
import { DUTY_KINDS } from '../../../bot/domain/projects/duties.js'
import { projectFolder } from '../../fixtures/content.js'
import { projectWords } from '../../fixtures/projects-door.js'
import { aRequest, running, WHO, type Who } from '../../fixtures/project.js'
import { telling } from '../../fixtures/told-projects.js'

const base = running().project
const STEERING: readonly Who[] = ['chair', 'vice', 'anna', 'bo']

type World = Awaited<ReturnType<typeof telling>>
const everybodyIn = async (world: World) => {
  for (const who of Object.keys(WHO) as Who[]) await world.install(who)
}

describe('a change request', () => {
  it('is a card that can be voted on in the chat of each who votes, and a line to everybody', async () => {
    const world = await telling()
    await everybodyIn(world)
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    for (const who of STEERING) {
      const lines = await world.lines(who)
      expect([who, lines.filter(({ activity }) => activity.attachments).length]).toEqual([who, 1])
    }
    const [line] = await world.lines('member')
    expect([line?.activity.text, (await world.lines('member')).length]).toEqual([
      expect.stringContaining('P-2027-001 Social systems'),
      1,
    ])
    expect(line?.activity.text).toContain('https://lotsen.example/staff#projects/social')
    expect(await world.untold()).toEqual([])
  })

  it('is told by mail to who has not installed the app, with where to decide', async () => {
    const world = await telling()
    await world.member(WHO.chair, ['project'], { email: 'chair@stad.example' })
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    const mails = await world.mails()
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['chair@stad.example', 'P-2027-001 Social systems'],
      ['chair@stad.example', 'Att besluta: P-2027-001 Social systems'],
    ])
    expect(mails.every(({ text }) => text.includes('https://lotsen.example/staff#projects/social'))).toBe(true)
  })

  it('shows what has been voted on every card, by changing the line where it is, and what was decided', async () => {
    const world = await telling()
    await everybodyIn(world)
    const { matters } = await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    for (const who of ['chair', 'anna', 'bo'] as const) {
      await world.act(who, { kind: 'voted', matter: matters[0]!.number, hash: matters[0]!.hash, choice: 'approve' })
      await world.tell()
    }
    const edits = (await world.lines('chair')).filter(({ activity }) => activity.id.startsWith('renew|'))
    expect(edits.length).toBe(3)
    expect(await world.stores.projects.cards(base.id)).toEqual([])
    expect((await world.stores.projects.find(base.id))?.project.plan?.revision).toBe(2)
  })
})

describe('the channel of the steering group', () => {
  it('has one card, which is asked anew by nobody and shows what has been voted', async () => {
    const world = await telling()
    const key = { channel: 'msteams', conversation: '19:steering' }
    const place = { project: base.id, conversation: key.conversation, language: 'en', by: WHO.chair, since: world.clock.now }
    await world.stores.projects.openPlace(place, 'channel', { serviceUrl: 'x' })
    const { matters } = await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    await world.act('chair', { kind: 'voted', matter: matters[0]!.number, hash: matters[0]!.hash, choice: 'approve' })
    await world.tell()
    const lines = await world.stores.conversations.activities(key, 0)
    expect(lines.map(({ activity }) => [activity.id.split('|')[0], activity.locale])).toEqual([
      ['matter', 'en'],
      ['renew', 'en'],
    ])
  })

  it('is asked there again, though nothing was said in it for so long that it was forgotten', async () => {
    const world = await telling()
    const { conversations, projects } = world.stores
    const key = { channel: 'msteams', conversation: '19:quiet' }
    const place = { project: base.id, conversation: key.conversation, language: 'sv', by: WHO.chair, since: world.clock.now }
    await projects.openPlace(place, 'channel', { serviceUrl: 'x' })
    const before = new Date('2999-01-01')
    const limits = { ordinaryBefore: before, sharedBefore: before, uploadsBefore: before, countersBefore: before }
    expect((await conversations.deleteExpired(limits)).conversations).toBe(1)
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    expect(await conversations.activities(key, 0)).toHaveLength(1)
    // Now a card waits there, and nothing more is forgotten until it does not.
    expect((await conversations.deleteExpired(limits)).conversations).toBe(0)
  })
})

describe('what is told', () => {
  it('is left for the next process when this one ends, between two changes', async () => {
    const world = await telling()
    await everybodyIn(world)
    for (const title of ['One', 'Two', 'Three'])
      await world.act('manager', { kind: 'change-requested', said: aRequest({ title }) })
    const ending = new AbortController()
    const { told } = world.stores.projects
    const store = {
      ...world.stores.projects,
      async told(...of: Parameters<typeof told>) {
        ending.abort()
        await told(...of)
      },
    }
    const all = (await world.untold()).length
    const first = await tellOfProjects({ ...world.needs, store }, ending.signal)
    expect(first.told).toBe(all / 3)
    expect(await world.tell()).toEqual({ told: all - first.told, putOff: 0 })
    expect(await world.untold()).toEqual([])
  })

  it('is told once, however often it is tried and whatever dies in between', async () => {
    let dies = 3
    const world = await telling()
    await everybodyIn(world)
    const { told } = world.stores.projects
    world.needs.store = {
      ...world.stores.projects,
      async told(ids, at) {
        if (dies-- > 0) throw new Error('The process dies here')
        await told(ids, at)
      },
    }
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    for (let tries = 0; tries < 5; tries++) {
      await world.tell()
      world.pass(7 * 3600)
    }
    for (const who of ['member', ...STEERING] as const) {
      const ids = (await world.lines(who)).map(({ activity }) => activity.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect([who, ids.length]).toEqual([who, who === 'member' ? 1 : 2])
    }
    expect(await world.untold()).toEqual([])
  })

  it('waits for somebody who cannot be reached, without holding up others, and is told when they can', async () => {
    const world = await telling()
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    expect(await world.tell()).toMatchObject({ told: 0 })
    await world.act('chair', { kind: 'meeting-called', on: '2027-02-01', at: '09:00', place: 'City Hall' })
    await everybodyIn(world)
    await world.tell()
    expect((await world.lines('chair')).length).toBe(1)
    world.pass(3600)
    await world.tell()
    expect((await world.lines('chair')).length).toBe(3)
    expect(await world.untold()).toEqual([])
  })

  it('is given up for who cannot be reached in a week', async () => {
    const world = await telling()
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    world.pass(8 * 24 * 3600)
    await world.tell()
    expect(await world.untold()).toEqual([])
  })

  it('is tried again when the records system takes nothing, for as long as that lasts', async () => {
    const taken: string[] = []
    let isUp = false
    const world = await telling({
      record: async (_row, { register, under }) => {
        if (!isUp) throw new Error('down')
        taken.push(`${under} ${register.what} ${register.number}`)
      },
    })
    await world.act('manager', { kind: 'thing-registered', thing: { what: 'decision', number: 1 } })
    for (let days = 0; days < 20; days++) {
      await world.tell()
      world.pass(24 * 3600)
    }
    isUp = true
    await world.tell()
    expect([taken, await world.untold()]).toEqual([['2027-0001 decision 1'], []])
  })
})

describe('the words', () => {
  const languages = readdirSync(`${projectFolder}locales`)
  it.each([...REASONS, 'changed-meanwhile', 'number-taken', 'elsewhere', 'gone', 'unreadable', 'too-large'])(
    'explain "%s" in every language',
    (why) => {
      for (const language of languages) expect(projectWords(language)(`project-refused.${why}`)).not.toContain('project-refused')
    },
  )
  it.each(DUTY_KINDS)('remind of "%s", oneself and those who answer for it', (kind) => {
    for (const language of languages)
      for (const who of ['duty', 'late'])
        expect(projectWords(language)(`project-told.${who}-${kind}`, { project: 'P', due: 'today' })).toMatch(/P.*today/)
  })
})
