import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Log } from '../telemetry/log.js'
import { NOTICES, type Database } from './database.js'
import { lockFolder } from './folder-lock.js'
import { PrismaClient } from './generated/client.js'
import { listenersOf } from './listeners.js'
import { migrate } from './migrate.js'
import { PreparedPglite } from './prepared-pglite.js'

/** The PostgreSQL that this PGlite is: a folder of another major version cannot be opened by it. */
export const EMBEDDED_MAJOR = '17'

const refuseOtherVersion = (folder: string) => {
  const file = join(folder, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : EMBEDDED_MAJOR
  if (found === EMBEDDED_MAJOR) return
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${found}; this release has PostgreSQL ${EMBEDDED_MAJOR} embedded. ` +
      'Start the release that made it and dump it (pg_dump, or PGlite’s own dump), move the folder away, start this release, and restore the dump.',
  )
}

const nothingToRelease = () => undefined

/**
 * Opens the embedded database in `dataDir`/pglite, or in memory when there is no `dataDir`, and migrates it. Throws when
 * another process has the folder, or when another major version made it.
 */
export async function openPglite(dataDir: string | undefined, log: Log): Promise<Database> {
  const folder = dataDir && join(dataDir, 'pglite')
  const release = dataDir ? lockFolder(dataDir) : nothingToRelease
  try {
    if (folder) refuseOtherVersion(folder)
    const pglite = new PreparedPglite(folder)
    await pglite.waitReady
    const executeSql: Database['executeSql'] = async (text, values) => {
      if (values && values.length > 0) return pglite.query(text, [...values])
      return (await pglite.exec(text)).at(-1) ?? { rows: [] }
    }
    // The adapter uses what ours has: query, exec and transaction.
    const adapter = new PrismaPGlite(pglite as unknown as PGlite)
    // The lock on the folder already keeps everybody else out.
    const applied = await migrate(executeSql, (work) => work(adapter))
    if (applied.length > 0) log.info({ migrations: applied }, 'the database was migrated')
    const { listen, tell } = listenersOf()
    pglite.onNotification(tell)
    await pglite.exec(NOTICES.map((notice) => `listen ${notice}`).join('; '))
    const prisma = new PrismaClient({ adapter })
    return {
      prisma,
      kind: 'pglite',
      executeSql,
      executeEach: (text, lists) => pglite.queryEach(text, lists),
      listen,
      async close() {
        await prisma.$disconnect()
        await pglite.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
