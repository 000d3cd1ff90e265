// A contact centre, simulated: people come, wait, are helped or give up; agents come, take breaks and go home.
import { agenda } from '../../bot/domain/desk/agenda.js'
import { randomFrom } from '../../bot/domain/desk/random.js'
import type { AgentNow, DeskNow, WaitingNow } from '../../bot/domain/desk/wait-forecast.js'
import {
  CLOSES,
  DISRUPTION,
  LANGUAGES,
  LAST_CHAT,
  OPENS,
  TOPICS,
  URGENT_SHARE,
  absences,
  arrivalsPerHour,
  exponential,
  isIll,
  lognormal,
  oneOf,
  paceOfDay,
  patience,
  shiftOf,
  slowedBy,
  surges,
  type Shift,
  type Surge,
} from './distributions.js'

export const DAY = 86_400
const HEAD_START = 30 * 60
const EVERY = 60

/** What somebody who only watches the desk sees. Seconds since the first midnight. */
export type Watcher = {
  /** Somebody must wait, with the desk as it is; that person is in `now.waiting`. */
  joined(at: number, id: string, now: DeskNow): void
  /** Once a minute while somebody waits. */
  minute(at: number, now: DeskNow): void
  /** The turn came of somebody, also of one who had given up: whoever was next has been passed over. */
  turnCame(at: number, id: string, waited: number): void
  leftLine(at: number, waited: number, gaveUp: boolean): void
  handled(at: number, topic: string, seconds: number): void
  wasAvailable(from: number, seconds: number, wentAway: boolean): void
  wasAway(from: number, seconds: number): void
  arrived(at: number, isUrgent: boolean): void
  dayEnded(openSeconds: number): void
}

type Agent = {
  groups: readonly string[]
  capacity: number
  shift: Shift
  running: Map<string, { topic: string; since: number }>
  isHere: boolean
  isOff: boolean
  since: number
}
type Person = { id: string; group: string; topic: string; joined: number; turn: number; gone: boolean; waits: boolean }
type What =
  | { kind: 'arrival'; surge?: Surge }
  | { kind: 'free'; agent: Agent; id: string }
  | { kind: 'begin'; agent: Agent }
  | { kind: 'back'; agent: Agent }
  | { kind: 'end'; agent: Agent }
  | { kind: 'away'; agent: Agent; seconds: number }
  | { kind: 'give-up'; person: Person }
  | { kind: 'minute' }

/** How many agents there are, and what share of a whole contact centre's arrivals come to them. */
export type Team = { agents: number; share: number }
export const CENTRE: Team = { agents: 9, share: 1 }
/** One permits team: few places, so that each chat that ends, or does not, matters more. */
export const SMALL_TEAM: Team = { agents: 4, share: 0.36 }

/** Plays `days` days, from a Monday, and tells the watcher what can be seen. */
export function simulate({ seed, days, team = CENTRE }: { seed: number; days: number; team?: Team }, watcher: Watcher): void {
  for (let day = 0; day < days; day++) playDay(randomFrom(seed * 1000 + day), day, team, watcher)
}

function playDay(random: () => number, day: number, team: Team, watcher: Watcher): void {
  const midnight = day * DAY
  const toCome = agenda<What>()
  const line: Person[] = []
  const pace = paceOfDay(random)
  let counted = 0
  const agents = Array.from({ length: team.agents }, (_, at): Agent => ({
    groups: at % 3 === 0 ? ['sv', 'en'] : ['sv'],
    capacity: at % 2 === 0 ? 3 : 2,
    shift: shiftOf(at),
    running: new Map(),
    isHere: false,
    isOff: false,
    since: 0,
  })).filter(() => !isIll(random))
  for (const agent of agents) {
    toCome.put(agent.shift.from, { kind: 'begin', agent })
    toCome.put(agent.shift.to, { kind: 'end', agent })
    for (const { at, seconds } of absences(random, agent.shift)) toCome.put(at, { kind: 'away', agent, seconds })
  }
  // The mean of a day's profile is thinned to what each hour has.
  const MOST = 110
  toCome.put(OPENS, { kind: 'arrival' })
  toCome.put(OPENS, { kind: 'minute' })
  for (const surge of surges(random)) toCome.put(surge.from, { kind: 'arrival', surge })

  const seen = (at: number): DeskNow => ({
    secondOfDay: at,
    headStartSeconds: HEAD_START,
    agents: agents
      .filter(({ isOff }) => !isOff)
      .map((agent): AgentNow => {
        const isBegun = at >= agent.shift.from
        return {
          capacity: agent.capacity,
          groups: agent.groups,
          running: [...agent.running.values()].map(({ topic, since }) => ({ topic, goneOnSeconds: at - since })),
          awaySeconds: agent.isHere || !isBegun ? undefined : at - agent.since,
          beginsInSeconds: isBegun ? undefined : agent.shift.from - at,
          endsInSeconds: agent.shift.to - at,
        }
      }),
    waiting: line
      .filter(({ gone }) => !gone)
      .map(({ id, group, topic, joined, turn }): WaitingNow => ({
        id,
        group,
        topic,
        waitedSeconds: at - joined,
        turn: turn - at,
      })),
  })

  function take(agent: Agent, at: number): void {
    while (agent.isHere && !agent.isOff && agent.running.size < agent.capacity) {
      const next = line.findIndex(({ group }) => agent.groups.includes(group))
      if (next < 0) return
      const [person] = line.splice(next, 1) as [Person]
      if (person.waits) watcher.turnCame(midnight + at, person.id, at - person.joined)
      if (person.gone) continue
      watcher.leftLine(midnight + at, at - person.joined, false)
      const topic = TOPICS.find((known) => known.topic === person.topic) ?? DISRUPTION
      const seconds = lognormal(random, topic.median, topic.sigma) * slowedBy(agent.running.size) * pace
      agent.running.set(person.id, { topic: person.topic, since: at })
      toCome.put(at + seconds, { kind: 'free', agent, id: person.id })
    }
  }

  function arrive(at: number, isDisruption: boolean): void {
    const isUrgent = random() < URGENT_SHARE
    const turn = at - (isUrgent ? HEAD_START : 0)
    const topic = isDisruption ? DISRUPTION.topic : oneOf(random, TOPICS).topic
    const group = oneOf(random, LANGUAGES).language
    const person: Person = { id: `${day}-${counted++}`, group, topic, joined: at, turn, gone: false, waits: false }
    watcher.arrived(midnight + at, isUrgent)
    const after = line.findIndex((other) => other.turn > turn)
    line.splice(after < 0 ? line.length : after, 0, person)
    const able = agents
      .filter((agent) => agent.isHere && !agent.isOff && agent.groups.includes(group) && agent.running.size < agent.capacity)
      .sort((one, other) => one.running.size / one.capacity - other.running.size / other.capacity)
    if (able[0]) return take(able[0], at)
    person.waits = true
    watcher.joined(midnight + at, person.id, seen(at))
    toCome.put(at + patience(random), { kind: 'give-up', person })
  }

  function arrivals(at: number, surge?: Surge): void {
    const until = surge?.to ?? LAST_CHAT
    const rate = team.share * (surge ? MOST * surge.factor : MOST)
    const isKept = surge ? true : random() < arrivalsPerHour(day, at) / MOST
    if (at < until && at < LAST_CHAT) {
      if (isKept) arrive(at, surge !== undefined)
      toCome.put(at + exponential(random, 3600 / rate), { kind: 'arrival', surge })
    }
  }

  function leave(agent: Agent, at: number, wentAway: boolean): void {
    if (agent.isHere) watcher.wasAvailable(agent.since, at - agent.since, wentAway)
    agent.isHere = false
    agent.since = at
  }

  const handle: { [Kind in What['kind']]: (at: number, what: Extract<What, { kind: Kind }>) => void } = {
    arrival: (at, { surge }) => arrivals(at, surge),
    free(at, { agent, id }) {
      const { topic, since } = agent.running.get(id)!
      agent.running.delete(id)
      watcher.handled(midnight + at, topic, at - since)
      take(agent, at)
    },
    begin(at, { agent }) {
      agent.isHere = true
      agent.since = at
      take(agent, at)
    },
    end(at, { agent }) {
      leave(agent, at, false)
      agent.isOff = true
    },
    away(at, { agent, seconds }) {
      if (agent.isOff || !agent.isHere) return
      leave(agent, at, true)
      toCome.put(at + seconds, { kind: 'back', agent })
    },
    back(at, { agent }) {
      if (agent.isOff) return
      watcher.wasAway(agent.since, at - agent.since)
      agent.isHere = true
      agent.since = at
      take(agent, at)
    },
    'give-up'(at, { person }) {
      if (!line.includes(person)) return
      person.gone = true
      watcher.leftLine(midnight + at, at - person.joined, true)
    },
    minute(at) {
      if (line.some(({ gone }) => !gone)) watcher.minute(midnight + at, seen(at))
      if (at < CLOSES) toCome.put(at + EVERY, { kind: 'minute' })
    },
  }
  for (let next = toCome.next(); next; next = toCome.next()) handle[next.what.kind](next.at, next.what as never)
  watcher.dayEnded(CLOSES - OPENS)
}
