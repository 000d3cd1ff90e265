import { toldCitizen } from '../../cards/desk/told-citizen.js'
import type { ToldWords } from '../../cards/desk/told-words.js'
import { toldFacts } from '../../cards/desk/told-facts.js'
import type { ToldCitizen, HandOffEvent, Stepped } from '../../domain/desk/hand-off-events.js'
import { expectedWait } from '../../domain/desk/expected-wait.js'
import type { HandOff } from '../../domain/desk/hand-off.js'
import type { Briefing, HandOffRow, LeftContact, ShownWait } from '../../domain/desk/ports.js'
import { isWaitingFor } from '../../domain/desk/hand-off.js'
import { step } from '../../domain/desk/step.js'
import { placeOf, type DeskSeen } from '../../turn/brought-desk.js'
import { deskChangeOf } from '../../turn/desk-change.js'
import type { Turn } from '../../turn/turn.js'

/** A turn about a hand-off that there is. */
export type About = { turn: Turn; seen: DeskSeen; row: HandOffRow }
type Besides = { briefing?: Briefing; contact?: LeftContact }

export const keyOf = ({ channel, conversation }: Turn) => ({ channel, conversation: conversation.id })
export const wordsOf = ({ t, language }: Turn): ToldWords => ({ t, language })

/** What the citizen does to the hand-off: stored with the turn, and answered in words. A refusal is explained. */
export function decide({ turn, seen, row }: About, event: HandOffEvent, besides: Besides = {}): Stepped {
  const stepped = step(row.handOff, event, seen.now)
  if (stepped.kind === 'refused') {
    turn.reply({ outcome: 'refused', text: turn.t(stepped.why === 'protected' ? 'desk.protected.text' : 'desk.not-now') })
    return stepped
  }
  const { handOff, effects } = stepped
  // Whoever has just said yes to a wait is told the same at once, and not first when the clock has counted.
  const agreed = event.kind === 'approved' && seen.waits ? expectedWait(row.handOff, seen, seen.waits) : undefined
  const shown = isWaitingFor(handOff.situation) ? { ...row.shown, ...placeOf(handOff, seen), ...agreed } : row.shown
  turn.changeDesk(
    deskChangeOf({ before: row, key: keyOf(turn) }, event.kind, stepped, seen.now, { ...besides, ...(shown ? { shown } : {}) }),
  )
  turn.state.desk = { handOff: handOff.id }
  for (const effect of effects)
    if ('tell' in effect && effect.tell === 'citizen') tell(turn, seen, { handOff, ...(shown ? { shown } : {}) }, effect)
  return stepped
}

/** Says in words what there is to tell of a hand-off. */
export function tell(turn: Turn, seen: DeskSeen, of: { handOff: HandOff; shown?: ShownWait }, told: ToldCitizen): void {
  const { content, language, at } = turn
  turn.reply(toldCitizen(told, toldFacts(of, { content, language, at, agent: seen.agent }), wordsOf(turn)))
}
