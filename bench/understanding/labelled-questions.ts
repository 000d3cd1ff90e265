import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BESIDE } from '../questions.js'
import { rowsOf } from './separated.js'

const Row = z.object({
  lang: z.string().min(1),
  query: z.string().min(1),
  expected: z.string().transform((ids) => ids.split('|')),
  stratum: z.string().min(1),
})

/** A question with the ids of the services and permits that are right answers; one is enough. */
export type LabelledQuestion = { language: string; stratum: string; text: string; expected: readonly string[] }

/**
 * The questions of a file, or of the one that lies beside a working copy; none when that is not there. `root` is the folder of the
 * project. Throws when the file that was asked for is not there, or a row lacks something.
 */
export function labelledQuestions(root: string, file: string | undefined): LabelledQuestion[] {
  const beside = join(root, BESIDE)
  if (!file && !existsSync(beside)) return []
  return rowsOf(readFileSync(file ?? beside, 'utf8'), '\t').map((row) => {
    const { lang, query, expected, stratum } = Row.parse(row)
    return { language: lang, stratum, text: query, expected }
  })
}
