import { z } from 'zod'
import { WORKDAYS } from './calendar.js'
import { BODIES, gateOf, POINTS, type Body, type Point } from './points.js'

const Weekday = z.enum(WORKDAYS)

/** What a project decides for itself. Every field has what is used when nothing is said. */
export const Settings = z.strictObject({
  /** Who decides each point, where it is not as usual. */
  decides: z.partialRecord(z.enum(POINTS), z.enum(BODIES)).default({}),
  /** Change requests, deliveries, milestones. */
  decidesChanges: z.enum(BODIES).default('steering-group'),
  decidesDeliveries: z.enum(BODIES).default('steering-group'),
  /** So many of the steering group must vote; more than half when it is not set. */
  quorum: z.int().min(1).max(50).optional(),
  /** Working days to vote. */
  voteDays: z.int().min(1).max(60).default(5),
  /** Percent that cost may exceed the budget by before it counts as leaving it. */
  tolerance: z.int().min(0).max(50).default(0),
  /** 2017: status Mondays, progress Wednesdays (the nth of the month), activity plan Fridays. */
  days: z
    .strictObject({
      statusReport: Weekday.default('monday'),
      progressReport: Weekday.default('wednesday'),
      progressWeek: z.int().min(1).max(4).default(1),
      activityPlan: Weekday.default('friday'),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof Settings>

export const decidesPoint = ({ decides }: Settings, point: Point): Body => decides[point] ?? gateOf(point).by
