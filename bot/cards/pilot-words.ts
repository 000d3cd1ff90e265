import type { FactValue } from '../domain/permits/facts.js'
import { answerText, permitName } from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'

/** An answer as a sentence about the person: "You serve alcohol." */
export function saysOf(teller: PlanTeller, id: string, value: FactValue): string {
  const fact = teller.rules.facts.get(id)
  return fact ? answerText(fact, value, teller) : id
}

/** Answers one after the other, as they are read in a running text. */
export const sayAll = (teller: PlanTeller, answers: Readonly<Record<string, FactValue>>): string =>
  Object.entries(answers)
    .map(([fact, value]) => saysOf(teller, fact, value))
    .join(' ')

export const namesOf = (teller: PlanTeller, ids: readonly string[]): string => ids.map((id) => permitName(id, teller)).join(', ')

/** A value as the inputs of a card send it, and as it is given back to them. */
export const sentAs = (value: FactValue): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))

/** The ids that the inputs of a fact have: its value, and for a number the box "I don't know yet". */
export const valueInput = (fact: string): string => `fact.${fact}`
export const unknownInput = (fact: string): string => `unknown.${fact}`
