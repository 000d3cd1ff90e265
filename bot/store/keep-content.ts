import type { ContentStore } from '../domain/content/accepted.js'
import type { Content } from '../domain/content/content.js'
import type { Log } from '../telemetry/log.js'
import { contentFingerprint } from './content-files.js'
import { inWords, readContent } from './read-content.js'
import { isRuleFile } from './rule-set.js'

export type KeepContent<Derived> = {
  folder: string
  contents: ContentStore
  /** Made of each snapshot and swapped with it, for example the search index. */
  derive: (content: Content) => Derived
  pollSeconds: number
  now: () => Date
  log: Log
}

/**
 * Holds the present snapshot of the content and what is derived from it, and swaps both when the files change.
 * What cannot be accepted is said in the log and in `content.problems`; the last good version goes on.
 * @throws ContentRefused at the start, when there is no good version at all
 */
export async function keepContent<Derived>(needs: KeepContent<Derived>) {
  const { folder, contents, derive, pollSeconds, now, log } = needs
  let fingerprint = await contentFingerprint(folder)
  let content = await take()
  let current = derive(content)

  async function take(): Promise<Content> {
    const content = await readContent(folder, contents, now)
    for (const problem of content.problems)
      log.error(
        { file: problem.file, line: problem.line },
        `content not accepted, the last good ${isRuleFile(problem) ? 'rule set' : 'version'} goes on:\n${inWords(problem)}`,
      )
    if (content.remarks.length > 0)
      log.warn({ remarks: content.remarks.length }, `rules to look at:\n${content.remarks.map(inWords).join('\n')}`)
    return content
  }

  let looking: Promise<void> | undefined
  // One look at a time: a slow one that ended after the next would put an older content back.
  function look(): Promise<void> {
    return (looking ??= lookOnce().finally(() => (looking = undefined)))
  }

  async function lookOnce(): Promise<void> {
    try {
      const seen = await contentFingerprint(folder)
      if (seen === fingerprint) return
      content = await take()
      current = derive(content)
      fingerprint = seen
      log.info({}, 'content changed')
    } catch (error) {
      log.error(
        { error, why: error instanceof Error && error.name === 'ContentRefused' ? error.message : undefined },
        'new content not accepted, the present one goes on',
      )
    }
  }

  const poll = setInterval(() => void look(), pollSeconds * 1000)
  poll.unref()
  /** Derives once more from the present snapshot, when something else that goes into it has changed. */
  function again(): void {
    current = derive(content)
  }

  return { current: () => current, look, again, close: () => clearInterval(poll) }
}
