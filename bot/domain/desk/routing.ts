import { hasRoom, isThere, type Agent } from './agent.js'
import { isWaitingFor, type HandOff, type Place } from './hand-off.js'
import type { Queue, Queues, Urgency } from './queue.js'

/** So many minutes of waiting an urgent matter is worth. Whoever has waited longer than that still comes first: nobody waits for ever. */
export const HEAD_START_MINUTES: Record<Urgency, number> = { urgent: 30, ordinary: 0 }

const MINUTE = 60_000
const waitedMinutes = ({ askedAt }: Place, at: Date): number => (at.getTime() - askedAt.getTime()) / MINUTE
export const turnOf = ({ askedAt, urgency }: Place): number => askedAt.getTime() - HEAD_START_MINUTES[urgency] * MINUTE

/** Those who wait, in the order in which it is their turn. Promises to call or write have kept their place among them. */
export const inTurn = (handOffs: readonly HandOff[]): HandOff[] =>
  handOffs
    .filter(({ situation }) => isWaitingFor(situation))
    .sort((one, other) => turnOf(one.place) - turnOf(other.place) || (one.id < other.id ? -1 : 1))

/** The queues whose people may take this one by now: its own, and those that it has overflowed to. */
export function reached({ queue }: Place, waited: number, queues: Queues): string[] {
  const own = queues.get(queue)
  return [queue, ...(own?.overflow ?? []).filter(({ afterMinutes }) => waited >= afterMinutes).map(({ to }) => to)]
}

/** What must fit, in the order in which it is given up. The queue never is. */
const SKILLS = [
  {
    fits: ({ topics }: Agent, { topic }: Place) => !topic || topics.length === 0 || topics.includes(topic),
    forMinutes: 'topicForMinutes',
  },
  { fits: ({ languages }: Agent, { language }: Place) => languages.includes(language), forMinutes: 'languageForMinutes' },
] as const satisfies readonly { fits: (agent: Agent, place: Place) => boolean; forMinutes: keyof Queue }[]

/** Whether routing offers this place to this agent, if there is room. Taking a chat by hand asks only for the queue: `maySee`. */
export function isFor(agent: Agent, place: Place, queues: Queues, at: Date): boolean {
  const waited = waitedMinutes(place, at)
  const own = queues.get(place.queue)
  return (
    reached(place, waited, queues).some((queue) => agent.queues.includes(queue)) &&
    SKILLS.every(({ fits, forMinutes }) => fits(agent, place) || waited >= (own?.[forMinutes] ?? Infinity))
  )
}

/** Whether it is on this agent's list: one may always help where the own queue, or one that overflows to it, is short of people. */
export const maySee = (agent: Agent, { queue }: Pick<Place, 'queue'>, queues: Queues): boolean =>
  agent.queues.some((own) => own === queue || queues.get(queue)?.overflow.some(({ to }) => to === own))

/**
 * Whether this agent may claim it: it is on their list, or on its way to their team or to them. A hand-off knows of no agents; this is asked
 * before it is told of a claim.
 */
export function mayTake(agent: Agent, { place, situation }: HandOff, queues: Queues): boolean {
  if (situation.status === 'offered' && situation.to === agent.id) return true
  if (situation.status !== 'transferring') return maySee(agent, place, queues)
  const { to, lease } = situation
  if (to.kind === 'agent') return [to.agent, lease.holder].includes(agent.id)
  return maySee(agent, to, queues) || lease.holder === agent.id
}

/** Everybody there now who sees this place on their list. */
export const visibleTo = (place: Pick<Place, 'queue'>, agents: readonly Agent[], queues: Queues, at: Date): Agent[] =>
  agents.filter((agent) => isThere(agent, at) && maySee(agent, place, queues))

/** The queues that somebody there can see. */
export const attended = (queues: Queues, agents: readonly Agent[], at: Date): Set<string> => {
  const there = agents.filter((agent) => isThere(agent, at))
  return new Set([...queues.keys()].filter((queue) => there.some((agent) => maySee(agent, { queue }, queues))))
}

/** Who is there. */
export const present = (agents: readonly Agent[], at: Date): Set<string> =>
  new Set(agents.filter((agent) => isThere(agent, at)).map(({ id }) => id))

export type Match = { handOff: HandOff; agent: string }

/** Who is offered what now. The same question has the same answer, whichever server asks. */
export function matches(handOffs: readonly HandOff[], agents: readonly Agent[], queues: Queues, at: Date): Match[] {
  const chats = new Map(agents.map(({ id, chats }) => [id, chats]))
  for (const { situation } of handOffs)
    if (situation.status === 'offered') chats.set(situation.to, (chats.get(situation.to) ?? 0) + 1)
  return inTurn(handOffs)
    .filter(({ situation }) => situation.status === 'waiting')
    .flatMap((handOff) => {
      const able = agents
        .map((agent) => ({ ...agent, chats: chats.get(agent.id)! }))
        .filter((agent) => !handOff.passedBy.includes(agent.id) && hasRoom(agent, at) && isFor(agent, handOff.place, queues, at))
      const agent = best(able, handOff)
      if (!agent) return []
      chats.set(agent.id, agent.chats + 1)
      return [{ handOff, agent: agent.id }]
    })
}

/** Compared in this order; less is better. */
const PREFERENCES: readonly ((agent: Agent, handOff: HandOff) => number)[] = [
  ({ id }, { lastAgent }) => (id === lastAgent ? 0 : 1),
  ({ languages }, { place }) => (languages.includes(place.language) ? 0 : 1),
  ({ topics }, { place }) => (place.topic && topics.includes(place.topic) ? 0 : 1),
  ({ queues }, { place }) => (queues.includes(place.queue) ? 0 : 1),
  ({ chats, capacity }) => chats / capacity,
  ({ lastTakenAt }) => lastTakenAt?.getTime() ?? 0,
]

function best(agents: readonly Agent[], handOff: HandOff): Agent | undefined {
  const compared = (one: Agent, other: Agent): number =>
    PREFERENCES.map((prefer) => prefer(one, handOff) - prefer(other, handOff)).find((difference) => difference !== 0) ??
    (one.id < other.id ? -1 : 1)
  return [...agents].sort(compared)[0]
}

/**
 * What this agent takes next by pressing "next": what is offered to them; then a chat, or a promise whose turn it is, since nobody lost their
 * place by going home. What they have passed on or put off themselves comes last.
 */
export const nextFor = (agent: Agent, handOffs: readonly HandOff[], queues: Queues, at: Date): HandOff | undefined =>
  inTurn(handOffs)
    .filter(({ situation, place }) =>
      situation.status === 'offered' ? situation.to === agent.id : isFor(agent, place, queues, at),
    )
    .sort((one, other) => laterFor(agent, one) - laterFor(agent, other))[0]

function laterFor({ id }: Agent, { situation, passedBy, lastAgent }: HandOff): number {
  if (situation.status === 'offered') return 0
  const isPromise = situation.status === 'call-back-promised' || situation.status === 'e-mail-promised'
  return passedBy.includes(id) || (isPromise && lastAgent === id) ? 2 : 1
}

/** How many are before this one in its own queue, and how many wait there. Those whose chats were lost with a desk count too. */
export function placeInQueue(handOff: HandOff, handOffs: readonly HandOff[]): { ahead: number; of: number } {
  const line = inTurn(handOffs).filter(({ place }) => place.queue === handOff.place.queue)
  return { ahead: line.findIndex(({ id }) => id === handOff.id), of: line.length }
}
