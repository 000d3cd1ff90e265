import { deskNow } from '../domain/desk/desk-now.js'
import { pledgeOf } from '../domain/desk/hand-off.js'
import type { HandOffRow, ShownWait } from '../domain/desk/ports.js'
import { placeInQueue } from '../domain/desk/routing.js'
import { forecastWaits } from '../domain/desk/wait-forecast.js'
import { inMinutes, rawOf, reachesOf, waitInterval } from '../domain/desk/wait-interval.js'
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
  const { memory, calibration } = await needs.store.waitMemory()
  const { now, handOffs, agents } = seen
  const forecast = forecastWaits(deskNow(handOffs, agents, now.queues, now.at), memory, now.at.getTime() % 2 ** 31)
  const reaches = reachesOf(calibration)
  const shown = waiting.flatMap(({ row, place }) => {
    const waits = forecast.get(row.handOff.id)
    if (!waits) return []
    const raw = rawOf(waits)
    // Nobody can say how long when nobody comes who could take it: then only the place is told.
    const told = raw && { interval: inMinutes(waitInterval(raw, reaches)), raw: firstRaw(row) ?? raw }
    const wait: ShownWait = { at: now.at, ...place, ...told }
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
