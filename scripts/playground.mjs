// npm run playground: the bot, and Microsoft's Agents Playground (a stand-in for Teams) talking to it. Ctrl-C ends both.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const children = []
let isEnding = false

/** Starts a program, and resolves to what `pattern` finds in its output first. */
const startUntil = (name, args, options, pattern) =>
  new Promise((found, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    children.push(child)
    let said = ''
    const hear = (piece) => {
      said += piece
      const match = pattern.exec(said)
      if (match) found(match[1])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => {
      if (isEnding) return
      failed(new Error(`${name} ended with ${code}:\n${said}`))
      end(1)
    })
  })

function end(code) {
  if (isEnding) return
  isEnding = true
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  const ended = running.map((child) => new Promise((exit) => child.once('exit', exit)))
  for (const child of running) child.kill('SIGTERM')
  void Promise.all(ended).then(() => process.exit(code))
}
process.on('SIGINT', () => end(0))
process.on('SIGTERM', () => end(0))

function startPlayground(bot) {
  const folder = mkdtempSync(join(tmpdir(), 'lotsen-playground-'))
  const cli = join(dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js')
  const env = {
    ...process.env,
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    // --disable-telemetry stops what it reports itself; the library below it reports on its own.
    APPLICATIONINSIGHTS_CONFIGURATION_CONTENT: JSON.stringify({ disableAppInsights: true, disableStatsbeat: true }),
    APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
  }
  const port = process.env.PLAYGROUND_PORT ? ['--port', process.env.PLAYGROUND_PORT] : []
  const args = [cli, '--app-endpoint', `${bot}/api/messages`, '--channel-id', 'msteams', '--disable-telemetry', ...port]
  return startUntil('The Playground', args, { cwd: folder, env }, /Listening on (\d+)/)
}

try {
  const bot = await startUntil('The bot', [join(root, 'scripts/start.mjs')], { cwd: root }, /answers at (http:\S+)/)
  const port = await startPlayground(bot)
  console.log(`Lotsen:            ${bot}`)
  console.log(`Agents Playground: http://localhost:${port}`)
  console.log('Ctrl-C ends both.')
} catch (error) {
  console.error(error.message)
  end(1)
}
