// Measures Lotsen beside what it could be at most: the same framework doing nothing, and the same framework storing as much.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres, type Postgres } from '../test/fixtures/postgres.js'
import { ourSizes, theirSizes, type Size } from './client-size.js'
import { contender, newPlace, type Contender } from './contender.js'
import { load } from './load.js'
import { CONNECTIONS, CONVERSATIONS, Options } from './options.js'
import { questionsToAsk } from './questions.js'
import { goalTable, isMet, p95, share, sizeTable, speedTable, type Goal } from './report.js'
import { wrongRows } from './rows.js'
import { sampleAnswer } from './sample-answer.js'
import { endAll } from './server-process.js'
import { startUpTimes } from './start-up.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
// A program that runs all day has long been compiled; without this the first round would measure the compiler.
const WARM_UP = { seconds: 20, turns: 6000 }
const MEGABYTE = 1_000_000

// The load comes from one address, which is what limits are there to stop.
const UNLIMITED = { LIMIT_MESSAGES_PER_MINUTE: '1000000', LIMIT_TOKENS_PER_MINUTE: '1000000' }

type Engine = 'PGlite' | 'PostgreSQL'
type Pair = { engine: Engine; durable: Contender; bot: Contender }

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function bench(folder: string, postgres: Postgres): Promise<boolean> {
  const { BENCH_SECONDS: seconds, BENCH_ROUNDS: rounds, BENCH_QUESTIONS: file } = Options.parse(process.env)
  const { questions, source } = await questionsToAsk(root, file)
  say(
    `${rounds} rounds of ${seconds} s each, ${CONNECTIONS} connections, ${CONVERSATIONS} conversations, ${questions.length} questions from ${source}\n`,
  )

  const started = await startUpTimes(join(root, 'scripts/start.mjs'), UNLIMITED)
  const bare = await contender({ name: 'bare echo', program: join(root, 'dist/bench/bare-echo.js') })
  const pairs = [await pair('PGlite', folder, questions), await pair('PostgreSQL', folder, questions, postgres.url)]
  const all = [bare, ...pairs.flatMap(({ durable, bot }) => [durable, bot])]

  for (const { server, replies } of all) await load({ url: server.url, questions, replies }, WARM_UP)
  for (let round = 0; round < rounds; round++)
    for (const { server, replies, rounds: measured } of all)
      measured.push(await load({ url: server.url, questions, replies }, { seconds }))

  const resident = new Map(all.map((one) => [one, one.server.resident() / MEGABYTE]))
  const sizes = [...(await ourSizes(pairs[0]!.bot.server.url)), ...theirSizes(root)]
  for (const { server } of all) await server.stop()

  say(`${speedTable(all)}\n`)
  say(`resident memory after it: ${all.map((one) => `${one.name} ${resident.get(one)!.toFixed(0)} MB`).join(', ')}\n`)
  say(`${sizeTable(sizes)}\n`)
  const goals = [
    ...pairs.flatMap((one) => speedGoals(one, bare)),
    { what: 'first start, empty folder', found: started.first, unit: ' s', atMost: 15 },
    { what: 'later start', found: started.later, unit: ' s', atMost: 3 },
    { what: 'memory, embedded database', found: resident.get(pairs[0]!.bot)!, unit: ' MB', atMost: 700 },
    ...sizeGoals(sizes),
  ]
  say(`${goalTable(goals)}\n`)
  say(goals.every(isMet) ? 'Every goal is met on this machine.' : 'Not every goal is met on this machine.')
  return everythingIsRight(all)
}

/** The bot and the echo that stores as much, each with a database of its own on the same engine. */
async function pair(engine: Engine, folder: string, questions: readonly string[], postgres?: string): Promise<Pair> {
  const bot = await contender(
    { name: `${engine}: this bot`, program: join(root, 'dist/bot/index.js'), environment: UNLIMITED, isOurs: true },
    await newPlace(folder, postgres),
  )
  const answerFile = join(folder, 'answer.json')
  writeFileSync(answerFile, JSON.stringify(await sampleAnswer({ url: bot.server.url, questions, replies: bot.replies })))
  const durable = await contender(
    {
      name: `${engine}: durable echo`,
      program: join(root, 'dist/bench/durable-echo.js'),
      environment: { ANSWER_FILE: answerFile },
    },
    await newPlace(folder, postgres),
  )
  return { engine, durable, bot }
}

const OF_BARE = { PGlite: 0.25, PostgreSQL: 0.4 }
const P95_MILLISECONDS = { PGlite: 40, PostgreSQL: 25 }

const speedGoals = ({ engine, durable, bot }: Pair, bare: Contender): Goal[] => [
  { what: `${engine}: share of the durable echo`, found: share(bot, durable), unit: '', atLeast: 0.6 },
  { what: `${engine}: share of the bare echo`, found: share(bot, bare), unit: '', atLeast: OF_BARE[engine] },
  { what: `${engine}: p95`, found: p95(bot), unit: ' ms', atMost: P95_MILLISECONDS[engine] },
]

const sizeGoals = ([page, launcher]: readonly Size[]): Goal[] => [
  { what: 'page, scripts and styles', found: (page?.bytes ?? NaN) / 1000, unit: ' kB', atMost: 60 },
  { what: 'launcher', found: (launcher?.bytes ?? NaN) / 1000, unit: ' kB', atMost: 10 },
]

/** A wrong reply or a wrong number of rows is a fault, however fast it was; a missed goal is not. */
async function everythingIsRight(all: readonly Contender[]): Promise<boolean> {
  let isRight = true
  for (const { name, replies, place } of all) {
    const wrong = [...new Set(replies.wrong), ...(place ? await wrongRows(place, replies) : [])]
    if (wrong.length > 0) isRight = false
    const verdict =
      wrong.length > 0 ? `WRONG: ${wrong.slice(0, 5).join('; ')}` : place ? 'all right, and a row for each' : 'all right'
    say(`${name}: ${replies.count} replies read, ${replies.wrong.length} wrong. ${verdict}`)
  }
  return isRight
}

const folder = mkdtempSync(join(tmpdir(), 'lotsen-bench-'))
// The server is as PostgreSQL comes, not as fast as the tests have it: what is committed is on the disk.
const postgres = await startPostgres({ fsync: 'on', shared_buffers: '128MB' })
try {
  process.exitCode = (await bench(folder, postgres)) ? 0 : 1
} finally {
  endAll()
  await postgres.remove()
  rmSync(folder, { recursive: true })
}
