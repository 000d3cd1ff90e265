import { pilotItemsCards } from '../../cards/pilot-items-cards.js'
import { pilotPlanCard } from '../../cards/pilot-plan-card.js'
import type { Card } from '../../domain/conversations/message.js'
import type { Pilot } from '../../domain/conversations/state.js'
import { questionsLeft } from '../../domain/permits/next-question.js'
import { plan } from '../../domain/permits/plan.js'
import type { Plan } from '../../domain/permits/plan-types.js'
import type { PlanToKeep } from '../../domain/permits/saved-plan.js'
import { schedule } from '../../domain/permits/schedule.js'
import { whatIf } from '../../domain/permits/what-if.js'
import { fiveYearsAfter } from './day-to-begin.js'
import type { Told } from './told.js'
import { resultsOfPlan, tellerOf, todayOf, undertakingOf, type Going } from './pilot-turn.js'

type Named = Pilot & Required<Pick<Pilot, 'plan'>>

/** Shows the plan as the answers make it now, and keeps it under its code. */
export function showPlan(going: Going, pilot: Pilot, { lines = [], cards = [] }: Told = {}): void {
  const { needs, turn } = going
  const made = plan(needs.rules, undertakingOf(pilot), todayOf(turn))
  const named = keepPlan(going, { ...pilot, at: 'plan', asking: undefined }, made)
  const shown = [...cards, wholeCard(going, named, made), ...(isRoomy(going) ? itemsCards(going, named, made) : [])]
  const text = [...lines, turn.t('pilot.plan.text')].join('\n\n')
  turn.reply({
    outcome: 'permit-plan',
    text,
    // What is read aloud is the whole; the items are there to be walked through.
    speak: [text, ...shown.map(({ speak }) => speak ?? '').slice(0, cards.length + 1)].join(' '),
    cards: shown,
    results: resultsOfPlan(made),
  })
}

/** Has the plan stored with this turn, under the code that it has or is given now; remembers the pilot with it. */
export function keepPlan({ needs, turn }: Going, pilot: Pilot, made: Plan): Named {
  const named: Named = { ...pilot, plan: pilot.plan ?? needs.newPlan() }
  const toKeep: PlanToKeep = {
    ...named.plan,
    plan: made,
    ...(pilot.start === undefined ? {} : { start: pilot.start }),
    isShort: isShort({ needs, turn }, made),
    names: namesIn({ needs, turn }, made),
  }
  turn.keepPlan(toKeep)
  turn.state.pilot = named
  return named
}

const isShort = ({ needs, turn }: Going, { undertaking }: Plan): boolean =>
  questionsLeft(needs.rules, undertaking, todayOf(turn)).length > 0

const namesIn = ({ needs: { rules } }: Going, { items }: Plan): PlanToKeep['names'] =>
  Object.fromEntries(
    items.flatMap(({ permit }) => {
      const name = rules.permits.get(permit)?.name
      return name ? [[permit, name]] : []
    }),
  )

// Elsewhere all answers must fit into one card together.
const isRoomy = ({ turn }: Going): boolean => turn.channel === 'directline'

function wholeCard(going: Going, { run, start, plan: saved }: Named, made: Plan): Card {
  const { needs, turn } = going
  const today = todayOf(turn)
  const papersAt = isRoomy(going) ? '' : needs.publicOrigin
  return pilotPlanCard(needs.fill, {
    ...tellerOf(going),
    plan: made,
    schedule: schedule(needs.rules, made, start ?? today),
    today,
    lastDay: fiveYearsAfter(today),
    ...(start === undefined ? {} : { start }),
    isShort: isShort(going, made),
    run,
    saved: { ...saved, days: needs.planDays },
    ...(papersAt === undefined ? {} : { papersAt }),
    itemsFollow: isRoomy(going),
  })
}

const itemsCards = (going: Going, { run }: Pilot, made: Plan): Card[] =>
  pilotItemsCards(going.needs.fill, {
    ...tellerOf(going),
    plan: made,
    whatIf: whatIf(going.needs.rules, made.undertaking, todayOf(going.turn)),
    run,
  })

/** One of the cards of items at a time, with a button for the next. */
export function showItems(going: Going, pilot: Pilot, part: number): void {
  const { needs, turn } = going
  const made = plan(needs.rules, undertakingOf(pilot), todayOf(turn))
  const cards = itemsCards(going, pilot, made)
  const at = Math.min(part, cards.length - 1)
  const card = cards[at]
  const press = { verb: 'pilot.items', run: pilot.run, part: at + 1 }
  turn.reply({
    outcome: 'permit-plan',
    text: turn.t('pilot.items.shown', { n: at + 1, of: cards.length }),
    cards: card ? [card] : [],
    suggestions: [
      ...(at + 1 < cards.length ? [{ title: turn.t('pilot.items.next', { n: at + 2, of: cards.length }), press }] : []),
      { title: turn.t('pilot.plan.again'), press: { verb: 'pilot.plan', run: pilot.run } },
    ],
    results: resultsOfPlan(made),
  })
}
