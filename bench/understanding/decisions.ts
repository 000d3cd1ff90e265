import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { crisisDetector } from '../../bot/understanding/crisis.js'
import { crisisPhrases } from '../../test/fixtures/crisis-phrases.js'
import { everydaySentences } from '../../test/fixtures/everyday-sentences.js'
import { isOfTheCity, type ContentCorpus } from './content-corpus.js'
import type { LabelledQuestion } from './labelled-questions.js'
import type { Promised } from './metrics.js'
import type { Decide, Decision } from './product-finder.js'
import { rowsOf } from './separated.js'
import { variants } from './variants.js'

const OutOfScope = z.object({ lang: z.string(), kind: z.string().min(1), query: z.string().min(1) })
export type OutOfScope = z.infer<typeof OutOfScope>

/** What people write that no service of the city answers. */
export const outOfScope = (root: string): OutOfScope[] =>
  rowsOf(readFileSync(join(root, 'bench/out-of-scope.tsv'), 'utf8'), '\t').map((row) => OutOfScope.parse(row))

/** True when a text was answered as if it were surely a service of the city. */
export const isSureOfTheCity = (decide: Decide, { query, lang }: OutOfScope): boolean => {
  const { kind, first } = decide(query, lang)
  return kind === 'sure' && first !== undefined && isOfTheCity(first)
}

/** True when a question was sent away: nothing found, or surely somebody else's. */
export const isRefused = (decide: Decide, { text, language }: LabelledQuestion): boolean => {
  const { kind, first } = decide(text, language)
  return kind === 'nothing' || (kind === 'sure' && first !== undefined && !isOfTheCity(first))
}

const KINDS = ['sure', 'several', 'close', 'nothing'] as const satisfies readonly Decision['kind'][]

/** How often answers were given in each way, and the share of those in which something right was shown. */
export const sayings = (decide: Decide, questions: readonly LabelledQuestion[], answersOf: ContentCorpus['answersOf']) =>
  KINDS.map((kind) => {
    const said = questions
      .map(({ text, language, expected }) => ({ ...decide(text, language), expected }))
      .filter((decision) => decision.kind === kind)
    const right = said.filter(({ shown, expected }) => shown.flatMap(answersOf).some((id) => expected.includes(id)))
    return { kind, count: said.length, right: right.length / said.length }
  })

/** What was promised of the first thing for each question, and for each text that nothing of the city answers. */
export function promises(
  decide: Decide,
  questions: readonly LabelledQuestion[],
  outside: readonly OutOfScope[],
  answersOf: ContentCorpus['answersOf'],
): Promised[] {
  const promise = (text: string, language: string, isRight: (first: string) => boolean): Promised[] => {
    const { first, probability } = decide(text, language)
    return first === undefined ? [] : [{ probability, isRight: isRight(first) }]
  }
  return [
    ...questions.flatMap(({ text, language, expected }) =>
      promise(text, language, (first) => expected.includes(answersOf(first)[0] ?? '')),
    ),
    ...outside.flatMap(({ query, lang }) => promise(query, lang, (first) => !isOfTheCity(first))),
  ]
}

/** For each way of writing the same, the share of questions whose outcome and first answer stay; and the share that all ways leave alone. */
export function invariance(
  decide: Decide,
  questions: readonly LabelledQuestion[],
): { ways: Record<string, number>; all: number } {
  const outcome = (text: string, language: string): string => {
    const { kind, first } = decide(text, language)
    return `${kind} ${first}`
  }
  const isSame = ({ text, language }: LabelledQuestion, way: (text: string) => string): boolean =>
    outcome(way(text), language) === outcome(text, language)
  const share = (isKept: (question: LabelledQuestion) => boolean): number => questions.filter(isKept).length / questions.length
  return {
    ways: Object.fromEntries(Object.entries(variants).map(([name, way]) => [name, share((question) => isSame(question, way))])),
    all: share((question) => Object.values(variants).every((way) => isSame(question, way))),
  }
}

/** How many of the crisis phrases are found, by language, and how many everyday sentences are taken for one. */
export function crisisCounts({ content }: ContentCorpus): { found: Record<string, string>; missed: number; flagged: number } {
  const find = crisisDetector(content.crisisWords.values())
  const byLanguage = Object.entries(crisisPhrases).map(([language, phrases]) => {
    const found = phrases.filter(([, phrase]) => find(phrase) !== undefined).length
    return { language, found, of: phrases.length }
  })
  return {
    found: Object.fromEntries(byLanguage.map(({ language, found, of }) => [language, `${found} of ${of}`])),
    missed: byLanguage.reduce((sum, { found, of }) => sum + of - found, 0),
    flagged: everydaySentences.filter((sentence) => find(sentence) !== undefined).length,
  }
}
