import { Client } from 'pg'
import type { Log } from '../telemetry/log.js'
import { NOTICES, type Database } from './database.js'
import { listenersOf } from './listeners.js'

export type Listening = { listen: Database['listen']; close(): Promise<void> }

const FIRST_WAIT_MILLISECONDS = 100
const LONGEST_WAIT_MILLISECONDS = 5_000
const LISTEN = NOTICES.map((notice) => `listen ${notice}`).join('; ')

/**
 * One connection of its own that hears NOTIFY. When it is lost it comes back by itself, waiting longer each time, and
 * then tells every listener '*'. Resolves when it first listens; rejects when the server cannot be reached at all.
 */
export async function openListening(connectionString: string, log: Log): Promise<Listening> {
  const { listen, tell, tellAll } = listenersOf()
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const end = (broken: Client) =>
    broken.end().catch((error: unknown) => log.debug({ error }, 'a listening connection did not close'))

  const lost = (broken: Client) => {
    if (broken !== client || closed) return
    client = undefined
    log.warn({}, 'the listening connection to the database was lost')
    void end(broken)
    comeBack(FIRST_WAIT_MILLISECONDS)
  }

  const connect = async () => {
    const next = new Client({
      connectionString,
      connectionTimeoutMillis: 3_000,
      query_timeout: 3_000,
      keepAlive: true,
      application_name: 'lotsen listening',
    })
    next.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    try {
      await next.connect()
      await next.query(LISTEN)
    } catch (error) {
      void end(next)
      throw error
    }
    if (closed) void end(next)
    else client = next
  }

  const comeBack = (wait: number) => {
    timer = setTimeout(async () => {
      try {
        await connect()
      } catch (error) {
        log.debug({ error }, 'the listening connection is not back yet')
        if (!closed) comeBack(Math.min(wait * 2, LONGEST_WAIT_MILLISECONDS))
        return
      }
      log.info({}, 'the listening connection to the database is back')
      tellAll('*')
    }, wait)
  }

  await connect()
  return {
    listen,
    async close() {
      closed = true
      clearTimeout(timer)
      if (client) await end(client)
    },
  }
}
