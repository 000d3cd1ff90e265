import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../bot/domain/content/content.js'
import { findableTexts } from '../../bot/skills/findable-texts.js'
import { keepFinder } from '../../bot/skills/keep-finder.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { finderOf, trainedToBytes, versionOf } from '../../bot/understanding/find.js'
import { trainFinder } from '../../bot/understanding/train-finder.js'
import { projectFolder, realContent } from '../fixtures/content.js'

const thread = join(projectFolder, 'dist/bot/learn-finder.js')
const file = join(mkdtempSync(join(tmpdir(), 'lotsen-')), 'learned.bin')
let before: Content
let after: Content

// A few services are learned in a moment; the edit adds one of them.
beforeAll(async () => {
  const content = await realContent()
  const some = (length: number): Content => ({
    ...content,
    services: new Map([...content.services].slice(0, length)),
    permits: new Map(),
    businessTypes: new Map(),
    otherAuthorities: new Map(),
  })
  before = some(12)
  after = some(13)
  writeFileSync(file, trainedToBytes(trainFinder(findableTexts(before))))
  expect(existsSync(thread)).toBe(true)
})

const versionsOf = (content: Content): string => versionOf(findableTexts(content))

describe('an edited content', () => {
  it('is answered from what was learned before, until a thread has learned it', async () => {
    let tell: () => void
    const learned = new Promise<void>((resolve) => (tell = resolve))
    const finder = keepFinder({ file, thread, onLearned: () => tell(), log: silentLog })
    expect(finder.trainedFor(before)?.version).toBe(versionsOf(before))
    expect(finder.trainedFor(after)?.version).toBe(versionsOf(before))
    await learned
    const trained = finder.trainedFor(after)
    expect(trained?.version).toBe(versionsOf(after))
    const newest = [...after.services.values()].at(-1)!
    expect(finderOf(findableTexts(after), trained).weigh(newest.name.sv).matches[0]?.id).toBe(newest.id)
    await finder.close()
  })

  it('is learned also when nothing was learned before', async () => {
    let tell: () => void
    const learned = new Promise<void>((resolve) => (tell = resolve))
    const finder = keepFinder({ file: `${file}-is-missing`, thread, onLearned: () => tell(), log: silentLog })
    expect(finder.trainedFor(before)).toBeUndefined()
    await learned
    expect(finder.trainedFor(before)?.version).toBe(versionsOf(before))
    await finder.close()
  })

  it('that is edited again is learned as it stands last', async () => {
    const seen: (string | undefined)[] = []
    let tell: () => void
    const learned = new Promise<void>((resolve) => (tell = resolve))
    const finder = keepFinder({
      file: `${file}-is-missing`,
      thread,
      onLearned: () => {
        seen.push(finder.trainedFor(before)?.version)
        tell()
      },
      log: silentLog,
    })
    finder.trainedFor(after)
    finder.trainedFor(before)
    await learned
    expect(seen).toEqual([versionsOf(before)])
    await finder.close()
  })
})
