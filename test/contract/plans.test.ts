import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PlanToKeep } from '../../bot/domain/permits/saved-plan.js'
import type { Stores } from '../../bot/store/stores.js'
import { aCommit, aKey, unique } from '../fixtures/a-commit.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const at = new Date('2026-03-01T10:00:00.123Z')
const days = (number: number) => new Date(at.getTime() + number * 24 * 3_600_000)

type Changes = Partial<PlanToKeep> & { answers?: PlanToKeep['plan']['undertaking']['answers'] }

/** A plan that one answer led to. */
const aPlan = ({ answers = { alcohol: true, seats: 40, place: 'unknown' }, ...changes }: Changes = {}): PlanToKeep => ({
  id: unique('plan'),
  code: unique('code'),
  isShort: false,
  names: { wine: { sv: 'Servera "vin"', en: 'Serve wine' } },
  plan: {
    rules: 'r1',
    undertaking: { type: 'bistro', answers },
    items: [
      { permit: 'wine', status: 'needed', because: [{ fact: 'alcohol', value: true, from: 'answer' }], hangsOn: [] },
      { permit: 'street', status: 'depends', because: [], hangsOn: ['place'] },
    ],
    offPath: [],
    fees: { least: 0, most: 12_590, sure: false, without: ['street'] },
  },
  ...changes,
})

const shown = ({ code: _hidden, ...plan }: PlanToKeep) => plan

describe.each(everyKindOfStores)('a permit plan in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
  })
  afterAll(() => opened.close())

  const keep = (plan: PlanToKeep, when = at) => stores.conversations.commit(aCommit({ plan, turn: { at: when } }))

  it('comes back as it was made, by its id and by its code', async () => {
    const plan = aPlan({ start: '2026-05-01', isShort: true })
    expect(await keep(plan)).not.toBe('conflict')
    const whole = { ...shown(plan), createdAt: at, changedAt: at }
    expect(await stores.plans.find(plan.id, at)).toEqual(whole)
    expect(await stores.plans.findByCode(plan.code, at)).toEqual(whole)
  })

  it('is not found by anything else', async () => {
    const plan = aPlan()
    await keep(plan)
    for (const other of [plan.code, plan.id.toUpperCase(), `${plan.id} `, '', '%'])
      expect(await stores.plans.find(other, at)).toBeUndefined()
    for (const other of [plan.id, plan.code.slice(0, -1), '', '%'])
      expect(await stores.plans.findByCode(other, at)).toBeUndefined()
  })

  it('takes the place of what was kept under the same id, and keeps its code', async () => {
    const plan = aPlan()
    await keep(plan)
    const anew = aPlan({ id: plan.id, code: unique('code'), answers: { alcohol: false } })
    await keep(anew, days(1))
    expect(await stores.plans.findByCode(plan.code, days(1))).toEqual({ ...shown(anew), createdAt: at, changedAt: days(1) })
    expect(await stores.plans.findByCode(anew.code, days(1))).toBeUndefined()
  })

  it('is kept with its turn or not at all', async () => {
    const [key, plan] = [aKey(), aPlan()]
    await stores.conversations.commit(aCommit({ key }))
    expect(await stores.conversations.commit(aCommit({ key, expects: 7, plan }))).toBe('conflict')
    expect(await stores.plans.find(plan.id, at)).toBeUndefined()
    const undone = stores.conversations.write(async (writer) => {
      await writer.commit(aCommit({ plan }))
      throw new Error('something else went wrong')
    })
    await expect(undone).rejects.toThrow('something else')
    expect(await stores.plans.find(plan.id, at)).toBeUndefined()
  })

  it('cannot have the code of another, and then nothing of the turn is kept', async () => {
    const first = aPlan()
    const key = aKey()
    await keep(first)
    await expect(stores.conversations.commit(aCommit({ key, plan: aPlan({ code: first.code }) }))).rejects.toThrow()
  })

  it('is kept beside turns without one that come at the same time', async () => {
    const plans = Array.from({ length: 5 }, () => aPlan())
    const turns = plans.flatMap((plan) => [aCommit({ plan }), aCommit()])
    const committed = await Promise.all(turns.map((turn) => stores.conversations.commit(turn)))
    expect(committed).not.toContain('conflict')
    for (const { id } of plans) expect(await stores.plans.find(id, at)).toBeDefined()
  })

  it('stays when the person clears the conversation and leaves: it belongs to nobody', async () => {
    const [plan, visitor] = [aPlan(), unique('visitor')]
    await stores.conversations.commit(aCommit({ plan, visitor }))
    await stores.conversations.forget(visitor, at)
    expect(await stores.plans.find(plan.id, at)).toBeDefined()
  })

  it('is deleted when nobody has used it for long enough; looking at it is using it', async () => {
    const [unused, byId, byCode, changed] = [aPlan(), aPlan(), aPlan(), aPlan()]
    for (const plan of [unused, byId, byCode, changed]) await keep(plan)
    await stores.plans.find(byId.id, days(100))
    await stores.plans.findByCode(byCode.code, days(100))
    await keep(changed, days(100))
    expect(await stores.plans.deleteExpired(days(90))).toBeGreaterThanOrEqual(1)
    expect(await stores.plans.find(unused.id, days(100))).toBeUndefined()
    for (const { id } of [byId, byCode, changed]) expect(await stores.plans.find(id, days(100))).toBeDefined()
    expect(await stores.plans.deleteExpired(days(90))).toBe(0)
  })
})
