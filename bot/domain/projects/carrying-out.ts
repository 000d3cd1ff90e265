import { isOutrun, type RequestStatus } from './change-request.js'
import { consequenceOf, decided, type Decision } from './decision.js'
import { votesIn, type Choice, type Matter, type Subject } from './matter.js'
import type { Moment } from './moment.js'
import { planned, type PlanContent } from './plan.js'
import { edited } from './plan-edits.js'
import { planFaults } from './plan-faults.js'
import { profileOf } from './profiles.js'
import type { Project } from './project.js'
import { everybody } from './telling.js'
import { withoutMatter } from './putting.js'
import { counted, moved, then, type Moved, type Stepped } from './stepped.js'
import { undone } from './undoing.js'

/** A decision is made of a matter, written down, told to everybody, and carried out. */
export function carryOut(project: Project, matter: Matter, choice: Choice, moment: Pick<Moment, 'at' | 'today'>): Stepped {
  const [number, next] = counted(withoutMatter(project, matter.number), 'decision')
  const meeting = next.meetings.find(({ status }) => status === 'open')?.number
  const votes = votesIn(project.roster, matter)
  const title = titleOf(project, matter)
  const decision = decided(matter, { number, choice, votes, at: moment.at, phase: project.phase, meeting, title })
  const written = moved(
    { ...next, decisions: [...next.decisions, decision] },
    [{ tell: everybody(project), what: 'decided', decision: number, choice }, { renew: matter.number }],
    [{ kind: 'decision', number, revision: 1, hash: decision.hash, body: decision }],
  )
  return then(written, (after) => CARRY_OUT[matter.subject.kind](after, decision, matter, moment))
}

const titleOf = ({ requests }: Project, { subject }: Matter): string | undefined =>
  requests.find(({ number }) => subject.kind === 'change-request' && number === subject.number)?.latest.title

type CarryOut = (project: Project, decision: Decision, matter: Matter, moment: Pick<Moment, 'at' | 'today'>) => Stepped
const CARRY_OUT: Record<Subject['kind'], CarryOut> = {
  'change-request': requestDecided,
  delivery: resultDecided,
  milestone: resultDecided,
  // A phase begins when its point is also minuted, which `settled` sees to; nothing waits for that to stay or to stop.
  point: (project, decision, _, moment) =>
    consequenceOf(decision) === 'stop' ? stopped(project, decision, moment) : moved(project),
  undo: (project, decision, _, moment) => (decision.choice === 'approve' ? undone(project, decision, moment) : moved(project)),
}

const BECOMES: Partial<Record<Choice, RequestStatus>> = {
  approve: 'approved',
  'approve-with-conditions': 'approved-with-conditions',
  'send-back': 'sent-back',
  reject: 'rejected',
}

function requestDecided(project: Project, decision: Decision, { subject }: Matter, { at }: Pick<Moment, 'at'>): Stepped {
  const request = project.requests.find(({ number }) => subject.kind === 'change-request' && number === subject.number)!
  const status = BECOMES[decision.choice]!
  const others = project.requests.filter(({ number }) => number !== request.number)
  if (status === 'sent-back')
    return moved({ ...project, requests: project.requests.map((one) => (one === request ? { ...one, status } : one)) })
  if (status === 'rejected') return moved({ ...project, requests: others })
  const { latest } = request
  const plan = planned({
    revision: project.plan!.revision + 1,
    edition: 1,
    content: edited(project.plan!.content, latest.edits),
    at,
    because: { kind: 'change-request', request: latest.number, revision: latest.revision, decision: decision.number },
  })
  return moved(
    { ...project, plan, requests: others },
    [{ tell: everybody(project), what: 'plan-revised', revision: plan.revision, decision: decision.number }],
    [{ kind: 'plan', number: plan.revision, revision: 1, hash: plan.hash, body: plan }],
  )
}

/** Whether a request's edits still make the plan that was asked for. */
export const stillApplies = (project: Project, { latest }: Project['requests'][number]): boolean =>
  project.plan !== undefined &&
  !isOutrun(latest, project.plan.content) &&
  faultsIn(project, edited(project.plan.content, latest.edits)).length === 0

export const faultsIn = ({ profile }: Pick<Project, 'profile'>, content: PlanContent) =>
  planFaults(content, profileOf(profile).mostMonths)

function resultDecided(project: Project, decision: Decision, { subject, hash }: Matter): Moved {
  if (decision.choice !== 'approve' || (subject.kind !== 'delivery' && subject.kind !== 'milestone')) return moved(project)
  const key = `${subject.kind} ${subject.id}`
  return moved({ ...project, approved: { ...project.approved, [key]: { hash, decision: decision.number } } })
}

/** Closed down. What waited waits no more: there is nothing left to change. */
function stopped(project: Project, { number }: Decision, { today }: Pick<Moment, 'today'>): Moved {
  return ended({ ...project, decisions: inForce(project.decisions, number) }, 'ended', today)
}

export const inForce = (decisions: readonly Decision[], number: number): Decision[] =>
  decisions.map((one) => (one.number === number ? { ...one, inForce: true } : one))

export const ended = (project: Project, phase: 'closed' | 'ended', today: string): Moved =>
  moved(
    {
      ...project,
      phase,
      phaseSince: today,
      endedOn: today,
      matters: [],
      requests: [],
      deviations: [],
      deviatesSince: undefined,
      proposal: undefined,
    },
    [...project.matters.map(({ number }) => ({ renew: number })), { tell: everybody(project), what: 'phase-began', phase }],
  )
