// One engine in a process of its own: makes ready, or opens what was made ready and answers. What to do stands in the first argument.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { median, percentile } from '../statistics.js'
import { ENGINE_IDS, engines } from './engines.js'
import type { Corpus, Opened, Ranked } from './engine.js'

const Common = { engine: z.enum(ENGINE_IDS) }
const Job = z.discriminatedUnion('do', [
  z.strictObject({ ...Common, do: z.literal('prepare'), corpus: z.string(), prepared: z.string() }),
  z.strictObject({
    ...Common,
    do: z.literal('ask'),
    prepared: z.string(),
    questions: z.string(),
    answers: z.string(),
    timed: z.boolean(),
  }),
])
export type Job = z.infer<typeof Job>

/** What was answered to one question, the best first. */
export type Answer = { ranked: readonly Ranked[]; confidence?: number }

export type Answers = {
  answers: Answer[]
  /** Milliseconds from nothing until it could be asked. */
  load: number
  /** Bytes that the process grew by until then, and while it was asked. */
  memory: number
  /** Milliseconds a question, in a timed job. */
  p50?: number
  p99?: number
}

const WARM_UP = 40
// Medians of rounds, so that a slow second of the machine is not taken for the engine's. A slow engine is asked for as long as this.
const ROUNDS = 5
const QUESTIONS_A_ROUND = 1000
const MILLISECONDS_A_ROUND = 1000

async function prepare({ engine, corpus, prepared }: Extract<Job, { do: 'prepare' }>): Promise<void> {
  const { prepare } = await engines[engine]()
  writeFileSync(prepared, await prepare(JSON.parse(readFileSync(corpus, 'utf8')) as Corpus))
}

async function ask({ engine, prepared, questions, answers, timed }: Extract<Job, { do: 'ask' }>): Promise<void> {
  const asked = JSON.parse(readFileSync(questions, 'utf8')) as string[]
  const before = resident()
  const began = performance.now()
  const { open } = await engines[engine]()
  const opened = await open(readFileSync(prepared))
  const load = performance.now() - began

  const found: Answer[] = []
  for (const question of asked) found.push({ ranked: await opened.rank(question), confidence: opened.confidence?.(question) })
  const speed = timed ? await timesOf(opened, asked) : {}
  const result: Answers = { answers: found, load, memory: resident() - before, ...speed }
  writeFileSync(answers, JSON.stringify(result))
}

async function timesOf(opened: Opened, asked: readonly string[]): Promise<{ p50: number; p99: number }> {
  let turn = 0
  const next = (): string => asked[turn++ % asked.length]!
  const round = async (questions: number): Promise<number[]> => {
    const times: number[] = []
    const began = performance.now()
    while (times.length < questions && performance.now() - began < MILLISECONDS_A_ROUND) {
      const question = next()
      const sent = performance.now()
      await opened.rank(question)
      times.push(performance.now() - sent)
    }
    return times
  }
  await round(WARM_UP)
  const rounds: number[][] = []
  while (rounds.length < ROUNDS) rounds.push(await round(QUESTIONS_A_ROUND))
  const middle = (share: number): number => median(rounds.map((times) => percentile(times, share)))
  return { p50: middle(0.5), p99: middle(0.99) }
}

/** Without what nobody holds any more, where the process may clear it away (`--expose-gc`). */
function resident(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

const job = Job.parse(JSON.parse(process.argv[2] ?? '{}'))
await (job.do === 'prepare' ? prepare(job) : ask(job))
