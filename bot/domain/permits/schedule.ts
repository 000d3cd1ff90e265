import type { Permit, Rule } from './permit.js'
import type { Plan, Schedule, ScheduledItem, Status } from './plan-types.js'
import type { Rules } from './rules.js'

/** Something that happens on one day: an application is sent, a permit is done, or the place opens. */
type Event = string
const OPENING: Event = 'opening'
const sent = (permit: string): Event => `${permit} is sent`
const done = (permit: string): Event => `${permit} is done`

/** `to` happens so many days after `from`, or later. */
type Wait = { readonly from: Event; readonly to: Event; readonly least: number; readonly most: number }
type Waiting = ScheduledItem['waitsFor'][number] & { readonly wait: Wait }
type Entry = { readonly permit: Permit; readonly waitsFor: readonly Waiting[] }

/**
 * When each item of a plan can be sent and be done, and the earliest opening: the critical path method, with an event for sending and one for being done.
 * Counts what is needed and probably needed, and what is open as well with `including: 'depends'`. An id that is not in the plan is not waited for.
 */
export function schedule(rules: Rules, plan: Plan, start: string, { including }: { including?: 'depends' } = {}): Schedule {
  const counted: readonly Status[] = including ? ['needed', 'probably', including] : ['needed', 'probably']
  const permits = plan.items
    .filter(({ status }) => counted.includes(status))
    .flatMap(({ permit }) => rules.permits.get(permit) ?? [])
  const present = new Set(permits.map(({ id }) => id))
  const entries = permits.map((permit) => ({ permit, waitsFor: waitsFor(permit, present) }))
  const { order, waits } = withoutCircles(
    [...permits.map(({ id }) => done(id)), ...permits.map(({ id }) => sent(id)), OPENING],
    entries.flatMap((entry) => waitsOf(entry, present)),
  )
  const earliest = { least: earliestDays(order, waits, 'least'), most: earliestDays(order, waits, 'most') }
  const latest = latestDays(order, waits, earliest.most)
  return {
    start,
    items: entries.map((entry) => scheduled(entry, entries, waits, earliest, latest)),
    criticalPath: criticalPath(waits, earliest.most, permits),
    opening: { least: addDays(start, earliest.least(OPENING)), most: addDays(start, earliest.most(OPENING)) },
  }
}

const inDays = (weeks: number): number => Math.ceil(weeks * 7)

/** Days from sending until it is done: until the decision, nothing where sending is enough, or the weeks it must lie before. */
function daysUntilDone({ opening, handling }: Rule): { least: number; most: number } {
  if (typeof opening === 'object')
    return { least: inDays(opening['sent-weeks-before']), most: inDays(opening['sent-weeks-before']) }
  if (opening === 'sent' || !handling) return { least: 0, most: 0 }
  return { least: inDays(handling.least), most: inDays(handling.most) }
}

function waitsFor({ id, rule: { before } }: Permit, present: ReadonlySet<string>): Waiting[] {
  const target = { applying: sent(id), decision: done(id), opening: OPENING }
  return (['applying', 'decision', 'opening'] as const).flatMap((stage) =>
    before[stage]
      .filter((permit) => present.has(permit) && permit !== id)
      .map((permit) => ({ permit, before: stage, wait: { from: done(permit), to: target[stage], least: 0, most: 0 } })),
  )
}

function waitsOf({ permit: { id, rule }, waitsFor }: Entry, present: ReadonlySet<string>): Wait[] {
  return [
    ...waitsFor.map(({ wait }) => wait),
    { from: sent(id), to: done(id), ...daysUntilDone(rule) },
    ...(rule.opening === 'none' ? [] : [{ from: done(id), to: OPENING, least: 0, most: 0 }]),
    // Part of another errand: it goes in with that.
    ...(rule.partOf !== undefined && present.has(rule.partOf) && rule.partOf !== id
      ? [{ from: sent(rule.partOf), to: sent(id), least: 0, most: 0 }]
      : []),
  ]
}

function byEnd(waits: readonly Wait[], end: 'from' | 'to'): ReadonlyMap<Event, readonly Wait[]> {
  const groups = new Map<Event, Wait[]>()
  for (const wait of waits) groups.set(wait[end], [...(groups.get(wait[end]) ?? []), wait])
  return groups
}

/** Events in an order in which each comes after what it waits for. The linter forbids circles; a wait that closes one is left out here. */
function withoutCircles(events: readonly Event[], waits: readonly Wait[]): { order: Event[]; waits: Wait[] } {
  const into = byEnd(waits, 'to')
  const order: Event[] = []
  const kept: Wait[] = []
  const seen = new Map<Event, 'under way' | 'placed'>()
  const place = (event: Event): void => {
    if (seen.has(event)) return
    seen.set(event, 'under way')
    for (const wait of into.get(event) ?? []) {
      place(wait.from)
      if (seen.get(wait.from) === 'placed') kept.push(wait)
    }
    seen.set(event, 'placed')
    order.push(event)
  }
  events.forEach(place)
  return { order, waits: kept }
}

type DayOf = (event: Event) => number

/** The forward pass: the longest way to each event. */
function earliestDays(order: readonly Event[], waits: readonly Wait[], times: 'least' | 'most'): DayOf {
  const days = new Map<Event, number>()
  const into = byEnd(waits, 'to')
  for (const event of order) {
    days.set(event, Math.max(0, ...(into.get(event) ?? []).map((wait) => days.get(wait.from)! + wait[times])))
  }
  return (event) => days.get(event)!
}

/** The backward pass: the last day for each event that does not delay opening; never, when opening does not wait for it. */
function latestDays(order: readonly Event[], waits: readonly Wait[], earliest: DayOf): DayOf {
  const days = new Map<Event, number>()
  const outOf = byEnd(waits, 'from')
  for (const event of order.toReversed()) {
    const latest = (outOf.get(event) ?? []).map(({ to, most }) => days.get(to)! - most)
    days.set(event, event === OPENING ? earliest(OPENING) : Math.min(Infinity, ...latest))
  }
  return (event) => days.get(event)!
}

function scheduled(
  { permit: { id, rule }, waitsFor }: Entry,
  entries: readonly Entry[],
  waits: readonly Wait[],
  earliest: { least: DayOf; most: DayOf },
  latest: DayOf,
): ScheduledItem {
  const isWaitedFor = entries.some((other) => other.waitsFor.some(({ permit }) => permit === id))
  const isTight = (event: Event): boolean => latest(event) === earliest.most(event)
  const sentLatest = latest(sent(id))
  return {
    permit: id,
    sentLeast: earliest.least(sent(id)),
    sentMost: earliest.most(sent(id)),
    ...(sentLatest === Infinity ? {} : { sentLatest }),
    doneLeast: earliest.least(done(id)),
    doneMost: earliest.most(done(id)),
    critical: isTight(sent(id)) || isTight(done(id)),
    waitsFor: waitsFor.filter(({ wait }) => waits.includes(wait)).map(({ permit, before }) => ({ permit, before })),
    timeUnknown: !rule.handling && (rule.opening === 'decided' || (rule.opening === 'none' && isWaitedFor)),
  }
}

/** Back from opening along the waits that leave no room; of several, the first in the order of the rule set. */
function criticalPath(waits: readonly Wait[], earliest: DayOf, permits: readonly Permit[]): string[] {
  const tight = waits.filter(({ from, to, most }) => earliest(from) + most === earliest(to))
  const into = byEnd(tight, 'to')
  const events = new Set<Event>()
  for (let event: Event | undefined = OPENING; event !== undefined; event = into.get(event)?.[0]?.from) events.add(event)
  const onIt = [...events].toReversed()
  const place = ({ id }: Permit): number => onIt.findIndex((event) => event === sent(id) || event === done(id))
  return permits
    .filter((permit) => place(permit) >= 0)
    .sort((a, b) => place(a) - place(b))
    .map(({ id }) => id)
}

/** `start` is an ISO date, and so is the result. */
function addDays(start: string, days: number): string {
  const date = new Date(`${start}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
