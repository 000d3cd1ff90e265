import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import type { Stores } from '../../bot/store/stores.js'
import { agent, citizen, type Wrote } from '../fixtures/desk-wanderers.js'
import { killed, onOneDatabase } from '../fixtures/on-one-database.js'
import { watchClaims, type Seen } from '../fixtures/watch-claims.js'

// A minute's claim is six seconds here.
const SPEED = 10
const CITIZENS = 8
const PATIENCE_MILLISECONDS = 60_000
const AGENTS = DEVELOPMENT_PEOPLE.filter(({ roles }) => roles.includes('agent')).map(({ oid }) => oid)

describe('two whole Lotsens on one database, spoken to by HTTP and sockets, of which one is killed', () => {
  let shared: Awaited<ReturnType<typeof onOneDatabase>>
  let stores: Stores
  let processes: ChildProcess[]
  let urls: string[]

  beforeAll(async () => {
    shared = await onOneDatabase('fast-lotsen', { max_connections: '80' })
    stores = shared.stores
    const began = String(Date.now())
    processes = [1, 2].map(() => shared.started(began, String(SPEED)))
    urls = (await Promise.all(processes.map((each) => once(each, 'message')))).map(([url]) => String(url))
  }, 120_000)
  afterAll(() => shared?.close())

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
    const claims = watchClaims(shared.database, working, PATIENCE_MILLISECONDS)
    const dead = `development|${AGENTS[0]}`
    const heldByDead = (seen: readonly Seen[]) => seen.filter(({ holder }) => holder === dead)

    try {
      await claims.until('a chat for the one who dies', (seen) => heldByDead(seen).length >= 2 && claims.holders.size >= CITIZENS)
      await killed(processes[0]!)
      const orphaned = heldByDead(await claims.seenNow()).map(({ id }) => id)
      expect(orphaned.length).toBeGreaterThan(0)
      await claims.until('the end of dead claims', (seen) => heldByDead(seen).length === 0)
      await claims.until('somebody for those who were left', (seen) =>
        orphaned.every((id) => seen.some((one) => one.id === id && one.holder !== null)),
      )
      isOver = true
      const [byCitizens, byAgents] = await working
      const wrote = [...byCitizens, ...byAgents.flat()]
      const wrong: string[] = []
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
