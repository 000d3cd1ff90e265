import { sayAll } from '../../cards/pilot-words.js'
import type { Suggestion } from '../../domain/conversations/message.js'
import type { Pilot } from '../../domain/conversations/state.js'
import type { Result } from '../../domain/outcome.js'
import type { Answers, FactValue } from '../../domain/permits/facts.js'
import { isOnPath } from '../../domain/permits/facts-of.js'
import { nextQuestion } from '../../domain/permits/next-question.js'
import { plan } from '../../domain/permits/plan.js'
import { resultsOfPlan, tellerOf, todayOf, undertakingOf, type Going } from './pilot-turn.js'
import { showPlan } from './show-plan.js'
import type { Told } from './told.js'

/** Forgets what no longer counts, and says so; then puts the question that settles most, or shows the plan when none is left. */
export function goOn(going: Going, pilot: Pilot, told: Told = {}, before: Answers = {}): void {
  const { needs, turn } = going
  const today = todayOf(turn)
  const { offPath } = plan(needs.rules, undertakingOf(pilot), today)
  const kept = { ...pilot, answers: without(pilot.answers, offPath) }
  const lines = [...(told.lines ?? []), ...forgottenIn(going, pilot, offPath, before)]
  const asked = kept.isThorough ? [] : kept.asked.map(({ card }) => card)
  const next = nextQuestion(needs.rules, undertakingOf(kept), asked, today)
  if (!next) return showPlan(going, { ...kept, asking: undefined }, { ...told, lines })
  putQuestion(going, { ...kept, asking: { card: next.card, facts: [...next.facts] } }, { ...told, lines })
}

const without = (answers: Answers, facts: readonly string[]): Record<string, FactValue> =>
  Object.fromEntries(Object.entries(answers).filter(([fact]) => !facts.includes(fact)))

/** "No" and "I don't know" that do not count because of what was said beside them are not missed by anybody. */
function forgottenIn(going: Going, { answers }: Pilot, offPath: readonly string[], before: Answers): string[] {
  const missed = offPath.filter((fact) => answers[fact] !== 'unknown' && (answers[fact] !== false || before[fact] !== undefined))
  const list = Object.fromEntries(missed.map((fact) => [fact, answers[fact]!]))
  return missed.length > 0 ? [going.turn.t('pilot.forgotten', { list: sayAll(tellerOf(going), list) })] : []
}

/** Puts the card that waits for an answer. */
export function putQuestion(going: Going, pilot: Pilot, { lines = [], cards = [], results, suggestions = [] }: Told): void {
  const { needs, turn } = going
  const card = needs.rules.cards.find(({ id }) => id === pilot.asking?.card)
  const facts = card?.facts.filter(({ id }) => pilot.asking?.facts.includes(id)) ?? []
  if (!card || facts.length === 0) return goOn(going, { ...pilot, asking: undefined }, { lines, cards, results, suggestions })
  const { run, answers } = pilot
  turn.state.pilot = { ...pilot, at: 'question' }
  const onlyIf = pilot.asking!.facts.filter((fact) => isOnPath(needs.rules, undertakingOf(pilot), fact) !== 'yes')
  const number = pilot.asked.length + 1
  const shown = needs.pilotQuestionCard({ ...tellerOf(going), card, facts, onlyIf, answers, run, number })
  const text = lines.length > 0 ? lines.join('\n\n') : turn.t('pilot.again')
  turn.reply({
    outcome: 'permit-question',
    text,
    speak: [text, ...[...cards, shown].map(({ speak }) => speak ?? '')].join(' '),
    cards: [...cards, shown],
    suggestions,
    results: results ?? resultsOfPlan(plan(needs.rules, undertakingOf(pilot), todayOf(turn))),
  })
}

type Asking = {
  lines: readonly string[]
  near?: readonly string[]
  results?: readonly Result[]
  suggestions?: readonly Suggestion[]
}

/** Asks what the person wants to do; `near`: kinds that it could be, by what was said. */
export function askForType(going: Going, pilot: Pilot, { lines, near = [], results, suggestions = [] }: Asking): void {
  const { needs, turn } = going
  turn.state.pilot = { ...pilot, at: 'type', asking: undefined }
  const card = needs.pilotTypeCard({ ...tellerOf(going), run: pilot.run, near })
  const text = lines.join('\n\n')
  turn.reply({
    outcome: 'permit-question',
    text,
    speak: `${text} ${card.speak ?? ''}`,
    cards: [card],
    suggestions,
    ...(results ? { results } : {}),
  })
}

/** Shows again where the person is. */
export function showAgain(going: Going, pilot: Pilot, told: Told = {}): void {
  const lines = told.lines ?? [going.turn.t('pilot.again')]
  if (pilot.at === 'type') return askForType(going, pilot, { lines })
  if (pilot.at === 'plan') return showPlan(going, pilot, { ...told, lines: told.lines ?? [] })
  putQuestion(going, pilot, { ...told, lines })
}
