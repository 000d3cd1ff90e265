import { contentLanguage } from '../../domain/language.js'
import type { Fact } from '../../domain/permits/facts.js'
import type { NextQuestion } from '../../domain/permits/plan-types.js'
import type { Rules } from '../../domain/permits/rules.js'

/** A fact as another system would ask for it. */
export function factWords(fact: Fact, language: string) {
  const words = contentLanguage(language)
  const { id, kind, ask, example, findOut } = fact
  return {
    id,
    kind,
    ask: ask[words],
    ...(example ? { example: example[words] } : {}),
    findOut: findOut[words],
    ...(fact.kind === 'choice' ? { options: fact.options.map((option) => ({ id: option.id, name: option.name[words] })) } : {}),
    ...(fact.kind === 'number' ? { least: fact.least, most: fact.most, unit: fact.unit[words] } : {}),
  }
}

/** A card of questions: those of its facts that can still change the plan. */
export function cardWords(rules: Rules, { card: id, facts }: NextQuestion, language: string) {
  const words = contentLanguage(language)
  const card = rules.cards.find((other) => other.id === id)
  return {
    card: id,
    title: card?.title[words] ?? id,
    why: card?.why[words] ?? '',
    facts: facts.flatMap((fact) => {
      const known = rules.facts.get(fact)
      return known ? [factWords(known, language)] : []
    }),
  }
}
