import type { Agent } from './agent.js'
import { deskNow } from './desk-now.js'
import type { HandOff } from './hand-off.js'
import type { Now } from './hand-off-events.js'
import type { ShownWait } from './ports.js'
import { placeInQueue } from './routing.js'
import { step } from './step.js'
import { forecastWaits } from './wait-forecast.js'
import { inMinutes, rawOf, reachesOf, waitInterval, type Calibration } from './wait-interval.js'
import type { WaitMemory } from './wait-memory.js'

/** What waits are reckoned from, besides the desk itself. */
export type WaitKnowledge = { agents: readonly Agent[]; memory: WaitMemory; calibration: Calibration }

/**
 * The place and the wait of somebody who has not yet said yes, as they would be from this moment, reckoned as they are for those who wait. Undefined where one would not stand in a queue, as when it is closed. `handOffs` are all that have not ended.
 */
export function expectedWait(
  asked: HandOff,
  { handOffs, now }: { handOffs: readonly HandOff[]; now: Now },
  { agents, memory, calibration }: WaitKnowledge,
): ShownWait | undefined {
  const stepped = step(asked, { kind: 'approved' }, now)
  if (stepped.kind !== 'moved' || stepped.handOff.situation.status !== 'waiting') return undefined
  const all = [...handOffs.filter(({ id }) => id !== asked.id), stepped.handOff]
  const forecast = forecastWaits(deskNow(all, agents, now.queues, now.at), memory, now.at.getTime() % 2 ** 31)
  const waits = forecast.get(asked.id)
  const raw = waits && rawOf(waits)
  const told = raw && { interval: inMinutes(waitInterval(raw, reachesOf(calibration))), raw }
  return { at: now.at, ...placeInQueue(stepped.handOff, all), ...told }
}
