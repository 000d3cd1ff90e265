import type { Log } from '../telemetry/log.js'
import type { Database } from './database.js'
import { openPglite } from './open-pglite.js'
import { openPostgresql } from './open-postgresql.js'

export type { Database } from './database.js'

/** `inMemory`: an embedded database that leaves nothing behind, for tests. */
export type Where = { databaseUrl?: string; dataDir: string; log: Log; inMemory?: boolean }

/**
 * Opens PostgreSQL when there is a `databaseUrl`, otherwise the embedded database in `dataDir`, migrated to the newest
 * schema. Throws an Error whose message says what to do when it cannot.
 */
export const openDatabase = ({ databaseUrl, dataDir, log, inMemory = false }: Where): Promise<Database> =>
  databaseUrl === undefined ? openPglite(inMemory ? undefined : dataDir, log) : openPostgresql(databaseUrl, log)
