import { afterOpenMinutes, type Schedule } from './opening-hours.js'
import type { Queue } from './queue.js'

/** `contact` is the id of a stored number or address. */
export type Contact = { kind: 'call-back' | 'e-mail'; contact: string }

/** What a citizen was promised. `contact` is the id of a stored number or address, never the number itself. */
export type Pledge = {
  id: string
  queue: string
  madeAt: Date
  dueAt: Date
  /** How many of ESCALATION have been taken. */
  stepsTaken: number
  /** How often somebody has called in vain. */
  attempts: number
} & ({ kind: 'answer-here' } | { kind: 'call-back'; contact: string } | { kind: 'e-mail'; contact: string })

/** Who is told, and when: minutes of the promise's own time before (negative) or after it is due. */
export const ESCALATION = [
  { tell: 'team', afterDueMinutes: -30 },
  { tell: 'lead', afterDueMinutes: 0 },
  { tell: 'owner', afterDueMinutes: 60 },
] as const
export type ToldOfPromise = (typeof ESCALATION)[number]['tell']

/** Somebody who is not reached is called so many times, so many minutes of open time apart, and then written to. */
export const CALL_ATTEMPTS = 3
export const BETWEEN_CALLS_MINUTES = 60

const MINUTE = 60_000
// For a queue that does not open within months. Then the promise will be late, and somebody is told.
const NEVER_OPEN_DAYS = 14

/**
 * When something that takes `minutes` of open time is due. A queue that is closed for weeks promises what it can keep: after it has opened again.
 */
export const dueAfter = (schedule: Schedule, at: Date, minutes: number): Date =>
  afterOpenMinutes(schedule, at, minutes) ?? new Date(at.getTime() + NEVER_OPEN_DAYS * 24 * 60 * MINUTE)

/** A promise made now in a queue. One of the same kind that there was, as before the number was corrected, keeps its time. */
export function pledged(made: {
  of: { id: string; pledges: number }
  queue: Queue
  at: Date
  what: { kind: 'answer-here' } | Contact
  had?: Pledge
}): Pledge {
  const { of, queue, at, what, had } = made
  const id = `${of.id}:${of.pledges + 1}`
  const { madeAt, dueAt, stepsTaken } =
    had?.kind === what.kind ? had : { madeAt: at, dueAt: dueAfter(queue, at, queue.promiseMinutes[what.kind]), stepsTaken: 0 }
  return { ...what, id, queue: queue.id, madeAt, dueAt, stepsTaken, attempts: 0 }
}

/** When the next step is to be taken; undefined when all are. Never before the promise was made. */
export function nextStepAt({ dueAt, madeAt, stepsTaken }: Pledge): Date | undefined {
  const step = ESCALATION[stepsTaken]
  return step && new Date(Math.max(madeAt.getTime(), dueAt.getTime() + step.afterDueMinutes * MINUTE))
}

/** The promise after the steps whose time has come, and who is told by them. */
export function escalated(pledge: Pledge, at: Date): { pledge: Pledge; told: ToldOfPromise[] } {
  const told: ToldOfPromise[] = []
  let next = pledge
  for (let when = nextStepAt(next); when && when <= at; when = nextStepAt(next)) {
    told.push(ESCALATION[next.stepsTaken]!.tell)
    next = { ...next, stepsTaken: next.stepsTaken + 1 }
  }
  return { pledge: next, told }
}

/** The same promise, to be tried again later; undefined when it has been tried often enough. */
export function triedInVain(pledge: Pledge, schedule: Schedule, at: Date): Pledge | undefined {
  const attempts = pledge.attempts + 1
  if (attempts >= CALL_ATTEMPTS) return undefined
  return { ...pledge, attempts, stepsTaken: 0, madeAt: at, dueAt: dueAfter(schedule, at, BETWEEN_CALLS_MINUTES) }
}

/** In the order in which they are to be kept. */
export const byDue = (pledges: readonly Pledge[]): Pledge[] =>
  [...pledges].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1))
