import { table } from '../report.js'
import type { ContentCorpus } from './content-corpus.js'
import { ON_CONTENT, type EngineId } from './engines.js'
import { apart, isTooSlow, megabytes, milliseconds, percents, QUALITY, quality, SEPARATION, separation } from './figures.js'
import type { Run } from './in-process.js'
import { judge } from './judge.js'
import type { LabelledQuestion } from './labelled-questions.js'
import type { LanguageRow } from './languages.js'
import { mean, type Judged } from './metrics.js'
import type { Runs } from './on-content.js'
import type { SetResult } from './on-public-sets.js'
import { CHATBOTS, publishedPredictions } from './public-sets.js'
import type { Section } from './sections.js'

/** How each question went, in the order of the questions. */
export const judgedBy = ({ answers }: Run, questions: readonly LabelledQuestion[], { answersOf }: ContentCorpus): Judged[] =>
  questions.map(({ expected }, at) => judge(answers[at]!, expected, answersOf))

// The languages that most questions come in are read first.
const FIRST = ['sv', 'en']
const placeOf = (language: string): number => (FIRST.includes(language) ? FIRST.indexOf(language) : FIRST.length)

/** What people ask in each language and stratum, and how fast each engine is. */
export function contentSections(runs: Runs, questions: readonly LabelledQuestion[], corpus: ContentCorpus): Section[] {
  const cells = (show: (run: Run) => string): string[] =>
    ON_CONTENT.map((engine) => {
      const run = runs.get(engine)!
      return isTooSlow(run) ? `over ${run.seconds} s` : show(run)
    })
  const inOrder = [...questions].sort((one, other) => placeOf(one.language) - placeOf(other.language))
  const groups = [...new Set(inOrder.map(({ language, stratum }) => `${language} ${stratum}`))]
  const groupRow = (group: string): string[] => {
    const isOfGroup = ({ language, stratum }: LabelledQuestion): boolean => `${language} ${stratum}` === group
    const count = questions.filter(isOfGroup).length
    return [
      `${group} (${count})`,
      ...cells((run) => quality(judgedBy(run, questions, corpus).filter((_, at) => isOfGroup(questions[at]!)))),
    ]
  }
  return [
    ...(groups.length > 0 ? [{ title: `Questions on our content, per cent: ${QUALITY}`, rows: groups.map(groupRow) }] : []),
    {
      title: 'Speed on our content: each engine in a process of its own, which has loaded what was made ready before',
      rows: [
        ['a question, p50 ms', ...cells(({ p50 }) => milliseconds(p50))],
        ['a question, p99 ms', ...cells(({ p99 }) => milliseconds(p99))],
        ['load, ms', ...cells(({ load }) => milliseconds(load))],
        ['memory, MB', ...cells(({ memory }) => megabytes(memory))],
        ['made ready before, s', ...cells(({ preparing }) => (preparing / 1000).toFixed(1))],
      ],
    },
  ]
}

/** How everybody did on the sets that are there. */
export function setSections(results: readonly SetResult[]): Section[] {
  const rows = results.flatMap((result) =>
    'absent' in result ? [] : [[result.name, ...ON_CONTENT.map((engine) => outcomeCell(result.outcomes, engine))]],
  )
  return rows.length === 0 ? [] : [{ title: `Public sets, per cent: ${SEPARATION}`, rows }]
}

function outcomeCell(outcomes: Extract<SetResult, { outcomes: unknown }>['outcomes'], engine: EngineId): string {
  const outcome = outcomes.get(engine)!
  return 'left' in outcome ? outcome.left : separation(outcome.inScope, outcome.outOfScope)
}

/** What was published with HINT3 for the same questions. */
export function publishedTable(sets: string): string {
  const results = CHATBOTS.map((chatbot) => publishedPredictions(sets, chatbot))
  const services = results[0]?.map(({ service }) => service) ?? []
  if (services.length === 0) return ''
  const rows = CHATBOTS.map((chatbot, at) => [
    chatbot,
    ...services.map((service) => {
      const predictions = results[at]?.find((one) => one.service === service)?.predictions ?? []
      const inScope = predictions.filter(({ isInScope }) => isInScope)
      const judged = (part: typeof predictions): Judged[] => part.map(({ score }) => ({ place: undefined, confidence: score }))
      const outside = predictions.filter(({ isInScope }) => !isInScope)
      return percents(mean(inScope.map(({ isRight }) => Number(isRight))), apart(judged(inScope), judged(outside)))
    }),
  ])
  return `HINT3 as published for other services, per cent: top-1, AUROC\n${table([['', ...services], ...rows])}`
}

/** Our reader of languages on short texts, with the share known of each language. */
export function languageTable(rows: readonly LanguageRow[]): string {
  const languages = Object.keys(rows[0]?.perLanguage ?? {}).sort()
  const lines = rows.map(({ engine, macro, sv, p50, perLanguage }) => [
    engine,
    macro.toFixed(1),
    sv.toFixed(1),
    p50.toFixed(0),
    ...languages.map((language) => (perLanguage[language] ?? NaN).toFixed(0)),
  ])
  return `Language of short texts, per cent\n${table([['', 'macro', 'Swedish', 'p50 µs', ...languages], ...lines])}`
}
