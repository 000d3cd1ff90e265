import { forecastWaits, HORIZON_SECONDS, type DeskNow } from '../../bot/domain/desk/wait-forecast.js'
import {
  freshCalibration,
  inMinutes,
  learned,
  rawOf,
  reachesOf,
  waitInterval,
  type Raw,
  type Reaches,
  type WaitInterval,
} from '../../bot/domain/desk/wait-interval.js'
import {
  afterBeingAvailable,
  afterBeingAway,
  afterHandling,
  afterOpenTime,
  afterWaiting,
  freshMemory,
} from '../../bot/domain/desk/wait-memory.js'
import type { Estimator, Shown } from './estimator.js'
import { DAY } from './simulate.js'

/** The estimator of the product, fed as the desk will feed it. `isCalibrated` false leaves out what it learns from its own errors. */
export function ours(name = 'Lotsen', { isCalibrated = true, draws = 200 } = {}): Estimator {
  let memory = freshMemory()
  let calibration = freshCalibration()
  let urgent = 0
  let seed = 1
  const told = new Map<string, { raw: Raw; shown: WaitInterval }>()
  const reaches = () => (isCalibrated ? reachesOf(calibration) : { low: -1, high: 1 })
  const forecast = (now: DeskNow) => forecastWaits(now, memory, seed++, draws)

  return {
    name,
    joined(_, id, now) {
      const raw = rawOf(forecast(now).get(id)!)
      const shown = intervalOf(raw, reaches())
      if (raw) told.set(id, { raw, shown })
      return asShown(shown)
    },
    minute(_, now) {
      const reach = reaches()
      return new Map([...forecast(now)].map(([id, sorted]) => [id, asShown(intervalOf(rawOf(sorted), reach))]))
    },
    turnCame(_, id, waited) {
      const was = told.get(id)
      if (was) calibration = learned(calibration, was, waited)
      told.delete(id)
    },
    leftLine: (_, waited, gaveUp) => void (memory = afterWaiting(memory, waited, gaveUp)),
    handled: (_, topic, seconds) => void (memory = afterHandling(memory, topic, seconds)),
    wasAvailable: (from, seconds, wentAway) =>
      void (memory = afterBeingAvailable(memory, { from: from % DAY, seconds, wentAway })),
    wasAway: (from, seconds) => void (memory = afterBeingAway(memory, from % DAY, seconds)),
    arrived: (_, isUrgent) => void (urgent += isUrgent ? 1 : 0),
    dayEnded(openSeconds) {
      memory = afterOpenTime(memory, openSeconds, urgent)
      urgent = 0
    },
  }
}

// "Nobody can say" is measured as the widest answer that there is.
const intervalOf = (raw: Raw | undefined, reaches: Reaches): WaitInterval =>
  raw ? inMinutes(waitInterval(raw, reaches)) : { fromSeconds: 0, toSeconds: HORIZON_SECONDS }

const asShown = ({ fromSeconds, toSeconds }: WaitInterval): Shown => ({ from: fromSeconds, to: toSeconds })
