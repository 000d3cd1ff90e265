/** How long chats on a topic take, and how long agents are away: the latest, oldest first. */
type Durations = readonly number[]

/** Something that happens at a rate which differs by the time of day or by how long one has waited. */
type Rate = { happened: number; seconds: number }

/**
 * What the desk remembers to say how long a wait will be: counts and durations only, of nobody in particular. Seconds everywhere. It is
 * kept as it is, so its shape has a version.
 */
export type WaitMemory = {
  v: 1
  /** By topic, from when a chat was taken until its place was free again. */
  handled: Readonly<Record<string, Durations>>
  /** How the latest chats, on whatever topic, compare with what their topic takes: logarithms, oldest first. Slow systems make slow days. */
  pace: readonly number[]
  /** By half-hour of the day: how often agents at work went away, and for how long. */
  goingAway: Readonly<Record<number, Rate>>
  away: Readonly<Record<number, Durations>>
  /** By five minutes of waiting: how often people gave up. */
  givingUp: Readonly<Record<number, Rate>>
  /** How often somebody came who goes before others. */
  urgent: Rate
}

export const freshMemory = (): WaitMemory => ({
  v: 1,
  handled: {},
  pace: [],
  goingAway: {},
  away: {},
  givingUp: {},
  urgent: { happened: 0, seconds: 0 },
})

const KEPT = 200
const latest = (durations: Durations | undefined, seconds: number): Durations => [...(durations ?? []), seconds].slice(-KEPT)
const added = (rate: Rate | undefined, { happened, seconds }: Rate): Rate => ({
  happened: (rate?.happened ?? 0) + happened,
  seconds: (rate?.seconds ?? 0) + seconds,
})

export const HALF_HOUR = 1800
export const FIVE_MINUTES = 300
export const halfHourOf = (secondOfDay: number): number => Math.floor(secondOfDay / HALF_HOUR) % 48

const KEPT_FOR_PACE = 80

export function afterHandling(memory: WaitMemory, topic: string, seconds: number): WaitMemory {
  const before = memory.handled[topic] ?? []
  const usual = before.reduce((sum, each) => sum + Math.log(Math.max(1, each)), 0) / before.length
  const pace = before.length < 10 ? memory.pace : [...memory.pace, Math.log(Math.max(1, seconds)) - usual].slice(-KEPT_FOR_PACE)
  return { ...memory, pace, handled: { ...memory.handled, [topic]: latest(before, seconds) } }
}

/** An agent was available for so long; `wentAway` at the end of it, rather than going home. */
export function afterBeingAvailable(
  memory: WaitMemory,
  { from, seconds, wentAway }: { from: number; seconds: number; wentAway: boolean },
): WaitMemory {
  const goingAway = { ...memory.goingAway }
  for (let at = from; at < from + seconds; at = (Math.floor(at / HALF_HOUR) + 1) * HALF_HOUR) {
    const end = Math.min(from + seconds, (Math.floor(at / HALF_HOUR) + 1) * HALF_HOUR)
    const isLast = end === from + seconds
    goingAway[halfHourOf(at)] = added(goingAway[halfHourOf(at)], { happened: isLast && wentAway ? 1 : 0, seconds: end - at })
  }
  return { ...memory, goingAway }
}

/** An agent who went away at this second of the day is back. */
export const afterBeingAway = (memory: WaitMemory, from: number, seconds: number): WaitMemory => ({
  ...memory,
  away: { ...memory.away, [halfHourOf(from)]: latest(memory.away[halfHourOf(from)], seconds) },
})

/** Somebody waited for so long; `gaveUp` at the end of it, rather than being answered. */
export function afterWaiting(memory: WaitMemory, seconds: number, gaveUp: boolean): WaitMemory {
  const givingUp = { ...memory.givingUp }
  for (let part = 0; part * FIVE_MINUTES <= seconds; part++) {
    const within = Math.min(seconds - part * FIVE_MINUTES, FIVE_MINUTES)
    const isLast = seconds < (part + 1) * FIVE_MINUTES
    givingUp[part] = added(givingUp[part], { happened: isLast && gaveUp ? 1 : 0, seconds: within })
  }
  return { ...memory, givingUp }
}

/** Open time has passed, in which so many came who go before others. */
export const afterOpenTime = (memory: WaitMemory, seconds: number, urgent: number): WaitMemory => ({
  ...memory,
  urgent: added(memory.urgent, { happened: urgent, seconds }),
})
