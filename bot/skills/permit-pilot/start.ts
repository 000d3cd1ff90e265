import type { Card } from '../../domain/conversations/message.js'
import type { Pilot } from '../../domain/conversations/state.js'
import { contentLanguage } from '../../domain/language.js'
import type { Result } from '../../domain/outcome.js'
import type { Answers } from '../../domain/permits/facts.js'
import { isOnPath } from '../../domain/permits/facts-of.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import { buttonOf, chosen, resultsOf, thingsOf } from '../show-matches.js'
import { keyOf, type Findable } from '../../domain/content/findables.js'
import type { Match } from '../../understanding/find.js'
import { askForType, goOn } from './go-on.js'
import { freshPilot, tellerOf, undertakingOf, type Going } from './pilot-turn.js'

/** Begins a pilot: asks what it is about, or shows what was understood and goes on from there. */
export function start(going: Going, { type, between, facts }: UndertakingFound, besides: readonly Match[] = []): void {
  const { turn, needs } = going
  const isKnown = type?.sure === true && needs.rules.types.has(type.id)
  const known = Object.fromEntries(Object.entries(facts).filter(([fact]) => needs.rules.facts.has(fact)))
  const pilot = freshPilot(turn, isKnown ? type.id : undefined, known)
  turn.state.misses = 0
  turn.state.shown = []
  const near = (between ?? (type ? [type.id] : [])).filter((id) => needs.rules.types.has(id))
  const others = thingsOf(turn, besides)
  const results = [...resultsOf(turn, others), ...resultsFor(going, isKnown ? [type.id] : near)]
  const suggestions = others.map((thing) => ({ ...buttonOf(turn, thing), title: onlyTitle(going, thing) }))
  if (!isKnown) return askForType(going, pilot, { lines: [turn.t('pilot.hello')], near, results, suggestions })
  goOn(going, pilot, { lines: [turn.t('pilot.hello')], cards: [understoodCard(going, pilot)], results, suggestions })
}

const onlyTitle = ({ turn: { t, language } }: Going, { thing }: Findable): string =>
  t('pilot.only', { name: thing.name[contentLanguage(language)] })

/** What other tools count: the permits that such undertakings usually need. */
const resultsFor = ({ turn }: Going, types: readonly string[]): Result[] =>
  resultsOf(
    turn,
    thingsOf(
      turn,
      types.map((type) => chosen(keyOf('business-type', type))),
    ),
  )

const understoodCard = (going: Going, pilot: Pilot): Card => answersCard(going, pilot, going.turn.t('pilot.understood.title'))

/** What is known of an undertaking, said or taken for granted, each with a button to change it. */
export function answersCard(going: Going, pilot: Pilot, title: string, withWays = false): Card {
  const { needs, turn } = going
  const { run, type, answers } = pilot
  const button = (verb: string, key: string) => ({ id: verb, title: turn.t(key), press: { verb: `pilot.${verb}`, run } })
  return needs.pilotAnswersCard({
    ...tellerOf(going),
    title,
    run,
    ...(type === undefined ? {} : { type }),
    answers: knownIn(going, answers),
    given: givenIn(going, pilot),
    buttons: withWays ? [button('continue', 'pilot.go-on'), button('restart', 'pilot.restart')] : [],
  })
}

const knownIn = ({ needs: { rules } }: Going, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([fact]) => rules.facts.has(fact)))

/** What the kind of business gives, where the person has said nothing else and it matters. */
function givenIn({ needs: { rules } }: Going, pilot: Pilot): Answers {
  const given = rules.types.get(pilot.type ?? '')?.given ?? {}
  return Object.fromEntries(
    Object.entries(given).filter(
      ([fact]) =>
        pilot.answers[fact] === undefined && rules.facts.has(fact) && isOnPath(rules, undertakingOf(pilot), fact) !== 'no',
    ),
  )
}
