import { createHash } from 'node:crypto'
import type { AcceptedEntry, ContentStore } from '../domain/content/accepted.js'
import { KINDS, type Content, type ContentProblem, type Kind } from '../domain/content/content.js'
import { contentFiles, readContentFile, type ContentFile, type Wrong } from './content-files.js'

/** There is no good version of something: the message names file, line, field and reason of each, for who starts the bot. */
export class ContentRefused extends Error {
  override name = 'ContentRefused'
}

type Entry = { file: ContentFile; entry?: AcceptedEntry; problem?: ContentProblem }

/**
 * The content as it stands in the files; where a file is wrong, its last accepted version. Versions that were accepted before are
 * taken from the database by hash, so that an unchanged file is not parsed again.
 * @throws ContentRefused when a wrong file has no accepted version
 */
export async function readContent(folder: string, contents: ContentStore, now: () => Date): Promise<Content> {
  const files = await contentFiles(folder)
  const known = new Map((await contents.byHashes(files.map(({ hash }) => hash))).map((entry) => [entry.hash, entry]))
  const entries = await Promise.all(files.map((file) => entryOf(file, known.get(file.hash), contents)))
  const refused = entries.filter(({ entry }) => !entry).flatMap(({ problem }) => problem ?? [])
  if (refused.length > 0) throw new ContentRefused(`The content cannot be used:\n${refused.map(inWords).join('\n')}`)
  const fresh = entries.flatMap(({ entry, problem }) => (entry && !problem && !known.has(entry.hash) ? [entry] : []))
  if (fresh.length > 0) await contents.accept(fresh, now())
  return snapshot(entries)
}

async function entryOf(file: ContentFile, accepted: AcceptedEntry | undefined, contents: ContentStore): Promise<Entry> {
  const still = accepted && fits(accepted)
  if (still) return { file, entry: still }
  const read = readContentFile(file)
  if ('entry' in read) return { file, entry: read.entry }
  const newest = await contents.newestOf(file.kind, file.id)
  const lastGood = newest && fits(newest)
  return { file, entry: lastGood, problem: { ...read.wrong, lastGood: lastGood !== undefined } }
}

// What was accepted by an older release may not fit the schema of this one.
function fits(entry: AcceptedEntry): AcceptedEntry | undefined {
  const parsed = KINDS[entry.kind as Kind].safeParse(entry.value)
  return parsed.success ? { ...entry, value: parsed.data } : undefined
}

function snapshot(entries: readonly Entry[]): Content {
  const of = <Value>(kind: Kind) =>
    new Map(
      entries.flatMap(({ file, entry }) => (file.kind === kind && entry ? [[entry.id, entry.value as Value] as const] : [])),
    )
  const version = createHash('sha256')
  for (const { entry } of entries) version.update(entry?.hash ?? '')
  return {
    version: version.digest('hex').slice(0, 12),
    services: of('services'),
    contact: of('contact'),
    ways: of('ways'),
    districts: of('districts'),
    lifeSituations: of('life-situations'),
    permits: of('permits'),
    businessTypes: of('business-types'),
    otherAuthorities: of('other-authorities'),
    crisis: of('crisis'),
    crisisWords: of('crisis-words'),
    problems: entries.flatMap(({ problem }) => problem ?? []),
  }
}

/** A problem for the log and for the person at the terminal: file, line, field and reason. */
export const inWords = ({ file, line, field, reason }: Wrong): string =>
  `  content/${file}:${line}: ${field ? `${field}: ` : ''}${reason}`
