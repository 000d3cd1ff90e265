// Writes what browsers are sent.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** A file's name that changes with its content, so that browsers may keep the file for ever. */
export const namedByContent = (name, ending, text) =>
  `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${ending}`

/**
 * Writes a file, and the same compressed beside it as .gz and .br: to make the desk's script as small as it gets takes more than a
 * second, which no start of the bot shall wait for. Returns the name.
 */
export function saveAsset(folder, file, text) {
  const [plain, gz, br] = asSaved(file)
  writeFileSync(join(folder, plain), text)
  writeFileSync(join(folder, gz), gzipSync(text, { level: 9 }))
  writeFileSync(join(folder, br), brotliCompressSync(text))
  return file
}

/** The names of the files that an asset is written as. */
export const asSaved = (file) => [file, `${file}.gz`, `${file}.br`]
