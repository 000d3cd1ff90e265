import { describe, expect, it } from '@jest/globals'
import { LEASE_SECONDS } from '../../../bot/domain/desk/claim.js'
import { hasEnded, leaseOf, pledgeOf } from '../../../bot/domain/desk/hand-off.js'
import { visibleTo } from '../../../bot/domain/desk/routing.js'
import { mayWrite } from '../../../bot/domain/desk/who-hears.js'
import { deskWorld, type DeskWorld } from '../../fixtures/desk-world.js'

const SCHEDULES = Number(process.env.DESK_SCHEDULES ?? 2000)
const MINUTES = 25
// The clockwork looks every five seconds, and servers' clocks differ by a second or two.
const GRACE_SECONDS = 8

/** Everything that is wrong at this moment, in words. */
function wrongNow({ store, desks, queues, agents, moment, isSettled, lastSeen, lastHeld }: DeskWorld): string[] {
  const wrong: string[] = []
  const at = moment()
  const people = agents()
  for (const handOff of store.handOffs()) {
    const { id, situation, place } = handOff
    if (hasEnded(situation) || situation.status === 'summary') continue
    const lease = leaseOf(situation)
    const pledge = pledgeOf(situation)
    const isPromised = pledge !== undefined && store.pledges.get(pledge.id)?.getTime() === pledge.dueAt.getTime()
    if (!lease && !isPromised && visibleTo(place, people, queues, at).length === 0)
      wrong.push(`${id} is ${situation.status}, seen by nobody and promised nothing`)
    if (pledge && !isPromised) wrong.push(`${id} believes in a promise that is on no list`)
    const mayStill = desks.filter(
      ({ agent, held }) => held.has(id) && mayWrite(handOff, { by: agent.id, term: held.get(id)!.term }),
    )
    if (mayStill.length > 1) wrong.push(`${id} is held by ${mayStill.length}`)
    const had = lastHeld.get(id)
    const isTakenAway = had?.status === 'with-agent' && lease && lease.holder !== had.lease.holder
    if (isTakenAway && had.lease.until.getTime() - at.getTime() > GRACE_SECONDS * 1000)
      wrong.push(`${id} was taken from ${had.lease.holder}, whose desk lives`)
    if (lease) lastHeld.set(id, { status: situation.status, lease })
    else lastHeld.delete(id)
    if (lease) {
      const key = `${id} ${lease.term}`
      if ((store.holders.get(key) ?? lease.holder) !== lease.holder) wrong.push(`${key} was given to two`)
      store.holders.set(key, lease.holder)
      const late = (at.getTime() - lease.until.getTime()) / 1000
      if (isSettled() && late > GRACE_SECONDS)
        wrong.push(`${id} is still held by a desk that has been dead for ${LEASE_SECONDS + late} s`)
    }
    const isSeen = visibleTo(place, people, queues, at).length > 0 || !isSettled()
    if (isSeen || !lastSeen.has(id) || (situation.status !== 'waiting' && situation.status !== 'offered')) lastSeen.set(id, at)
    if (at.getTime() - lastSeen.get(id)!.getTime() > GRACE_SECONDS * 1000)
      wrong.push(`${id} is told that it waits, and nobody sees it`)
  }
  const believed = store.handOffs().flatMap(({ situation }) => pledgeOf(situation)?.id ?? [])
  for (const id of store.pledges.keys()) if (!believed.includes(id)) wrong.push(`promise ${id} is nobody's`)
  return wrong
}

/** Everything that is wrong with what was written, when the network is whole again. */
function wrongLines({ store, written }: DeskWorld): string[] {
  const wrong: string[] = []
  for (const { id, page } of written) {
    const lines = store.lines(id)
    const keys = lines.map(({ key }) => key)
    if (new Set(keys).size !== keys.length) wrong.push(`${id} has a line twice`)
    if (lines.some(({ seq }, at) => seq !== at + 1)) wrong.push(`${id} is not numbered one by one`)
    for (const key of page.confirmed) if (!keys.includes(key)) wrong.push(`${key} was confirmed, and is lost`)
    for (const key of page.refused) if (keys.includes(key)) wrong.push(`${key} was refused, and was said`)
    if (page.unaccounted() !== 0) wrong.push(`${page.unaccounted()} lines of ${page.from} in ${id} are lost`)
    const own = keys.filter((key) => page.confirmed.includes(key)).map((key) => Number(key.split(':')[1]))
    if (own.some((number, at) => number < (own[at - 1] ?? 0))) wrong.push(`${id} has the lines of ${page.from} out of order`)
    if (JSON.stringify(page.shown()) !== JSON.stringify(lines)) wrong.push(`${page.from} does not see what is in ${id}`)
  }
  for (const id of store.rows.keys()) {
    const terms = store.lines(id).flatMap(({ term }) => term ?? [])
    if (terms.some((term, at) => term < (terms[at - 1] ?? 0)))
      wrong.push(`${id} has a line of an earlier holder after a later one's`)
  }
  return wrong
}

/** Plays one schedule to its end; throws with what was wrong. */
function played(seed: number): { world: DeskWorld; claims: number } {
  const world = deskWorld(seed, MINUTES)
  world.play(() => {
    const wrong = wrongNow(world)
    if (wrong.length > 0) throw new Error(`schedule ${seed}: ${wrong.join('; ')}`)
  })
  world.heal()
  const wrong = wrongLines(world)
  if (wrong.length > 0) throw new Error(`schedule ${seed}: ${wrong.join('; ')}`)
  return { world, claims: world.store.handOffs().reduce((sum, { terms }) => sum + terms, 0) }
}

const PARTS = 10
describe('citizens, agents, crashes and clocks, in thousands of schedules', () => {
  it.each(Array.from({ length: PARTS }, (_, part) => part + 1))(
    'nobody waits unseen and unpromised, one holds at most, and no line is lost, doubled or out of order: part %d',
    (part) => {
      const seen = { chats: 0, claims: 0, conflicts: 0, refused: 0 }
      for (let seed = part; seed <= SCHEDULES; seed += PARTS) {
        const { world, claims } = played(seed)
        seen.chats += world.store.rows.size
        seen.claims += claims
        seen.conflicts += world.store.conflicts()
        seen.refused += world.written.reduce((sum, { page }) => sum + page.refused.length, 0)
      }
      // What a schedule is for has happened: chats were taken again, servers met, and desks woke whose chats others had.
      expect(seen.claims).toBeGreaterThan(seen.chats)
      expect(Math.min(seen.conflicts, seen.refused)).toBeGreaterThan(SCHEDULES / PARTS / 10)
    },
  )
})
