import { z } from 'zod'
import type { Person } from '../../domain/projects/actor.js'
import type { Day } from '../../domain/projects/calendar.js'
import { PlanProposed } from '../../domain/projects/plan.js'
import type { PORTFOLIOS } from '../../domain/projects/project.js'
import type { Seat } from '../../domain/projects/roles.js'

const Named = z.strictObject({ id: z.string(), name: z.string(), goals: z.array(z.string()) })
const Asked = z.strictObject({
  ...{ title: z.string(), why: z.string(), effect: z.string(), alternatives: z.string(), ifRejected: z.string() },
  ...{ motive: z.string().optional(), conditions: z.string().optional() },
})
/** What is written of the project in scripts/seed-demo/social-systems.json. Years of the budget are counted from 1. */
export const SocialTexts = z.strictObject({
  number: z.string(),
  name: z.string(),
  recordNumber: z.string(),
  portfolio: z.string() as z.ZodType<(typeof PORTFOLIOS)[number]>,
  people: z.record(z.string(), z.string()),
  frame: z.strictObject({ scope: z.string(), limits: z.string() }),
  goals: z.array(z.strictObject({ id: z.string(), name: z.string(), measure: z.string() })),
  effect: z.strictObject({ id: z.string(), name: z.string(), measure: z.string(), target: z.string() }),
  milestones: z.array(Named),
  deliveries: z.array(Named.extend({ milestone: z.string() })),
  budget: z.array(z.strictObject({ id: z.string(), name: z.string(), amounts: z.record(z.string(), z.number()) })),
  activities: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string(), who: z.array(z.string()), hours: z.number(), delivery: z.string() },
      ...{ after: z.array(z.string()).default([]), subproject: z.string() },
    }),
  ),
  risks: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.string()])),
  requests: z.strictObject({ 'more-training': Asked, later: Asked }),
  words: z.record(z.string(), z.string()),
})
export type SocialTexts = z.infer<typeof SocialTexts>

/** When things are to be: the years of 2017's plan, or a year in which all of it is tried. */
export type SocialDays = { from: Day; to: Day; B3: Day; B4: Day; milestones: Readonly<Record<string, Day>>; requirements: Day }

export type People = (key: string) => Person

/** The roster of 2017, by role. Nobody in it has a name, and no owner is named, as in the plan. */
export const socialRoster = (person: People): Seat[] => [
  { person: person('sponsor'), role: 'sponsor' },
  { person: person('chair'), role: 'chair' },
  { person: person('vice'), role: 'vice-chair' },
  ...[1, 2, 3, 4, 5, 6].map((n): Seat => ({ person: person(`group-${n}`), role: 'steering-member' })),
  { person: person('manager'), role: 'manager' },
  { person: person('requirements'), role: 'subproject-manager', subproject: 'krav' },
  { person: person('technology'), role: 'subproject-manager', subproject: 'teknik' },
  { person: person('introduction'), role: 'subproject-manager', subproject: 'införande' },
  { person: person('developer'), role: 'member', subproject: 'krav' },
  { person: person('architect'), role: 'member', subproject: 'teknik' },
  { person: person('administrator'), role: 'administrator' },
  ...[1, 2, 3, 4, 5, 6].map((n): Seat => ({ person: person(`council-${n}`), role: 'council' })),
  ...[1, 2, 3, 4, 5].map((n): Seat => ({ person: person(`union-${n}`), role: 'reference' })),
]

export function socialPlan(texts: SocialTexts, days: SocialDays, person: People): PlanProposed {
  const firstYear = Number(days.from.slice(0, 4))
  const deliveryDay = (id: string, milestone: string): Day =>
    id === 'requirements' ? days.requirements : days.milestones[milestone]!
  return PlanProposed.parse({
    frame: [{ id: 'frame', ...texts.frame, from: days.from, to: days.to }],
    goals: texts.goals,
    points: [
      { id: 'B3', on: days.B3 },
      { id: 'B4', on: days.B4 },
    ],
    milestones: texts.milestones.map((one) => ({ ...one, on: days.milestones[one.id] })),
    deliveries: texts.deliveries.map((one) => ({ ...one, on: deliveryDay(one.id, one.milestone) })),
    budget: texts.budget.map(({ amounts, ...post }) => ({
      ...post,
      kind: 'external',
      amounts: Object.fromEntries(Object.entries(amounts).map(([n, ore]) => [String(firstYear + Number(n) - 1), ore])),
    })),
    activities: texts.activities.map(({ who, ...one }) => ({
      ...one,
      who: who.map(person),
      from: days.from,
      to: deliveryDay(one.delivery, texts.deliveries.find(({ id }) => id === one.delivery)!.milestone),
    })),
    risks: texts.risks.map(([id, name, probability, consequence, action]) => ({ id, name, probability, consequence, action })),
  })
}
