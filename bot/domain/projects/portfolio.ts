import type { Day } from './calendar.js'
import { sum, type Ore } from './money.js'
import { hasEnded } from './points.js'
import { LIGHTS } from './progress-report.js'
import { PORTFOLIOS, type Portfolio } from './project.js'
import { isLate, type Summary } from './summary.js'

/** What a portfolio may cost in a year. */
export type Frame = { portfolio: Portfolio; year: string; frame: Ore }
export type Use = { portfolio: Portfolio; projects: number; waiting: number; red: number; late: number; frame?: Ore; budget: Ore }

/** How each portfolio uses its frame in a year. Without a frame none is made up. */
export const useOf = (summaries: readonly Summary[], frames: readonly Frame[], year: string, today: Day): Use[] =>
  PORTFOLIOS.map((portfolio) => {
    const own = summaries.filter((one) => one.portfolio === portfolio)
    const alive = own.filter(({ phase }) => !hasEnded(phase))
    return {
      portfolio,
      projects: alive.length,
      waiting: alive.filter(({ isWaiting }) => isWaiting).length,
      red: alive.filter(({ light }) => light === 'red').length,
      late: alive.filter((one) => isLate(one, today)).length,
      frame: frames.find((one) => one.portfolio === portfolio && one.year === year)?.frame,
      // What has ended has used its money all the same.
      budget: sum(own.map(({ byYear }) => byYear[year] ?? 0)),
    }
  })

/** What needs somebody first: late, then red, then waiting for a decision, then the next decision point. Ended ones are last. */
export const inUrgency = (summaries: readonly Summary[], today: Day): Summary[] =>
  summaries
    .map((summary) => ({ summary, rank: rankOf(summary, today) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ summary }) => summary)

function rankOf(summary: Summary, today: Day): (string | number)[] {
  return [
    Number(hasEnded(summary.phase)),
    Number(!isLate(summary, today)),
    Number(summary.light !== 'red'),
    Number(!summary.isWaiting),
    -LIGHTS.indexOf(summary.light ?? 'green'),
    summary.nextPointOn ?? '9999',
    summary.number,
  ]
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1
}
