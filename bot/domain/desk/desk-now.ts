import { isThere, type Agent } from './agent.js'
import { leaseOf, type HandOff, type Place } from './hand-off.js'
import type { Queues } from './queue.js'
import { HEAD_START_MINUTES, inTurn, isFor, turnOf } from './routing.js'
import { wallClock } from './stockholm-time.js'
import type { AgentNow, DeskNow, WaitingNow } from './wait-forecast.js'

/** What a chat is about, as far as handling times go. */
export const topicOf = ({ topic, queue }: Place): string => topic ?? queue

/**
 * The desk as a forecast sees it. Those who wait are in their turn, with those who went home to be called, since agents take them in that
 * order. People whom the same agents are for now are one group.
 */
export function deskNow(handOffs: readonly HandOff[], agents: readonly Agent[], queues: Queues, at: Date): DeskNow {
  const line = inTurn(handOffs).filter(
    ({ situation }) => situation.status !== 'unattended' && situation.status !== 'e-mail-promised',
  )
  const places = new Map(line.map(({ place }) => [groupOf(place), place]))
  return {
    secondOfDay: wallClock(at).minutes * 60,
    agents: agents
      .filter((agent) => isThere(agent, at) || isComing(agent, at))
      .map((agent) => seen(agent, handOffs, places, queues, at)),
    waiting: line.map(({ id, place }): WaitingNow => ({
      id,
      group: groupOf(place),
      topic: topicOf(place),
      waitedSeconds: seconds(place.askedAt, at),
      turn: -seconds(new Date(turnOf(place)), at),
    })),
    headStartSeconds: HEAD_START_MINUTES.urgent * 60,
  }
}

const seconds = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000
const groupOf = ({ queue, language, topic }: Place): string => JSON.stringify([queue, language, topic])
const isComing = ({ shift }: Agent, at: Date): boolean => shift !== undefined && shift.from > at

function seen(
  agent: Agent,
  handOffs: readonly HandOff[],
  places: ReadonlyMap<string, Place>,
  queues: Queues,
  at: Date,
): AgentNow {
  const held = handOffs.filter(({ situation }) => leaseOf(situation)?.holder === agent.id)
  const isHere = isThere(agent, at)
  return {
    capacity: agent.capacity,
    groups: [...places].filter(([, place]) => isFor(agent, place, queues, at)).map(([group]) => group),
    running: held.map(({ place, situation }) => ({
      topic: topicOf(place),
      goneOnSeconds: Math.max(0, seconds(leaseOf(situation)!.since, at)),
    })),
    awaySeconds: isHere && agent.presence !== 'available' ? Math.max(0, seconds(agent.awaySince ?? at, at)) : undefined,
    beginsInSeconds: isHere ? undefined : seconds(at, agent.shift!.from),
    // Who is still there after the shift stays for nobody knows how long.
    endsInSeconds: agent.shift && agent.shift.until > at ? seconds(at, agent.shift.until) : undefined,
  }
}
