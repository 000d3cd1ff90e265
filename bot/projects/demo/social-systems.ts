import { mondayOf, type Day } from '../../domain/projects/calendar.js'
import type { ProjectEventSent } from '../../domain/projects/events.js'
import type { Ore } from '../../domain/projects/money.js'
import type { PlanProposed } from '../../domain/projects/plan.js'
import type { PlanEdit } from '../../domain/projects/plan-edits.js'
import type { Point } from '../../domain/projects/points.js'
import type { Light } from '../../domain/projects/progress-report.js'
import { Registration } from '../../domain/projects/project.js'
import { deeds, filed, meeting, put, ticks, vote, votes, type Deed } from './deed.js'
import { socialPlan, socialRoster, type People, type SocialDays, type SocialTexts } from './social-plan.js'

const OF_B3 = ['goals-reached', 'maintenance-accepted', 'users-trained', 'operations-contract']
const OF_B4 = ['documents-handed-over', 'registered-checked', 'rest-archived', 'lessons-written']
const GROUP = ['chair', 'vice', 'group-1', 'group-2', 'group-3'] as const

/** The project of 2017 with its own people and days; `year` is that of BA, 2016 in truth. */
export function socialSystems(texts: SocialTexts, person: People, year: number) {
  const y = (n: number, day: string): Day => `${year + n}-${day}`
  const group = GROUP.map(person)
  const { words } = texts
  const chair = person('chair')
  const manager = person('manager')
  const meet = (day: Day, during: readonly Deed[]) =>
    meeting(day, { chair, there: [...group, manager], place: words['place']!, notes: words['notes']! }, during)
  /** Decided by all who are there. */
  const decided = (day: Day, choice: Parameters<typeof vote>[0]) => votes(day, group, choice)

  const registration = Registration.parse({
    ...{ id: 'sociala-system', number: texts.number, name: texts.name, portfolio: texts.portfolio, profile: 'full' },
    roster: socialRoster(person),
  })

  /** From the idea to the plan, as it was: BA, B0 and B1 by whoever stands in for the owner, B2 by the steering group. */
  function begun(days: SocialDays): Deed[] {
    const bySponsor = (day: Day, point: Point, choice: Parameters<typeof vote>[0], ...documents: string[]) => [
      ...deeds(day, person('administrator'), ...documents.map(filed)),
      ...deeds(day, manager, put(point)),
      ...deeds(day, person('sponsor'), vote(choice)),
    ]
    const goal = { ...texts.effect, owner: person('benefit'), by: days.to }
    return [
      ...bySponsor(y(0, '05-09'), 'BA', 'inquire', 'idea'),
      ...bySponsor(y(0, '12-20'), 'B0', 'write-directive', 'pre-study', 'pre-study-evaluation'),
      ...deeds(
        y(1, '02-15'),
        manager,
        { kind: 'effect-goals-set', goals: [goal] },
        { kind: 'record-number-set', recordNumber: texts.recordNumber },
      ),
      ...deeds(y(1, '02-15'), person('administrator'), filed('project-directive'), filed('communication-plan')),
      ...deeds(y(1, '02-15'), person('sponsor'), { kind: 'document-signed', document: 'project-directive' }),
      ...bySponsor(y(1, '02-22'), 'B1', 'confirm'),
      ...deeds(y(1, '02-22'), manager, { kind: 'plan-proposed', plan: socialPlan(texts, days, person) }, put('B2')),
      ...meet(y(1, '02-22'), decided(y(1, '02-22'), 'approve')),
    ]
  }

  const status = (day: Day, who: string, activity: string, spent: number, left: number, newEnd?: Day): Deed[] =>
    deeds(day, person(who), {
      kind: 'status-reported',
      said: { week: mondayOf(day), entries: [{ activity, spent, left, ...(newEnd ? { newEnd } : {}) }] },
    })
  const progress = (day: Day, lights: { time?: Light; cost?: Light } = {}): Deed[] =>
    deeds(day, manager, {
      kind: 'progress-published',
      said: {
        ...{ done: words['done']!, next: words['next']!, withRisks: true },
        lights: {
          time: judged(lights.time, words['late']),
          cost: judged(lights.cost, words['dear']),
          quality: judged(),
          scope: judged(),
          risk: judged(),
        },
      },
    })
  const requested = (day: Day, which: keyof SocialTexts['requests'], edits: PlanEdit[], aspect: 'time' | 'budget'): Deed[] => {
    const { title, why, effect, alternatives, ifRejected } = texts.requests[which]
    return deeds(day, manager, {
      kind: 'change-requested',
      said: { title, why, alternatives, ifRejected, effects: { [aspect]: effect }, edits },
    })
  }
  const delivered = (day: Day, kind: 'delivery-put' | 'milestone-put', ...ids: readonly string[]): Deed[] =>
    ids.flatMap((id) => [...deeds(day, manager, { kind, id }), ...decided(day, 'approve')])

  return { registration, y, person, group, begun, status, progress, requested, delivered, meet, decided }
}
export type SocialSystems = ReturnType<typeof socialSystems>

const judged = (light: Light = 'green', comment = '') =>
  light === 'green' ? { light, trend: 'same' as const } : { light, trend: 'worse' as const, comment }

/** One year in which everything happens that can: from B0 to B4, two requests for change, a report that is late. */
export function aYearOf(
  texts: SocialTexts,
  person: People,
  year: number,
): { registration: SocialSystems['registration']; deeds: Deed[] } {
  const project = socialSystems(texts, person, year)
  const { y, group, status, progress, requested, delivered, meet, decided } = project
  const days: SocialDays = {
    ...{ from: y(1, '02-22'), to: y(1, '12-18'), B3: y(1, '12-04'), B4: y(1, '12-18'), requirements: y(1, '05-02') },
    milestones: { procured: y(1, '06-16'), 'version-1': y(1, '09-29'), 'most-needs': y(1, '11-24') },
  }
  const plan = socialPlan(texts, days, person)
  const dearer = dearerTraining(plan, year + 1, 20_000_000_00)
  const later = y(1, '06-30')
  const shifted: PlanEdit[] = [
    { part: 'milestones', put: { ...plan.milestones.find(({ id }) => id === 'procured')!, on: later } },
    { part: 'deliveries', put: { ...plan.deliveries.find(({ id }) => id === 'contract')!, on: later } },
    { part: 'activities', put: { ...plan.activities.find(({ id }) => id === 'procure')!, to: later } },
  ]
  const conditions = { conditions: texts.requests.later.conditions! }
  const administrator = person('administrator')
  const manager = person('manager')
  return {
    registration: project.registration,
    deeds: [
      ...project.begun(days),
      ...status(y(1, '03-03'), 'developer', 'write-requirements', 30, 2370),
      ...progress(y(1, '03-08')),
      ...requested(y(1, '03-20'), 'more-training', [dearer], 'budget'),
      ...votes(y(1, '03-22'), group, 'reject', { motive: texts.requests['more-training'].motive! }),
      // The report of April was due on the fifth.
      ...progress(y(1, '04-19'), { cost: 'yellow' }),
      ...meet(y(1, '05-03'), delivered(y(1, '05-03'), 'delivery-put', 'requirements')),
      ...status(y(1, '05-12'), 'requirements', 'procure', 40, 300, later),
      ...requested(y(1, '05-15'), 'later', shifted, 'time'),
      ...deeds(y(1, '05-16'), person('group-4'), (now) => ({ kind: 'conflict-declared', matter: now.matters.at(-1)!.number })),
      ...meet(y(1, '05-17'), votes(y(1, '05-17'), group, 'approve-with-conditions', conditions)),
      ...progress(y(1, '06-07'), { time: 'yellow' }),
      ...meet(y(1, '06-30'), [
        ...delivered(y(1, '06-30'), 'delivery-put', 'contract'),
        ...delivered(y(1, '06-30'), 'milestone-put', 'procured'),
      ]),
      ...progress(y(1, '09-06')),
      ...meet(y(1, '11-24'), [
        ...delivered(y(1, '11-24'), 'delivery-put', 'first-version', 'course', 'moved-data'),
        ...delivered(y(1, '11-24'), 'milestone-put', 'version-1', 'most-needs'),
      ]),
      ...deeds(y(1, '12-01'), manager, ...ticks(OF_B3, texts.words['met']!)),
      ...deeds(y(1, '12-01'), administrator, filed('maintenance-plan')),
      ...deeds(y(1, '12-04'), manager, put('B3')),
      ...meet(y(1, '12-04'), decided(y(1, '12-04'), 'approve')),
      ...deeds(y(1, '12-15'), manager, ...ticks(OF_B4, texts.words['met']!)),
      ...deeds(y(1, '12-15'), administrator, filed('final-report')),
      ...deeds(y(1, '12-18'), manager, put('B4')),
      ...meet(y(1, '12-18'), decided(y(1, '12-18'), 'approve')),
      ...deeds(y(2, '12-18'), person('benefit'), followedUp(texts)),
    ],
  }
}
const followedUp = ({ effect, words }: SocialTexts): ProjectEventSent => ({
  kind: 'effect-followed-up',
  said: { goal: effect.id, outcome: 'reached', measured: words['outcome']! },
})

/** More for the introduction in a year: what both requests about money ask for. */
export function dearerTraining({ budget }: PlanProposed, year: number, amount: Ore): PlanEdit {
  const training = budget.find(({ id }) => id === 'introduction')!
  const amounts = 'amounts' in training ? training.amounts : {}
  return { part: 'budget', put: { ...training, kind: 'external', amounts: { ...amounts, [year]: amount } } }
}
