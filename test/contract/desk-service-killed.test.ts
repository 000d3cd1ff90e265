import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { openDatabase, type Database } from '../../bot/store/open-database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { builtProgram } from '../fixtures/built-program.js'
import { agent, citizen, type Wrote } from '../fixtures/desk-wanderers.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'

// A minute's claim is six seconds here.
const SPEED = 10
const CITIZENS = 8
const PATIENCE_MILLISECONDS = 60_000
const AGENTS = DEVELOPMENT_PEOPLE.filter(({ roles }) => roles.includes('agent')).map(({ oid }) => oid)

type Seen = { id: string; status: string; holder: string | null; term: number | null; promised: boolean }
// One question, so that it is one moment.
const ALL = `
  select id, status, holder, term, exists (select from promise p where p.hand_off = h.id and p.state = 'open') as promised
  from hand_off h where ended_at is null`

describe('two whole Lotsens on one database, spoken to by HTTP and sockets, of which one is killed', () => {
  let postgres: Postgres
  let database: Database
  let stores: Stores
  let built: Awaited<ReturnType<typeof builtProgram>>
  let processes: ChildProcess[]
  let urls: string[]

  beforeAll(async () => {
    built = await builtProgram('fast-lotsen')
    postgres = await startPostgres({ max_connections: '80' })
    database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    stores = storesOf(database)
    const began = String(Date.now())
    processes = [1, 2].map(() => fork(built.program, [postgres.url, began, String(SPEED)]))
    urls = (await Promise.all(processes.map((each) => once(each, 'message')))).map(([url]) => String(url))
  }, 120_000)
  afterAll(async () => {
    const alive = processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    await Promise.all(alive.map((each) => (each.kill('SIGKILL'), once(each, 'exit'))))
    await database.close()
    await postgres.remove()
    built.remove()
  })

  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const all = async () => (await database.executeSql(ALL)).rows as Seen[]

  /** What is wrong at this moment; `holders` are those who have ever been seen to hold each claim. */
  const wrongNow = (seen: readonly Seen[], holders: Map<string, string>): string[] =>
    seen.flatMap(({ id, status, holder, term, promised }) => {
      if (holder === null) return promised || status === 'summary' ? [] : [`${id} is ${status}, and promised nothing`]
      const claim = `${id} ${term}`
      if ((holders.get(claim) ?? holder) !== holder) return [`${claim} was given to two`]
      holders.set(claim, holder)
      return []
    })

  /** What is wrong with the lines of one chat, when all is over. */
  async function wrongLines(chat: string, wrote: readonly Wrote[]): Promise<string[]> {
    const row = (await stores.desk.find(chat))!
    const lines = await stores.conversations.activities(row.key, 0, 100_000)
    const texts = lines.map(({ activity }) => activity.text)
    const wrong = lines.some(({ seq }, at) => seq !== at + 1) ? [`${chat} is not numbered one by one`] : []
    for (const { by, taken, refused } of wrote) {
      const places = taken.map((text) => texts.flatMap((said, at) => (said === text ? [at] : [])))
      if (places.some(({ length }) => length !== 1)) wrong.push(`a line of ${by} in ${chat} is lost or doubled`)
      if (places.flat().some((place, at, of) => at > 0 && place < of[at - 1]!)) wrong.push(`${by} is out of order in ${chat}`)
      if (refused.some((text) => texts.includes(text))) wrong.push(`what ${by} was given back was said in ${chat}`)
    }
    return wrong
  }

  it('loses nothing, doubles nothing, gives nothing to two, and has every chat back', async () => {
    let isOver = false
    const secret = 'a-secret-for-tests-only'
    const world = { urls, secret, beatMilliseconds: 15_000 / SPEED, isOver: () => isOver }
    const people = await Promise.all(Array.from({ length: CITIZENS }, (_, at) => citizen(world, `citizen-${at}`, at % 2)))
    const working = Promise.all([
      Promise.all(people.map(({ works }) => works())),
      // The first one's browser is gone with the server that is killed.
      Promise.all(AGENTS.map((oid, at) => agent(world, oid, at % 2, at === 0))),
    ])
    let failed: unknown
    working.catch((error: unknown) => (failed = error))
    const dead = `development|${AGENTS[0]}`
    const holders = new Map<string, string>()
    const wrong: string[] = []
    const watchUntil = async (what: string, isDone: (seen: readonly Seen[]) => boolean): Promise<void> => {
      const began = Date.now()
      for (let seen = await all(); !isDone(seen); seen = await all()) {
        wrong.push(...wrongNow(seen, holders))
        if (failed !== undefined) throw failed as Error
        if (wrong.length > 0) throw new Error(wrong.join('\n'))
        if (Date.now() - began > PATIENCE_MILLISECONDS) throw new Error(`${what} never came: ${JSON.stringify(seen)}`)
        await pause(25)
      }
    }
    const heldByDead = (seen: readonly Seen[]) => seen.filter(({ holder }) => holder === dead)

    try {
      await watchUntil('a chat for the one who dies', (seen) => heldByDead(seen).length >= 2 && holders.size >= CITIZENS)
      processes[0]!.kill('SIGKILL')
      await once(processes[0]!, 'exit')
      const orphaned = heldByDead(await all()).map(({ id }) => id)
      expect(orphaned.length).toBeGreaterThan(0)
      await watchUntil('the end of dead claims', (seen) => heldByDead(seen).length === 0)
      await watchUntil('somebody for those who were left', (seen) =>
        orphaned.every((id) => seen.some((one) => one.id === id && one.holder !== null)),
      )
      isOver = true
      const [byCitizens, byAgents] = await working
      const wrote = [...byCitizens, ...byAgents.flat()]
      for (const { chat } of people)
        wrong.push(
          ...(await wrongLines(
            chat,
            wrote.filter((one) => one.chat === chat),
          )),
        )
      expect(wrong).toEqual([])
      expect(processes[1]!.exitCode).toBeNull()
      for (const id of orphaned) expect(leaseOf((await stores.desk.find(id))!.handOff.situation)?.holder).not.toBe(dead)
      // What this is about has happened: much was written, on both sides.
      expect(byCitizens.flatMap(({ taken }) => taken).length).toBeGreaterThan(50)
      expect(byAgents.flat().flatMap(({ taken }) => taken).length).toBeGreaterThan(50)
    } finally {
      isOver = true
    }
  }, 240_000)
})
