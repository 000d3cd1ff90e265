import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import { randomFrom } from '../../bot/domain/desk/random.js'
import { openDatabase, type Database } from '../../bot/store/open-database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { builtProgram } from '../fixtures/built-program.js'
import { agent, citizen, startServer, type Server, type Written } from '../fixtures/desk-pages.js'
import { MONDAY } from '../fixtures/desk.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'

// A minute's lease is two seconds here.
const SPEED = 30
const CITIZENS = 12
const AGENTS = 6
const PATIENCE_MILLISECONDS = 30_000

type Seen = { id: string; status: string; holder: string | null; term: number | null; promised: boolean }
// One question, so that it is one moment.
const ALL = `
  select id, status, holder, term, exists (select from promise p where p.hand_off = h.id and p.state = 'open') as promised
  from hand_off h where ended_at is null`

describe('two servers on one database, of which one is killed in the middle of its work', () => {
  let postgres: Postgres
  let database: Database
  let stores: Stores
  let built: Awaited<ReturnType<typeof builtProgram>>
  let servers: Server[]

  beforeAll(async () => {
    built = await builtProgram('desk-server')
    postgres = await startPostgres()
    database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    stores = storesOf(database)
    const began = String(Date.now())
    for (let each = 0; each < AGENTS; each++)
      await stores.desk.saveMember({
        tenant: 'development',
        oid: `agent-${each}`,
        name: 'Agneta',
        team: 'Kontaktcenter',
        roles: ['agent'],
        queues: ['contact-centre'],
        languages: ['sv'],
        topics: [],
        capacity: 3,
        presence: 'available',
        heardAt: MONDAY,
      })
    servers = await Promise.all([1, 2].map(() => startServer(built.program, postgres.url, began, String(SPEED))))
  })
  afterAll(async () => {
    const alive = servers.filter(({ process }) => process.exitCode === null && process.signalCode === null)
    await Promise.all(alive.map(({ process }) => (process.kill('SIGKILL'), once(process, 'exit'))))
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
  async function wrongLines(chat: string, written: readonly Written[]): Promise<string[]> {
    const row = (await stores.desk.find(chat))!
    const lines = await stores.conversations.activities(row.key, 0, 100_000)
    const ids = lines.map(({ activity }) => activity.id)
    const wrong: string[] = []
    if (lines.some(({ seq }, at) => seq !== at + 1)) wrong.push(`${chat} is not numbered one by one`)
    for (const { from, stored, refused } of written) {
      const placesOf = (key: string) => ids.flatMap((id, at) => (id === key || id.endsWith(`-${key}`) ? [at] : []))
      const places = stored.map(placesOf)
      if (places.some(({ length }) => length !== 1)) wrong.push(`a line of ${from} in ${chat} is lost or doubled`)
      if (places.flat().some((place, at, of) => at > 0 && place < of[at - 1]!)) wrong.push(`${from} is out of order in ${chat}`)
      if (refused.some((key) => placesOf(key).length > 0)) wrong.push(`what ${from} was given back was said in ${chat}`)
    }
    const terms = lines.flatMap(({ activity }) => Number(activity.channelData?.['term'] ?? NaN)).filter((term) => !isNaN(term))
    if (terms.some((term, at) => term < (terms[at - 1] ?? 0)))
      wrong.push(`${chat} has an earlier holder's line after a later one's`)
    const came = ids.filter((id) => id.startsWith(`${chat}-came-`))
    const claims = Array.from({ length: row.handOff.terms }, (_, at) => `${chat}-came-${at + 1}`)
    if (JSON.stringify(came) !== JSON.stringify(claims)) wrong.push(`${chat} was claimed without a word, or the other way round`)
    return wrong
  }

  it('loses nothing, doubles nothing, gives nothing to two, and has every chat back', async () => {
    let isOver = false
    const world = { servers, random: randomFrom(5), isOver: () => isOver }
    const citizens = Array.from({ length: CITIZENS }, (_, at) => citizen(world, `citizen-${at}`, at % 2))
    // The first one's browser is gone with the server that is killed.
    const agents = Array.from({ length: AGENTS }, (_, at) => agent(world, `agent-${at}`, at % 2, at === 0))
    const dead = 'development|agent-0'
    const holders = new Map<string, string>()
    const wrong: string[] = []
    // What fails meanwhile is what is told, and not that time ran out.
    let failed: unknown
    const working = Promise.all([Promise.all(citizens), Promise.all(agents)]).catch((error: unknown) => {
      failed = error
      throw error
    })
    working.catch(() => undefined)
    const watchUntil = async (what: string, isDone: (seen: readonly Seen[]) => boolean) => {
      const began = Date.now()
      for (let seen = await all(); ; seen = await all()) {
        wrong.push(...wrongNow(seen, holders))
        if (isDone(seen)) return seen
        if (failed !== undefined) throw failed as Error
        if (wrong.length > 0) throw new Error(wrong.join('\n'))
        if (Date.now() - began > PATIENCE_MILLISECONDS) throw new Error(`${what} never came: ${JSON.stringify(seen)}`)
        await pause(10)
      }
    }
    const heldByDead = (seen: readonly Seen[]) => seen.filter(({ holder }) => holder === dead)

    await watchUntil(
      'a chat for everybody',
      (seen) => seen.length === CITIZENS && heldByDead(seen).length >= 2 && holders.size >= CITIZENS,
    )
    servers[0]!.process.kill('SIGKILL')
    await once(servers[0]!.process, 'exit')
    const orphaned = heldByDead(await all()).map(({ id }) => id)
    expect(orphaned.length).toBeGreaterThan(0)
    await watchUntil('the end of dead claims', (seen) => heldByDead(seen).length === 0)
    const after = holders.size
    await watchUntil('work that goes on', () => holders.size >= after + 3)
    isOver = true
    const [byCitizens, byAgents] = await working
    const written = [...byCitizens, ...byAgents.flat()]

    for (let at = 0; at < CITIZENS; at++) {
      const chat = `chat-citizen-${at}`
      wrong.push(
        ...(await wrongLines(
          chat,
          written.filter((page) => page.chat === chat),
        )),
      )
    }
    expect(wrong).toEqual([])
    expect(servers[1]!.process.exitCode).toBeNull()
    for (const id of orphaned) expect(leaseOf((await stores.desk.find(id))!.handOff.situation)?.holder).not.toBe(dead)
    // What this is about has happened: much was written, on both sides.
    const lines = written.reduce((sum, { stored }) => sum + stored.length, 0)
    expect(lines).toBeGreaterThan(200)
  })
})
