import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { brokenAt } from '../../bot/domain/projects/audit.js'
import type { Effect } from '../../bot/domain/projects/stepped.js'
import { summaryOf } from '../../bot/domain/projects/summary.js'
import { namedBy } from '../../bot/domain/desk/staff-member.js'
import { openDatabase, type Database } from '../../bot/store/open-database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { aBeginning, aProject } from '../fixtures/a-project-change.js'
import { busyProject } from '../fixtures/busy-project.js'
import { builtProgram } from '../fixtures/built-program.js'
import { connector } from '../fixtures/connector.js'
import { killed } from '../fixtures/on-one-database.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'
import { aRequest, days, play, START, toExecution, WHO } from '../fixtures/project.js'
import { caller, sessionOf, type Caller } from '../fixtures/projects-callers.js'
import { projectWords } from '../fixtures/projects-door.js'
import type { Point } from '../fixtures/projects-reminder.js'

const PATIENCE_MILLISECONDS = 60_000
let postgres: Postgres
let database: Database
let stores: Stores
let teams: Awaited<ReturnType<typeof connector>>

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const began = Date.now(); !(await isSo()); await pause(25))
    if (Date.now() - began > PATIENCE_MILLISECONDS) throw new Error(`${what} never came`)
}

/** A row with the staff, and the app in Teams. */
async function joins(person: string): Promise<void> {
  const who = namedBy(person)
  await stores.desk.saveMember({
    ...{ ...who, name: who.oid, team: 'Projekt', roles: ['project'], queues: [], languages: ['sv'], topics: [], capacity: 1 },
    presence: 'off-shift',
  })
  const conversation = `a:${who.oid}`
  const place = { id: conversation, conversationType: 'personal', tenantId: who.tenant }
  const ids = { bot: { id: '28:lotsen' }, user: { id: `29:${who.oid}` } }
  const address = { channelId: 'msteams', serviceUrl: teams.serviceUrl, conversation: place, ...ids }
  await stores.teams.keepReference({ ...who, conversation, address }, START)
}
/** A project in execution, of which everything so far has been told. */
async function keepRunning(): Promise<string> {
  const { project, filings } = toExecution(play(aProject()))
  await stores.projects.change(aBeginning(project, { filings }))
  return project.id
}
/** What somebody was reminded of, message by message. */
const digestsOf = async (person: string): Promise<string[]> => {
  const lines = await stores.conversations.activities({ channel: 'msteams', conversation: `a:${namedBy(person).oid}` }, 0, 10_000)
  return lines.filter(({ activity }) => activity.id.startsWith('project-digest|')).map(({ activity }) => activity.text ?? '')
}
/** What it says of those that it does not list. */
const MORE = new RegExp(projectWords('sv')('project-told.digest-more', { count: 777 }).replace('777', '(\\d+)'))

beforeAll(async () => {
  postgres = await startPostgres({ max_connections: '100' })
  database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
  stores = storesOf(database)
  teams = await connector()
  for (const person of Object.values(WHO)) await joins(person)
})
afterAll(async () => {
  await teams.close()
  await database.close()
  await postgres.remove()
})

describe('three whole Lotsens on one database, of which two are killed while people work', () => {
  const CLIENTS = [WHO.manager, WHO.owner, WHO.manager, WHO.owner, WHO.manager, WHO.owner]
  const BEFORE_A_KILL = 15
  const ALTOGETHER = 60
  let built: Awaited<ReturnType<typeof builtProgram>>
  let processes: ChildProcess[]
  let callers: Caller[]

  beforeAll(async () => {
    built = await builtProgram('fast-lotsen')
    const began = String(Date.now())
    processes = [1, 2, 3].map(() => fork(built.program, [postgres.url, began, '1', START.toISOString()]))
    const urls = (await Promise.all(processes.map((each) => once(each, 'message')))).map(([url]) => String(url))
    const tokenKey = await stores.settings.once('token-key', () => 'never made here')
    const sessions = await Promise.all(CLIENTS.map((person) => sessionOf(person, tokenKey, START)))
    callers = sessions.map((session) => caller(urls, session))
    callers.forEach((one, at) => one.beginAt(at % 3))
  }, 120_000)
  afterAll(async () => {
    await Promise.all((processes ?? []).map(killed))
    built?.remove()
  })

  it('tell the second of two editors what it has become, on whichever server each of them is', async () => {
    const id = await keepRunning()
    for (let round = 0; round < 8; round++) {
      const { seen, name } = (await callers[1]!.see(id)).body as { seen: { name: string }; name: string }
      const names = ['One', 'Other'].map((one) => `${one} ${round}`)
      const answers = await Promise.all(
        names.map((one, at) => callers[at * 2 + 1]!.act(id, { kind: 'renamed', name: one }, { seen: seen.name })),
      )
      expect([round, answers.map(({ status }) => status).toSorted()]).toEqual([round, [200, 409]])
      const first = names[answers.findIndex(({ status }) => status === 200)]!
      expect(first).not.toBe(name)
      const { error } = answers.find(({ status }) => status === 409)!.body as { error: unknown }
      expect(error).toMatchObject({ code: 'changed-meanwhile', now: { name: first } })
      expect((await stores.projects.find(id))!.project.name).toBe(first)
    }
  })

  it('lose nothing that anybody did, do nothing twice, and tell everybody of everything once', async () => {
    const id = await keepRunning()
    const begun: string[] = []
    const done: string[] = []
    const work = async (one: Caller, at: number): Promise<void> => {
      for (let n = 0; begun.length < ALTOGETHER; n++) {
        const key = `${at}-${n}`
        begun.push(key)
        const { status } = await one.act(id, { kind: 'change-requested', said: aRequest({ title: key, edits: [] }) }, { key })
        if (status !== 200) throw new Error(`${key} was answered ${status}`)
        done.push(key)
      }
    }
    const working = Promise.all(callers.map(work))
    working.catch(() => undefined)
    for (const dying of [0, 1]) {
      await Promise.race([until('work', () => done.length >= BEFORE_A_KILL * (dying + 1)), working])
      await killed(processes[dying]!)
    }
    await working

    const { project: after, version } = (await stores.projects.find(id))!
    expect(after.requests.map(({ latest }) => latest.title).toSorted()).toEqual(begun.toSorted())
    const filed = await stores.projects.filings(id, ['change-request'])
    expect(filed.length).toBe(begun.length)
    const audit = await stores.projects.audit(id)
    expect(brokenAt(audit, (await stores.projects.auditEnd(id))?.hash)).toBeUndefined()
    expect(audit.filter(({ action }) => action === 'change-requested').length).toBe(begun.length)
    expect(version).toBe(1 + begun.length)
    expect((await stores.projects.summaries({})).find((one) => one.id === id)).toEqual(summaryOf(after))
    await until('the telling', async () => (await stores.projects.untold(1, days(9999))).length === 0)
    expect(await linesOf(id)).toEqual(await linesOwed(id))
    expect([processes[2]!.exitCode, processes[2]!.signalCode]).toEqual([null, null])
  }, 180_000)

  /** Every line that is about the project, but for changes of cards. */
  async function linesOf(project: string): Promise<string[]> {
    const text = `select conversation || ' ' || id as line from activity where channel = 'msteams' and id like $1 and edits is null`
    const { rows } = await database.executeSql(text, [`%|${project}%`])
    return (rows as { line: string }[]).map(({ line }) => line).toSorted()
  }
  /** What its changes have set off, as they are stored. */
  async function linesOwed(project: string): Promise<string[]> {
    const { rows } = await database.executeSql('select id, effect from project_notice where project = $1', [project])
    const owed = (rows as { id: string; effect: Effect }[]).flatMap(({ id, effect }) => {
      const change = id.slice(0, id.lastIndexOf(':'))
      if ('tell' in effect) return effect.tell.map((person) => [person, `project-told|${change}|${person}`])
      if ('ask' in effect) return effect.ask.map((person) => [person, `matter|${project}|${effect.matter}|1|${person}`])
      return []
    })
    return [...new Set(owed.map(([person = '', line]) => `a:${namedBy(person).oid} ${line}`))].toSorted()
  }
})

describe('a run of reminders that is killed again and again', () => {
  const PEOPLE = Array.from({ length: 60 }, (_, n) => `s|reminded-${String(n).padStart(2, '0')}`)
  const EACH = 15
  /** On which day a run is killed, and where: at the n-th time that it comes to the point. `done`: it is let go on to the end. */
  const RUNS: readonly (readonly [day: Date, point: Point, time: number])[] = [
    [days(7), 'made', 1],
    [days(7), 'sent', 1],
    [days(7), 'sent', 9],
    [days(7), 'marked', 5],
    [days(7), 'sent', 4],
    [days(8), 'sent', 1],
    [days(8), 'made', 1],
    [days(8), 'sent', 7],
    [days(8), 'done', 1],
    [days(8), 'done', 1],
  ]
  let built: Awaited<ReturnType<typeof builtProgram>>
  beforeAll(async () => {
    built = await builtProgram('projects-reminder')
    for (const person of PEOPLE) await joins(person)
    for (let n = 0; n < PEOPLE.length; n += EACH)
      for (const copy of ['a', 'b']) {
        const project = busyProject(`reminded-${copy}-${n}`, PEOPLE.slice(n, n + EACH))
        await stores.projects.change({
          ...{ after: project, summary: summaryOf(project), filings: [], effects: [], audit: [], at: START },
        })
      }
  })
  afterAll(() => built?.remove())

  async function run(day: Date, point: Point, time: number): Promise<void> {
    const child = fork(built.program, [postgres.url, day.toISOString()])
    const ended = once(child, 'exit')
    let times = 0
    try {
      for (;;) {
        const [came] = (await Promise.race([once(child, 'message'), ended])) as [unknown]
        if (typeof came !== 'string') throw new Error(`the run ended with ${String(came)} before it was ${point}`)
        if (came === point) times += 1
        if (times === time) return
        child.send('go on')
      }
    } finally {
      await killed(child)
    }
  }

  it('tells everybody everything, and nothing twice', async () => {
    for (const [day, point, time] of RUNS) await run(day, point, time)
    expect(await stores.projects.unreminded(9)).toEqual([])
    const counted = `select hearer, count(*)::int as count from project_reminder group by hearer`
    const owed = (await database.executeSql(counted)).rows as { hearer: string; count: number }[]
    expect(owed.map(({ hearer }) => hearer)).toEqual(expect.arrayContaining(PEOPLE))
    for (const { hearer, count } of owed) {
      const sayings = await digestsOf(hearer)
      const told = sayings.flatMap((text) => text.split('\n').filter((line) => line.startsWith('- ')))
      const untold = sayings.map((text) => Number(MORE.exec(text)?.[1] ?? 0))
      expect([hearer, told.length + untold.reduce((sum, more) => sum + more, 0)]).toEqual([hearer, count])
      // One message each day at most.
      expect([hearer, sayings.length <= 2]).toEqual([hearer, true])
    }
  }, 180_000)
})
