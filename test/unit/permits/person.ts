import { nextQuestion } from '../../../bot/domain/permits/next-question.js'
import type { Answers, FactValue } from '../../../bot/domain/permits/facts.js'
import type { NextQuestion, Undertaking } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'

/** What somebody would answer to every fact, whether or not it is asked. */
export type Mind = Readonly<Record<string, FactValue>>

/** Answers every card that is put, as a person does: the facts of "if so" only when it is so. */
export function askedOneByOne(
  rules: Rules,
  { type, answers: told }: Undertaking,
  mind: Mind,
  at: string,
  { limit = false, isOnPath }: { limit?: boolean; isOnPath: (fact: string, answers: Answers) => boolean },
): { answers: Answers; cards: NextQuestion[] } {
  const cards: NextQuestion[] = []
  let answers = told
  for (;;) {
    const card = nextQuestion(rules, { type, answers }, limit ? cards.map((put) => put.card) : [], at)
    if (!card) return { answers, cards }
    cards.push(card)
    if (cards.length > rules.facts.size) throw new Error(`asks for ever: ${JSON.stringify(card)}`)
    for (const fact of card.facts) {
      if (isOnPath(fact, answers)) answers = { ...answers, [fact]: mind[fact] ?? 'unknown' }
    }
  }
}
