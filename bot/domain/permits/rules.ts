import type { Content } from '../content/content.js'
import type { BusinessType } from './business-type.js'
import type { Fact, QuestionCard } from './facts.js'
import type { Permit } from './permit.js'

/** The whole rule set at one moment: everything that a plan depends on. */
export type Rules = {
  /** Hash of permits, questions and business types together; stored with each plan. */
  readonly version: string
  readonly permits: ReadonlyMap<string, Permit>
  readonly types: ReadonlyMap<string, BusinessType>
  readonly cards: readonly QuestionCard[]
  readonly facts: ReadonlyMap<string, Fact>
  /** Id of the card that a fact is asked on. */
  readonly cardOf: ReadonlyMap<string, string>
}

/** The part of the content that rules are made of. */
export type RuleContent = Pick<Content, 'permits' | 'businessTypes' | 'permitQuestions' | 'rulesVersion'>

const made = new WeakMap<RuleContent, Rules>()

/** The rules in a snapshot of the content; the same object each time, since much is worked out once for each rule set. */
export function rulesOf(content: RuleContent): Rules {
  const rules = made.get(content) ?? rulesIn(content)
  made.set(content, rules)
  return rules
}

function rulesIn({ permits, businessTypes, permitQuestions, rulesVersion }: RuleContent): Rules {
  const cards = [...permitQuestions.values()]
  return {
    version: rulesVersion,
    permits,
    types: businessTypes,
    cards,
    facts: new Map(cards.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact]))),
    cardOf: new Map(cards.flatMap(({ id, facts }) => facts.map((fact) => [fact.id, id]))),
  }
}
