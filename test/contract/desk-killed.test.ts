import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import { randomFrom } from '../../bot/domain/desk/random.js'
import type { Stores } from '../../bot/store/stores.js'
import { agent, citizen, serverIn, type Server, type Written } from '../fixtures/desk-pages.js'
import { MONDAY } from '../fixtures/desk.js'
import { killed, onOneDatabase } from '../fixtures/on-one-database.js'
import { watchClaims, type Seen } from '../fixtures/watch-claims.js'

// A minute's lease is two seconds here.
const SPEED = 30
const CITIZENS = 12
const AGENTS = 6
const PATIENCE_MILLISECONDS = 30_000

describe('two servers on one database, of which one is killed in the middle of its work', () => {
  let shared: Awaited<ReturnType<typeof onOneDatabase>>
  let stores: Stores
  let servers: Server[]

  beforeAll(async () => {
    shared = await onOneDatabase('desk-server')
    stores = shared.stores
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
    servers = await Promise.all([1, 2].map(() => serverIn(shared.started(began, String(SPEED)))))
  })
  afterAll(() => shared?.close())

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
    const working = Promise.all([Promise.all(citizens), Promise.all(agents)])
    const claims = watchClaims(shared.database, working, PATIENCE_MILLISECONDS)
    const heldByDead = (seen: readonly Seen[]) => seen.filter(({ holder }) => holder === dead)

    await claims.until(
      'a chat for everybody',
      (seen) => seen.length === CITIZENS && heldByDead(seen).length >= 2 && claims.holders.size >= CITIZENS,
    )
    await killed(servers[0]!.process)
    const orphaned = heldByDead(await claims.seenNow()).map(({ id }) => id)
    expect(orphaned.length).toBeGreaterThan(0)
    await claims.until('the end of dead claims', (seen) => heldByDead(seen).length === 0)
    const after = claims.holders.size
    await claims.until('work that goes on', () => claims.holders.size >= after + 3)
    isOver = true
    const [byCitizens, byAgents] = await working
    const written = [...byCitizens, ...byAgents.flat()]

    const wrong: string[] = []
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
