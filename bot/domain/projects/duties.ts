import type { Person } from './actor.js'
import { dayOf, workingDaysAfter, type Day } from './calendar.js'
import { UNDECIDED } from './change-request.js'
import { followUpsDue } from './effect-goals.js'
import { votesIn, votersOf } from './matter.js'
import { effectGoalsOf, type Project } from './project.js'
import { activityPlanOwed, progressDue, riskAnalysisDue, statusOwed } from './routines.js'
import { holders } from './roles.js'
import { manager } from './telling.js'

export const DUTY_KINDS = [
  'status-report',
  'progress-report',
  'activity-plan',
  'risk-analysis',
  'change-request',
  'revise-request',
  'vote',
  'minute-decisions',
  'sign-minutes',
  'effect-follow-up',
] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

/** Something that somebody has to do. `key` is the same as long as it is the same duty: what is snoozed, and told of once. */
export type Duty = { key: string; project: string; kind: DutyKind; who: readonly Person[]; due: Day; about?: string | number }

/** Working days that minutes wait for a signature, and decisions for a meeting, before somebody is reminded. */
const TO_SIGN = 3
const TO_MINUTE = 20
const TO_REVISE = 3

type Made = Omit<Duty, 'key' | 'project'>

/** Everything that is to be done by today and is not, by whom. After the end only effects are asked for. */
export const dutiesOn = (project: Project, today: Day): Duty[] =>
  [...reports(project, today), ...changes(project), ...votes(project), ...minutes(project), ...effects(project)]
    .filter(({ who, due }) => who.length > 0 && due <= today)
    .map((duty) => ({ ...duty, project: project.id, key: keyOf(project.id, duty) }))

const keyOf = (project: string, { kind, due, about, who }: Made): string =>
  [project, kind, about ?? '', kind === 'status-report' ? who[0] : '', due].join('/')

function reports(project: Project, today: Day): Made[] {
  const monthly = [
    { kind: 'progress-report' as const, due: progressDue(project) },
    { kind: 'risk-analysis' as const, due: riskAnalysisDue(project) },
    { kind: 'activity-plan' as const, due: activityPlanOwed(project, today) },
  ]
  return [
    ...statusOwed(project, today).map(({ person, week, due }) => ({
      kind: 'status-report' as const,
      who: [person],
      due,
      about: week,
    })),
    ...monthly.flatMap(({ kind, due }) => (due === undefined ? [] : [{ kind, who: manager(project), due }])),
  ]
}

function changes(project: Project): Made[] {
  const { deviatesSince, requests } = project
  const isAsked = requests.some(({ status }) => UNDECIDED.includes(status))
  const wanted: Made[] =
    deviatesSince !== undefined && !isAsked ? [{ kind: 'change-request', who: manager(project), due: deviatesSince }] : []
  const sentBack = requests.filter(({ status }) => status === 'sent-back')
  return [
    ...wanted,
    ...sentBack.map(({ number, latest }) => ({
      kind: 'revise-request' as const,
      who: manager(project),
      due: workingDaysAfter(sentBackOn(project, number) ?? dayOf(latest.at), TO_REVISE),
      about: number,
    })),
  ]
}
function sentBackOn({ decisions }: Project, request: number): Day | undefined {
  const last = decisions.findLast(({ subject }) => subject.kind === 'change-request' && subject.number === request)
  return last && dayOf(last.at)
}

const votes = ({ roster, matters }: Project): Made[] =>
  matters.map((matter) => {
    const voted = votesIn(roster, matter).map(({ by }) => by)
    // Round by round: whoever put off one has not put off the next.
    return {
      kind: 'vote',
      who: votersOf(roster, matter).filter((person) => !voted.includes(person)),
      due: matter.due,
      about: `${matter.number}.${matter.round}`,
    }
  })

function minutes({ roster, meetings, decisions }: Project): Made[] {
  const waiting = decisions.find((one) => one.minuted === undefined && one.body === 'steering-group')
  const chair = holders(roster, 'chair')
  return [
    ...(waiting
      ? [
          {
            kind: 'minute-decisions' as const,
            who: chair,
            due: workingDaysAfter(dayOf(waiting.at), TO_MINUTE),
            about: waiting.number,
          },
        ]
      : []),
    ...meetings
      .filter(({ status }) => status === 'closed')
      .map(({ number, minutes: { on } = { on: '' } }) => ({
        kind: 'sign-minutes' as const,
        who: chair,
        due: workingDaysAfter(on, TO_SIGN),
        about: number,
      })),
  ]
}

/** A year after the end; of a project that never had a plan there are no effects to ask for. */
const effects = (project: Project): Made[] =>
  project.endedOn === undefined || !project.plan
    ? []
    : followUpsDue(effectGoalsOf(project), project.followUps, project.endedOn).map(({ goal, due }) => ({
        kind: 'effect-follow-up',
        who: [goal.owner],
        due,
        about: goal.id,
      }))
