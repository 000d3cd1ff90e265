import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'

export type ServerProcess = {
  url: string
  pid: number
  /** Milliseconds from the start of the process until it said that it answers. */
  startedIn: number
  /** Bytes of memory that it occupies now; NaN where the system does not tell. */
  resident(): number
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()

/** Starts a program of ours in a process of its own. It says "answers at <address>" when it does; rejects when it ends before. */
export async function startServer(program: string, environment: Record<string, string>): Promise<ServerProcess> {
  const began = performance.now()
  // Nothing of the measurer's own environment: a DATABASE_URL there would have us measure, and fill, somebody's database.
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const url = await addressOf(child, program)
  return {
    url,
    pid: child.pid ?? 0,
    startedIn: performance.now() - began,
    resident: () => residentBytes(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** For when the measurement itself fails: ends what is still running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

function addressOf(child: ChildProcess, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    let address: string | undefined
    // It goes on listening: a pipe that nobody reads would stop the one who writes.
    child.stdout?.on('data', (chunk: Buffer) => {
      if (address) return
      said += chunk.toString()
      address = /answers at (http:\S+)\s/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it answered`)))
  })
}

function residentBytes(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Number(kilobytes) * 1024
}
