import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answers, Job } from './ask.js'
import type { Corpus } from './engine.js'
import type { EngineId } from './engines.js'

/** What an engine did with a corpus. `preparing` is in milliseconds, the start of the process included. */
export type Run = Answers & { preparing: number }
/** Why there is no run: it took longer than it was given. */
export type TooSlow = { tooSlow: true; seconds: number }

export type Task = {
  engine: EngineId
  corpus: Corpus
  questions: readonly string[]
  /** Also measures each question, for which nothing else should be running. */
  timed?: boolean
  /** How long to wait for it to make ready, and for it to answer. */
  seconds?: number
}

const PROGRAM = fileURLToPath(new URL('./ask.js', import.meta.url))
const running = new Set<ChildProcess>()
let files = 0

/** Has an engine make ready in one process, and answer in another. `folder` holds what they hand over. */
export async function runInProcess(folder: string, task: Task): Promise<Run | TooSlow> {
  const prepared = await prepareInProcess(folder, task)
  return 'tooSlow' in prepared ? prepared : askInProcess(folder, task, prepared)
}

export type Prepared = { file: string; preparing: number }

export async function prepareInProcess(folder: string, { engine, corpus, seconds }: Task): Promise<Prepared | TooSlow> {
  const place = join(folder, String(files++))
  writeFileSync(`${place}.corpus`, JSON.stringify({ language: corpus.language, things: corpus.things }))
  const began = performance.now()
  const isDone = await done({ do: 'prepare', engine, corpus: `${place}.corpus`, prepared: `${place}.prepared` }, seconds)
  return isDone ? { file: `${place}.prepared`, preparing: performance.now() - began } : { tooSlow: true, seconds: seconds! }
}

export async function askInProcess(
  folder: string,
  { engine, questions, timed = false, seconds }: Task,
  { file, preparing }: Prepared,
): Promise<Run | TooSlow> {
  const place = join(folder, String(files++))
  writeFileSync(`${place}.questions`, JSON.stringify(questions))
  const job = { engine, prepared: file, questions: `${place}.questions`, answers: `${place}.answers`, timed }
  if (!(await done({ do: 'ask', ...job }, seconds))) return { tooSlow: true, seconds: seconds! }
  return { ...(JSON.parse(readFileSync(job.answers, 'utf8')) as Answers), preparing }
}

/** For when the measurement itself fails: ends what is still running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** False when it was not done in time. Rejects when the process failed. */
function done(job: Job, seconds?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--expose-gc', PROGRAM, JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.add(child)
    let isLate = false
    const limit =
      seconds &&
      setTimeout(() => {
        isLate = true
        child.kill('SIGKILL')
      }, seconds * 1000)
    child.once('error', reject)
    child.once('exit', (code) => {
      running.delete(child)
      if (limit) clearTimeout(limit)
      if (code === 0 || isLate) resolve(code === 0)
      else reject(new Error(`${job.engine} ended with ${code} when it should ${job.do}`))
    })
  })
}
