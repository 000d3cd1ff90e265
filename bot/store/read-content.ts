import type { AcceptedEntry, ContentStore } from '../domain/content/accepted.js'
import type { Content, ContentProblem, Kind } from '../domain/content/content.js'
import { corrected, type Corrected } from '../domain/corrections/apply.js'
import type { Correction } from '../domain/corrections/correction.js'
import { contentFiles, readContentFile, type ContentFile, type Good, type Read, type Wrong } from './content-files.js'
import { acceptRules, checkRules, goodOf, isRuleFile, isRuleKind, lastGoodRules, versionOf } from './rule-set.js'

/** There is no good version of something: the message names file, line, field and reason of each, for who starts the bot. */
export class ContentRefused extends Error {
  override name = 'ContentRefused'
}

/** What stands of some files: good entries, and what could not be taken. */
type Standing = { good: readonly Good[]; problems: readonly ContentProblem[] }

/**
 * The content as it stands in the files; where a file is wrong, its last accepted version. The rules of the permit pilot stand or fall together: where
 * one of their files is wrong, or they do not fit each other, the last accepted rule set. Versions that were accepted before are
 * taken from the database by hash, so that an unchanged file is not parsed again.
 * @throws ContentRefused when something wrong has no accepted version
 */
export const readContent = async (folder: string, contents: ContentStore, now: () => Date): Promise<Content> =>
  contentOf(await readFiled(folder, contents, now), []).content

/** What the files say, before anybody's corrections. */
export type Filed = {
  others: readonly Good[]
  rules: readonly Good[]
  problems: readonly ContentProblem[]
  remarks: readonly Wrong[]
}

/**
 * The files as they stand, with everything that `readContent` says of them.
 * @throws ContentRefused when something wrong has no accepted version
 */
export async function readFiled(folder: string, contents: ContentStore, now: () => Date): Promise<Filed> {
  const files = await contentFiles(folder)
  const known = new Map((await contents.byHashes(files.map(({ hash }) => hash))).map((entry) => [entry.hash, entry]))
  const read = (file: ContentFile): Read => goodOf(known.get(file.hash)) ?? readContentFile(file)
  const isNew = ({ hash }: AcceptedEntry): boolean => !known.has(hash)

  const others = await oneByOne(
    files.filter(({ kind }) => !isRuleKind(kind)),
    read,
    contents,
  )
  const rules = await together(files, read, contents, now)
  const problems = [...others.problems, ...rules.problems]
  const refused = problems.filter(({ lastGood }) => !lastGood)
  if (refused.length > 0) throw new ContentRefused(`The content cannot be used:\n${refused.map(inWords).join('\n')}`)

  const fresh = others.good.map(({ entry }) => entry).filter(isNew)
  if (fresh.length > 0) await contents.accept(fresh, now())
  if (rules.problems.length === 0) await acceptRules(rules.good, isNew, contents, now())
  return { others: others.good, rules: rules.good, problems, remarks: rules.remarks }
}

/** What the files say with what was corrected since, and how each corrected field stands. Reads nothing, so that it is quick. */
export function contentOf(filed: Filed, corrections: readonly Correction[]): { content: Content; states: Corrected['states'] } {
  const { entries, states } = corrected(entriesOf(filed), corrections)
  return { content: snapshot(entries, filed), states }
}

/** Each file by itself, or its last good version. */
async function oneByOne(
  files: readonly ContentFile[],
  read: (file: ContentFile) => Read,
  contents: ContentStore,
): Promise<Standing> {
  const all = await Promise.all(
    files.map(async (file) => {
      const one = read(file)
      if ('entry' in one) return { good: one }
      const good = goodOf(await contents.newestOf(file.kind, file.id))
      return { good, problem: { ...one.wrong, lastGood: good !== undefined } }
    }),
  )
  return { good: all.flatMap(({ good }) => good ?? []), problems: all.flatMap(({ problem }) => problem ?? []) }
}

/** The whole rule set of the files, or the last good one. */
async function together(
  files: readonly ContentFile[],
  read: (file: ContentFile) => Read,
  contents: ContentStore,
  now: () => Date,
): Promise<Standing & { remarks: readonly Wrong[] }> {
  const today = now().toISOString().slice(0, 10)
  const { entries, faults } = checkRules(files, today, read)
  const wrong = faults.filter(({ refuses }) => refuses)
  const remarks = faults.filter(({ refuses }) => !refuses).map(wrongOf)
  if (wrong.length === 0) return { good: entries, problems: [], remarks }
  const lastGood = await lastGoodRules(contents, today)
  const problems = wrong.map((fault) => ({ ...wrongOf(fault), lastGood: lastGood !== undefined }))
  return { good: lastGood ?? [], problems, remarks }
}

const wrongOf = ({ file, line, field, reason }: Wrong): Wrong => ({ file, line, field, reason })

export const entriesOf = ({ others, rules }: Filed): readonly Good[] => [...others, ...rules]

// Nothing that can be corrected decides about a permit: the rules keep their version.
function snapshot(all: readonly Good[], { rules, problems, remarks }: Filed): Content {
  const of = <Value>(kind: Kind) =>
    new Map(all.flatMap(({ entry, value }) => (entry.kind === kind ? [[entry.id, value as Value] as const] : [])))
  return {
    version: versionOf(all),
    rulesVersion: versionOf(rules),
    services: of('services'),
    contact: of('contact'),
    ways: of('ways'),
    districts: of('districts'),
    lifeSituations: of('life-situations'),
    permits: of('permits'),
    permitQuestions: of('permit-questions'),
    businessTypes: of('business-types'),
    otherAuthorities: of('other-authorities'),
    crisis: of('crisis'),
    crisisWords: of('crisis-words'),
    queues: of('queues'),
    cannedAnswers: of('canned-answers'),
    disposalRules: of('disposal-rules'),
    problems,
    rulesFrom: problems.some(isRuleFile) ? 'last good rule set' : 'files',
    remarks,
  }
}

/** A problem for the log and for the person at the terminal: file, line, field and reason. */
export const inWords = ({ file, line, field, reason }: Wrong): string =>
  `  content/${file}:${line}: ${field ? `${field}: ` : ''}${reason}`
