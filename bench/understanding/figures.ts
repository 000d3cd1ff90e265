import type { Run, TooSlow } from './in-process.js'
import { auroc, coverageAt, meanReciprocalRank, top, type Judged } from './metrics.js'

const PRECISION = 0.9

/** A figure of the table: as it is shown, or why there is none. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : (share * 100).toFixed(0))
export const percents = (...shares: readonly number[]): string => shares.map((share) => percent(share).padStart(3)).join(' ')

/** top-1, top-3, MRR@5, and the coverage at 90 % precision. */
export const quality = (judged: readonly Judged[]): string =>
  percents(top(judged, 1), top(judged, 3), meanReciprocalRank(judged), coverageAt(judged, PRECISION))
export const QUALITY = 'top-1, top-3, MRR@5, coverage at 90 % precision'

/** The same without the coverage, and how well its certainty tells questions that something answers from others. */
export const separation = (judged: readonly Judged[], outOfScope: readonly Judged[]): string =>
  percents(top(judged, 1), top(judged, 3), meanReciprocalRank(judged), apart(judged, outOfScope))
export const SEPARATION = 'top-1, top-3, MRR@5, AUROC against what nothing answers'

export const apart = (inScope: readonly Judged[], outOfScope: readonly Judged[]): number =>
  auroc(certainties(inScope), certainties(outOfScope))

const certainties = (judged: readonly Judged[]): number[] => judged.map(({ confidence }) => confidence ?? NaN)

export const milliseconds = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0))
export const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0)
export const isTooSlow = (run: Run | TooSlow): run is TooSlow => 'tooSlow' in run
