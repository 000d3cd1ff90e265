import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { Answers, Fact, FactValue, QuestionCard } from '../domain/permits/facts.js'
import { pilotButton, type PilotButton } from './pilot-button.js'
import type { FillCard } from './templates.js'
import { sentAs, unknownInput, valueInput } from './pilot-words.js'
import type { PlanTeller } from './plan-teller.js'

export type PilotQuestionCard = PlanTeller & {
  card: QuestionCard
  /** Those of its facts that are asked; `onlyIf`: what is only asked of some, depending on another answer of the same card. */
  facts: readonly Fact[]
  onlyIf: readonly string[]
  /** What was answered before, when the question is put again. */
  answers: Answers
  run: string
  /** Which question it is, from 1. */
  number: number
}

/** Tells apart the cards of one snapshot that differ in more than their run. */
export const nameOfPilotQuestionCard = ({ card, facts, onlyIf, answers, number, language }: PilotQuestionCard): string =>
  JSON.stringify([language, number, card.id, facts.map(({ id }) => [id, onlyIf.includes(id), answers[id] ?? null])])

/** One card of questions, with why they are asked. Every question can be answered with "I don't know yet". */
export function pilotQuestionCard(fill: FillCard, shown: PilotQuestionCard): Card {
  const { card, facts, language, t, run, number } = shown
  const words = contentLanguage(language)
  const why = t('pilot.question.why', { why: card.why[words] })
  return fill('pilot-question', language, {
    speak: t('pilot.question.speak', { title: card.title[words], why, questions: facts.map(({ ask }) => ask[words]).join(' ') }),
    number: t('pilot.question.number', { number }),
    title: card.title[words],
    why,
    facts: facts.map((fact) => questionOf(fact, shown)),
    next: pilotButton(run, 'answer', t('pilot.question.next'), { card: card.id, facts: facts.map(({ id }) => id).join(',') }),
    buttons: ways(shown),
  })
}

const ways = ({ run, t }: PilotQuestionCard): PilotButton[] => [
  pilotButton(run, 'back', t('pilot.question.back')),
  pilotButton(run, 'answers', t('pilot.change-answers')),
  pilotButton(run, 'plan', t('pilot.question.plan')),
  pilotButton(run, 'save', t('pilot.question.save')),
]

function questionOf(fact: Fact, { answers, onlyIf, language, t }: PilotQuestionCard): Record<string, unknown> {
  const words = contentLanguage(language)
  const before = answers[fact.id]
  const isForSome = onlyIf.includes(fact.id)
  const example = [...(isForSome ? [t('pilot.question.only-if')] : []), ...(fact.example ? [fact.example[words]] : [])].join(' ')
  const common = { id: valueInput(fact.id), required: !isForSome, ...(example ? { example } : {}) }
  if (fact.kind === 'number') return { ...common, ...numberQuestion(fact, before, language, t) }
  const unknown = { title: t('pilot.question.unknown'), value: 'unknown' }
  const choices = fact.kind === 'yes-no' ? yesOrNo(t) : fact.options.map(({ id, name }) => ({ title: name[words], value: id }))
  return {
    ...common,
    kind: 'choices',
    label: fact.ask[words],
    error: t('pilot.question.empty'),
    choices: [...choices, unknown],
    ...(before === undefined ? {} : { value: sentAs(before) }),
  }
}

const yesOrNo = (t: PlanTeller['t']) => [
  { title: t('pilot.yes'), value: 'yes' },
  { title: t('pilot.no'), value: 'no' },
]

function numberQuestion(
  { id, ask, unit, least, most }: Extract<Fact, { kind: 'number' }>,
  before: FactValue | undefined,
  language: string,
  t: PlanTeller['t'],
): Record<string, unknown> {
  const words = contentLanguage(language)
  const limits = { least, most }
  return {
    kind: 'number',
    label: t('pilot.question.number-label', { question: ask[words], unit: unit[words] }),
    error: t('pilot.question.number-error', limits),
    min: least,
    max: most,
    ...(typeof before === 'number' ? { value: before } : {}),
    unknown: {
      id: unknownInput(id),
      label: t('pilot.question.unknown'),
      title: t('pilot.question.unknown'),
      value: before === 'unknown' ? 'true' : 'false',
    },
  }
}
