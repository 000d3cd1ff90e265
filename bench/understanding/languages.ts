import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageModel } from '../../bot/understanding/language-model.js'
import { languageReader } from '../../bot/understanding/language-of.js'
import { rowsOf } from './separated.js'

/**
 * How well an engine knows the language of short texts, in per cent: `perLanguage` by the code in the file, `macro` their mean. `p50`
 * is what half the texts take at most, in microseconds.
 */
export type LanguageRow = { engine: string; macro: number; sv: number; perLanguage: Record<string, number>; p50: number }

type Engine = { engine: string; read: (text: string) => string | undefined }

const FILE = 'language-id.tsv'
const MODEL = 'bot/understanding/languages/model.bin'
// What is one language to a reader is one here: Bosnian and Croatian.
const SAME: Record<string, string> = { bs: 'sh', hr: 'sh' }
// Texts that are read before the clock runs, so that compiling is not measured.
const WARM_UP = 500

/** One row for each engine, on language-id.tsv of the folder of public sets; undefined when it is not there. `root` is the project's. */
export async function languageRows(root: string, sets: string): Promise<LanguageRow[] | undefined> {
  const file = join(sets, FILE)
  if (!existsSync(file)) return undefined
  const texts = rowsOf(readFileSync(file, 'utf8'), '\t').map(({ lang = '', text = '' }) => ({ language: lang, text }))
  return engines(root).map((engine) => rowOf(engine, texts))
}

/** Ours as it is in a conversation in Swedish, and with nothing known of the conversation. */
function engines(root: string): Engine[] {
  const read = languageReader(languageModel(readFileSync(join(root, MODEL))))
  return [
    { engine: 'ours', read: (text) => read(text, 'sv')[0]?.language },
    { engine: 'ours, no conversation', read: (text) => read(text)[0]?.language },
  ]
}

function rowOf({ engine, read }: Engine, texts: readonly { language: string; text: string }[]): LanguageRow {
  for (const { text } of texts.slice(0, WARM_UP)) read(text)
  const taken: number[] = []
  const right = new Map<string, { all: number; known: number }>()
  for (const { language, text } of texts) {
    const start = performance.now()
    const found = read(text)
    taken.push((performance.now() - start) * 1000)
    const counted = right.get(language) ?? { all: 0, known: 0 }
    right.set(language, { all: counted.all + 1, known: counted.known + (found === (SAME[language] ?? language) ? 1 : 0) })
  }
  const perLanguage = Object.fromEntries([...right].map(([language, { all, known }]) => [language, (100 * known) / all]))
  const found = Object.values(perLanguage)
  return {
    engine,
    macro: found.reduce((sum, one) => sum + one, 0) / found.length,
    sv: perLanguage['sv'] ?? 0,
    perLanguage,
    p50: taken.sort((one, other) => one - other)[Math.floor(taken.length / 2)] ?? 0,
  }
}
