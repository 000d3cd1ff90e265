import { reckonWaits } from '../domain/desk/expected-wait.js'
import { pledgeOf } from '../domain/desk/hand-off.js'
import type { HandOffRow, ShownWait } from '../domain/desk/ports.js'
import { placeInQueue } from '../domain/desk/routing.js'
import type { DeskNeeds } from './needs.js'
import { readDesk, type DeskSeen } from './read-desk.js'

const REFRESH_SECONDS = 15

type Place = { ahead: number; of: number }
type Waiting = { row: HandOffRow; place: Place }

/** Counts anew the place and the wait of everybody who waits, when the line has moved or it was some time ago. Returns how many were shown. */
export async function tellWaits(needs: DeskNeeds): Promise<number> {
  const seen = await readDesk(needs)
  const waiting = waitingIn(seen)
  if (!waiting.some(({ row, place }) => isOld(row.shown, place, seen.now.at))) return 0
  const reckoned = reckonWaits(seen, await needs.store.waitMemory())
  const shown = waiting.flatMap(({ row, place }) => {
    const told = reckoned(row.handOff.id)
    if (!told) return []
    const wait: ShownWait = { at: seen.now.at, ...place, ...told, ...(told.raw ? { raw: firstRaw(row) ?? told.raw } : {}) }
    return [{ handOff: row.handOff.id, shown: wait }]
  })
  await needs.store.showWaits(shown)
  return shown.length
}

const waitingIn = ({ rows, handOffs }: DeskSeen): Waiting[] =>
  rows
    .filter(({ handOff: { situation } }) => situation.status === 'waiting' || situation.status === 'offered')
    .map((row) => ({ row, place: placeInQueue(row.handOff, handOffs) }))

const isOld = (shown: ShownWait | undefined, { ahead, of }: Place, at: Date): boolean =>
  !shown || shown.ahead !== ahead || shown.of !== of || at.getTime() - shown.at.getTime() >= REFRESH_SECONDS * 1000

/** What was forecast when this wait began: that is what is learned from. What was shown last is always nearly right, and teaches nothing. */
const firstRaw = ({ handOff, shown }: HandOffRow): ShownWait['raw'] =>
  shown && shown.at >= pledgeOf(handOff.situation)!.madeAt ? shown.raw : undefined
