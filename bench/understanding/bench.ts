// Measures how well questions are understood: Lotsen's finder beside search engines and a trained bot, on the same content, in one run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goalTable, isMet, type Goal } from '../report.js'
import { contentCorpus, type ContentCorpus } from './content-corpus.js'
import { decisionsOf } from './decision-report.js'
import { outOfScope } from './decisions.js'
import { ON_CONTENT, engines } from './engines.js'
import { isTooSlow } from './figures.js'
import { languageGoals, questionGoals, setGoals, speedGoals } from './goals.js'
import { endAll } from './in-process.js'
import { labelledQuestions, type LabelledQuestion } from './labelled-questions.js'
import { lanesOf } from './lanes.js'
import { languageRows } from './languages.js'
import { startOnContent, type Runs } from './on-content.js'
import { onPublicSets, type SetResult } from './on-public-sets.js'
import { Options, SETS_BESIDE } from './options.js'
import { productFinder } from './product-finder.js'
import { contentSections, judgedBy, languageTable, publishedTable, setSections } from './result-sections.js'
import { sectionTable } from './sections.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const LANES = 2
const EVERY = 20

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Says how long a part took, after it. */
async function timed<Value>(part: string, work: () => Promise<Value>): Promise<Value> {
  const began = performance.now()
  const value = await work()
  say(`${part}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return value
}

async function bench(folder: string): Promise<void> {
  const options = Options.parse(process.env)
  const corpus = await contentCorpus(root)
  const questions = labelledQuestions(root, options.BENCH_QUESTIONS)
  const sets = options.BENCH_PUBLIC_SETS ?? join(root, SETS_BESIDE)
  const given = { folder, inLane: lanesOf(LANES), peerSeconds: options.BENCH_PEER_SECONDS }
  say(
    `${corpus.things.length} things with ${corpus.things.flatMap(({ texts }) => texts).length} texts, ${questions.length} questions`,
  )
  if (questions.length === 0)
    say('There are no questions with known answers: set BENCH_QUESTIONS to a file. Phrases of the content are asked for speed.')
  const asked = questions.length > 0 ? questions.map(({ text }) => text) : phrasesOf(corpus)

  const onContent = startOnContent(given, corpus, asked)
  const setResults = await timed('learning, and the public sets', async () => {
    if (existsSync(sets)) return onPublicSets(given, sets)
    say('The public sets are not there, and left out: set BENCH_PUBLIC_SETS to their folder.')
    return []
  })
  const { runs, learned } = await timed('the content, one engine at a time', () => onContent.finish())

  const languages = await timed('language of short texts', () => languageRows(root, sets))

  const names = await Promise.all(ON_CONTENT.map(async (engine) => (await engines[engine]()).name))
  say(`\n${sectionTable(['', ...names], [...contentSections(runs, questions, corpus), ...setSections(setResults)])}`)
  for (const result of setResults)
    if ('absent' in result) say(`${result.name} is not in the folder of public sets, and left out.`)
  if (existsSync(sets)) say(`\n${publishedTable(sets)}`)
  say(
    languages ? `\n${languageTable(languages)}` : '\nTexts of known language are not in the folder of public sets, and left out.',
  )

  const decided = decisionsOf({ decide: productFinder(learned), corpus, questions, outside: outOfScope(root) })
  say(`\n${decided.text}`)

  const goals = [
    ...contentGoals(runs, questions, corpus),
    ...setResults.flatMap(goalsOfSet),
    ...(languages?.[0] ? languageGoals(languages[0]) : []),
    ...decided.goals,
  ]
  say(`\n${goalTable(goals)}\n`)
  say(goals.every(isMet) ? 'Every goal is met on this machine.' : 'Not every goal is met on this machine.')
}

const phrasesOf = ({ things }: ContentCorpus): string[] =>
  things
    .flatMap(({ texts }) => texts.flatMap(({ text, role }) => (role === 'phrase' ? [text] : [])))
    .filter((_, at) => at % EVERY === 0)

function contentGoals(runs: Runs, questions: readonly LabelledQuestion[], corpus: ContentCorpus): Goal[] {
  const run = runs.get('ours')!
  if (isTooSlow(run)) return []
  const judged = judgedBy(run, questions, corpus)
  return [
    ...questionGoals(questions.map(({ language, stratum }, at) => ({ language, stratum, judged: judged[at]! }))),
    ...speedGoals(run),
  ]
}

function goalsOfSet(result: SetResult): Goal[] {
  const outcome = 'absent' in result ? undefined : result.outcomes.get('ours')
  return outcome && 'inScope' in outcome ? setGoals(result.name, outcome.inScope) : []
}

const folder = mkdtempSync(join(tmpdir(), 'lotsen-understanding-'))
try {
  await timed('all', () => bench(folder))
} finally {
  endAll()
  rmSync(folder, { recursive: true })
}
