import { setFlagsFromString } from 'node:v8'
import { projectRoot } from './config/project-root.js'
import { compose } from './compose.js'
import { configFrom, secretsFrom } from './config/config.js'
import { readEnvironment } from './config/environment.js'
import { madeApart } from './store/made-apart.js'
import { createLog } from './telemetry/log.js'

/** Errors whose message is written for the person who starts the bot: they need no stack. */
const SELF_EXPLAINING = new Set(['BadEnvironment', 'ContentRefused', 'CannotOpen'])

async function start(): Promise<void> {
  const env = readEnvironment(process.env)
  const config = configFrom(env, projectRoot())
  const secrets = secretsFrom(env)
  const log = createLog(config.log.level)
  if (!secrets.databaseUrl) {
    keepTheHeapSmall()
    await madeApart(config.makeDatabase, config.dataDir, config.log.level)
  }
  const running = await compose(config, secrets, log)
  process.stdout.write(`\nLotsen answers at ${running.url}\n`)

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void running.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

// A machine with much memory lets the heap grow to several times what is in use before it tidies up. A database that is embedded wants that
// memory; with one beside it, the time that tidying takes is better spent on answers.
function keepTheHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

start().catch((error: unknown) => {
  const explained = error instanceof Error && (SELF_EXPLAINING.has(error.name) || 'explained' in error)
  process.stderr.write(
    `\n${explained ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(1)
})
