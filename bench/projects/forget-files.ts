import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

// What is smaller is read at once, wherever it lies.
const SMALL_BYTES = 64_000

/** Asks the system to have nothing of a folder's files in memory any more, so that who reads them next waits for the disk. */
export function forgetFiles(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const large = files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => statSync(file).size > SMALL_BYTES)
  for (const file of large)
    execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none'], { stdio: 'ignore' })
}
