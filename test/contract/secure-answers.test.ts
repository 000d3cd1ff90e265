import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DeskStore } from '../../bot/domain/desk/ports.js'
import { unique } from '../fixtures/a-commit.js'
import { later, MONDAY } from '../fixtures/desk.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const NUMBER = '19811218-9876'

describe.each(everyKindOfStores)('what is typed in the secure form, in $name', ({ open }) => {
  let opened: OpenStores
  let desk: DeskStore
  beforeAll(async () => {
    opened = await open()
    desk = opened.stores.desk
  })
  afterAll(() => opened.close())

  const asked = async (change: { handOff?: string; seconds?: number } = {}) => {
    const at = later(MONDAY, change.seconds ?? 0)
    const ask = {
      id: unique('ask'),
      handOff: change.handOff ?? unique('hand-off'),
      what: 'personal-number',
      by: 'development|a',
    } as const
    await desk.askSecurely({ ...ask, at, until: later(at, 900) })
    return { ...ask, at, until: later(at, 900) }
  }
  const times = (seconds: number) => ({ at: later(MONDAY, seconds), until: later(MONDAY, seconds + 1800) })
  const reading = (seconds: number) => ({ at: later(MONDAY, seconds), latest: later(MONDAY, seconds + 300) })
  const stateOf = async (handOff: string, seconds: number) =>
    (await desk.secureAsks(later(MONDAY, seconds))).find((ask) => ask.handOff === handOff)?.state

  it('is asked for, typed once and read, and the desk is told of each', async () => {
    const ask = await asked()
    expect(await desk.secureAsk(ask.id)).toEqual({ ...ask, state: 'asked' })
    expect(await desk.readSecurely(ask.handOff, reading(1))).toBeUndefined()
    expect(await desk.answerSecurely(ask.id, NUMBER, times(60))).toBe(true)
    expect(await desk.answerSecurely(ask.id, '20121212-1212', times(61))).toBe(false)
    expect(await stateOf(ask.handOff, 62)).toBe('answered')
    expect(await desk.readSecurely(ask.handOff, reading(70))).toBe(NUMBER)
    expect(await stateOf(ask.handOff, 71)).toBe('read')
  })

  it('can be read for some minutes after it was read first, and not once more', async () => {
    const ask = await asked()
    await desk.answerSecurely(ask.id, NUMBER, times(60))
    expect(await desk.readSecurely(ask.handOff, reading(100))).toBe(NUMBER)
    expect(await desk.readSecurely(ask.handOff, reading(390))).toBe(NUMBER)
    expect(await desk.readSecurely(ask.handOff, reading(400))).toBeUndefined()
    expect((await desk.secureAsk(ask.id))!.until).toEqual(later(MONDAY, 400))
  })

  it('is typed by one of two who send the same form at once', async () => {
    const ask = await asked()
    const both = await Promise.all([desk.answerSecurely(ask.id, NUMBER, times(5)), desk.answerSecurely(ask.id, NUMBER, times(5))])
    expect(both.sort()).toEqual([false, true])
  })

  it('is not taken when the time is out, nor by a form that a later one has taken the place of', async () => {
    const late = await asked()
    expect(await desk.answerSecurely(late.id, NUMBER, times(900))).toBe(false)
    const first = await asked()
    const second = await asked({ handOff: first.handOff, seconds: 10 })
    expect(await desk.answerSecurely(first.id, NUMBER, times(20))).toBe(false)
    expect(await desk.answerSecurely(second.id, NUMBER, times(20))).toBe(true)
    expect(await desk.answerSecurely(unique('unknown'), NUMBER, times(20))).toBe(false)
  })

  it('may be declined, and then there is nothing to read', async () => {
    const ask = await asked()
    expect(await desk.answerSecurely(ask.id, undefined, times(20))).toBe(true)
    expect(await stateOf(ask.handOff, 21)).toBe('declined')
    expect(await desk.readSecurely(ask.handOff, reading(21))).toBeUndefined()
    expect(await desk.answerSecurely(ask.id, NUMBER, times(22))).toBe(false)
  })

  it('is gone when it has run out, and that it was answered is remembered for as long as its form could be sent again', async () => {
    const ask = await asked()
    await desk.answerSecurely(ask.id, NUMBER, times(60))
    await desk.deleteExpired(later(MONDAY, 1860), { conversations: 30, reports: 365, audit: 730 })
    expect(await desk.readSecurely(ask.handOff, reading(100))).toBeUndefined()
    expect(await desk.answerSecurely(ask.id, NUMBER, times(100))).toBe(false)
    await desk.deleteExpired(later(MONDAY, 1860 + 24 * 3600), { conversations: 30, reports: 365, audit: 730 })
    expect(await desk.secureAsk(ask.id)).toBeUndefined()
  })
})
