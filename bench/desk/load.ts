// 200 people speak with staff at the same time: how long from a message sent until it is shown on the other side, both ways. Citizens are on
// one server and staff on another, over one PostgreSQL, through real sockets.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../test/fixtures/postgres.js'
import { endAll, startServer } from '../server-process.js'
import { percentile } from '../statistics.js'
import { goOn, isWhole, openChats, type Chat, type Times } from './chats.js'
import { watchMachine } from './machine.js'
import { meter, spentBetween, type Spent } from './spent.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const SECRET = 'a-secret-for-measuring-only'
const CHATS = 200
const SECONDS = 20
const TARGET_MILLISECONDS = 250

const ENVIRONMENT = {
  STAFF_SIGN_IN: 'development',
  DIRECT_LINE_SECRET: SECRET,
  LIMIT_TOKENS_PER_MINUTE: '1000000',
  LIMIT_MESSAGES_PER_MINUTE: '1000000',
  LIMIT_SIGN_INS_PER_MINUTE: '1000000',
  LOG_LEVEL: 'error',
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function run(chats: readonly Chat[], seconds: number): Promise<Times> {
  const times: Times = { toAgent: [], toCitizen: [], lost: 0, refused: 0 }
  const until = performance.now() + seconds * 1000
  await Promise.all(chats.map((chat) => goOn(chat, until, times)))
  return times
}

async function measure(at: { citizens: string; staff: string; echo: string }, read: () => Promise<Spent>) {
  const began = performance.now()
  const { chats, agents, close } = await openChats(CHATS, { ...at, secret: SECRET })
  say(`${chats.length} hand-offs taken at ${agents.length} desks in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  // A program that runs all day has long been compiled.
  await run(chats, SECONDS / 4)
  const machine = await watchMachine(at.echo)
  const from = await read()
  const times = await run(chats, SECONDS)
  const spent = spentBetween(from, await read())
  const waits = machine()
  close()
  return { times, spent, waits, broken: chats.filter((chat) => !isWhole(chat)).length }
}

const row = (name: string, times: readonly number[]): string =>
  `${name.padEnd(22)} ${String(times.length).padStart(6)} lines  p50 ${percentile(times, 0.5).toFixed(0).padStart(4)} ms  p95 ${percentile(times, 0.95).toFixed(0).padStart(4)} ms  p99 ${percentile(times, 0.99).toFixed(0).padStart(4)} ms`

function tell({ times, spent, waits, broken }: Awaited<ReturnType<typeof measure>>): boolean {
  const lines = times.toAgent.length + times.toCitizen.length
  const each = (seconds: number): string => ((seconds * 1000) / lines).toFixed(1)
  say(row('citizen to agent', times.toAgent))
  say(row('agent to citizen', times.toCitizen))
  say(
    `A line costs ${each(spent.servers)} ms of the servers, ${each(spent.database)} ms of the database and ${each(spent.measurer)} ms of who measures (processor time), and ${(spent.statements / lines).toFixed(1)} statements, all that goes on beside it included.`,
  )
  say(
    `Of it the machine: a bare echo answered in ${waits.echo.toFixed(0)} ms at p95 meanwhile, and who measures was ${waits.loop.toFixed(0)} ms late at p95.`,
  )
  const isMet = [times.toAgent, times.toCitizen].every((way) => percentile(way, 0.95) < TARGET_MILLISECONDS)
  say(`${CHATS} at once, p95 under ${TARGET_MILLISECONDS} ms both ways: ${isMet ? 'met' : 'not met'} on this machine.`)
  say(
    `Lines not shown within ten seconds: ${times.lost}, of which given back to who wrote them: ${times.refused}. Chats where a line was lost, doubled or out of order on either side: ${broken}.`,
  )
  return times.lost === 0 && broken === 0
}

const folder = mkdtempSync(join(tmpdir(), 'lotsen-bench-'))
const postgres = await startPostgres({ fsync: 'on', shared_buffers: '128MB' })
try {
  const environment = { ...ENVIRONMENT, DATABASE_URL: postgres.url }
  const program = join(root, 'dist/bot/index.js')
  const citizens = await startServer(program, { ...environment, DATA_DIR: join(folder, 'one') })
  const staff = await startServer(program, { ...environment, DATA_DIR: join(folder, 'other') })
  const echo = await startServer(join(root, 'dist/bench/bare-echo.js'), {})
  const spending = await meter(postgres.url, [citizens.pid, staff.pid])
  const measured = await measure({ citizens: citizens.url, staff: staff.url, echo: echo.url }, spending.read)
  await spending.close()
  process.exitCode = tell(measured) ? 0 : 1
  await Promise.all([citizens.stop(), staff.stop(), echo.stop()])
} finally {
  endAll()
  await postgres.remove()
  rmSync(folder, { recursive: true })
}
