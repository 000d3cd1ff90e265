import { existsSync, readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Content } from '../domain/content/content.js'
import type { Log } from '../telemetry/log.js'
import { trainedFromBytes, versionOf, type Trained } from '../understanding/find.js'
import { findableTexts } from './findable-texts.js'

export type KeepFinder = {
  /** What was learned when the bot was built. */
  file: string
  /** The program of the thread that learns anew; without it nothing is learned until the next build. */
  thread: string
  /** Called when something newer was learned. */
  onLearned: () => void
  log: Log
}

/**
 * Holds what was learned from the content. After an edit what was learned before goes on, for everything that is in both, while a
 * thread learns from the new texts: a minute at most, and no question waits for it.
 */
export function keepFinder({ file, thread, onLearned, log }: KeepFinder) {
  let current = builtFinder(file, log)
  let learning: { version: string; worker: Worker } | undefined

  /** The newest that was learned, for this content or an earlier one; begins to learn when it is not for this one. */
  function trainedFor(content: Content): Trained | undefined {
    const things = findableTexts(content)
    const version = versionOf(things)
    if (current?.version !== version && learning?.version !== version && existsSync(thread)) {
      void learning?.worker.terminate()
      learning = { version, worker: learn(version, new Worker(thread, { workerData: things })) }
    }
    return current
  }

  function learn(version: string, worker: Worker): Worker {
    worker.unref()
    worker.once('message', (bytes: Uint8Array) => {
      if (learning?.version !== version) return
      learning = undefined
      current = trainedFromBytes(bytes)
      log.info({ index: version }, 'learned from the new content')
      onLearned()
    })
    worker.once('error', (error) => {
      if (learning?.version === version) learning = undefined
      log.error({ error, index: version }, 'could not learn from the new content, what was learned before goes on')
    })
    return worker
  }

  return { trainedFor, close: async () => void (await learning?.worker.terminate()) }
}

// Not there, or of another release: the bot starts all the same, and learns.
function builtFinder(file: string, log: Log): Trained | undefined {
  try {
    return trainedFromBytes(readFileSync(file))
  } catch (error) {
    log.error({ error }, 'nothing learned was found beside the bot: questions are compared letter by letter for now')
    return undefined
  }
}
