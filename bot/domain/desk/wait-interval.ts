import { HORIZON_SECONDS } from './wait-forecast.js'

/** So much of the time the true wait is to be inside. */
export const COVERAGE = 0.8
// Aimed a little higher, since the world of the next hour is never quite that of the hours that were learned from.
const AIM = 0.84

/** What a forecast says before it is corrected: its middle and its reach to either side, on a scale where twice as long is as far everywhere. */
export type Raw = { middle: number; below: number; above: number }
export type WaitInterval = { fromSeconds: number; toSeconds: number }

/**
 * How wrong forecasts were lately: where the true waits fell, in reaches from the middle, oldest first; and by how much the aim is moved
 * so that as many fall inside as are meant to. It is kept between turns, so its shape has a version.
 */
export type Calibration = { v: 1; fell: readonly number[]; shift: number }

// As if forecasts had been too narrow: until enough is known an interval is wide.
const SUPPOSED = [-2, -1.5, -1.1, -0.8, -0.5, -0.2, 0, 0.2, 0.5, 0.8, 1.1, 1.5, 2]
export const freshCalibration = (): Calibration => ({ v: 1, fell: SUPPOSED, shift: 0 })

const KEPT = 1200
// How fast old errors count less, and how fast the aim moves (Gibbs and Candès, adaptive conformal inference).
const HALF_LIFE = 600
const PACE = 0.01
const LEAST_REACH = 0.08
// Half a minute more or less is nothing to somebody who waits, so it is not on the scale either.
const GRAIN_SECONDS = 30

const scaled = (seconds: number): number => Math.log(seconds + GRAIN_SECONDS)
const unscaled = (value: number): number => Math.max(0, Math.exp(value) - GRAIN_SECONDS)

/**
 * The middle and the tenths of a forecast; `sorted` is shortest first. Undefined where the turn rather does not come within the hours that were
 * played, as when nobody there speaks the language: then no wait is told.
 */
export function rawOf(sorted: ArrayLike<number>): Raw | undefined {
  if (sorted[Math.floor(sorted.length / 2)]! >= HORIZON_SECONDS) return undefined
  const at = (share: number): number => scaled(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
  const middle = at(0.5)
  return { middle, below: Math.max(LEAST_REACH, middle - at(0.1)), above: Math.max(LEAST_REACH, at(0.9) - middle) }
}

const reachesFrom = ({ middle, below, above }: Raw, seconds: number): number => {
  const off = scaled(seconds) - middle
  return off / (off < 0 ? below : above)
}

/** How far from the middle an interval reaches to either side, in the reaches of the forecast. */
export type Reaches = { low: number; high: number }

/** Those that would have held as many of the last waits as are meant to be held. */
export function reachesOf({ fell, shift }: Calibration): Reaches {
  const outside = Math.min(0.98, Math.max(0.02, 1 - AIM + shift))
  return { low: weightedQuantile(fell, outside / 2), high: weightedQuantile(fell, 1 - outside / 2) }
}

export function waitInterval({ middle, below, above }: Raw, { low, high }: Reaches): WaitInterval {
  const reach = (reaches: number): number => unscaled(middle + reaches * (reaches < 0 ? below : above))
  return { fromSeconds: reach(low), toSeconds: reach(high) }
}

/** The calibration after one more wait has ended: what was forecast of it, what was shown, and what was true. */
export function learned(calibration: Calibration, told: { raw: Raw; shown: WaitInterval }, seconds: number): Calibration {
  const isOutside = seconds < told.shown.fromSeconds || seconds > told.shown.toSeconds
  return {
    v: 1,
    fell: [...calibration.fell, reachesFrom(told.raw, seconds)].slice(-KEPT),
    shift: Math.min(0.15, Math.max(-0.15, calibration.shift + PACE * (1 - AIM - (isOutside ? 1 : 0)))),
  }
}

/** The newest counts most. */
function weightedQuantile(values: readonly number[], share: number): number {
  const weighed = values.map((value, at) => ({ value, weight: 0.5 ** ((values.length - at) / HALF_LIFE) }))
  weighed.sort((one, other) => one.value - other.value)
  let left = share * weighed.reduce((sum, { weight }) => sum + weight, 0)
  for (const { value, weight } of weighed) if ((left -= weight) <= 0) return value
  return weighed.at(-1)!.value
}

/**
 * The interval as it is said: whole minutes, rounded outwards, "4 to 11 minutes"; long ones by fives, since nobody is that exact. What is said
 * is what is kept and learned from.
 */
export function inMinutes({ fromSeconds, toSeconds }: WaitInterval): WaitInterval {
  const step = toSeconds > 30 * 60 ? 300 : 60
  const from = Math.floor(fromSeconds / step) * step
  return { fromSeconds: from, toSeconds: Math.max(from + 60, Math.ceil(toSeconds / step) * step) }
}
