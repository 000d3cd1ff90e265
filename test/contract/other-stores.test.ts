import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AcceptedEntry } from '../../bot/domain/content/accepted.js'
import { rulesOf } from '../../bot/domain/permits/rules.js'
import { contentFiles, readContentFile } from '../../bot/store/content-files.js'
import { readContent } from '../../bot/store/read-content.js'
import type { Stores } from '../../bot/store/stores.js'
import { aKey, unique } from '../fixtures/a-commit.js'
import { memoryStores } from '../fixtures/memory-stores.js'
import { contentFolder, smallRulesBut, writeRules, type WrittenRules } from '../fixtures/small-rules.js'
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

  describe('an accepted rule set', () => {
    const now = () => at
    const aFolder = () => {
      const folder = contentFolder()
      // Apart from what other tests wrote: the sets are all under one name.
      const name = unique('rules')
      const write = (spoil: (written: WrittenRules) => void) =>
        writeRules(
          folder,
          smallRulesBut((written) => {
            written.permits['cleaning-duty'].rule.remark = name
            spoil(written)
          }),
        )
      write(() => undefined)
      return { folder, write }
    }
    const alcohol = (written: WrittenRules) => written.permits['alcohol-licence'].rule

    it('goes on whole when one of its files cannot be read', async () => {
      const { folder, write } = aFolder()
      const good = await readContent(folder, stores.contents, now)
      write((written) => {
        alcohol(written).opening = 'sent'
        written.permits['food-registration'].rule.opening = 'perhaps'
      })
      const content = await readContent(folder, stores.contents, now)
      expect(rulesOf(content)).toEqual(rulesOf(good))
      expect(content.rulesFrom).toBe('last good rule set')
      expect(content.problems).toMatchObject([{ file: 'permits/food-registration.yaml', field: 'rule.opening', lastGood: true }])
    })

    it('goes on whole when its files can be read but do not fit each other', async () => {
      const { folder, write } = aFolder()
      const good = await readContent(folder, stores.contents, now)
      write((written) => {
        alcohol(written).opening = 'sent'
        delete written['permit-questions'].gathering
      })
      rmSync(join(folder, 'permit-questions/gathering.yaml'))
      const content = await readContent(folder, stores.contents, now)
      expect(rulesOf(content)).toEqual(rulesOf(good))
      expect(content.problems).toContainEqual({
        file: 'permits/gathering-permit.yaml',
        line: expect.any(Number),
        field: 'rule.needed.any.0.place',
        reason: 'no card asks for the fact "place"',
        lastGood: true,
      })
    })

    it('is the newest that was good, also when an older one came back', async () => {
      const { folder, write } = aFolder()
      const handling = async () => (await readContent(folder, stores.contents, now)).permits.get('alcohol-licence')?.rule.handling
      const weeks = (most: number) => write((written) => (alcohol(written).handling = { least: 1, most, sure: true }))
      for (const most of [20, 30, 20]) {
        weeks(most)
        expect(await handling()).toMatchObject({ most })
      }
      write((written) => (alcohol(written).before.applying = ['alcohol-licence']))
      expect(await handling()).toMatchObject({ most: 20 })
    })

    it('is taken with faults that only call for care, which are told', async () => {
      const { folder, write } = aFolder()
      write((written) => (alcohol(written).checked = '2020-01-01'))
      const content = await readContent(folder, stores.contents, now)
      expect([content.rulesFrom, content.problems]).toEqual(['files', []])
      expect(content.remarks).toContainEqual(
        expect.objectContaining({ file: 'permits/alcohol-licence.yaml', field: 'rule.checked' }),
      )
    })

    it('is not made of what was accepted before as single files', async () => {
      const { folder, write } = aFolder()
      const { contents } = memoryStores()
      const files = await contentFiles(folder)
      const single = files.map(readContentFile).flatMap((read) => ('entry' in read ? [read.entry] : []))
      await contents.accept(single, at)
      write((written) => (alcohol(written).needed = 'nothing-asked'))
      await expect(readContent(folder, contents, now)).rejects.toThrow(
        /content\/permits\/alcohol-licence\.yaml:\d+: rule\.needed: no card asks for the fact "nothing-asked"/,
      )
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
