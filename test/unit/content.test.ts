import { mkdtempSync, writeFileSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { alikePhrases } from '../../bot/domain/content/alike.js'
import { findables } from '../../bot/domain/content/findables.js'
import { brokenReferences } from '../../bot/domain/content/references.js'
import { isConfirmed } from '../../bot/domain/services/service.js'
import { contentFiles, readContentFile } from '../../bot/store/content-files.js'
import { keepContent } from '../../bot/store/keep-content.js'
import { inWords, readContent } from '../../bot/store/read-content.js'
import { createLog, silentLog } from '../../bot/telemetry/log.js'
import { projectFolder, realContent } from '../fixtures/content.js'
import { memoryStores } from '../fixtures/memory-stores.js'
import { contentFolder, smallRules, smallRulesBut, writeRules, type WrittenRules } from '../fixtures/small-rules.js'

const folder = join(projectFolder, 'content')
const now = () => new Date('2026-11-21T09:00:00Z')
const files = await contentFiles(folder)

describe('the content of the product', () => {
  it.each(files.map((file) => [file.file, file] as const))('%s fits its schema', (_name, file) => {
    const read = readContentFile(file)
    expect('wrong' in read ? inWords(read.wrong) : 'fits').toBe('fits')
  })

  it('can be read as a whole, or says file, line and reason of everything that is wrong', async () => {
    expect(await readContent(folder, memoryStores().contents, now).then(() => 'read', String)).toBe('read')
  })

  it('has 202 services, and every entry that is named exists', async () => {
    const content = await realContent()
    expect(content.services.size).toBe(202)
    expect(content.districts.size).toBe(11)
    expect(brokenReferences(content)).toEqual([])
  })

  it('has 97 permits and 45 kinds of undertaking', async () => {
    const { permits, businessTypes } = await realContent()
    expect([permits.size, businessTypes.size]).toEqual([97, 45])
  })

  it('has at least twelve Swedish and six English ways of asking for everything that can be found', async () => {
    const written = findables(await realContent()).flatMap((findable) => findable.written)
    for (const { id, phrases } of written) expect([id, phrases.sv.length >= 12, phrases.en.length >= 6]).toEqual([id, true, true])
  })

  it('says nothing twice in nearly the same words about different things', async () => {
    expect(alikePhrases(await realContent())).toEqual([])
  })

  it('offers no link to the service that the facts do not bear out', async () => {
    const { services } = await realContent()
    const withButton = [...services.values()].filter(({ link }) => link.kind === 'service')
    expect(withButton.length).toBeGreaterThan(0)
    for (const service of withButton)
      expect([service.id, service.source.url !== null || isConfirmed(service)]).toEqual([service.id, true])
  })

  it('marks every amount of money in a note as weak', async () => {
    const { services } = await realContent()
    const amounts = [...services.values()].flatMap(({ id, notes }) =>
      notes.filter(({ sv, weak }) => /\d\s*(kr|kronor)\b/.test(sv) && !weak).map(() => id),
    )
    expect(amounts).toEqual([])
  })
})

describe('a content file that is wrong', () => {
  let place: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'lotsen-content-'))
    cpSync(folder, place, { recursive: true })
  })
  const spoil = (text: string) => writeFileSync(join(place, 'services/preschool-apply.yaml'), text)
  const good = files.find(({ id }) => id === 'preschool-apply')!.text

  it('stops the start with file, line, field and reason when it never was right', async () => {
    spoil(
      good
        .replace('login: bankid', 'login: maybe')
        .replace('login: login', 'login: maybe')
        .replace('login: unknown', 'login: maybe'),
    )
    const line = good.split('\n').findIndex((text) => text.startsWith('login:')) + 1
    await expect(readContent(place, memoryStores().contents, now)).rejects.toThrow(
      `content/services/preschool-apply.yaml:${line}: login: `,
    )
  })

  it('says the line of broken YAML', async () => {
    spoil('id: preschool-apply\nname: { sv: Ansök\n')
    await expect(readContent(place, memoryStores().contents, now)).rejects.toThrow(/preschool-apply\.yaml:\d+: /)
  })

  it('goes on with its last good version, loudly', async () => {
    const { contents } = memoryStores()
    await readContent(place, contents, now)
    spoil(good.replace('name:', 'nome:'))
    const content = await readContent(place, contents, now)
    expect(content.services.get('preschool-apply')?.name.sv).toBe('Ansök om förskola')
    expect(content.problems).toMatchObject([{ file: 'services/preschool-apply.yaml', lastGood: true }])
  })

  it('does not come in while the bot runs, and comes in when it is mended', async () => {
    const { contents, corrections } = memoryStores()
    const kept = await keepContent({
      folder: place,
      contents,
      corrections,
      derive: (content) => content,
      pollSeconds: 3600,
      now,
      log: silentLog,
    })
    spoil('id: [')
    await kept.look()
    expect(kept.current().problems).toHaveLength(1)
    expect(kept.current().services.size).toBe(202)
    spoil(good.replace('Ansök om förskola', 'Sök förskola'))
    await kept.look()
    kept.close()
    expect(kept.current().problems).toEqual([])
    expect(kept.current().services.get('preschool-apply')?.name.sv).toBe('Sök förskola')
  })

  it('is refused when its name is not its id', async () => {
    writeFileSync(join(place, 'services/other.yaml'), good)
    await expect(readContent(place, memoryStores().contents, now)).rejects.toThrow(
      'content/services/other.yaml:1: id: is "preschool-apply"',
    )
  })
})

describe('rules of permits that are wrong', () => {
  it('are told in the log with file and line, as what keeps them out and as what only calls for care', async () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line: string) => void lines.push(line) })
    const place = contentFolder()
    const { contents, corrections } = memoryStores()
    writeRules(place, smallRules())
    const kept = await keepContent({
      folder: place,
      contents,
      corrections,
      derive: (content) => content,
      pollSeconds: 3600,
      now,
      log,
    })
    expect(lines).toEqual([])
    for (const spoil of [
      (written: WrittenRules) => (written.permits['cleaning-duty'].rule.needed = 'nothing-asked'),
      (written: WrittenRules) => (written.permits['cleaning-duty'].rule.checked = '2020-01-01'),
    ]) {
      writeRules(place, smallRulesBut(spoil))
      await kept.look()
    }
    kept.close()
    expect(lines.join()).toMatch(
      /"level":50.*last good rule set goes on.*content\/permits\/cleaning-duty\.yaml:\d+: rule\.needed/,
    )
    expect(lines.join()).toMatch(/"level":40.*rules to look at.*content\/permits\/cleaning-duty\.yaml:\d+: rule\.checked/)
  })
})
