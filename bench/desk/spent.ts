import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'

// USER_HZ, which Linux tells programs the same everywhere.
const TICKS_A_SECOND = 100

type Times = { parent: number; seconds: number }

/** Of a process: who started it, and the seconds of processor time that it and its ended children have had. Undefined when it is gone. */
function timesOf(pid: number): Times | undefined {
  try {
    // The name stands in brackets and may hold anything; what comes after the last bracket does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return {
      parent: Number(fields[1]),
      seconds: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND,
    }
  } catch {
    return undefined
  }
}

const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

/** What has been spent until now: seconds of processor time, and statements of the database. */
export type Spent = { servers: number; database: number; measurer: number; statements: number }

/** Asks how much is spent. Processor time is NaN where there is no /proc. */
export async function meter(
  databaseUrl: string,
  servers: readonly number[],
): Promise<{ read(): Promise<Spent>; close(): Promise<void> }> {
  const client = new Client({ connectionString: databaseUrl })
  // Its server may be stopped before it, when the measurement fails; what failed is told elsewhere.
  client.on('error', () => undefined)
  await client.connect()
  const { rows: mine } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = timesOf(mine[0]!.pid)?.parent
  const database = (): number =>
    postmaster === undefined
      ? NaN
      : processes()
          .map((pid) => ({ pid, times: timesOf(pid) }))
          .reduce(
            (sum, { pid, times }) => sum + (times && (pid === postmaster || times.parent === postmaster) ? times.seconds : 0),
            0,
          )
  return {
    async read() {
      const { rows } = await client.query<{ count: string }>(
        'select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()',
      )
      const { user, system } = process.cpuUsage()
      return {
        servers: servers.reduce((sum, pid) => sum + (timesOf(pid)?.seconds ?? NaN), 0),
        database: database(),
        measurer: (user + system) / 1e6,
        statements: Number(rows[0]!.count),
      }
    },
    close: () => client.end(),
  }
}

export const spentBetween = (from: Spent, to: Spent): Spent => ({
  servers: to.servers - from.servers,
  database: to.database - from.database,
  measurer: to.measurer - from.measurer,
  statements: to.statements - from.statements,
})
