import { agenda } from './agenda.js'
import { randomFrom } from './random.js'
import { chancesOf, type Chances } from './wait-chances.js'
import type { WaitMemory } from './wait-memory.js'

/** An agent now. All seconds are from now. */
export type AgentNow = {
  capacity: number
  /** Groups of people that this agent is for: those with the same queue, language and topic are one group. */
  groups: readonly string[]
  running: readonly { topic: string; goneOnSeconds: number }[]
  /** How long the agent has been away; undefined for one who is available. */
  awaySeconds?: number
  /** By the roster. An agent who has gone home is not in the list. */
  beginsInSeconds?: number
  endsInSeconds?: number
}
/** Somebody who waits, in their turn. `turn` is compared with that of urgent people who come later: askedAt less the head start. */
export type WaitingNow = { id: string; group: string; topic: string; waitedSeconds: number; turn: number }
export type DeskNow = {
  secondOfDay: number
  agents: readonly AgentNow[]
  waiting: readonly WaitingNow[]
  /** How much earlier an urgent matter is placed than it was asked. */
  headStartSeconds: number
}

/** How long each one's wait may be, from now, in seconds, shortest first. */
export type Forecast = ReadonlyMap<string, Float64Array>

const DRAWS = 200
/** Nothing is forecast of what is further off. */
export const HORIZON_SECONDS = 4 * 3600

/**
 * Plays the next hours many times, each time with handling times, absences and patience drawn from those remembered, by the same rules
 * as routing: whoever gets free takes the first that the agent is for. The seed is an argument, so that the same question has one answer.
 */
export function forecastWaits(now: DeskNow, memory: WaitMemory, seed: number, draws = DRAWS): Forecast {
  const chances = chancesOf(memory, now.secondOfDay, randomFrom(seed))
  const waits = now.waiting.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) play(now, chances, (who, seconds) => (waits[who]![draw] = seconds))
  return new Map(now.waiting.map(({ id }, who) => [id, waits[who]!.sort()]))
}

type Playing = { free: number; isHere: boolean; endsAt: number; groups: readonly string[] }
type Person = { who?: number; group: string; topic: string; turn: number; waited: number; since: number }
type What = { kind: 'free' | 'away' | 'back'; agent: number } | { kind: 'urgent' }

function play(now: DeskNow, chances: Chances, turnCame: (who: number, seconds: number) => void): void {
  const toCome = agenda<What>()
  const line: Person[] = now.waiting.map(({ group, topic, turn, waitedSeconds }, who) => ({
    who,
    group,
    topic,
    turn,
    waited: waitedSeconds,
    since: 0,
  }))
  let left = line.length
  const agents = now.agents.map((agent, at) => begin(agent, at, chances, toCome.put))
  toCome.put(chances.nextUrgent(), { kind: 'urgent' })

  const take = (agent: number, at: number): void => {
    const playing = agents[agent]!
    while (playing.isHere && playing.free > 0 && at < playing.endsAt) {
      const next = line.findIndex(({ group }) => playing.groups.includes(group))
      if (next < 0) return
      const [person] = line.splice(next, 1)
      if (person!.who !== undefined) turnCame(person!.who, at)
      if (person!.who !== undefined) left--
      // Whoever has given up is passed over, but it was their turn.
      if (chances.givesUp(person!.waited, at - person!.since)) continue
      playing.free--
      toCome.put(at + chances.handling(person!.topic), { kind: 'free', agent })
    }
  }

  agents.forEach((_, agent) => take(agent, 0))
  for (let next = toCome.next(); next && left > 0 && next.at < HORIZON_SECONDS; next = toCome.next()) {
    const { at, what } = next
    if (what.kind === 'urgent') {
      urgentComes(line, at, at - now.headStartSeconds)
      toCome.put(at + chances.nextUrgent(), what)
      continue
    }
    const agent = agents[what.agent]!
    if (what.kind === 'free') agent.free++
    if (what.kind === 'away') {
      agent.isHere = false
      toCome.put(at + chances.awayLeft(at, 0), { kind: 'back', agent: what.agent })
    }
    if (what.kind === 'back') {
      agent.isHere = true
      toCome.put(chances.goesAway(at), { kind: 'away', agent: what.agent })
    }
    take(what.agent, at)
  }
  for (const { who } of line) if (who !== undefined) turnCame(who, HORIZON_SECONDS)
}

function begin(agent: AgentNow, at: number, chances: Chances, put: (at: number, what: What) => void): Playing {
  for (const { topic, goneOnSeconds } of agent.running)
    put(chances.handlingLeft(topic, goneOnSeconds), { kind: 'free', agent: at })
  const isHere = agent.awaySeconds === undefined && !agent.beginsInSeconds
  if (isHere) put(chances.goesAway(0), { kind: 'away', agent: at })
  else if (agent.beginsInSeconds) put(agent.beginsInSeconds, { kind: 'back', agent: at })
  else put(chances.awayLeft(-agent.awaySeconds!, agent.awaySeconds!), { kind: 'back', agent: at })
  return { free: agent.capacity - agent.running.length, isHere, endsAt: agent.endsInSeconds ?? Infinity, groups: agent.groups }
}

/** Somebody urgent comes and stands before those whose turn is later. What they ask is taken to be what the others ask. */
function urgentComes(line: Person[], at: number, turn: number): void {
  const before = line.findIndex((person) => person.turn > turn)
  if (before < 0) return
  const { group, topic } = line[before]!
  line.splice(before, 0, { group, topic, turn, waited: 0, since: at })
}
