import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectFolder } from './fixtures/content.js'

// Who may import whom. A folder may always import from itself.
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  understanding: ['domain'],
  config: [],
  i18n: [],
  telemetry: [],
  cards: ['domain', 'i18n'],
  store: ['domain', 'telemetry'],
  gateways: ['domain', 'telemetry'],
  turn: ['domain', 'understanding', 'cards', 'i18n', 'telemetry'],
  skills: ['turn', 'domain', 'understanding', 'cards', 'telemetry'],
  // Papers and sheets: the same facts for print, for Word, for Excel and for the records system.
  papers: ['domain', 'cards', 'i18n'],
  // What happens at the desk, by staff and by the clock.
  desk: ['domain', 'turn', 'cards', 'i18n', 'telemetry', 'understanding'],
  jobs: ['desk', 'domain', 'cards', 'i18n', 'telemetry'],
  // What people in projects do, from any surface.
  projects: ['papers', 'domain', 'cards', 'i18n', 'telemetry'],
  channels: ['desk', 'papers', 'turn', 'domain', 'cards', 'i18n', 'config', 'telemetry'],
}
// `composing/` is parts of the one place where parts meet.
const EVERYWHERE = ['compose.ts', 'composing', 'index.ts']
// What runs in the browser: the citizen's chat makes cards as the server does; the page of staff knows what the domain knows.
const WEB_MAY_IMPORT: Record<string, readonly string[]> = {
  chat: ['bot/domain', 'bot/cards'],
  staff: ['bot/domain', 'web/chat'],
}

// The only places for a package, by folder under bot/.
const ONLY_IN: Record<string, readonly string[]> = {
  botbuilder: ['channels'],
  restify: ['channels'],
  '@prisma/client': ['store'],
  pg: ['store'],
  '@electric-sql/pglite': ['store'],
  i18next: ['i18n'],
  'pg-boss': ['jobs'],
  pino: ['telemetry'],
  'adaptivecards-templating': ['cards'],
}

const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('generated'))

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '')
const botFiles = filesUnder('bot', /\.ts$/)
const webFiles = filesUnder('web', /\.tsx?$/)
const partOf = (file: string): string => file.split('/')[1] ?? ''
/** The first two folders of everything of ours that a file imports, as `bot/domain`. */
const reachedFrom = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(projectFolder, resolve(projectFolder, dirname(file), name))
        .split('/')
        .slice(0, 2)
        .join('/'),
    )

describe('who may import whom', () => {
  it.each(botFiles.filter((file) => !EVERYWHERE.includes(partOf(file))))('%s imports only what its folder may', (file) => {
    const folder = partOf(file)
    const reached = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(projectFolder, resolve(projectFolder, dirname(file), name)))
      .map((target) => (target.startsWith('bot/') ? partOf(target) : target))
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])]
    expect(reached.filter((other) => !allowed.includes(other))).toEqual([])
  })

  it.each(webFiles)('%s imports only what runs in its page', (file) => {
    const allowed = [`web/${partOf(file)}`, ...(WEB_MAY_IMPORT[partOf(file)] ?? [])]
    expect(reachedFrom(file).filter((other) => !allowed.includes(other))).toEqual([])
  })

  it.each(botFiles)('%s keeps packages in their places', (file) => {
    const misplaced = importsOf(file).filter((name) => {
      const places = ONLY_IN[name] ?? (name.startsWith('@prisma/') ? ['store'] : undefined)
      return places && !EVERYWHERE.includes(partOf(file)) && !places.includes(partOf(file))
    })
    expect(misplaced).toEqual([])
  })

  it('reads the environment in one place', () => {
    expect(botFiles.filter((file) => read(file).includes('process.env'))).toEqual(['bot/index.ts'])
  })

  it('has no skill that imports another skill file than the shared ones', () => {
    const shared = [
      'needs',
      'show-matches',
      'show-found',
      'tell-aspect',
      'menu-buttons',
      'findable-texts',
      'finder-with-memory',
      'index',
      'answering',
    ]
    // Showing people is something that several skills do; it lives with the skill that owns it.
    const owners = ['ask-for-person']
    // A skill may have a folder of its own; what is reached from there is then a level above.
    const outside = (file: string, name: string): string[] => {
      const above = dirname(file) === 'bot/skills' ? './' : '../'
      return name.startsWith(above) && !name.slice(above.length).includes('/') ? [name.slice(above.length, -3)] : []
    }
    const strays = filesUnder('bot/skills', /\.ts$/)
      .filter((file) => !/^bot\/skills\/(index|answering)\.ts$/.test(file))
      .flatMap((file) => importsOf(file).flatMap((name) => outside(file, name)))
      .filter((name) => ![...shared, ...owners].includes(name))
    expect(strays).toEqual([])
  })
})

describe('words', () => {
  const languages = readdirSync(join(projectFolder, 'locales'))
  const areas = readdirSync(join(projectFolder, 'locales/sv'))
  const keys = (language: string, area: string): string[] =>
    Object.keys(JSON.parse(read(`locales/${language}/${area}`)) as object).sort()
  const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()

  it.each(areas)('%s has the same keys, with the same places to fill, in all languages', (area) => {
    const swedish = JSON.parse(read(`locales/sv/${area}`)) as Record<string, string>
    for (const language of languages) {
      expect(keys(language, area)).toEqual(keys('sv', area))
      const words = JSON.parse(read(`locales/${language}/${area}`)) as Record<string, string>
      for (const key of Object.keys(swedish)) expect([key, places(words[key] ?? '')]).toEqual([key, places(swedish[key] ?? '')])
    }
  })

  it('are all used: every literal key in the code exists, and every area is asked for', () => {
    const known = new Set(areas.flatMap((area) => keys('sv', area).map((key) => `${area.replace('.json', '')}.${key}`)))
    const asked = [...botFiles, ...webFiles].flatMap((file) =>
      [...read(file).matchAll(/\bt\('([a-z-]+\.[^'$]+)'/g)].map(([, key]) => key ?? ''),
    )
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })

  it('are in every area the same in number of languages', () => {
    for (const language of languages)
      expect(readdirSync(join(projectFolder, 'locales', language)).sort()).toEqual([...areas].sort())
  })
})

describe('documents', () => {
  const documents = ['README.md', ...filesUnder('docs', /\.md$/)]

  it.each(documents)('%s links to files that are there', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(resolve(projectFolder, dirname(file), link)))).toEqual([])
  })
})

describe('files', () => {
  it.each([...botFiles, ...webFiles])('%s fits on a few screens', (file) => {
    expect(read(file).split('\n').length).toBeLessThanOrEqual(300)
  })

  it.each([...botFiles, ...webFiles, ...filesUnder('web', /\.css$/), ...filesUnder('test', /\.ts$/), ...documents()])(
    '%s names nobody and no machine',
    (file) => {
      expect(read(file)).not.toMatch(/\/home\/|\/work\/|\/tmp\/lc|registry\.npm/)
    },
  )

  function documents(): string[] {
    return ['README.md', ...filesUnder('docs', /\.md$/)]
  }
})
