import { FIVE_MINUTES, HALF_HOUR, halfHourOf, type WaitMemory } from './wait-memory.js'

/** What may happen next, drawn from what has happened. Each draw is in seconds from now. */
export type Chances = {
  handling(topic: string): number
  /** How much longer a chat takes that has gone on for so long. */
  handlingLeft(topic: string, goneOn: number): number
  /** When somebody available now goes away, counted from `from` seconds from now. */
  goesAway(from: number): number
  /** How long somebody is away who has been away for so long and went `at` seconds from now. */
  awayLeft(at: number, goneOn: number): number
  /** Whether somebody who has waited for so long gives up within the next seconds. */
  givesUp(waited: number, within: number): boolean
  nextUrgent(): number
}

// Before anything is known: chats of 1 to 40 minutes, absences of 5 to 45, and few who give up. Wide, so that the interval is.
const SUPPOSED_HANDLING = [60, 120, 200, 280, 370, 470, 580, 700, 850, 1050, 1350, 2400]
const SUPPOSED_AWAY = [300, 480, 660, 900, 1500, 2700]
const SUPPOSED_GOING_AWAY = { happened: 1, seconds: 7200 }
const SUPPOSED_GIVING_UP = { happened: 1, seconds: 3600 }
// So many of a kind speak for themselves; fewer are joined by the others.
const ENOUGH = 25
// A pace is believed as if so many chats more had gone at the usual one.
const DOUBT_OF_PACE = 25
const NEIGHBOURS = [0, -1, 1, -2, 2]

export function chancesOf(memory: WaitMemory, secondOfDay: number, random: () => number): Chances {
  const everything = [...Object.values(memory.handled).flat(), ...SUPPOSED_HANDLING].sort(byValue)
  const pace = Math.exp(memory.pace.reduce((sum, each) => sum + each, 0) / (memory.pace.length + DOUBT_OF_PACE))
  const handled = new Map<string, readonly number[]>()
  const handlingOf = (topic: string): readonly number[] =>
    remembered(handled, topic, () => joined(memory.handled[topic] ?? [], everything))
  const absences = new Map<number, readonly number[]>()
  const allAbsences = [...Object.values(memory.away).flat(), ...SUPPOSED_AWAY].sort(byValue)
  const absencesAt = (halfHour: number): readonly number[] =>
    remembered(absences, halfHour, () =>
      joined(
        NEIGHBOURS.flatMap((step) => memory.away[(halfHour + step + 48) % 48] ?? []),
        allAbsences,
      ),
    )
  const awayRates = new Map<number, number>()
  const awayRate = (halfHour: number): number =>
    remembered(awayRates, halfHour, () => perSecond([memory.goingAway[halfHour], SUPPOSED_GOING_AWAY]))
  const givingUp = givingUpBy(memory)
  const urgentRate = perSecond([memory.urgent, { happened: 0, seconds: HALF_HOUR }])

  return {
    handling: (topic) => pace * drawn(handlingOf(topic), 0, random),
    handlingLeft: (topic, goneOn) => pace * drawn(handlingOf(topic), goneOn / pace, random),
    goesAway: (from) => from + firstOf((part) => awayRate(halfHourOf(part * HALF_HOUR)), HALF_HOUR, secondOfDay + from, random),
    awayLeft: (at, goneOn) => drawn(absencesAt(halfHourOf(secondOfDay + at + 86_400)), goneOn, random),
    givesUp: (waited, within) => random() > Math.exp(givingUp(waited) - givingUp(waited + within)),
    nextUrgent: () => exponential(random) / urgentRate,
  }
}

const byValue = (one: number, other: number): number => one - other
const exponential = (random: () => number): number => -Math.log(1 - random())

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make())
  return known.get(key)!
}

/** Few of a kind are joined by a spread of all kinds, as many as are missing. */
function joined(own: readonly number[], all: readonly number[]): readonly number[] {
  const missing = Math.max(0, Math.min(ENOUGH - own.length, all.length))
  const spread = Array.from({ length: missing }, (_, at) => all[Math.floor(((at + 0.5) / missing) * all.length)]!)
  return [...own, ...spread].sort(byValue)
}

const perSecond = (rates: readonly ({ happened: number; seconds: number } | undefined)[]): number =>
  rates.reduce((sum, rate) => sum + (rate?.happened ?? 0), 0) / rates.reduce((sum, rate) => sum + (rate?.seconds ?? 0), 0)

/** One of the durations that are longer than `goneOn`, less that. Longer than all of them: as long again as a part of what it was. */
function drawn(sorted: readonly number[], goneOn: number, random: () => number): number {
  const first = firstAbove(sorted, goneOn)
  const left = sorted.length - first
  // Beyond the longest ones there is a tail that was not seen yet.
  const at = Math.floor(random() * (left + 0.5))
  return at < left ? sorted[first + at]! - goneOn : Math.max(goneOn, sorted.at(-1)!) * 0.5 * exponential(random)
}

function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

const FAR = 4 * 3600

/** How much reason to give up there has been after so many seconds: the rates of all parts of the wait, added up. */
function givingUpBy({ givingUp }: WaitMemory): (seconds: number) => number {
  const rates = Array.from({ length: 2 * (FAR / FIVE_MINUTES) }, (_, part) => perSecond([givingUp[part], SUPPOSED_GIVING_UP]))
  const sums = rates.reduce((before, rate) => [...before, before.at(-1)! + rate * FIVE_MINUTES], [0])
  return (seconds) => {
    const part = Math.min(rates.length - 1, Math.floor(seconds / FIVE_MINUTES))
    return sums[part]! + rates[part]! * (seconds - part * FIVE_MINUTES)
  }
}

/** When something first happens whose rate changes from part to part, counted from `from`. */
function firstOf(rateOf: (part: number) => number, partSeconds: number, from: number, random: () => number): number {
  let needed = exponential(random)
  for (let at = from; at < from + FAR;) {
    const end = (Math.floor(at / partSeconds) + 1) * partSeconds
    const rate = rateOf(Math.floor(at / partSeconds))
    if (rate * (end - at) >= needed) return at + needed / rate - from
    needed -= rate * (end - at)
    at = end
  }
  return FAR
}
