import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AcceptedEntry } from '../../bot/domain/content/accepted.js'
import type { Stores } from '../../bot/store/stores.js'
import { aKey, unique } from '../fixtures/a-commit.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

describe.each(everyKindOfStores)('in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
  })
  afterAll(() => opened.close())

  const at = new Date('2026-03-01T10:00:30.500Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

  describe('a counter', () => {
    it('counts every call once, however many come together', async () => {
      const counts = await Promise.all(Array.from({ length: 10 }, () => stores.rates.count('together', at, 60)))
      expect(counts.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    })

    it('begins anew with each window', async () => {
      expect(await stores.rates.count('minute', at, 60)).toBe(1)
      expect(await stores.rates.count('minute', later(29), 60)).toBe(2)
      expect(await stores.rates.count('minute', later(30), 60)).toBe(1)
    })

    it('keeps buckets and lengths of windows apart', async () => {
      expect(await stores.rates.count('one', at, 60)).toBe(1)
      expect(await stores.rates.count('other', at, 60)).toBe(1)
      expect(await stores.rates.count('one', at, 3600)).toBe(1)
    })
  })

  describe('an upload', () => {
    it('comes back byte for byte', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
      const upload = { id: unique('upload'), key: aKey(), name: 'räkning "1".pdf', contentType: 'application/pdf', bytes, at }
      await stores.uploads.save(upload)
      expect(await stores.uploads.find(upload.id)).toEqual(upload)
    })

    it('is not found by another id', async () => {
      expect(await stores.uploads.find(unique('upload'))).toBeUndefined()
    })
  })

  describe('accepted content', () => {
    const entry = (id: string, hash: string): AcceptedEntry => ({ kind: 'services', id, hash, value: { name: `${id} ${hash}` } })

    it('is found by its hash, each version once', async () => {
      const [one, other] = [entry(unique('service'), unique('hash')), entry(unique('service'), unique('hash'))]
      await stores.contents.accept([one, other], at)
      await stores.contents.accept([entry(one.id, unique('hash'))], at)
      await stores.contents.accept([one], at)
      expect(await stores.contents.byHashes([one.hash, unique('hash')])).toEqual([one])
      expect(await stores.contents.byHashes([])).toEqual([])
    })

    it('has a newest version, also when an older one came back', async () => {
      const id = unique('service')
      const [first, second] = [entry(id, unique('hash')), entry(id, unique('hash'))]
      expect(await stores.contents.newestOf('services', id)).toBeUndefined()
      for (const version of [first, second]) await stores.contents.accept([version], at)
      expect(await stores.contents.newestOf('services', id)).toEqual(second)
      await stores.contents.accept([first], later(1))
      expect(await stores.contents.newestOf('services', id)).toEqual(first)
    })

    it('keeps kinds apart', async () => {
      const one = entry(unique('service'), unique('hash'))
      await stores.contents.accept([one], at)
      expect(await stores.contents.newestOf('contact', one.id)).toBeUndefined()
    })
  })

  describe('a setting', () => {
    it('is made once and stays', async () => {
      const name = unique('setting')
      expect(await stores.settings.once(name, () => 'first')).toBe('first')
      expect(await stores.settings.once(name, () => 'second')).toBe('first')
    })

    it('is the same for all who ask at once', async () => {
      const name = unique('setting')
      const values = await Promise.all(
        Array.from({ length: 6 }, (_, index) => stores.settings.once(name, () => `value ${index}`)),
      )
      expect(new Set(values).size).toBe(1)
    })
  })
})
