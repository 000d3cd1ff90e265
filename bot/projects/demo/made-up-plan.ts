import type { Day } from '../../domain/projects/calendar.js'
import { PlanProposed } from '../../domain/projects/plan.js'
import type { People } from './social-plan.js'

type Planned = {
  texts: Readonly<Record<string, string>>
  person: People
  /** So many days after the project began. */
  on: (days: number) => Day
  /** Moves amounts and risks, so that no two plans are alike. */
  n: number
}

/** A small plan that holds together: one delivery, one activity, one risk. */
export function madeUpPlan({ texts, person, on, n }: Planned): PlanProposed {
  return PlanProposed.parse({
    frame: [{ id: 'frame', scope: texts['scope']!, limits: texts['limits']!, from: on(20), to: on(600) }],
    goals: [{ id: 'in-use', name: texts['goal']!, measure: texts['measure']! }],
    points: [
      { id: 'B3', on: on(560) },
      { id: 'B4', on: on(600) },
    ],
    milestones: [{ id: 'running', name: texts['milestone']!, on: on(540), goals: ['in-use'] }],
    deliveries: [{ id: 'first', name: texts['delivery']!, on: on(480), milestone: 'running', goals: ['in-use'] }],
    budget: [{ id: 'consultants', name: texts['post']!, kind: 'external', amounts: amounts(on(20), on(600), n) }],
    activities: [
      {
        id: 'build',
        name: texts['activity']!,
        who: [person('member')],
        hours: 400,
        from: on(21),
        to: on(470),
        delivery: 'first',
      },
    ],
    risks: [
      { id: 'late', name: texts['risk']!, probability: (n % 5) + 1, consequence: ((n * 3) % 5) + 1, action: texts['action']! },
    ],
  })
}

/** Between one and nine million kronor a year. */
const amounts = (from: Day, to: Day, n: number): Record<string, number> => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, at) => [String(first + at), (1 + ((n + at) % 9)) * 1_000_000_00]),
  )
}
