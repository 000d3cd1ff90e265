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

/** The desk that is played forward. `handOffs` are all that have not ended. */
type Played = { handOffs: readonly HandOff[]; agents: readonly Agent[]; now: Now }
/** What was learned of waits. */
type Learned = { memory: WaitMemory; calibration: Calibration }
/** What waits are reckoned from, besides hand-offs and the moment. */
export type WaitKnowledge = Learned & Pick<Played, 'agents'>

/** How long somebody waits, as it is told and as it was forecast. Neither when nobody can say, since nobody comes who could take it. */
export type ReckonedWait = Pick<ShownWait, 'interval' | 'raw'>

/** Reckons the waits of all at once; what comes back tells that of one, and is undefined for whoever does not stand in a queue. */
export function reckonWaits(
  { handOffs, agents, now }: Played,
  { memory, calibration }: Learned,
): (id: string) => ReckonedWait | undefined {
  const forecast = forecastWaits(deskNow(handOffs, agents, now.queues, now.at), memory, now.at.getTime() % 2 ** 31)
  const reaches = reachesOf(calibration)
  return (id) => {
    const waits = forecast.get(id)
    if (!waits) return undefined
    const raw = rawOf(waits)
    return raw ? { interval: inMinutes(waitInterval(raw, reaches)), raw } : {}
  }
}

/**
 * The place and the wait of somebody who has not yet said yes, as they would be from this moment, reckoned as they are for those who wait.
 * Undefined where one would not stand in a queue, as when it is closed. `handOffs` are all that have not ended.
 */
export function expectedWait(
  asked: HandOff,
  { handOffs, now }: Pick<Played, 'handOffs' | 'now'>,
  { agents, ...learned }: WaitKnowledge,
): ShownWait | undefined {
  const stepped = step(asked, { kind: 'approved' }, now)
  if (stepped.kind !== 'moved' || stepped.handOff.situation.status !== 'waiting') return undefined
  const all = [...handOffs.filter(({ id }) => id !== asked.id), stepped.handOff]
  const reckoned = reckonWaits({ handOffs: all, agents, now }, learned)
  return { at: now.at, ...placeInQueue(stepped.handOff, all), ...reckoned(asked.id) }
}
