import { z } from 'zod'
import type { Person } from './actor.js'
import { yearsAfter, type Day } from './calendar.js'
import { ItemId, type EffectGoal } from './plan.js'

export const OUTCOMES = ['reached', 'partly', 'not-reached'] as const
/** What a benefit owner says of an effect, with what was measured. */
export const FollowUpSaid = z.strictObject({
  goal: ItemId,
  outcome: z.enum(OUTCOMES),
  measured: z.string().trim().min(1).max(500),
  comment: z.string().trim().max(4000).default(''),
})
export type FollowUpSaid = z.infer<typeof FollowUpSaid>
export type FollowUp = FollowUpSaid & { number: number; by: Person; at: Date }

/** Effects are followed up so many years after the end (2011). */
export const YEARS_AFTER_END = 1

/** The goals that have not been followed up, with the day that each is due. An effect promised for later is not due earlier. */
export function followUpsDue(
  goals: readonly EffectGoal[],
  done: readonly FollowUp[],
  ended: Day,
): { goal: EffectGoal; due: Day }[] {
  const due = yearsAfter(ended, YEARS_AFTER_END)
  return goals
    .filter(({ id }) => !done.some(({ goal }) => goal === id))
    .map((goal) => ({ goal, due: goal.by > due ? goal.by : due }))
}
