import { expect, it } from '@jest/globals'
import { startClockwork } from '../../../bot/jobs/clockwork.js'
import { openDatabase } from '../../../bot/store/open-database.js'
import { silentLog } from '../../../bot/telemetry/log.js'

it('runs a job on the embedded database, schedules it by its times, and goes on after one that fails', async () => {
  const database = await openDatabase({ dataDir: '', inMemory: true, log: silentLog })
  let ran = 0
  let done = (): void => undefined
  const twice = new Promise<void>((resolve) => (done = resolve))
  const run = async (): Promise<void> => {
    ran += 1
    if (ran === 1) throw new Error('the first time fails')
    done()
  }
  const executeSql = (text: string, values?: readonly unknown[]) => database.executeSql(text, values)
  const clockwork = await startClockwork(executeSql, [{ name: 'tidy', cron: '17 3 * * *', run }], silentLog)
  try {
    await clockwork.runNow('tidy')
    await clockwork.runNow('tidy')
    await twice
    const { rows } = await database.executeSql('SELECT name, cron, timezone FROM clockwork.schedule')
    expect(rows).toEqual([{ name: 'tidy', cron: '17 3 * * *', timezone: 'Europe/Stockholm' }])
  } finally {
    await clockwork.stop()
    await database.close()
  }
})
