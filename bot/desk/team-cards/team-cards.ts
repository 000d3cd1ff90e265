import type { Waking } from '../../domain/conversations/waking.js'
import type { TeamCardsNeeds } from './needs.js'
import { reconcileTeamCards } from './reconcile.js'

// A wait of ten seconds and the minutes of a summary are events of the clock, which wakes nobody.
const LOOK_MILLISECONDS = 3_000
// Chats are taken many at a time; the channel is looked through once for all of them.
const GATHER_MILLISECONDS = 250

export type Every = (milliseconds: number, work: () => void) => () => void

/** Keeps the cards in Teams true, on every instance: by what happens at the desk, and by looking again. */
export function teamCards(needs: TeamCardsNeeds & { waking: Pick<Waking, 'onDesk'>; every?: Every }) {
  const every = needs.every ?? everySoOften
  let gathering: NodeJS.Timeout | undefined
  let isClosed = false
  let isHeardMeanwhile = false
  let running: Promise<void> | undefined

  async function passes(): Promise<void> {
    do {
      isHeardMeanwhile = false
      await reconcileTeamCards(needs).catch((error: unknown) =>
        needs.log.error({ error }, 'the cards in Teams were not looked through'),
      )
    } while (isHeardMeanwhile && !isClosed)
    running = undefined
  }

  function look(): void {
    if (isClosed) return
    isHeardMeanwhile = true
    running ??= passes()
  }

  const stopLooking = every(LOOK_MILLISECONDS, look)
  const stopListening = needs.waking.onDesk(({ kind }) => {
    if (kind !== 'hand-off' && kind !== 'queues' && kind !== '*') return
    gathering ??= setTimeout(() => {
      gathering = undefined
      look()
    }, GATHER_MILLISECONDS)
  })

  return {
    look,
    /** Resolves when nothing is on its way any more. */
    async close(): Promise<void> {
      isClosed = true
      clearTimeout(gathering)
      stopLooking()
      stopListening()
      await running
    },
  }
}

const everySoOften: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds).unref()
  return () => clearInterval(timer)
}
