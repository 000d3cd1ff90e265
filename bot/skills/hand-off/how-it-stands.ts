import { deskButtons, type DeskButton } from '../../cards/desk/desk-buttons.js'
import { statusText } from '../../cards/desk/status-text.js'
import type { Status } from '../../domain/desk/hand-off.js'
import type { Outcome } from '../../domain/outcome.js'
import { placeOf } from '../../turn/brought-desk.js'
import { wordsOf, type About } from './desk-turn.js'

/** What can be pressed, and what it counts as, by where a hand-off is. */
const STANDS: Record<Status, { outcome: Outcome; buttons: readonly DeskButton[] }> = {
  summary: { outcome: 'offer-person', buttons: ['back'] },
  waiting: { outcome: 'waiting', buttons: ['call-back', 'e-mail', 'protected', 'back'] },
  offered: { outcome: 'waiting', buttons: ['call-back', 'e-mail', 'protected', 'back'] },
  unattended: { outcome: 'desk-closed', buttons: ['call-back', 'e-mail', 'protected', 'back'] },
  'with-agent': { outcome: 'agent', buttons: ['back'] },
  transferring: { outcome: 'agent', buttons: ['back'] },
  'call-back-promised': { outcome: 'handed-off', buttons: ['call-back', 'e-mail', 'withdraw'] },
  'e-mail-promised': { outcome: 'handed-off', buttons: ['call-back', 'e-mail', 'withdraw'] },
  'keeping-promise': { outcome: 'handed-off', buttons: [] },
  'with-bot': { outcome: 'refused', buttons: [] },
  closed: { outcome: 'refused', buttons: [] },
}

/** Where the hand-off is now: the place and the wait, who is spoken with, or what was promised. `before` is the key of a sentence said first. */
export function showHowItStands(about: About, before?: string): void {
  const { turn, row } = about
  const { outcome, buttons } = STANDS[row.handOff.situation.status]
  turn.reply({
    outcome,
    text: [...(before ? [turn.t(before)] : []), stands(about)].join(' '),
    suggestions: deskButtons(row, wordsOf(turn), buttons),
  })
}

function stands({ turn, seen, row }: About): string {
  const shown = { ...row.shown, ...placeOf(row.handOff, seen) }
  const agent = seen.agent && { name: seen.agent.name, team: seen.agent.team }
  return statusText({ handOff: row.handOff, shown, ...(agent ? { agent } : {}) }, turn.at, wordsOf(turn)) ?? turn.t('desk.old')
}
