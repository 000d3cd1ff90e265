import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { PSEUDO_RIGHT_TO_LEFT, type Words } from './words.js'

const Area = z.record(z.string(), z.string())

/** Reads locales/<language>/<area>.json for the languages asked for. Throws with the file's name when one is wrong. */
export function loadWords(folder: string, languages: readonly string[]): Record<string, Words> {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      language === PSEUDO_RIGHT_TO_LEFT ? mirrored(wordsOf(folder, 'en')) : wordsOf(folder, language),
    ]),
  )
}

function wordsOf(folder: string, language: string): Words {
  const files = readdirSync(join(folder, language)).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(files.map((file) => [basename(file, '.json'), areaIn(join(folder, language, file))]))
}

function areaIn(file: string): Record<string, string> {
  const parsed = Area.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success)
    throw new Error(`${file}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`)
  return parsed.data
}

// U+202E would turn the letters themselves; marking each text as right-to-left is enough to see where things land.
const mirrored = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([area, keys]) => [
      area,
      Object.fromEntries(Object.entries(keys).map(([key, text]) => [key, `\u200f${text}\u200f`])),
    ]),
  )
