import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { auditOf } from '../../bot/domain/corrections/decide.js'
import { unique } from '../fixtures/a-commit.js'
import { aCorrection } from '../fixtures/corrections.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

describe.each(everyKindOfStores)('corrections in $name', ({ open }) => {
  let opened: OpenStores
  beforeAll(async () => void (opened = await open()))
  afterAll(() => opened.close())

  it('are kept as they were made, oldest first, with what is written down of them', async () => {
    const { corrections, desk } = opened.stores
    const entry = unique('entry')
    const first = aCorrection({ entry })
    const back = aCorrection({ entry, version: 2, before: first.base, after: { is: 'file' }, undoes: 1 })
    const none = aCorrection({ entry, field: 'web', base: { is: 'left-out' }, after: { is: 'left-out' } })
    const count = await corrections.count()
    for (const row of [first, back, none]) expect(await corrections.append(row, auditOf(row))).toBe('stored')
    expect(await corrections.count()).toBe(count + 3)
    expect((await corrections.all()).filter((row) => row.entry === entry)).toEqual([first, back, none])
    expect(await desk.audit(`contact/${entry}/phones`)).toMatchObject([
      { action: 'content.corrected', by: first.by, detail: { version: 1 } },
      { action: 'content.rolled-back', detail: { version: 2, undoes: 1 } },
    ])
  })

  it('are made by one of two who make the same at once, and only after the one before', async () => {
    const { corrections, desk } = opened.stores
    const entry = unique('entry')
    const row = aCorrection({ entry })
    const made = await Promise.all(Array.from({ length: 8 }, () => corrections.append(row, auditOf(row))))
    expect(made.filter((one) => one === 'stored')).toHaveLength(1)
    expect(await desk.audit(`contact/${entry}/phones`)).toHaveLength(1)
    expect(await corrections.append(aCorrection({ entry, version: 3 }), auditOf(row))).toBe('conflict')
  })

  it('are told to whoever listens', async () => {
    const { corrections, waking } = opened.stores
    const row = aCorrection({ entry: unique('entry') })
    const heard = new Promise<void>((resolve) => void waking.onContent(resolve))
    await corrections.append(row, auditOf(row))
    await heard
  })
})
