import { describe, expect, it } from '@jest/globals'
import type { Parcel } from '../../../bot/domain/conversations/sending.js'
import { OFFICE } from '../../../bot/domain/projects/actor.js'
import { dayOf } from '../../../bot/domain/projects/calendar.js'
import type { DutyKind } from '../../../bot/domain/projects/duties.js'
import { outbox } from '../../../bot/jobs/outbox.js'
import { remindOfProjects, type RemindNeeds } from '../../../bot/jobs/projects-remind.js'
import { tickProjects } from '../../../bot/jobs/projects-tick.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { projectService, projectWords } from '../../fixtures/projects-door.js'
import { busyProject as busy } from '../../fixtures/busy-project.js'
import { days, running, START, WHO } from '../../fixtures/project.js'

const PEOPLE = 5000
const EACH = 50

function reminding(change: Partial<RemindNeeds> = {}) {
  const world = projectService({}, days(7, START))
  const { stores, clock } = world
  const needs: RemindNeeds = {
    ...{ teams: stores.teams, lines: stores.lines, mails: stores.mails, store: stores.projects },
    member: world.needs.member,
    translate: projectWords,
    languages: ['sv', 'en'],
    office: async () => [WHO.office],
    whoIs: world.projects.whoIs,
    link: () => 'https://lotsen.example/staff#projects',
    now: () => clock.now,
    log: silentLog,
    ...change,
  }
  return {
    ...world,
    needs,
    remind: () => remindOfProjects(needs),
    install: async (person: string) => {
      const [tenant = '', oid = ''] = person.split('|')
      const address = { serviceUrl: 'http://127.0.0.1:9/', tenant }
      await stores.teams.keepReference({ tenant, oid, conversation: `a:${oid}`, address }, clock.now)
    },
    linesOf: async (person: string) =>
      (await stores.conversations.activities({ channel: 'msteams', conversation: `a:${person.split('|')[1]}` }, 0)).map(
        ({ activity }) => activity.text ?? '',
      ),
  }
}

describe('the monthly run for five thousand people', () => {
  it('misses nobody, tells nobody twice, and keeps to what Teams takes', async () => {
    const world = reminding()
    const people = Array.from({ length: PEOPLE }, (_, n) => `s|person-${n}`)
    for (const person of people) await world.install(person)
    for (let n = 0; n < PEOPLE; n += EACH) await world.put(busy(`p-${String(n).padStart(4, '0')}`, people.slice(n, n + EACH)))
    const { made } = await world.remind()
    expect(made).toBeGreaterThanOrEqual(PEOPLE)

    const sent: { to: string; at: number }[] = []
    await sendAll(world, ({ conversation }) => sent.push({ to: conversation, at: world.clock.now.getTime() }))
    expect(new Set(sent.map(({ to }) => to)).size).toBe(PEOPLE)
    expect(sent.length).toBe(PEOPLE)
    expect(
      mostWithin(
        sent.map(({ at }) => at),
        1000,
      ),
    ).toBeLessThanOrEqual(60)
    // A tenant takes thirty a second: five thousand cannot be told sooner.
    expect(world.clock.now.getTime() - sent[0]!.at).toBeGreaterThan(((PEOPLE - 60) / 30) * 1000 * 0.9)
  })
})

/** The real outbox with its real budget, on a clock that only its own waits move. */
async function sendAll({ stores, clock }: ReturnType<typeof reminding>, onSent: (parcel: Parcel) => void): Promise<void> {
  let poll: () => void = () => undefined
  const job = outbox({
    conversations: stores.conversations,
    budget: stores.budget,
    tenantOf: () => 's',
    channels: ['msteams'],
    waking: stores.waking,
    now: () => clock.now,
    log: silentLog,
    send: async (parcel) => {
      onSent(parcel)
      return { kind: 'sent' }
    },
    clock: {
      every(_milliseconds, work) {
        poll = work
        return () => undefined
      },
      async wait(milliseconds) {
        clock.now = new Date(clock.now.getTime() + milliseconds)
      },
      random: () => 0.5,
    },
  })
  for (let rounds = 0; rounds < 600; rounds++) {
    for (let turns = 0; turns < 200; turns++) await new Promise(setImmediate)
    if (!(await stores.conversations.takeUndelivered('msteams', new Date(clock.now.getTime() + 3_600_000), 0))) break
    clock.now = new Date(clock.now.getTime() + 1000)
    poll()
  }
  await job.close()
}

function mostWithin(times: readonly number[], milliseconds: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  let [first, most] = [0, 0]
  for (const [last, at] of sorted.entries()) {
    while (at - sorted[first]! >= milliseconds) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

describe('reminders', () => {
  const MEMBERS = ['s|kim', 's|lee']

  it('are one message for each, with everything of all their projects', async () => {
    const world = reminding()
    await world.install('s|kim')
    await world.put(busy('a', MEMBERS))
    await world.put(busy('b', MEMBERS))
    await world.remind()
    const [text, ...more] = await world.linesOf('s|kim')
    expect(more).toEqual([])
    expect(text).toMatch(/2 påminnelser/)
    expect(text).toContain('a Social systems')
    expect(text).toContain('b Social systems')
  })

  it('are not sent again the same day, nor by a run that takes up where another died', async () => {
    const world = reminding()
    for (const person of MEMBERS) await world.install(person)
    await world.put(busy('a', MEMBERS))
    const { reminded } = world.stores.projects
    let dies = 1
    world.needs.store = {
      ...world.stores.projects,
      async reminded(made, at) {
        if (dies-- > 0) throw new Error('The process dies here')
        await reminded(made, at)
      },
    }
    await expect(world.remind()).rejects.toThrow('dies')
    await world.remind()
    await world.remind()
    for (const person of MEMBERS) expect([person, (await world.linesOf(person)).length]).toEqual([person, 1])
  })

  it('that a run had sent when it died are not told again the next day, with what is new then', async () => {
    const world = reminding()
    for (const person of MEMBERS) await world.install(person)
    await world.put(busy('a', MEMBERS))
    const { reminded } = world.stores.projects
    let dies = 1
    world.needs.store = {
      ...world.stores.projects,
      async reminded(made, at) {
        if (dies-- > 0) throw new Error('The process dies here')
        await reminded(made, at)
      },
    }
    await expect(world.remind()).rejects.toThrow('dies')
    world.clock.now = days(1, world.clock.now)
    await world.remind()
    const texts = await Promise.all(MEMBERS.map((person) => world.linesOf(person)))
    const told = texts.map((of) => of.join('\n').match(/^- /gm)?.length)
    // Monday's and, a day late, Tuesday's: whether in one message or in two.
    expect(told).toEqual([2, 2])
    expect(texts.map(({ length }) => length).toSorted()).toEqual([1, 2])
  })

  it('of days that were missed are told when the clock runs again', async () => {
    const world = reminding()
    await world.install('s|kim')
    await world.put(busy('a', MEMBERS))
    await world.remind()
    world.clock.now = days(3, world.clock.now)
    await world.remind()
    const texts = await world.linesOf('s|kim')
    expect(texts.length).toBe(2)
  })

  it('reach those of the portfolio office in one message each, with what is their own to do', async () => {
    // Before `office` in the order of letters, and after it.
    const office = ['a|clerk', WHO.office]
    const world = reminding({ office: async () => office })
    for (const person of office) await world.install(person)
    await world.put(busy('a', []))
    const today = dayOf(world.clock.now)
    const reminder = (to: string, kind: DutyKind, isEscalation: boolean) => {
      const duty = { key: `a/${kind}`, project: 'a', kind, who: [WHO.manager], due: today }
      return { project: 'a', reminder: { key: `a/${kind}/${to}`, to, on: today, duty, isEscalation } }
    }
    const made = [
      ...office.map((person) => reminder(person, 'vote', false)),
      reminder(OFFICE, 'progress-report', true),
      // What one has to do oneself is not told once more as somebody else's.
      reminder(OFFICE, 'vote', true),
    ]
    await world.stores.projects.remind(made, today)
    expect(await world.remind()).toMatchObject({ people: 2, unreached: 0 })
    for (const person of office) {
      const messages = await world.linesOf(person)
      const [text = '', ...more] = messages
      const [own, others] = text
        .split(projectWords('sv')('project-told.digest-others'))
        .map((part) => part.match(/^- /gm)?.length)
      expect([person, own, others, more]).toEqual([person, 1, 1, []])
    }
    expect(await world.stores.projects.unreminded(9)).toEqual([])
  })

  it('do not reach people on a day off', async () => {
    const world = reminding()
    await world.install('s|kim')
    await world.put(busy('a', MEMBERS))
    // Epiphany, a Wednesday: nobody hears of anything.
    world.clock.now = new Date('2027-01-06T08:00:00Z')
    expect(await world.remind()).toMatchObject({ people: 0 })
  })

  it('that nobody can be given are told of to the portfolio office', async () => {
    const world = reminding()
    await world.install(WHO.office)
    await world.member('s|kim', ['project'], { name: 'Kim' })
    await world.put(busy('a', ['s|kim']))
    expect((await world.remind()).unreached).toBeGreaterThan(0)
    expect((await world.linesOf(WHO.office)).join()).toMatch(/Teams-appen eller en e-postadress/)
  })
})

describe('time', () => {
  it('counts votes that are due in every project, though one of them fails', async () => {
    const world = reminding()
    for (const id of ['a', 'b', 'c']) await world.put({ ...running().project, id, number: id })
    const acted: string[] = []
    await tickProjects({
      store: world.stores.projects,
      projects: {
        act: async (todo) => {
          acted.push(todo.project)
          if (todo.project === 'b') throw new Error('b is broken')
          return world.projects.act(todo)
        },
      },
      log: silentLog,
    })
    expect(acted).toEqual(['a', 'b', 'c'])
  })
})
