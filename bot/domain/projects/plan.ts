import { z } from 'zod'
import { Person } from './actor.js'
import { DayText, type Day } from './calendar.js'
import { hashOf, type Hash } from './canonical.js'
import { MOST_ORE, Ore, sum, YearAmounts } from './money.js'
import { POINTS } from './points.js'

/** Names a thing through all revisions: what a change is told by. */
export const ItemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens')
const Text = z.string().trim().min(1).max(2000)
const Name = z.string().trim().min(1).max(200)
const Ids = z.array(ItemId).max(50).default([])

/** What the project delivers: measurable. */
export const ProjectGoal = z.strictObject({ id: ItemId, name: Name, measure: Text })
/** An effect in the line organisation: measurable, dated, with somebody who answers for it by name. */
export const EffectGoal = z.strictObject({ id: ItemId, name: Name, measure: Text, target: Name, owner: Person, by: DayText })
export type EffectGoal = z.infer<typeof EffectGoal>
export const Milestone = z.strictObject({ id: ItemId, name: Name, on: DayText, goals: Ids })
export type Milestone = z.infer<typeof Milestone>
export const Delivery = z.strictObject({ id: ItemId, name: Name, on: DayText, milestone: ItemId.optional(), goals: Ids })
export type Delivery = z.infer<typeof Delivery>
/** When a decision point is planned; a time plan is these and the milestones. */
export const PlannedPoint = z.strictObject({ id: z.enum(POINTS), on: DayText })

/** An external post is amounts; an internal one is hours at the standard rate. Both by year. */
export const BudgetPost = z.discriminatedUnion('kind', [
  z.strictObject({ id: ItemId, name: Name, kind: z.literal('external'), amounts: YearAmounts }),
  z.strictObject({
    id: ItemId,
    name: Name,
    kind: z.literal('internal'),
    hours: z.record(z.string().regex(/^20\d\d$/), z.int().nonnegative().max(10_000_000)),
    rate: Ore.positive(),
  }),
])
export type BudgetPost = z.infer<typeof BudgetPost>

/** Quarters of an hour are exact in a number. */
export const Hours = z.number().nonnegative().max(100_000).multipleOf(0.25)
export const Activity = z.strictObject({
  id: ItemId,
  name: Name,
  who: z.array(Person).max(50).default([]),
  hours: Hours,
  from: DayText,
  to: DayText,
  subproject: z.string().min(1).max(40).optional(),
  delivery: ItemId.optional(),
  milestone: ItemId.optional(),
  /** The budget post that pays for it; of an internal one, by its hours. */
  post: ItemId.optional(),
  after: Ids,
})
export type Activity = z.infer<typeof Activity>

const Grade = z.int().min(1).max(5)
export const Risk = z.strictObject({
  id: ItemId,
  name: Name,
  probability: Grade,
  consequence: Grade,
  action: z.string().trim().max(2000).default(''),
  owner: Person.optional(),
})
export type Risk = z.infer<typeof Risk>
/** From here a risk must have an action. */
export const SERIOUS = 12
export const weightOf = ({ probability, consequence }: Pick<Risk, 'probability' | 'consequence'>): number =>
  probability * consequence

/** Everything that is planned, part by part. `frame` is one item: what the project is, and is not, and when. */
export const PARTS = {
  frame: z.array(z.strictObject({ id: z.literal('frame'), scope: Text, limits: Text, from: DayText, to: DayText })).length(1),
  goals: z.array(ProjectGoal).min(1).max(100),
  'effect-goals': z.array(EffectGoal).min(1).max(100),
  points: z.array(PlannedPoint),
  milestones: z.array(Milestone).max(500),
  deliveries: z.array(Delivery).max(2000),
  budget: z
    .array(BudgetPost)
    .max(500)
    .refine((budget) => sum(budget.map(costOf)) <= MOST_ORE, 'more than a project can cost'),
  activities: z.array(Activity).max(10_000),
  risks: z.array(Risk).max(500),
} as const
export type Part = keyof typeof PARTS
export const NAMES_OF_PARTS = Object.keys(PARTS) as [Part, ...Part[]]

export const PlanContent = z.strictObject(PARTS)
export type PlanContent = z.infer<typeof PlanContent>
/** What a plan is proposed with: its effect goals are those of the directive. */
export const PlanProposed = PlanContent.omit({ 'effect-goals': true })
export type PlanProposed = z.infer<typeof PlanProposed>
export type Item<P extends Part = Part> = PlanContent[P][number]

/** The activity plan and the risk analysis are kept up from week to week; everything else is bound, and changes by decision alone. */
export const RUNNING = ['activities', 'risks'] as const satisfies readonly Part[]
export type RunningPart = (typeof RUNNING)[number]
export const isRunning = (part: Part): part is RunningPart => (RUNNING as readonly Part[]).includes(part)

/**
 * The plan at one time. `revision` rises by a decision, which it names; `edition` by the manager's upkeep of the running parts, and begins
 * again with each revision. `hash` is that of the content, and of nothing else.
 */
export type Plan = {
  revision: number
  edition: number
  content: PlanContent
  hash: Hash
  at: Date
  because: PlanReason
}
export type PlanReason =
  { kind: 'point'; decision: number } | { kind: 'change-request'; request: number; revision: number; decision: number }

export const planned = (made: Omit<Plan, 'hash'>): Plan => ({ ...made, hash: hashOf(made.content) })

export const frameOf = (content: Pick<PlanContent, 'frame'>): PlanContent['frame'][number] => content.frame[0]!

/** What a post may cost, by year. */
export const amountsOf = (post: BudgetPost): YearAmounts =>
  post.kind === 'external'
    ? post.amounts
    : Object.fromEntries(Object.entries(post.hours).map(([year, hours]) => [year, hours * post.rate]))
export const costOf = (post: BudgetPost): Ore => sum(Object.values(amountsOf(post)))
export const budgetOf = ({ budget }: Pick<PlanContent, 'budget'>): Ore => sum(budget.map(costOf))

export function budgetByYear({ budget }: Pick<PlanContent, 'budget'>): YearAmounts {
  const years = budget.flatMap((post) => Object.entries(amountsOf(post)))
  return Object.fromEntries(
    [...new Set(years.map(([year]) => year))]
      .sort()
      .map((year) => [year, sum(years.filter(([of]) => of === year).map(([, amount]) => amount))]),
  )
}

/** The day that an activity must be done by: its delivery's, its milestone's, and the end of the project, whichever is first. */
export function mustBeDoneBy(content: PlanContent, { delivery, milestone }: Pick<Activity, 'delivery' | 'milestone'>): Day {
  const days = [
    content.deliveries.find(({ id }) => id === delivery)?.on,
    content.milestones.find(({ id }) => id === milestone)?.on,
    frameOf(content).to,
  ]
  return days.filter((day) => day !== undefined).sort()[0]!
}
