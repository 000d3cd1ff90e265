import type { ContentStore } from '../domain/content/accepted.js'
import type { Content } from '../domain/content/content.js'
import type { Correction, CorrectionStore } from '../domain/corrections/correction.js'
import { IS_UNDECIDED } from '../domain/corrections/standing.js'
import type { Log } from '../telemetry/log.js'
import { contentFingerprint } from './content-files.js'
import { oneLookAtATime } from './one-look.js'
import { contentOf, entriesOf, inWords, readFiled, type Filed } from './read-content.js'
import { isRuleFile } from './rule-set.js'

export type KeepContent<Derived> = {
  folder: string
  contents: ContentStore
  corrections: Pick<CorrectionStore, 'all' | 'count'>
  /** Made of each snapshot and swapped with it, for example the search index. */
  derive: (content: Content) => Derived
  pollSeconds: number
  now: () => Date
  log: Log
}

/** What the content is made of: what its files say, everything that was corrected on top of them, and how each corrected field stands. */
type Sources = { filed: Filed; corrections: readonly Correction[] }
type Taken = Sources & ReturnType<typeof contentOf>

/**
 * Holds the present snapshot of the content and what is derived from it, and swaps both when the files change or something is corrected.
 * What cannot be accepted is said in the log and in `content.problems`; the last good version goes on.
 * @throws ContentRefused at the start, when there is no good version at all
 */
export async function keepContent<Derived>(needs: KeepContent<Derived>) {
  const { folder, contents, corrections, derive, pollSeconds, now, log } = needs
  let fingerprint = await contentFingerprint(folder)
  let count = await corrections.count()
  let present = taken({ filed: await read(), corrections: await corrections.all() })
  let current = derive(present.content)

  async function read(): Promise<Filed> {
    const filed = await readFiled(folder, contents, now)
    for (const problem of filed.problems)
      log.error(
        { file: problem.file, line: problem.line },
        `content not accepted, the last good ${isRuleFile(problem) ? 'rule set' : 'version'} goes on:\n${inWords(problem)}`,
      )
    if (filed.remarks.length > 0)
      log.warn({ remarks: filed.remarks.length }, `rules to look at:\n${filed.remarks.map(inWords).join('\n')}`)
    return filed
  }

  function taken(sources: Sources): Taken {
    const made = contentOf(sources.filed, sources.corrections)
    const undecided = [...made.states].filter(([, { standing }]) => IS_UNDECIDED[standing]).map(([field]) => field)
    if (undecided.length > 0)
      log.warn({ undecided }, 'corrected fields that somebody has to decide about: their files say something new')
    return { ...sources, ...made }
  }

  async function lookOnce(): Promise<void> {
    try {
      const seen = await contentFingerprint(folder)
      const isOtherFiles = seen !== fingerprint
      const counted = await corrections.count()
      const isCorrected = counted !== count
      if (!isOtherFiles && !isCorrected) return
      const next = taken({
        filed: isOtherFiles ? await read() : present.filed,
        corrections: isCorrected ? await corrections.all() : present.corrections,
      })
      current = derive(next.content)
      present = next
      fingerprint = seen
      count = counted
      log.info({ files: isOtherFiles, corrections: isCorrected }, 'content changed')
    } catch (error) {
      log.error(
        { error, why: error instanceof Error && error.name === 'ContentRefused' ? error.message : undefined },
        'new content not accepted, the present one goes on',
      )
    }
  }

  const look = oneLookAtATime(lookOnce)
  const poll = setInterval(() => void look(), pollSeconds * 1000)
  poll.unref()
  /** Derives once more from the present snapshot, when something else that goes into it has changed. */
  function again(): void {
    current = derive(present.content)
  }

  return {
    current: () => current,
    /** What the present snapshot was made of, entries as the files have them. */
    sources: () => ({ entries: entriesOf(present.filed), corrections: present.corrections, states: present.states }),
    /** The content as it would be with one more correction. Nothing is changed. Throws when nothing could be derived from it. */
    tried(correction: Correction): Content {
      const { content } = contentOf(present.filed, [...present.corrections, correction])
      derive(content)
      return content
    },
    look,
    again,
    close: () => clearInterval(poll),
  }
}
