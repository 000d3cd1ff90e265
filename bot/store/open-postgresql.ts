import { PrismaPg } from '@prisma/adapter-pg'
import { Client, Pool } from 'pg'
import type { Log } from '../telemetry/log.js'
import type { Database } from './database.js'
import { forEach } from './for-each.js'
import { PrismaClient } from './generated/client.js'
import { openListening } from './listening.js'
import { migrate, type Alone } from './migrate.js'
import { statementName } from './prepared.js'
import { WholeScripts } from './whole-scripts.js'

/**
 * The advisory lock of who migrates. Any number will do, as long as every instance asks for the same and nobody else does.
 * Prisma's engine has one of its own (72707369), but gives up after ten seconds.
 */
export const MIGRATION_LOCK = 7_204_615

/**
 * Holds an advisory lock, on a connection of its own, while the work is done: one instance migrates, the others wait. The work has one
 * connection without time limits, since Prisma's engine keeps locks on its session and a migration may take long.
 */
const aloneOn =
  (connectionString: string, log: Log): Alone =>
  async (work) => {
    const holder = new Client({ connectionString, connectionTimeoutMillis: 3_000 })
    const pool = new Pool({ connectionString, connectionTimeoutMillis: 3_000, max: 1 })
    // Without a listener, a connection that breaks would end the process instead of the work.
    const lost = (error: Error) => log.warn({ error }, 'a connection to the database was lost')
    holder.on('error', lost)
    pool.on('error', lost)
    await holder.connect()
    try {
      await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
      return await work(new WholeScripts(pool))
    } finally {
      await pool.end()
      await holder.end()
    }
  }

/**
 * Connects to a PostgreSQL server (15 or later), migrates it, and listens. Rejects when it cannot be reached at start. Later, a lost
 * server makes queries fail within seconds, never the process, and they work again when it is back.
 */
export async function openPostgresql(connectionString: string, log: Log): Promise<Database> {
  const pool = new Pool({
    connectionString,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    application_name: 'lotsen',
  })
  // Without a listener, a connection that breaks while nobody uses it would end the process.
  pool.on('error', (error) => log.warn({ error }, 'a connection to the database was lost'))

  const executeSql: Database['executeSql'] = async (text, values) => {
    const answer = await pool.query({ name: statementName(text) || undefined, text, values: values && [...values] })
    const last = Array.isArray(answer) ? answer.at(-1) : answer
    return { rows: last?.rows ?? [] }
  }

  const executeEach: Database['executeEach'] = (text, lists) => forEach(pool, text, statementName(text), lists)

  try {
    const applied = await migrate(executeSql, aloneOn(connectionString, log))
    if (applied.length > 0) log.info({ migrations: applied }, 'the database was migrated')
    const listening = await openListening(connectionString, log)
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }) })
    return {
      prisma,
      kind: 'postgresql',
      executeSql,
      executeEach,
      listen: listening.listen,
      async close() {
        await listening.close()
        await prisma.$disconnect()
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}
