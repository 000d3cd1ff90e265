import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import type { Stores } from '../../bot/store/stores.js'
import { aWaitingChat } from '../fixtures/a-desk-change.js'
import type { Claims, Round } from '../fixtures/claim-chats.js'
import { onOneDatabase } from '../fixtures/on-one-database.js'

const ROUNDS = 100
const AGENTS_IN_EACH = 25

describe('one chat, and fifty who press "Take it" at once in two processes', () => {
  let shared: Awaited<ReturnType<typeof onOneDatabase>>
  let stores: Stores
  let processes: ChildProcess[]

  beforeAll(async () => {
    shared = await onOneDatabase('claim-chats')
    stores = shared.stores
    processes = [1, 2].map(() => shared.started())
    await Promise.all(processes.map((each) => once(each, 'message')))
  })
  afterAll(() => shared?.close())

  const claimed = async (each: ChildProcess, round: Round): Promise<Claims> => {
    each.send(round)
    // Broken code ends the process, and nobody would ever answer.
    const ended = once(each, 'exit').then(() => Promise.reject(new Error('A process that claims has ended')))
    const [claims] = (await Promise.race([once(each, 'message'), ended])) as [Claims]
    return claims
  }

  it('is taken by exactly one of them, a hundred times', async () => {
    const winners = new Set<string>()
    for (let round = 1; round <= ROUNDS; round++) {
      const { handOff } = await aWaitingChat(stores.desk)
      const agents = [0, 1].map((each) => Array.from({ length: AGENTS_IN_EACH }, (_, at) => `development|${each}-${at}`))
      const claims = await Promise.all(processes.map((each, at) => claimed(each, { chat: handOff.id, agents: agents[at]! })))
      const won = agents.flat().filter((_, at) => claims.flat()[at] !== null)
      expect(won).toHaveLength(1)
      const row = await stores.desk.find(handOff.id)
      expect(row?.handOff.terms).toBe(1)
      expect(leaseOf(row!.handOff.situation)?.holder).toBe(won[0])
      winners.add(won[0]!.split('|')[1]!.split('-')[0]!)
    }
    // Neither process is always first.
    expect(winners.size).toBe(2)
  })
})
