import type { Goal } from '../report.js'
import type { ContentCorpus } from './content-corpus.js'
import { crisisCounts, invariance, isRefused, isSureOfTheCity, promises, sayings, type OutOfScope } from './decisions.js'
import { diagram } from './diagram.js'
import { percent } from './figures.js'
import { decisionGoals } from './goals.js'
import type { LabelledQuestion } from './labelled-questions.js'
import { calibrationError, errorOfTheHonest, reliability } from './metrics.js'
import type { Decide } from './product-finder.js'

export type Given = {
  decide: Decide
  corpus: ContentCorpus
  questions: readonly LabelledQuestion[]
  outside: readonly OutOfScope[]
}
type Report = { text: string; goals: Goal[] }

// Refusing and promising are judged in the languages that the content is written in.
const WRITTEN = ['sv', 'en']

/** What the product makes of what it found: says it as sure, lists, asks, or sends away. */
export function decisionsOf(given: Given): Report {
  const parts = [
    onOutside(given),
    onCrises(given),
    ...(given.questions.length > 0 ? [onQuestions(given), onPromises(given)] : []),
  ]
  return { text: parts.map(({ text }) => text).join('\n'), goals: parts.flatMap(({ goals }) => goals) }
}

function onOutside({ decide, outside }: Given): Report {
  const wrong = outside.filter((one) => isSureOfTheCity(decide, one))
  const listed = wrong.map(({ query }) => `\n  ${query}`).join('')
  return {
    text: `Out of scope: ${outside.length} texts, ${wrong.length} answered as if surely the city's${listed}`,
    goals: decisionGoals({ unsure: 1 - wrong.length / outside.length }),
  }
}

function onCrises({ corpus }: Given): Report {
  const { found, missed, flagged } = crisisCounts(corpus)
  const counts = Object.entries(found).map(([language, count]) => `${language} ${count}`)
  return {
    text: `Crisis phrases found: ${counts.join(', ')}; ${flagged} everyday sentences taken for one`,
    goals: decisionGoals({ crisesMissed: missed, falseAlarms: flagged }),
  }
}

function onQuestions({ decide, corpus, questions }: Given): Report {
  const ours = inWritten(questions)
  const refused = ours.filter((one) => isRefused(decide, one)).length / ours.length
  const { ways, all } = invariance(decide, questions)
  const shares = Object.entries(ways).map(([way, share]) => `${way} ${percent(share)} %`)
  const said = sayings(decide, ours, corpus.answersOf).map(({ kind, count, right }) =>
    kind === 'nothing' ? `nothing ${count}` : `${kind} ${count} (the right one shown in ${percent(right)} %)`,
  )
  return {
    text: `In Swedish and English, how the answer was given: ${said.join(', ')}\nSame outcome and first answer: ${shares.join(', ')}; all of them ${percent(all)} %`,
    goals: decisionGoals({ refused, same: all }),
  }
}

function onPromises({ decide, corpus, questions, outside }: Given): Report {
  const promised = promises(decide, inWritten(questions), outside, corpus.answersOf)
  const error = calibrationError(promised)
  const byChance = errorOfTheHonest(promised.map(({ probability }) => probability))
  return {
    text: [
      '\nProbabilities promised of the first answer and kept, on the questions in Swedish and English and the texts out of scope',
      diagram(reliability(promised)),
      `expected calibration error ${error.toFixed(3)}; true probabilities would show ${byChance.toFixed(3)} on so few, by chance`,
    ].join('\n'),
    goals: decisionGoals({ calibrationError: error }),
  }
}

const inWritten = (questions: readonly LabelledQuestion[]): LabelledQuestion[] =>
  questions.filter(({ language }) => WRITTEN.includes(language))
