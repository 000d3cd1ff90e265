import PgBoss from 'pg-boss'
import type { Log } from '../telemetry/log.js'

/**
 * Something done by the clock. `cron` in Stockholm's time; each is idempotent, since it may run late or twice. What takes long looks at the
 * signal between one thing and the next, and throws when the process is to end: it is then begun anew elsewhere.
 */
export type Job = { name: string; cron: string; run: (ending: AbortSignal) => Promise<void> }

/** One SQL text with its values; several statements only without values. */
export type ExecuteSql = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>

export type Clockwork = {
  /** Does a job as soon as somebody is free, besides its times. */
  runNow: (name: string) => Promise<void>
  stop: () => Promise<void>
}

/** How many rows a statement of pg-boss has changed. */
const NONE = { rows: [{ count: 0 }] }

/**
 * Runs the jobs by pg-boss on the same database, one instance at a time. A job that fails is logged and tried again at
 * its next time.
 */
export async function startClockwork(executeSql: ExecuteSql, jobs: readonly Job[], log: Log): Promise<Clockwork> {
  const ending = new AbortController()
  let hasEnded = false
  const boss = new PgBoss({
    // A job that is still at it when the database has been left cannot say there how it ended: it counts as failed already.
    db: { executeSql: async (text, values) => (hasEnded ? NONE : { rows: (await executeSql(text, values)).rows }) },
    schema: 'clockwork',
  })
  boss.on('error', (error) => log.error({ error }, 'clockwork'))
  await boss.start()
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, { name, policy: 'singleton' })
    await boss.schedule(name, cron, undefined, { tz: 'Europe/Stockholm', singletonKey: name })
    await boss.work(name, async () => {
      try {
        await run(ending.signal)
      } catch (error) {
        if (ending.signal.aborted) log.info({ job: name }, 'job cut off by the end of the process')
        else log.error({ error, job: name }, 'job failed')
        throw error
      }
    })
  }
  return {
    runNow: async (name) => void (await boss.send(name, {})),
    async stop() {
      ending.abort()
      await boss.stop({ graceful: true, timeout: 3000 })
      hasEnded = true
    },
  }
}
