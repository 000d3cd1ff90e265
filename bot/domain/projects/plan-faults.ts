import { firstOfMonth, type Day } from './calendar.js'
import { POINTS } from './points.js'
import { isAboveDay } from './hours-a-day.js'
import { frameOf, mustBeDoneBy, SERIOUS, weightOf, type Part, type PlanContent } from './plan.js'

export const PLAN_FAULTS = [
  'same-id-twice',
  'no-such-item',
  'ends-before-it-begins',
  'outside-project',
  'after-its-goal',
  'hours-above-day',
  'goes-round',
  'risk-without-action',
  'points-out-of-order',
  'too-long',
] as const
export type PlanFault = { fault: (typeof PLAN_FAULTS)[number]; part: Part; id: string }

/** What is wrong with a plan, thing by thing; nothing when it can be proposed. */
export function planFaults(content: PlanContent, mostMonths?: number): PlanFault[] {
  return [
    ...twice(content),
    ...strangers(content),
    ...wrongDays(content),
    ...hoursAboveDay(content),
    ...rounds(content),
    ...riskFaults(content),
    ...pointFaults(content),
    ...tooLong(content, mostMonths),
  ]
}

const twice = (content: PlanContent): PlanFault[] =>
  (Object.keys(content) as Part[]).flatMap((part) => {
    const ids = content[part].map(({ id }) => id)
    return ids.filter((id, at) => ids.indexOf(id) < at).map((id) => ({ fault: 'same-id-twice' as const, part, id }))
  })

/** What names something that is not in the plan. */
function strangers(content: PlanContent): PlanFault[] {
  const idsOf = (part: Part): ReadonlySet<string> => new Set(content[part].map(({ id }) => id))
  const [goals, milestones, deliveries] = [idsOf('goals'), idsOf('milestones'), idsOf('deliveries')]
  const [activities, posts] = [idsOf('activities'), idsOf('budget')]
  const check = (part: Part, id: string, named: readonly (string | undefined)[], known: ReadonlySet<string>): PlanFault[] =>
    named.some((name) => name !== undefined && !known.has(name)) ? [{ fault: 'no-such-item', part, id }] : []
  return [
    ...content.milestones.flatMap((milestone) => check('milestones', milestone.id, milestone.goals, goals)),
    ...content.deliveries.flatMap((delivery) => [
      ...check('deliveries', delivery.id, delivery.goals, goals),
      ...check('deliveries', delivery.id, [delivery.milestone], milestones),
    ]),
    ...content.activities.flatMap((activity) => [
      ...check('activities', activity.id, activity.after, activities),
      ...check('activities', activity.id, [activity.milestone], milestones),
      ...check('activities', activity.id, [activity.delivery], deliveries),
      ...check('activities', activity.id, [activity.post], posts),
    ]),
  ]
}

function wrongDays(content: PlanContent): PlanFault[] {
  const { from, to } = frameOf(content)
  const isOutside = (day: Day): boolean => day < from || day > to
  const backwards: PlanFault[] = from > to ? [{ fault: 'ends-before-it-begins', part: 'frame', id: 'frame' }] : []
  const dated = (['milestones', 'deliveries'] as const).flatMap((part) =>
    content[part].filter(({ on }) => isOutside(on)).map(({ id }) => ({ fault: 'outside-project' as const, part, id })),
  )
  const ofDeliveries = content.deliveries
    .filter(({ on, milestone }) => content.milestones.some(({ id, on: by }) => id === milestone && on > by))
    .map(({ id }): PlanFault => ({ fault: 'after-its-goal', part: 'deliveries', id }))
  return [...backwards, ...dated, ...ofDeliveries, ...content.activities.flatMap((activity) => activityDays(content, activity))]
}

function activityDays(content: PlanContent, activity: PlanContent['activities'][number]): PlanFault[] {
  const fault = (kind: PlanFault['fault']): PlanFault[] => [{ fault: kind, part: 'activities', id: activity.id }]
  const { from, to } = frameOf(content)
  if (activity.from > activity.to) return fault('ends-before-it-begins')
  if (activity.from < from || activity.to > to) return fault('outside-project')
  return activity.to > mustBeDoneBy(content, activity) ? fault('after-its-goal') : []
}

/** More hours than its days have, for those who do it. What somebody has in all their activities together is asked of an import alone. */
const hoursAboveDay = ({ activities }: PlanContent): PlanFault[] =>
  activities.filter(isAboveDay).map(({ id }) => ({ fault: 'hours-above-day', part: 'activities', id }))

/** Activities that wait for themselves, by way of others: what is left when all that can be done one after the other is taken away. */
function rounds({ activities }: PlanContent): PlanFault[] {
  const known = new Set(activities.map(({ id }) => id))
  const waitsFor = new Map(activities.map(({ id, after }) => [id, new Set(after.filter((name) => known.has(name)))]))
  const followers = new Map<string, string[]>()
  for (const [id, names] of waitsFor) for (const name of names) followers.set(name, [...(followers.get(name) ?? []), id])
  const free = [...waitsFor].filter(([, names]) => names.size === 0).map(([id]) => id)
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waitsFor.delete(id)
    for (const follower of followers.get(id) ?? []) {
      const names = waitsFor.get(follower)!
      names.delete(id)
      if (names.size === 0) free.push(follower)
    }
  }
  return [...waitsFor.keys()].map((id) => ({ fault: 'goes-round', part: 'activities', id }))
}

const riskFaults = ({ risks }: PlanContent): PlanFault[] =>
  risks
    .filter((risk) => weightOf(risk) >= SERIOUS && risk.action === '')
    .map(({ id }) => ({ fault: 'risk-without-action', part: 'risks', id }))

function pointFaults({ points }: PlanContent): PlanFault[] {
  const inOrder = points.toSorted((one, other) => POINTS.indexOf(one.id) - POINTS.indexOf(other.id))
  return inOrder
    .filter(({ on }, at) => at > 0 && on < inOrder[at - 1]!.on)
    .map(({ id }) => ({ fault: 'points-out-of-order', part: 'points', id }))
}

function tooLong(content: PlanContent, mostMonths: number | undefined): PlanFault[] {
  const { from, to } = frameOf(content)
  const months = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(firstOfMonth(day).slice(5, 7))
  const length = months(to) - months(from) + (to.slice(8) > from.slice(8) ? 1 : 0)
  return mostMonths !== undefined && length > mostMonths ? [{ fault: 'too-long', part: 'frame', id: 'frame' }] : []
}
