// 2,000 projects with five years of reports, on a real PostgreSQL that was filled by COPY. How long until somebody of the portfolio office has the
// portfolio in front of them, asked of the real server over HTTP: cold, when both have just started and nothing is read yet, and warm. And a
// day of reminders to 5,000 people, by a simulated clock: that everybody hears once, and that Teams is sent no more than it takes.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { workingDayFrom } from '../../bot/domain/projects/calendar.js'
import { PORTFOLIOS } from '../../bot/domain/projects/project.js'
import { TEAMS_LIMITS } from '../../bot/domain/conversations/send-budget.js'
import { loadWords } from '../../bot/i18n/load-words.js'
import { translator } from '../../bot/i18n/words.js'
import type { Database } from '../../bot/store/database.js'
import { openDatabase } from '../../bot/store/open-database.js'
import { stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { idOf } from '../../test/fixtures/desk-clients.js'
import { startPostgres, type Postgres } from '../../test/fixtures/postgres.js'
import { goalTable, isMet, table, type Goal } from '../report.js'
import { endAll } from '../server-process.js'
import { percentile } from '../statistics.js'
import { copyInto } from './copy.js'
import { fill } from './fill.js'
import { opened, type Times } from './opening.js'
import { fillChats, fillStaff } from './people.js'
import { reminded, type Run } from './reminding.js'

const whole = (otherwise: number) => z.coerce.number().int().positive().default(otherwise)
const Options = z.object({
  BENCH_PROJECTS: whole(2000),
  BENCH_YEARS: whole(5),
  BENCH_PEOPLE: whole(5000),
  BENCH_COLD: whole(20),
  BENCH_WARM: whole(100),
})
const asked = Options.parse(process.env)
const { BENCH_PROJECTS: count, BENCH_YEARS: years, BENCH_PEOPLE: crowd } = asked
const TARGET_MILLISECONDS = 300

const root = fileURLToPath(new URL('../../..', import.meta.url))
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const today = new Date().toISOString().slice(0, 10)
const people = Array.from({ length: crowd }, (_, n) => `made-up|${n}`)
const development = DEVELOPMENT_PEOPLE.map(({ oid }) => idOf(oid))
const office = DEVELOPMENT_PEOPLE.filter(({ roles }) => roles.includes('portfolio-office')).map(({ oid }) => idOf(oid))

async function filled({ url }: Postgres, database: Database): Promise<void> {
  const began = performance.now()
  // What follows its chain is checked when the app writes it; here it is made whole beforehand, and looked at afterwards.
  await database.executeSql('alter table project_audit disable trigger project_audit_chained')
  const rows = await fill(url, { count, years, people: [...people, ...development], today })
  await database.executeSql('alter table project_audit enable trigger project_audit_chained')
  await fillStaff(url, people)
  await fillChats(url, [...people, ...development])
  await copyInto(
    url,
    'project_frame',
    'portfolio, year, frame',
    PORTFOLIOS.map((portfolio) => [portfolio, today.slice(0, 4), 100_000_000_00]),
  )
  await database.executeSql('analyze')
  const made = Object.entries(rows).map(([name, many]) => `${many} ${name}`)
  say(`Filled by COPY in ${seconds(performance.now() - began)} s: ${made.join(', ')}, ${people.length} people.`)
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0)
const milliseconds = (times: readonly number[], share: number): string => percentile(times, share).toFixed(0)
const speedTable = (times: Times): string =>
  table([
    ['the portfolio', 'times', 'p50 ms', 'p95 ms', 'most ms'],
    ...times.map(([name, of]) => [name, String(of.length), milliseconds(of, 0.5), milliseconds(of, 0.95), milliseconds(of, 1)]),
  ])

function sayRun({ made, making, people: told, simulated, mostATenant, mostAThread }: Run): void {
  const threads = mostAThread.map(({ most, seconds: within, allowed }) => `${most} in ${within} s (Teams takes ${allowed})`)
  say(`Reminders: ${made} to ${told} people were made and stored as messages in ${seconds(making)} s.`)
  say(`Sent in ${seconds(simulated)} simulated seconds, at most ${mostATenant} in a second; in one chat ${threads.join(', ')}.`)
}

const goalsOf = (wrong: number, times: Times, run: Run): Goal[] => [
  { what: 'summaries that are not as they are made anew', found: wrong, unit: '', atMost: 0 },
  ...times
    .filter(([name]) => name.endsWith('opens'))
    .map(([name, of]): Goal => ({ what: `${name}, p95`, found: percentile(of, 0.95), unit: ' ms', atMost: TARGET_MILLISECONDS })),
  { what: 'people who are to hear something', found: run.people, unit: '', atLeast: crowd },
  { what: 'of them, missed', found: run.missed, unit: '', atMost: 0 },
  { what: 'of them, told twice', found: run.twice, unit: '', atMost: 0 },
  { what: 'most messages in a second', found: run.mostATenant, unit: '', atMost: TEAMS_LIMITS.tenant[0].most },
  ...run.mostAThread.map(({ most, allowed, seconds: within }): Goal => ({
    ...{ what: `most in one chat in ${within} s`, found: most, unit: '', atMost: allowed },
  })),
]

const folder = mkdtempSync(join(tmpdir(), 'lotsen-bench-'))
// Room for what is filled to be written in one go.
const postgres = await startPostgres({ fsync: 'on', shared_buffers: '128MB', max_wal_size: '8GB', checkpoint_timeout: '30min' })
try {
  const open = (how = '') => openDatabase({ databaseUrl: `${postgres.url}${how}`, dataDir: '', log: silentLog })
  const first = await open()
  await filled(postgres, first)
  const wrong = (await stores(first).projects.rebuildSummaries()).length
  const { rows: sizes } = await first.executeSql('select pg_database_size(current_database())::float8 / 1e9 as gb')
  await first.close()
  const { gb } = sizes[0] as { gb: number }
  say(`The database has ${gb.toFixed(2)} GB. ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}.`)

  const program = join(root, 'dist/bot/index.js')
  const { times, bytes } = await opened(postgres, {
    ...{ program, folder, projects: count, cold: asked.BENCH_COLD, warm: asked.BENCH_WARM },
  })
  say(`\n${speedTable(times)}\nA page is ${(bytes / 1000).toFixed(0)} kB.\n`)

  // Here messages are counted, and the disk is not waited for.
  const second = await open('?options=-c%20synchronous_commit%3Doff')
  const translate = translator(loadWords(join(root, 'locales'), ['sv', 'en']))
  const run = await reminded(second, { day: new Date(`${nextMonday(today)}T06:00:00Z`), office, translate })
  await second.close()
  sayRun(run)
  const goals = goalsOf(wrong, times, run)
  say(`\n${goalTable(goals)}`)
  if (!goals.every(isMet)) process.exitCode = 1
} finally {
  endAll()
  await postgres.remove()
  rmSync(folder, { recursive: true, force: true })
}

/** The first Monday from this day on that is a working day: when status reports are due. */
function nextMonday(day: string): string {
  const at = new Date(day)
  do at.setUTCDate(at.getUTCDate() + 1)
  while (at.getUTCDay() !== 1 || workingDayFrom(at.toISOString().slice(0, 10)) !== at.toISOString().slice(0, 10))
  return at.toISOString().slice(0, 10)
}
