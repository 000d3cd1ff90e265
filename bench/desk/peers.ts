import type { DeskNow } from '../../bot/domain/desk/wait-forecast.js'
import type { Estimator, Shown } from './estimator.js'

/** A number of seconds, guessed from what was seen. */
type Guess = Partial<Omit<Estimator, 'name' | 'joined' | 'minute'>> & { guess(id: string, now: DeskNow): number }

/** What a guess is shown as: itself, as those who use it do. */
export function asPoint(name: string, { guess, ...watches }: Guess): Estimator {
  return {
    ...watches,
    name,
    joined: (_, id, now) => point(guess(id, now)),
    minute: (_, now) => new Map(now.waiting.map(({ id }) => [id, point(guess(id, now))])),
  }
}
const point = (seconds: number): Shown => ({ from: seconds, to: seconds })

const ERRORS = 100
/** The same guess with the margins that its last hundred errors ask for: a better use of it than anybody's we know of. */
export function withMargins(name: string, { guess, turnCame, ...watches }: Guess): Estimator {
  const guessed = new Map<string, number>()
  const ratios: number[] = []
  const shown = (seconds: number): Shown => {
    const sorted = [...ratios].sort((one, other) => one - other)
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 1
    return { from: (seconds + 30) * at(0.1) - 30, to: (seconds + 30) * at(0.9) - 30 }
  }
  return {
    ...watches,
    name,
    joined(_, id, now) {
      guessed.set(id, guess(id, now))
      return shown(guessed.get(id)!)
    },
    minute: (_, now) => new Map(now.waiting.map((person) => [person.id, shown(guess(person.id, now))])),
    turnCame(at, id, waited) {
      turnCame?.(at, id, waited)
      ratios.push((waited + 30) / (guessed.get(id)! + 30))
      if (ratios.length > ERRORS) ratios.shift()
    },
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const placeOf = (id: string, { waiting }: DeskNow): number => waiting.findIndex((person) => person.id === id) + 1

const LAST_WAITS = 20
/** The mean of the last waits, less what has been waited already. */
export function rollingMean(): Guess {
  const waits: number[] = []
  return {
    guess: (id, { waiting }) => Math.max(0, mean(waits) - waiting.find((person) => person.id === id)!.waitedSeconds),
    turnCame(_, __, waited) {
      waits.push(waited)
      if (waits.length > LAST_WAITS) waits.shift()
    },
  }
}

/** Bürokratt's formula as we read its sources: all the handling time of the last month, over the chats that wait now, times the place. */
export function handlingOverWaiting(): Guess {
  let total = 0
  return {
    guess: (id, now) => (total / now.waiting.length) * placeOf(id, now),
    handled: (_, __, seconds) => void (total += seconds),
  }
}

/** The formula as it must have been meant: mean handling time, times the place. */
export function handlingOverHandled(): Guess {
  const handled = { count: 0, seconds: 0 }
  return {
    guess: (id, now) => (handled.seconds / Math.max(1, handled.count)) * placeOf(id, now),
    handled(_, __, seconds) {
      handled.count++
      handled.seconds += seconds
    },
  }
}

/** And as a textbook has it: divided by the chats that are going on. */
export function handlingOverPlaces(): Guess {
  const { guess, handled } = handlingOverHandled()
  return {
    guess: (id, now) =>
      guess(id, now) /
      Math.max(
        1,
        now.agents.reduce((sum, { running }) => sum + running.length, 0),
      ),
    handled,
  }
}
