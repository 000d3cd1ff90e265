import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../bot/telemetry/log.js'
import { openDatabase } from '../bot/store/open-database.js'
import { readContent } from '../bot/store/read-content.js'
import { stores } from '../bot/store/stores.js'

/** Where the development questions lie beside a working copy, if they do. */
export const BESIDE = '../shared/eval/questions-dev.tsv'

/** What people ask, and where it was taken from. `root` is the folder of the project. */
export async function questionsToAsk(root: string, file: string | undefined): Promise<{ questions: string[]; source: string }> {
  if (file) return { questions: queriesIn(file), source: file }
  const beside = join(root, BESIDE)
  if (existsSync(beside)) return { questions: queriesIn(beside), source: BESIDE }
  return { questions: await phrases(join(root, 'content')), source: 'the phrases in content/services' }
}

function queriesIn(file: string): string[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const column = head.split('\t').indexOf('query')
  const queries = lines.flatMap((line) => line.split('\t')[column] ?? [])
  if (queries.length === 0) throw new Error(`${file} has no column "query" with anything in it`)
  return queries
}

async function phrases(folder: string): Promise<string[]> {
  const database = await openDatabase({ dataDir: '', inMemory: true, log: silentLog })
  const { services } = await readContent(folder, stores(database).contents, () => new Date())
  await database.close()
  return [...services.values()].flatMap((service) => [...service.phrases.sv, ...service.phrases.en])
}
