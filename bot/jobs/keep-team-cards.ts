import type { TeamCardsNeeds } from '../desk/team-cards/needs.js'
import { reconcileTeamCards } from '../desk/team-cards/reconcile.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { Clock } from './clock.js'
import { keepLooking } from './keep-looking.js'

// A wait of ten seconds and the minutes of a summary are events of the clock, which wakes nobody.
const LOOK_MILLISECONDS = 3_000
// Chats are taken many at a time; the channel is looked through once for all of them.
const GATHER_MILLISECONDS = 250

/** Keeps the cards in Teams true, on every instance: by what happens at the desk, and by looking again. */
export const keepTeamCards = (needs: TeamCardsNeeds & { waking: Pick<Waking, 'onDesk'>; clock?: Pick<Clock, 'every'> }) =>
  keepLooking({
    work: () => reconcileTeamCards(needs),
    failed: (error) => needs.log.error({ error }, 'the cards in Teams were not looked through'),
    everyMilliseconds: LOOK_MILLISECONDS,
    wakes: (look) => wokenByDesk(needs.waking, look),
    clock: needs.clock,
  })

function wokenByDesk(waking: Pick<Waking, 'onDesk'>, look: () => void): (() => void)[] {
  let gathering: NodeJS.Timeout | undefined
  const hear = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      look()
    }, GATHER_MILLISECONDS)
  }
  return [waking.onDesk(({ kind }) => ['hand-off', 'queues', '*'].includes(kind) && hear()), () => clearTimeout(gathering)]
}
