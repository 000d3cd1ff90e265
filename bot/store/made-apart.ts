import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Sees to it that there is an embedded database in `dataDir`. Making one takes several hundred MB that a process does not give back, so
 * `program` (make-database, built) does it and ends. When it fails, whoever opens the database next meets the same trouble, and explains it.
 */
export async function madeApart(program: string, dataDir: string, logLevel: string): Promise<void> {
  if (existsSync(join(dataDir, 'pglite', 'PG_VERSION'))) return
  const maker = spawn(process.execPath, [program, dataDir, logLevel], { stdio: ['ignore', 'inherit', 'ignore'] })
  await once(maker, 'exit')
}
