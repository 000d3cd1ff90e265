import { sayAll } from '../../cards/pilot-words.js'
import { contentLanguage } from '../../domain/language.js'
import type { Pilot } from '../../domain/conversations/state.js'
import { isOnPath } from '../../domain/permits/facts-of.js'
import type { FactValue } from '../../domain/permits/facts.js'
import { goOn, putQuestion } from './go-on.js'
import type { Told } from './told.js'
import { parseAnswers, type Parsed } from './parse-answers.js'
import { tellerOf, undertakingOf, type Going } from './pilot-turn.js'

/** Takes the answers of a card: keeps what can be kept, says what could not, and goes on. */
export function answer(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const { needs, turn } = going
  const parsed = parseAnswers(needs.rules, press)
  const isPresent = pilot.at === 'question' && pilot.asking?.card === press['card']
  const { taken, late } = isPresent ? { taken: parsed.given, late: {} } : onPath(going, pilot, parsed.given)
  const lines = [...problemsIn(going, parsed), ...lateIn(going, late)]
  const left = isPresent ? pilot.asking!.facts.filter((fact) => taken[fact] === undefined) : []
  if (Object.keys(taken).length === 0 && lines.length === 0) lines.push(turn.t('pilot.problem.nothing'))
  takeIn(going, pilot, taken, { lines, left: isPresent ? left : undefined })
}

type Taking = {
  /** Told beside what is noted. */
  lines?: readonly string[]
  /** Facts of the present card that are still open; undefined when it was not the present card that was answered. */
  left?: readonly string[]
}

/** Adds answers to what is known; the present question goes on where something of it is still open. */
export function takeIn(going: Going, pilot: Pilot, taken: Record<string, FactValue>, { lines = [], left }: Taking = {}): void {
  const answers = { ...pilot.answers, ...taken }
  const known = { ...pilot, answers }
  const path = (fact: string) => isOnPath(going.needs.rules, undertakingOf(known), fact)
  const counted = Object.fromEntries(Object.entries(taken).filter(([fact]) => path(fact) !== 'no'))
  const told: Told = { lines: [...notedIn(going, pilot, counted), ...lines] }
  // What is only asked of some, and may still be left unanswered, is asked once more when it has come to matter for sure.
  const open = (left ?? []).filter((fact) => path(fact) === 'yes')
  if (left && open.length > 0) return putQuestion(going, { ...known, asking: { ...pilot.asking!, facts: open } }, told)
  const answered = left && pilot.asking && !pilot.asking.isChange ? [{ card: pilot.asking.card, facts: pilot.asking.facts }] : []
  goOn(going, { ...known, asked: [...pilot.asked, ...answered] }, told, pilot.answers)
}

function notedIn(going: Going, { answers }: Pilot, taken: Record<string, FactValue>): string[] {
  const isOther = ([fact, value]: Entry): boolean => answers[fact] !== undefined && answers[fact] !== value
  const entries = Object.entries(taken)
  const known = entries.filter(([, value]) => value !== 'unknown')
  const say = (key: string, some: Entry[]): string[] =>
    some.length > 0 ? [going.turn.t(key, { list: sayAll(tellerOf(going), Object.fromEntries(some)) })] : []
  return [
    ...say('pilot.changed', known.filter(isOther)),
    ...say(
      'pilot.noted',
      known.filter((entry) => !isOther(entry)),
    ),
    ...(known.length < entries.length ? [going.turn.t('pilot.noted-unknown')] : []),
  ]
}

type Entry = [string, FactValue]

/** A card that stays on the screen may ask what no longer matters. */
function onPath({ needs: { rules } }: Going, pilot: Pilot, given: Parsed['given']) {
  const undertaking = undertakingOf({ ...pilot, answers: { ...pilot.answers, ...given } })
  const isLate = ([fact]: [string, FactValue]): boolean => isOnPath(rules, undertaking, fact) === 'no'
  const entries = Object.entries(given)
  return {
    taken: Object.fromEntries(entries.filter((entry) => !isLate(entry))),
    late: Object.fromEntries(entries.filter(isLate)),
  }
}

function lateIn({ needs: { rules }, turn: { t, language } }: Going, late: Parsed['given']): string[] {
  const asks = Object.keys(late).map((fact) => rules.facts.get(fact)!.ask[contentLanguage(language)])
  return asks.length > 0 ? [t('pilot.problem.off-path', { list: asks.join(' ') })] : []
}

function problemsIn({ turn: { t, language } }: Going, { impossible, isStrange }: Parsed): string[] {
  const words = contentLanguage(language)
  return [
    ...impossible.map(({ fact, given }) => {
      const question = fact.ask[words]
      return fact.kind === 'number'
        ? t('pilot.problem.number', { given: given.slice(0, 20), question, least: fact.least, most: fact.most })
        : t('pilot.problem.choice', { question })
    }),
    ...(isStrange ? [t('pilot.problem.fact')] : []),
  ]
}
