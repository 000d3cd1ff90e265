import type { PlanTeller } from '../../cards/plan-teller.js'
import type { Pilot } from '../../domain/conversations/state.js'
import type { Result } from '../../domain/outcome.js'
import type { Answers } from '../../domain/permits/facts.js'
import type { Plan, Undertaking } from '../../domain/permits/plan-types.js'
import { textOf } from '../../turn/text-of.js'
import type { Turn } from '../../turn/turn.js'
import type { SkillNeeds } from '../needs.js'

/** Everything of the pilot's needs the same two: what the skills are made of, and the turn. */
export type Going = { needs: SkillNeeds; turn: Turn }

export const tellerOf = ({ needs: { rules }, turn: { content, language, t } }: Going): PlanTeller => ({
  rules,
  content,
  language,
  t,
})

export const undertakingOf = ({ type, answers }: Pick<Pilot, 'type' | 'answers'>): Undertaking => ({
  ...(type === undefined ? {} : { type }),
  answers,
})

/** A pilot at its beginning, for this turn's undertaking. */
export const freshPilot = ({ id, language }: Pick<Turn, 'id' | 'language'>, type?: string, answers: Answers = {}): Pilot => ({
  // A letter first: eight digits alone can look like a telephone number, and would be masked when a button brings them back.
  run: `r${id.slice(0, 8)}`,
  language,
  ...(type === undefined ? {} : { type }),
  answers: { ...answers },
  asked: [],
  at: 'type',
})

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The ISO date of a turn, in Stockholm. */
export const todayOf = ({ at }: Pick<Turn, 'at'>): string => STOCKHOLM.format(at)

const SCORES: Partial<Record<Plan['items'][number]['status'], number>> = { needed: 1, probably: 0.8 }

/** What other tools count: the permits that an undertaking needs by what is known. */
export const resultsOfPlan = ({ items }: Plan): Result[] =>
  items.flatMap(({ permit, status }) => {
    const score = SCORES[status]
    return score === undefined ? [] : [{ id: permit, kind: 'permit' as const, score }]
  })

const WORDS_THAT_TELL = 4

/** The pilot in the language of this turn: the chosen one, that of a whole sentence, or the one that it began in. */
export function inLanguage(turn: Turn, pilot: Pilot): Pilot {
  const words = (textOf(turn) ?? '').split(/\s+/).length
  if (turn.state.language || words >= WORDS_THAT_TELL) return { ...pilot, language: turn.language }
  turn.speak(pilot.language)
  return pilot
}
