import { COVERAGE } from '../../bot/domain/desk/wait-interval.js'
import { median } from '../statistics.js'
import type { Estimator, Shown } from './estimator.js'
import { DAY, simulate, type Team, type Watcher } from './simulate.js'

/** An interval that was shown, and how long the wait then was. */
export type Trial = Shown & { day: number; wait: number }
export type Watched = { name: string; atJoining: Trial[]; updates: Trial[]; milliseconds: number; estimates: number }

const OUTSIDE = 1 - COVERAGE

/** Shows the same days to every estimator. */
export function watch(estimators: readonly Estimator[], days: { seed: number; days: number; team?: Team }): Watched[] {
  const results = estimators.map(({ name }): Watched => ({ name, atJoining: [], updates: [], milliseconds: 0, estimates: 0 }))
  const open = estimators.map(() => new Map<string, { at: number; shown: Shown; isUpdate: boolean }[]>())
  const note = (which: number, id: string, at: number, shown: Shown, isUpdate: boolean): void => {
    const shows = open[which]!.get(id) ?? []
    open[which]!.set(id, [...shows, { at, shown, isUpdate }])
  }
  const each = (work: (estimator: Estimator, which: number) => void): void =>
    estimators.forEach((estimator, which) => {
      const began = performance.now()
      work(estimator, which)
      results[which]!.milliseconds += performance.now() - began
    })
  const watcher: Watcher = {
    joined: (at, id, now) =>
      each((estimator, which) => {
        results[which]!.estimates++
        note(which, id, at, estimator.joined(at, id, now), false)
      }),
    minute: (at, now) =>
      each((estimator, which) => {
        results[which]!.estimates++
        estimator.minute?.(at, now).forEach((shown, id) => note(which, id, at, shown, true))
      }),
    turnCame(at, id, waited) {
      each((estimator, which) => {
        estimator.turnCame?.(at, id, waited)
        for (const { at: shownAt, shown, isUpdate } of open[which]!.get(id) ?? [])
          results[which]![isUpdate ? 'updates' : 'atJoining'].push({ ...shown, day: Math.floor(at / DAY), wait: at - shownAt })
        open[which]!.delete(id)
      })
    },
    leftLine: (...seen) => each((estimator) => estimator.leftLine?.(...seen)),
    handled: (...seen) => each((estimator) => estimator.handled?.(...seen)),
    wasAvailable: (...seen) => each((estimator) => estimator.wasAvailable?.(...seen)),
    wasAway: (...seen) => each((estimator) => estimator.wasAway?.(...seen)),
    arrived: (...seen) => each((estimator) => estimator.arrived?.(...seen)),
    dayEnded: (...seen) => each((estimator) => estimator.dayEnded?.(...seen)),
  }
  simulate(days, watcher)
  return results
}

const isInside = ({ from, to, wait }: Trial): boolean => from <= wait && wait <= to
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export const coverage = (trials: readonly Trial[]): number => mean(trials.map((trial) => (isInside(trial) ? 1 : 0)))
export const medianWait = (trials: readonly Trial[]): number => median(trials.map(({ wait }) => wait))
export const medianWidth = (trials: readonly Trial[]): number => median(trials.map(({ from, to }) => to - from))
/** Width, and ten times what one is off by when outside; the mean, in seconds. Less is better (Winkler). */
export const intervalScore = (trials: readonly Trial[]): number =>
  mean(trials.map(({ from, to, wait }) => to - from + (2 / OUTSIDE) * Math.max(0, from - wait, wait - to)))
