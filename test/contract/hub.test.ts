import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { unique } from '../fixtures/a-commit.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const at = new Date('2026-03-02T10:00:00Z')
const after = (seconds: number): Date => new Date(at.getTime() + seconds * 1000)

describe.each(everyKindOfStores)('what the hub has been told in $name', ({ open }) => {
  let opened: OpenStores
  beforeAll(async () => void (opened = await open()))
  afterAll(() => opened.close())

  it('is held by one at a time, and kept as it was', async () => {
    const { hub } = opened.stores
    const id = unique('hand-off')
    expect(await hub.take(id, 'permits', at, 60)).toEqual({ handOff: id, queue: 'permits', seq: 0, tries: 0 })
    expect(await hub.take(id, 'permits', after(59), 60)).toBeUndefined()
    const news = { asked: { as: 'chat' as const, terms: 0, at }, seq: 3, tries: 1, failingSince: at, tryAt: after(2) }
    await hub.save(id, news)
    await hub.failed(id, after(1))
    await hub.release(id)
    const row = { ...news, handOff: id, queue: 'contact-centre', failedAt: after(1) }
    expect(await hub.take(id, 'contact-centre', after(2), 60)).toEqual(row)
    expect(await hub.all()).toContainEqual(row)
    await hub.forget(id)
    expect((await hub.all()).map(({ handOff }) => handOff)).not.toContain(id)
  })

  it('hears nothing twice', async () => {
    const { hub } = opened.stores
    const signature = unique('signature')
    const heard = await Promise.all([1, 2, 3].map(() => hub.isFirst(signature, at)))
    expect(heard.filter(Boolean)).toHaveLength(1)
    expect(await hub.isFirst(signature, after(10))).toBe(false)
  })
})
