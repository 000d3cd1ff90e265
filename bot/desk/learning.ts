import { topicOf } from '../domain/desk/desk-now.js'
import { leaseOf, pledgeOf, type HandOff, type Situation } from '../domain/desk/hand-off.js'
import type { DeskChange, DeskStore } from '../domain/desk/ports.js'
import { inMinutes, learned, reachesOf, waitInterval, type Calibration } from '../domain/desk/wait-interval.js'
import { afterHandling, afterOpenTime, afterWaiting, type WaitMemory } from '../domain/desk/wait-memory.js'
import type { Log } from '../telemetry/log.js'

export type Known = { memory: WaitMemory; calibration: Calibration }

// Waits end on all instances at once. What is not learned of one of them is learned of the next.
const TRIES = 4

export async function learn({ store }: { store: DeskStore }, from: (known: Known) => Known): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { version, ...known } = await store.waitMemory()
    const { memory, calibration } = from(known)
    if ((await store.learn(memory, calibration, version)) === 'stored') return
  }
}

/** The store, which learns of every change that it takes how long people wait and how long chats take: each change is learned from once. */
export function learningStore(store: DeskStore, log: Log): DeskStore {
  const remember = (change: DeskChange): void => {
    const steps = learnedFrom(change)
    // Nobody waits for it, and a wait that is not learned from does no harm.
    if (steps.length > 0)
      void learn({ store }, (known) => steps.reduce((now, then) => then(now), known)).catch((error: unknown) =>
        log.warn({ error }, 'a wait was not learned from'),
      )
  }
  return {
    ...store,
    async change(change) {
      const outcome = await store.change(change)
      if (outcome === 'stored') remember(change)
      return outcome
    },
    async commitTurn(commit, change) {
      const outcome = await store.commitTurn(commit, change)
      if (outcome !== 'conflict') remember(change)
      return outcome
    },
  }
}

type Step = (known: Known) => Known

/** What a change says of waits and of handling times. */
function learnedFrom({ before, after: { handOff }, at }: DeskChange): Step[] {
  if (!before) return handOff.place.urgency === 'urgent' ? [urgentCame] : []
  const was = before.handOff.situation
  const steps: Step[] = []
  if (isInLine(was) && !isInLine(handOff.situation) && handOff.situation.status !== 'unattended') {
    const seconds = secondsSince(pledgeOf(was)!.madeAt, at)
    const isAnswered = handOff.situation.status === 'with-agent'
    steps.push(waited(seconds, !isAnswered))
    if (isAnswered && before.shown?.raw) steps.push(forecast(before.shown.raw, seconds))
  }
  const lease = isSpokenWith(was) ? leaseOf(was) : undefined
  if (lease && leaseOf(handOff.situation)?.term !== lease.term) steps.push(handled(before.handOff, secondsSince(lease.since, at)))
  return steps
}

const isInLine = ({ status }: Situation): boolean => status === 'waiting' || status === 'offered'
const isSpokenWith = ({ status }: Situation): boolean => status === 'with-agent' || status === 'transferring'
const secondsSince = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000)

const urgentCame: Step = ({ memory, calibration }) => ({ memory: afterOpenTime(memory, 0, 1), calibration })
const waited =
  (seconds: number, gaveUp: boolean): Step =>
  ({ memory, calibration }) => ({ memory: afterWaiting(memory, seconds, gaveUp), calibration })
const handled =
  ({ place }: HandOff, seconds: number): Step =>
  ({ memory, calibration }) => ({ memory: afterHandling(memory, topicOf(place), seconds), calibration })
/** What was forecast when the wait began, and how long it then was. */
const forecast =
  (raw: Parameters<typeof waitInterval>[0], seconds: number): Step =>
  ({ memory, calibration }) => ({
    memory,
    calibration: learned(calibration, { raw, shown: inMinutes(waitInterval(raw, reachesOf(calibration))) }, seconds),
  })
