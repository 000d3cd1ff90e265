import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Who holds the lock. `machine` is the running kernel together with the space of its process numbers (a container has one of its own),
 * `started` tells a process from a later one with the same number. Both are empty where the system does not tell.
 */
const Holder = z.object({ pid: z.number().int(), started: z.string(), machine: z.string(), token: z.string() })
type Holder = z.infer<typeof Holder>

const HEARTBEAT_MILLISECONDS = 5_000
const SILENT_MILLISECONDS = 30_000

const orEmpty = (read: () => string): string => {
  try {
    return read()
  } catch {
    // Only Linux tells this; elsewhere the process number alone has to do.
    return ''
  }
}
const machine = () =>
  orEmpty(() => `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`)
// The name of the program, in parentheses, may itself hold spaces; the start time is the 20th field after it.
const startOf = (pid: number) => orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '')

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isHeld = (holder: Holder, file: string): boolean => {
  if (holder.machine === machine()) return isRunning(holder.pid) && startOf(holder.pid) === holder.started
  // A process that cannot be seen from here, in another container: it is alive as long as it touches the file.
  return Date.now() - statSync(file).mtimeMs < SILENT_MILLISECONDS
}

const read = (file: string): Holder | undefined => {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`The lock file ${file} cannot be read. If no other process uses the folder, delete the file.`, {
      cause: error,
    })
  }
}

// Hard links are made or not made, with their whole content: nobody ever reads half a lock.
const isLinked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a lock out of the way whose holder is dead; puts it back if somebody else took it over in the meantime. */
const removeStale = (file: string, stale: Holder) => {
  const aside = `${file}.${randomUUID()}`
  renameSync(file, aside)
  if (read(aside)?.token !== stale.token) isLinked(aside, file)
  rmSync(aside)
}

const take = (file: string, mine: string): void => {
  if (isLinked(mine, file)) return
  const holder = read(file)
  if (holder && isHeld(holder, file)) {
    throw new Error(
      `The embedded database is in use by process ${holder.pid} (lock: ${file}). Two processes on one folder would destroy it. ` +
        'Stop that process, choose another DATA_DIR, or set DATABASE_URL to use a PostgreSQL server.',
    )
  }
  if (holder) removeStale(file, holder)
  take(file, mine)
}

/**
 * Takes the folder for this process alone, and gives back the function that lets it go. The lock of a process that was
 * killed is taken over. Throws, naming the process, when another one holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lotsen.lock')
  const token = randomUUID()
  const mine = `${file}.${token}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid), machine: machine(), token }))
  try {
    take(file, mine)
  } finally {
    rmSync(mine)
  }
  const heartbeat = setInterval(() => orEmpty(() => String(utimesSync(file, new Date(), new Date()))), HEARTBEAT_MILLISECONDS)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    if (read(file)?.token === token) rmSync(file)
  }
}
