import { Client } from 'pg'
import type { Log } from '../telemetry/log.js'

type Listener = (payload: string) => void
export type Listening = { listen(channel: string, listener: Listener): () => void; close(): Promise<void> }

const FIRST_WAIT_MILLISECONDS = 100
const LONGEST_WAIT_MILLISECONDS = 5_000

/**
 * One connection of its own that hears NOTIFY. When it is lost it comes back by itself, waiting longer each time, and
 * then tells every listener '*'. Resolves when it first listens; rejects when the server cannot be reached at all.
 */
export async function openListening(connectionString: string, log: Log): Promise<Listening> {
  const listeners = new Map<string, Set<Listener>>()
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const tell = (channel: string, payload: string) => listeners.get(channel)?.forEach((listener) => listener(payload))
  // A channel is a name of ours, never something that came from outside.
  const subscribe = (channel: string) => client?.query(`listen "${channel}"`).catch((error: unknown) => lost(error))

  const lost = (error: unknown) => {
    const broken = client
    client = undefined
    if (!broken || closed) return
    log.warn({ error }, 'the listening connection to the database was lost')
    broken.end().catch((failure: unknown) => log.debug({ error: failure }, 'the lost connection did not close'))
    comeBack(FIRST_WAIT_MILLISECONDS)
  }

  const connect = async () => {
    const next = new Client({
      connectionString,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      application_name: 'lotsen listening',
    })
    next.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    next.on('error', (error) => next === client && lost(error))
    next.on('end', () => next === client && lost(new Error('the connection ended')))
    await next.connect()
    if (closed) return next.end()
    client = next
    await Promise.all([...listeners.keys()].map(subscribe))
  }

  const comeBack = (wait: number) => {
    timer = setTimeout(async () => {
      try {
        await connect()
        for (const channel of listeners.keys()) tell(channel, '*')
      } catch (error) {
        log.debug({ error }, 'the listening connection is not back yet')
        if (!closed) comeBack(Math.min(wait * 2, LONGEST_WAIT_MILLISECONDS))
      }
    }, wait)
  }

  await connect()
  return {
    listen(channel, listener) {
      const others = listeners.get(channel)
      listeners.set(channel, (others ?? new Set()).add(listener))
      if (!others) void subscribe(channel)
      return () => void listeners.get(channel)?.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
