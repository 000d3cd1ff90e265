import type { Day } from '../../../../bot/domain/projects/calendar.js'
import type { Point } from '../../../../bot/domain/projects/points.js'
import type { OnTimeline } from '../../../../bot/domain/projects/summary.js'
import { dayOfMoment } from '../texts.js'

type Decided = { at: string; inForce: boolean; undoneBy?: number; subject: { kind: string; point?: Point } }

/** The planned days, and before them the points that were passed before there was a plan, on the day that each was decided. */
export function withDecided(timeline: readonly OnTimeline[], decisions: readonly Decided[]): OnTimeline[] {
  const planned = new Set(timeline.filter(({ kind }) => kind === 'point').map(({ id }) => id))
  const passed = decisions
    .filter(({ inForce, undoneBy }) => inForce && undoneBy === undefined)
    .flatMap(({ subject: { point }, at }): [Point, Day][] => (point && !planned.has(point) ? [[point, dayOfMoment(at)]] : []))
  // Of a point that was decided several times, as when a phase was extended, the last day counts.
  return [...[...new Map(passed)].map(([id, on]) => ({ kind: 'point' as const, id, on, isPassed: true })), ...timeline]
}
