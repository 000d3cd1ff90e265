import { z } from 'zod'
import type { Person } from './actor.js'
import type { Outlook } from './budget.js'
import type { Day } from './calendar.js'
import { hashOf, type Hash } from './canonical.js'
import { Ore } from './money.js'
import { ItemId, type Risk } from './plan.js'
import type { StatusReport } from './status-report.js'

export const ASPECTS = ['time', 'cost', 'quality', 'scope', 'risk'] as const
export type Aspect = (typeof ASPECTS)[number]
/** From best to worst. */
export const LIGHTS = ['green', 'yellow', 'red'] as const
export type Light = (typeof LIGHTS)[number]
export const TRENDS = ['better', 'same', 'worse'] as const
export type Trend = (typeof TRENDS)[number]

const Judged = z
  .strictObject({ light: z.enum(LIGHTS), trend: z.enum(TRENDS), comment: z.string().trim().max(2000).default('') })
  .refine(({ light, comment }) => light === 'green' || comment !== '', {
    error: 'needs a comment when not green',
    path: ['comment'],
  })
export type Judged = z.infer<typeof Judged>
const Text = z.string().trim().min(1).max(8000)

export const ProgressSaid = z.strictObject({
  done: Text,
  next: Text,
  lights: z.record(z.enum(ASPECTS), Judged),
  /** Of posts that the manager knows more of than was planned or reported. */
  costs: z
    .array(z.strictObject({ post: ItemId, spent: Ore.nonnegative(), expected: Ore.nonnegative() }))
    .max(500)
    .default([]),
  decisionsWanted: z.array(z.string().trim().min(1).max(2000)).max(50).default([]),
  withRisks: z.boolean().default(false),
})
export type ProgressSaid = z.infer<typeof ProgressSaid>

/** What the status reports since the last progress report say together. */
export type Compiled = {
  reports: number
  hours: number
  done: readonly string[]
  moved: readonly { activity: string; to: Day }[]
  problems: readonly { activity: string; text: string }[]
  proposals: readonly { activity: string; text: string }[]
}

export function compiled(reports: readonly StatusReport[]): Compiled {
  const entries = reports.toSorted((one, other) => (one.week < other.week ? -1 : 1)).flatMap((report) => report.entries)
  const texts = (of: 'problem' | 'proposal') =>
    entries.filter((entry) => entry[of] !== '').map((entry) => ({ activity: entry.activity, text: entry[of] }))
  return {
    reports: reports.length,
    hours: entries.reduce((total, { spent }) => total + spent, 0),
    done: [
      ...new Set(
        entries.filter(({ mark, left, spent }) => mark === 'done' || (left === 0 && spent > 0)).map(({ activity }) => activity),
      ),
    ],
    moved: entries.flatMap(({ activity, newEnd }) => (newEnd ? [{ activity, to: newEnd }] : [])),
    problems: texts('problem'),
    proposals: texts('proposal'),
  }
}

/** Published, and therefore frozen: a correction is the next report. Names nobody but its author. */
export type ProgressReport = ProgressSaid & {
  number: number
  from: Day
  to: Day
  by: Person
  at: Date
  compiled: Compiled
  /** Numbers of change requests that wait for a decision. */
  waiting: readonly number[]
  ofPlan: number
  outlook: Outlook
  risks: readonly Risk[]
  /** Of the report before. */
  previous?: Hash
  hash: Hash
}
export const published = (report: Omit<ProgressReport, 'hash'>): ProgressReport => ({ ...report, hash: hashOf(report) })

/** The worst of the lights. */
export const overall = (lights: ProgressSaid['lights']): Light =>
  LIGHTS.findLast((light) => Object.values(lights).some((judged) => judged.light === light)) ?? 'green'

/** What a trend is filled in with: how the light has changed. The manager may know better. */
export function trendSince(before: Light | undefined, now: Light): Trend {
  const steps = before === undefined ? 0 : LIGHTS.indexOf(now) - LIGHTS.indexOf(before)
  return steps === 0 ? 'same' : steps > 0 ? 'worse' : 'better'
}

export type ReportDifference = {
  lights: readonly { aspect: Aspect; before: Light; now: Light }[]
  expected: Ore
  decided: readonly number[]
  newlyWaiting: readonly number[]
  /** Red for the second time or more. */
  stillRed: readonly Aspect[]
}

/** What is new since the report before. */
export function reportDifference(before: ProgressReport, now: ProgressReport): ReportDifference {
  const light = (report: ProgressReport, aspect: Aspect): Light => report.lights[aspect].light
  return {
    lights: ASPECTS.filter((aspect) => light(before, aspect) !== light(now, aspect)).map((aspect) => ({
      aspect,
      before: light(before, aspect),
      now: light(now, aspect),
    })),
    expected: now.outlook.expected - before.outlook.expected,
    decided: before.waiting.filter((number) => !now.waiting.includes(number)),
    newlyWaiting: now.waiting.filter((number) => !before.waiting.includes(number)),
    stillRed: ASPECTS.filter((aspect) => light(before, aspect) === 'red' && light(now, aspect) === 'red'),
  }
}
