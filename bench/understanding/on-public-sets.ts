import { ON_CONTENT, onSets, type EngineId } from './engines.js'
import { runInProcess, type Run, type TooSlow } from './in-process.js'
import { judge } from './judge.js'
import type { Judged } from './metrics.js'
import { secondsFor, type Given } from './on-content.js'
import { PUBLIC_SETS, publicSet, type PublicSet, type PublicSetName } from './public-sets.js'

/** How one engine did on one set; or why it was not tried, or did not finish. */
export type Outcome = { inScope: Judged[]; outOfScope: Judged[] } | { left: string }
export type SetResult = { name: PublicSetName; outcomes: ReadonlyMap<EngineId, Outcome> } | { name: PublicSetName; absent: true }

// Fuse.js compares every question with every text: beyond so many pairs it takes minutes.
const FUSE_PAIRS = 500_000

/** Everybody on all sets of a folder, in the lanes. */
export const onPublicSets = (given: Given, folder: string): Promise<SetResult[]> =>
  Promise.all(
    PUBLIC_SETS.map(async (name) => {
      const set = publicSet(folder, name)
      if (!set) return { name, absent: true as const }
      const outcomes = await Promise.all(
        ON_CONTENT.map(async (column) => [column, await onSet(given, onSets(column), set)] as const),
      )
      return { name, outcomes: new Map(outcomes) }
    }),
  )

async function onSet(given: Given, engine: EngineId, { corpus, questions, outOfScope }: PublicSet): Promise<Outcome> {
  const asked = [...questions.map(({ text }) => text), ...outOfScope]
  const texts = corpus.things.reduce((sum, { texts }) => sum + texts.length, 0)
  if (engine === 'fuse' && texts * asked.length > FUSE_PAIRS) return { left: 'minutes' }
  const seconds = secondsFor(engine, given)
  const run = await given.inLane(() => runInProcess(given.folder, { engine, corpus, questions: asked, seconds }))
  return outcomeOf(run, questions)
}

function outcomeOf(run: Run | TooSlow, questions: PublicSet['questions']): Outcome {
  if ('tooSlow' in run) return { left: `over ${run.seconds} s` }
  return {
    inScope: questions.map(({ expected }, at) => judge(run.answers[at]!, [expected])),
    outOfScope: run.answers.slice(questions.length).map((answer) => judge(answer, [])),
  }
}
