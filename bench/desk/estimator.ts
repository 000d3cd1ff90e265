import type { DeskNow } from '../../bot/domain/desk/wait-forecast.js'
import type { Watcher } from './simulate.js'

/** An interval that somebody is shown, in seconds from when it is shown. */
export type Shown = { from: number; to: number }

/** Says how long the wait will be, from nothing but what can be seen at a desk. */
export type Estimator = Partial<Omit<Watcher, 'joined' | 'minute'>> & {
  name: string
  joined(at: number, id: string, now: DeskNow): Shown
  minute?(at: number, now: DeskNow): ReadonlyMap<string, Shown>
}
