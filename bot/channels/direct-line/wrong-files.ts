import type { Config } from '../../config/config.js'
import { isAllowedFile } from './file-types.js'
import type { SentFile } from './read-upload.js'

/** Why files are not taken. */
export type WrongFiles = 'none' | 'empty' | 'too-large' | 'wrong-type'

/** What is wrong with files that somebody sends, citizen or staff; undefined when nothing is. */
export function wrongFiles(
  files: readonly SentFile[],
  { uploadBytes, uploadTypes }: Pick<Config['limits'], 'uploadBytes' | 'uploadTypes'>,
): WrongFiles | undefined {
  if (files.length === 0) return 'none'
  if (files.some(({ bytes }) => bytes.byteLength === 0)) return 'empty'
  if (files.some(({ bytes }) => bytes.byteLength > uploadBytes)) return 'too-large'
  return files.every(({ contentType, bytes }) => isAllowedFile(contentType, bytes, uploadTypes)) ? undefined : 'wrong-type'
}
