// Measures how honest the wait interval is: Lotsen's beside the ways that others use, on the same simulated weeks.
import { z } from 'zod'
import { COVERAGE } from '../../bot/domain/desk/wait-interval.js'
import { goalTable, isMet, table, type Goal } from '../report.js'
import { median } from '../statistics.js'
import { ours } from './ours.js'
import { asPoint, handlingOverHandled, handlingOverPlaces, handlingOverWaiting, rollingMean, withMargins } from './peers.js'
import { CENTRE, SMALL_TEAM, type Team } from './simulate.js'
import { coverage, intervalScore, medianWait, medianWidth, watch, type Trial, type Watched } from './watched.js'

const number = (otherwise: number) => z.coerce.number().int().positive().default(otherwise)
/** The estimator was made on the weeks of seeds 1 to 5, which are therefore not asked here unless somebody says so. */
const { BENCH_DESK_WEEKS: WEEKS, BENCH_DESK_SEED: FIRST_SEED } = z
  .object({ BENCH_DESK_WEEKS: number(5), BENCH_DESK_SEED: number(2001) })
  .parse(process.env)
const DAYS = 5
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const contenders = () => [
  ours(),
  ours('Lotsen, without what it learns of its errors', { isCalibrated: false }),
  asPoint('mean of the last 20 waits', rollingMean()),
  withMargins('  with margins of its last 100 errors', rollingMean()),
  asPoint('all handling time / waiting chats x place', handlingOverWaiting()),
  withMargins('  with margins of its last 100 errors', handlingOverWaiting()),
  withMargins('mean handling time x place, with margins', handlingOverHandled()),
  withMargins('  the same / chats going on, with margins', handlingOverPlaces()),
]
const PEERS = contenders().length - 2

/** Medians of the weeks: minutes, and shares. */
const cells = (weeks: readonly (readonly Trial[])[]): string[] => {
  const of = (figure: (trials: readonly Trial[]) => number): number => median(weeks.map(figure))
  return [
    `${(100 * of(coverage)).toFixed(1)} %`,
    `${(100 * Math.min(...weeks.map(coverage))).toFixed(1)} %`,
    (of(medianWidth) / 60).toFixed(1),
    of((trials) => medianWidth(trials) / medianWait(trials)).toFixed(2),
    minutesOf(of(intervalScore)),
  ]
}
// A guess that is off by days is no better told to the minute.
const minutesOf = (seconds: number): string =>
  seconds > 100 * 3600 ? `${Math.round(seconds / 3600)} h` : (seconds / 60).toFixed(1)

function section(title: string, runs: readonly (readonly Watched[])[], trialsOf: (watched: Watched) => Trial[]): void {
  const waits = runs.map((run) => trialsOf(run[0]!))
  say(
    `\n${title}: ${waits.map(({ length }) => length).join(', ')} intervals, median wait ${waits.map((trials) => (medianWait(trials) / 60).toFixed(1)).join(', ')} min`,
  )
  const head = ['', 'inside', 'worst week', 'median width', '/ median wait', 'interval score, min']
  const rows = runs[0]!
    .map(({ name }, which) => ({ name, weeks: runs.map((run) => trialsOf(run[which]!)) }))
    .filter(({ weeks }) => weeks.every(({ length }) => length > 0))
  say(table([head, ...rows.map(({ name, weeks }) => [name, ...cells(weeks)])]))
}

const isSecondWeek = ({ day }: Trial): boolean => day >= DAYS
const atJoining = ({ atJoining: trials }: Watched): Trial[] => trials.filter(isSecondWeek)
const updates = ({ updates: trials }: Watched): Trial[] => trials.filter(isSecondWeek)
const firstWeek = ({ atJoining: trials }: Watched): Trial[] => trials.filter((trial) => !isSecondWeek(trial))

const weeksOf = (team: Team): Watched[][] =>
  Array.from({ length: WEEKS }, (_, at) => watch(contenders(), { seed: FIRST_SEED + at, days: 2 * DAYS, team }))
const runs = weeksOf(CENTRE)
const small = weeksOf(SMALL_TEAM)
say(`${WEEKS} simulated weeks (seeds from ${FIRST_SEED}) after a week each to learn from; figures are medians of the weeks.`)
say('Intervals are as citizens read them: whole minutes. Guesses of one number are intervals without width.')
say('The interval score is the width, and ten times what one is off by when outside; less is better.')
section('When somebody joins the queue', runs, atJoining)
section('Once a minute while they wait', runs, updates)
section('In the very first week, knowing nothing', runs, firstWeek)
section('When somebody joins the queue of a team of four', small, atJoining)

const all = (trialsOf: (watched: Watched) => Trial[], which: number): Trial[][] => runs.map((run) => trialsOf(run[which]!))
const scoreOf = (which: number): number => median(all(atJoining, which).map(intervalScore))
const bestPeer = Math.min(...Array.from({ length: PEERS }, (_, at) => scoreOf(at + 2)))
const goals: Goal[] = [
  {
    what: 'inside the interval, worst week',
    found: 100 * Math.min(...all(atJoining, 0).map(coverage)),
    unit: ' %',
    atLeast: 100 * COVERAGE,
  },
  {
    what: 'inside an updated interval, worst week',
    found: 100 * Math.min(...all(updates, 0).map(coverage)),
    unit: ' %',
    atLeast: 100 * COVERAGE,
  },
  {
    what: 'inside with a team of four, worst week',
    found: 100 * Math.min(...small.map((run) => coverage(atJoining(run[0]!)))),
    unit: ' %',
    atLeast: 100 * COVERAGE,
  },
  {
    what: 'median width by median wait, worst week',
    found: Math.max(...all(atJoining, 0).map((trials) => medianWidth(trials) / medianWait(trials))),
    unit: '',
    atMost: 1.5,
  },
  { what: 'interval score by that of the best of the others', found: scoreOf(0) / bestPeer, unit: '', atMost: 1 },
]
say(`\n${goalTable(goals)}`)
const spent = runs.reduce((sum, run) => sum + run[0]!.milliseconds, 0)
say(`\nAn estimate for a whole queue takes ${(spent / runs.reduce((sum, run) => sum + run[0]!.estimates, 0)).toFixed(1)} ms.`)
say(goals.every(isMet) ? 'Every goal is met on this machine.' : 'Not every goal is met on this machine.')
