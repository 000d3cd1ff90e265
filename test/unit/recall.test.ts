import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { ConversationStore } from '../../bot/domain/conversations/conversation.js'
import { freshState } from '../../bot/domain/conversations/state.js'
import { recalling } from '../../bot/turn/recall.js'
import { aCommit, aKey, unique } from '../fixtures/a-commit.js'
import { memoryStores } from '../fixtures/memory-stores.js'

const MINUTE = 60_000

describe('a conversation that this process wrote a moment ago', () => {
  let store: ConversationStore
  let asked: number
  let isBroken: boolean
  let recall: ReturnType<typeof recalling>
  const key = aKey()

  beforeEach(() => {
    jest.useFakeTimers()
    store = memoryStores().conversations
    asked = 0
    isBroken = false
    const counted: Pick<ConversationStore, 'load' | 'commit'> = {
      load: (...question) => (asked++, store.load(...question)),
      commit: async (turn) => {
        const committed = await store.commit(turn)
        if (isBroken) throw new Error('the answer of the database was lost')
        return committed
      },
    }
    recall = recalling(counted, MINUTE)
  })
  afterEach(() => {
    recall.close()
    jest.useRealTimers()
  })

  const load = (inboundKey = unique('inbound')) => recall.load(key, inboundKey)
  const take = async (inboundKey = unique('inbound')) => {
    const { conversation } = await load(inboundKey)
    const state = { ...freshState(), misses: (conversation?.version ?? 0) + 1 }
    return recall.commit(aCommit({ key, expects: conversation?.version ?? 0, state, inbound: { key: inboundKey } }))
  }

  it('is recalled without a question to the database, as it was written', async () => {
    await take()
    await take()
    const { conversation } = await load()
    expect([asked, conversation?.version, conversation?.state]).toEqual([1, 2, { ...freshState(), misses: 2 }])
    expect(conversation?.version).toBe((await store.find(key))?.version)
  })

  it.each([
    ['the desk may add lines to it', { state: { ...freshState(), desk: { handOff: 'hand-off' } } }],
    ['all of it has been hidden, and only the store knows how far', { hides: true }],
  ])('is asked for again when %s', async (_, changes) => {
    await recall.commit(aCommit({ key, ...changes }))
    asked = 0
    await load()
    expect(asked).toBe(1)
  })

  it('is asked for again when somebody else has written since', async () => {
    await take()
    await store.commit(aCommit({ key, expects: 1 }))
    expect([await take(), await take()]).toEqual(['conflict', { seq: 4 }])
  })

  it('is asked for again when the same activity comes once more, and then tells what it was answered', async () => {
    await take('same')
    await take()
    expect(await take('same')).toBe('conflict')
    expect((await load('same')).duplicate?.outgoing).toHaveLength(1)
  })

  it('is asked for again when the person has left', async () => {
    await recall.commit(aCommit({ key, visitor: 'someone' }))
    await store.forget('someone', new Date())
    expect(await take()).toBe('conflict')
    expect((await load()).conversation).toMatchObject({ ended: true, state: null })
  })

  it('is forgotten within two minutes, also when nobody asks', async () => {
    await take()
    jest.advanceTimersByTime(MINUTE)
    await load()
    jest.advanceTimersByTime(MINUTE)
    await load()
    expect(asked).toBe(2)
  })

  it('is asked for again when nobody knows whether the last turn was stored', async () => {
    await take()
    isBroken = true
    await expect(take()).rejects.toThrow('lost')
    expect((await load()).conversation?.version).toBe(2)
  })
})
