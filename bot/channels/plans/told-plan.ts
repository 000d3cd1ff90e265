import { planPaper, type PlanPaper } from '../../cards/plan-paper.js'
import type { PlanTeller } from '../../cards/plan-teller.js'
import type { Schedule } from '../../domain/permits/plan-types.js'
import { rulesOf } from '../../domain/permits/rules.js'
import type { SavedPlan } from '../../domain/permits/saved-plan.js'
import { schedule } from '../../domain/permits/schedule.js'
import { whatIf } from '../../domain/permits/what-if.js'
import { today, type Choices } from './choices.js'
import type { PlansNeeds } from './needs.js'

/** A stored plan in the language and from the day that were chosen: all that its page, its PDF, its calendar and its picture say. */
export type ToldPlan = {
  saved: SavedPlan
  choices: Choices
  start: string
  schedule: Schedule
  teller: PlanTeller
  paper: PlanPaper
}

export function toldPlan({ content, translate, now }: PlansNeeds, saved: SavedPlan, choices: Choices): ToldPlan {
  const rules = rulesOf(content())
  const day = today(now())
  const teller = { rules, content: content(), language: choices.language, t: translate(choices.language), names: saved.names }
  // A day that was chosen long ago and has gone by is of no use to count from.
  const start = choices.start ?? (saved.start !== undefined && saved.start >= day ? saved.start : day)
  const scheduled = schedule(rules, saved.plan, start)
  const paper = planPaper(
    {
      plan: saved.plan,
      made: today(saved.changedAt),
      isShort: saved.isShort,
      schedule: scheduled,
      // Worked out by other rules than the plan, it would speak of another plan.
      whatIf: saved.plan.rules === rules.version ? whatIf(rules, saved.plan.undertaking, today(saved.changedAt)) : [],
    },
    teller,
  )
  return { saved, choices, start, schedule: scheduled, teller, paper }
}
