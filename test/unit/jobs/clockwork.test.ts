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

it('lets a job know that the process ends, and leaves what was cut off for the next one', async () => {
  const database = await openDatabase({ dataDir: '', inMemory: true, log: silentLog })
  const executeSql = (text: string, values?: readonly unknown[]) => database.executeSql(text, values)
  const begun = doorway()
  const run = (ending: AbortSignal): Promise<void> => {
    begun.open()
    return new Promise((_, cutOff) => ending.addEventListener('abort', () => cutOff(new Error('cut off'))))
  }
  const clockwork = await startClockwork(executeSql, [{ name: 'long', cron: '17 3 * * *', run }], silentLog)
  await clockwork.runNow('long')
  await begun.opened
  await clockwork.stop()
  const { rows } = await database.executeSql(`SELECT state::text FROM clockwork.job WHERE name = 'long'`)
  expect(rows).toEqual([{ state: 'retry' }])
  const again = doorway()
  const next = await startClockwork(executeSql, [{ name: 'long', cron: '17 3 * * *', run: async () => again.open() }], silentLog)
  await again.opened
  await next.stop()
  await database.close()
}, 30_000)

it('asks the database nothing any more for a job that goes on after the end', async () => {
  const database = await openDatabase({ dataDir: '', inMemory: true, log: silentLog })
  let isOver = false
  let late = 0
  const executeSql = (text: string, values?: readonly unknown[]) => {
    if (isOver) late += 1
    return database.executeSql(text, values)
  }
  const [begun, left] = [doorway(), doorway()]
  const run = async (): Promise<void> => {
    begun.open()
    await left.opened
  }
  const clockwork = await startClockwork(executeSql, [{ name: 'deaf', cron: '17 3 * * *', run }], silentLog)
  await clockwork.runNow('deaf')
  await begun.opened
  await clockwork.stop()
  isOver = true
  left.open()
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate)
  expect(late).toBe(0)
  await database.close()
}, 30_000)

/** Something that is waited for until it is there. */
function doorway(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), opened }
}
