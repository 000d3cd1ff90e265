import { readFileSync } from 'node:fs'
import type { ContentCorpus } from './content-corpus.js'
import { ON_CONTENT, type EngineId } from './engines.js'
import { askInProcess, prepareInProcess, runInProcess, type Prepared, type Run, type Task, type TooSlow } from './in-process.js'
import type { lanesOf } from './lanes.js'

export type Runs = ReadonlyMap<EngineId, Run | TooSlow>
export type OnContent = {
  runs: Runs
  /** What our own finder learned of the content. */
  learned: Uint8Array
}

// Too slow for its figure to be changed by what runs beside it, and for everybody to wait for it.
const MEASURED_BESIDE_OTHERS: readonly EngineId[] = ['fuse']

export type Given = { folder: string; inLane: ReturnType<typeof lanesOf>; peerSeconds: number }

/** What an engine may take: ours as long as it needs. */
export const secondsFor = (engine: EngineId, { peerSeconds }: Given): number | undefined =>
  engine === 'ours' || engine === 'ourRanker' ? undefined : peerSeconds

/**
 * Everybody on the content, with times. What can run beside other work begins at once, in the lanes; `finish` measures the rest one at
 * a time, and is called when nothing else runs.
 */
export function startOnContent(
  given: Given,
  corpus: ContentCorpus,
  questions: readonly string[],
): { finish(): Promise<OnContent> } {
  const { folder, inLane } = given
  // The one that learns longest is the last of them, and begins first.
  const begun = [...ON_CONTENT].reverse().map((engine) => {
    const task: Task = { engine, corpus, questions, timed: true, seconds: secondsFor(engine, given) }
    const isBeside = MEASURED_BESIDE_OTHERS.includes(engine)
    const result = inLane<Run | TooSlow | Prepared>(() =>
      isBeside ? runInProcess(folder, task) : prepareInProcess(folder, task),
    )
    return { engine, task, result }
  })
  // What fails while other work is waited for is thrown by `finish`.
  void Promise.allSettled(begun.map(({ result }) => result))
  return {
    async finish() {
      const runs = new Map<EngineId, Run | TooSlow>()
      let learned: Uint8Array = Buffer.alloc(0)
      for (const { engine, task, result } of begun) {
        const done = await result
        if (engine === 'ours' && 'file' in done) learned = readFileSync(done.file)
        runs.set(engine, 'file' in done ? await askInProcess(folder, task, done) : done)
      }
      return { runs, learned }
    },
  }
}
