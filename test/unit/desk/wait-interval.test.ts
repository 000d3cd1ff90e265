import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { forecastWaits, type AgentNow, type DeskNow, type WaitingNow } from '../../../bot/domain/desk/wait-forecast.js'
import { freshCalibration, inMinutes, learned, rawOf, reachesOf, waitInterval } from '../../../bot/domain/desk/wait-interval.js'
import { afterHandling, freshMemory, type WaitMemory } from '../../../bot/domain/desk/wait-memory.js'
import { randomFrom } from '../../../bot/domain/desk/random.js'
import { ours } from '../../../bench/desk/ours.js'
import { handlingOverPlaces, handlingOverWaiting, rollingMean, asPoint, withMargins } from '../../../bench/desk/peers.js'
import { coverage, intervalScore, medianWait, medianWidth, watch } from '../../../bench/desk/watched.js'

/** Every chat takes ten minutes, agents hardly ever go away, and nobody gives up. */
const TEN_MINUTES: WaitMemory = {
  ...Array.from({ length: 200 }).reduce<WaitMemory>((memory) => afterHandling(memory, 'parking', 600), freshMemory()),
  goingAway: Object.fromEntries(Array.from({ length: 48 }, (_, at) => [at, { happened: 0, seconds: 1e9 }])),
  givingUp: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [at, { happened: 0, seconds: 1e9 }])),
  away: Object.fromEntries(Array.from({ length: 48 }, (_, at) => [at, Array.from({ length: 50 }, () => 1800)])),
  urgent: { happened: 0, seconds: 1e9 },
}
const anAgent = (some: Partial<AgentNow> = {}): AgentNow => ({
  capacity: 1,
  groups: ['sv'],
  running: [{ topic: 'parking', goneOnSeconds: 240 }],
  endsInSeconds: 8 * 3600,
  ...some,
})
const people = (count: number, some: Partial<WaitingNow> = {}): WaitingNow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${at}`,
    group: 'sv',
    topic: 'parking',
    waitedSeconds: 0,
    turn: at - 100,
    ...some,
  }))
const aDesk = (agents: AgentNow[], waiting: WaitingNow[]): DeskNow => ({
  secondOfDay: 10 * 3600,
  agents,
  waiting,
  headStartSeconds: 1800,
})
const middles = (now: DeskNow): number[] =>
  [...forecastWaits(now, TEN_MINUTES, 1)].map(([, sorted]) => Math.round(sorted[100]! / 60))

describe('a forecast', () => {
  it.each<[string, AgentNow[], number, number[]]>([
    ['nobody waits for an agent who is free', [anAgent({ running: [] })], 1, [0]],
    ['the first waits for what is left of a chat, the others for whole ones', [anAgent()], 3, [6, 16, 26]],
    ['two agents are twice as fast', [anAgent(), anAgent()], 4, [6, 6, 16, 16]],
    [
      'an agent with two chats is two places',
      [anAgent({ capacity: 2, running: [anAgent().running[0]!, { topic: 'parking', goneOnSeconds: 0 }] })],
      3,
      [6, 10, 16],
    ],
    ['who is away comes back first', [anAgent({ running: [], awaySeconds: 600 })], 2, [20, 30]],
    ['whose shift begins later comes then', [anAgent({ running: [], beginsInSeconds: 900 })], 1, [15]],
    ['who goes home takes no more', [anAgent({ endsInSeconds: 720 })], 2, [6, 240]],
    ['who is for others does not count', [anAgent({ groups: ['en'] })], 1, [240]],
  ])('%s', (_, agents, count, minutes) => expect(middles(aDesk(agents, people(count)))).toEqual(minutes))

  it('lets somebody urgent go before those who came within the head start', () => {
    const urgent: WaitMemory = { ...TEN_MINUTES, urgent: { happened: 1000, seconds: 1000 * 180 } }
    const wait = (turn: number): number => forecastWaits(aDesk([anAgent()], people(1, { turn })), urgent, 1).get('0')![100]!
    expect(wait(-3600)).toBeCloseTo(360)
    expect(wait(-60)).toBeGreaterThan(600)
  })

  it('passes over those who give up, whose turn it was all the same', () => {
    const impatient = {
      ...TEN_MINUTES,
      givingUp: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [at, { happened: 1e7, seconds: 1e9 }])),
    }
    const [first, second] = [...forecastWaits(aDesk([anAgent()], people(2)), impatient, 1).values()]
    expect([first![100], second![20]].map((seconds) => Math.round(seconds!))).toEqual([360, 360])
  })

  it('has one answer to one question', () => {
    const now = aDesk([anAgent(), anAgent({ capacity: 2 })], people(5))
    expect(forecastWaits(now, freshMemory(), 3)).toEqual(forecastWaits(now, freshMemory(), 3))
  })

  it('is never shorter for who stands behind in the same group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 12 }), fc.integer(), (agents, count, seed) => {
        const now = aDesk(
          Array.from({ length: agents }, () => anAgent()),
          people(count),
        )
        const waits = [...forecastWaits(now, freshMemory(), seed, 40).values()]
        for (let at = 1; at < waits.length; at++)
          expect(waits[at]!.every((wait, draw) => wait >= waits[at - 1]![draw]!)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('an interval', () => {
  const raw = rawOf(Float64Array.from({ length: 200 }, (_, at) => 300 + at * 3))!

  it('is wide before anything is known, and holds the middle', () => {
    const { fromSeconds, toSeconds } = waitInterval(raw, reachesOf(freshCalibration()))
    expect([fromSeconds < 300, toSeconds > 900]).toEqual([true, true])
  })

  it.each([
    ['too short', 1.5, 0.3],
    ['too long', 0.6, 0.3],
    ['too sure', 1, 1],
    ['too unsure', 1, 0.1],
  ])('learns from its errors when forecasts are %s', (_, bias, spread) => {
    const random = randomFrom(5)
    let calibration = freshCalibration()
    const inside: boolean[] = []
    for (let count = 0; count < 2500; count++) {
      const shown = waitInterval(raw, reachesOf(calibration))
      const wait = 600 * bias * Math.exp(spread * 2 * (random() + random() - 1))
      if (count >= 1000) inside.push(wait >= shown.fromSeconds && wait <= shown.toSeconds)
      calibration = learned(calibration, { raw, shown }, wait)
    }
    const share = inside.filter(Boolean).length / inside.length
    expect(share).toBeGreaterThan(0.79)
    expect(share).toBeLessThan(0.86)
  })

  it.each([
    [0, 20, 0, 60],
    [70, 110, 60, 120],
    [65, 121, 60, 180],
    [200, 1799, 180, 1800],
    [1000, 1900, 900, 2100],
  ])('of %d to %d seconds is said as %d to %d', (fromSeconds, toSeconds, from, to) => {
    expect(inMinutes({ fromSeconds, toSeconds })).toEqual({ fromSeconds: from, toSeconds: to })
  })

  it('is not told where nobody can say, since the turn does not come within the hours that were played', () => {
    const [first] = forecastWaits(aDesk([anAgent({ groups: ['en'] })], people(1)), TEN_MINUTES, 1).values()
    expect(rawOf(first!)).toBeUndefined()
  })

  it('is rounded outwards', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ min: 0, max: 1e4, noNaN: true }), (one, more) => {
        const said = inMinutes({ fromSeconds: one, toSeconds: one + more })
        expect(said.fromSeconds <= one && said.toSeconds >= one + more && said.toSeconds > said.fromSeconds).toBe(true)
      }),
    )
  })
})

describe('a simulated week that the estimator is told nothing of', () => {
  // Two days to learn from, and the rest of a week, with fewer draws; npm run bench:desk plays more and longer ones.
  const DAYS = 5
  const silent = ({ minute: _, ...estimator }: ReturnType<typeof ours>) => estimator
  const contenders = [
    ours('ours', { draws: 60 }),
    asPoint('mean', rollingMean()),
    withMargins('mean, with margins', rollingMean()),
    asPoint('formula', handlingOverWaiting()),
    withMargins('formula, with margins', handlingOverWaiting()),
    withMargins('textbook, with margins', handlingOverPlaces()),
  ].map(silent)

  it('has true waits inside the intervals shown four times in five, in intervals that say something, better than others', () => {
    const [mine, ...others] = watch(contenders, { seed: 77, days: DAYS }).map(({ atJoining }) =>
      atJoining.filter(({ day }) => day >= 2),
    )
    expect(mine!.length).toBeGreaterThan(500)
    expect(coverage(mine!)).toBeGreaterThanOrEqual(0.8)
    expect(medianWidth(mine!) / medianWait(mine!)).toBeLessThanOrEqual(1.5)
    for (const other of others) expect(intervalScore(mine!)).toBeLessThan(intervalScore(other))
  })
})
