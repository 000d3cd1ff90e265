import type { Pilot } from '../../domain/conversations/state.js'
import type { Fact, FactValue } from '../../domain/permits/facts.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import { textOf } from '../../turn/text-of.js'
import { isQuestion, pilotCommandIn, type PilotCommand } from '../../understanding/pilot-commands.js'
import { takeIn } from './answer.js'
import { showAgain } from './go-on.js'
import { MOVES } from './moves.js'
import { valueIn } from './parse-answers.js'
import type { Going } from './pilot-turn.js'

/** What a text means while the pilot is open: one of its commands, answers, or "yes" to what was not one question. */
export type Typed =
  | { kind: 'move'; verb: string }
  | { kind: 'answers'; given: Record<string, FactValue> }
  | { kind: 'ambiguous' }
  | { kind: 'type'; found: UndertakingFound }

const VERBS: Partial<Record<PilotCommand, string>> = {
  back: 'pilot.back',
  answers: 'pilot.answers',
  plan: 'pilot.plan',
  save: 'pilot.save',
  continue: 'pilot.continue',
}

export function typedIn(going: Going, pilot: Pilot): Typed | undefined {
  const text = textOf(going.turn)
  if (!text) return undefined
  const command = pilotCommandIn(text)
  const verb = command && VERBS[command]
  if (verb) return { kind: 'move', verb }
  if (pilot.at === 'question' && pilot.asking) return answersIn(going, pilot, text, command)
  return pilot.at === 'type' ? typeIn(going, text) : undefined
}

function answersIn(going: Going, pilot: Pilot, text: string, command: PilotCommand | undefined): Typed | undefined {
  const facts = pilot.asking!.facts.flatMap((id) => going.needs.rules.facts.get(id) ?? [])
  if (command === 'unknown') return { kind: 'answers', given: Object.fromEntries(facts.map(({ id }) => [id, 'unknown'])) }
  if (command === 'yes' || command === 'no') return yesOrNo(facts, command)
  const only = facts.length === 1 ? shortAnswer(facts[0]!, text) : undefined
  if (only !== undefined) return { kind: 'answers', given: { [facts[0]!.id]: only } }
  return toldIn(going, pilot, text)
}

function yesOrNo(facts: readonly Fact[], said: 'yes' | 'no'): Typed {
  const [fact, ...others] = facts
  return fact?.kind === 'yes-no' && others.length === 0
    ? { kind: 'answers', given: { [fact.id]: said === 'yes' } }
    : { kind: 'ambiguous' }
}

/** A number alone, or with its unit, or the name of a choice. */
function shortAnswer(fact: Fact, text: string): FactValue | undefined {
  if (fact.kind === 'yes-no') return undefined
  if (fact.kind === 'choice') {
    const said = text.trim().toLocaleLowerCase()
    return fact.options.find(({ name }) => Object.values(name).some((each) => each.toLocaleLowerCase() === said))?.id
  }
  const number = /^(?:ca|cirka|ungefär|omkring|about|around)?\s*(-?[\d\s]+(?:[.,]\d+)?)\s*\p{L}{0,12}\.?$/iu.exec(
    text.trim(),
  )?.[1]
  return number === undefined ? undefined : valueIn(fact, number)
}

/** Facts in a sentence of one's own. What asks something, or begins something else, is for the other skills. */
function toldIn({ needs, turn }: Going, pilot: Pilot, text: string): Typed | undefined {
  const { facts, type } = needs.undertakings(text, turn.language)
  const given = Object.fromEntries(Object.entries(facts).filter(([fact]) => needs.rules.facts.has(fact)))
  if (Object.keys(given).length === 0) return undefined
  if (Object.keys(given).some((fact) => pilot.asking?.facts.includes(fact)) && !text.trim().endsWith('?'))
    return { kind: 'answers', given }
  const isOther = type?.sure === true && type.id !== pilot.type
  return isOther || isQuestion(text) ? undefined : { kind: 'answers', given }
}

function typeIn({ needs, turn }: Going, text: string): Typed | undefined {
  const found = needs.undertakings(text, turn.language)
  return found.type && needs.rules.types.has(found.type.id) ? { kind: 'type', found } : undefined
}

/** Does what was typed. */
export function doTyped(going: Going, pilot: Pilot, typed: Exclude<Typed, { kind: 'type' }>): void {
  if (typed.kind === 'move') return MOVES[typed.verb]!(going, pilot, {})
  if (typed.kind === 'ambiguous') return showAgain(going, pilot, { lines: [going.turn.t('pilot.ambiguous')] })
  const left = pilot.asking?.facts.filter((fact) => typed.given[fact] === undefined) ?? []
  takeIn(going, pilot, typed.given, { left })
}
