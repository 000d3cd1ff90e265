import { budgetDeviations, outlookOf, timeDeviations, type Deviation } from './budget.js'
import { canonicalJson, hashOf } from './canonical.js'
import { UNDECIDED } from './change-request.js'
import { ended, inForce, stillApplies } from './carrying-out.js'
import { consequenceOf, type Decision } from './decision.js'
import { basisHash } from './gates.js'
import { bodyFor, membersOf, quorumOf, type Matter } from './matter.js'
import type { Moment } from './moment.js'
import { planned } from './plan.js'
import { gateOf, hasEnded, type Point } from './points.js'
import { isWaiting, matterAbout, type Project } from './project.js'
import { asked, putAgain, withMatter, withoutMatter } from './putting.js'
import { moved, then, type Stepped } from './stepped.js'
import { everybody, manager } from './telling.js'

type When = Pick<Moment, 'at' | 'today'>

/**
 * What follows of itself, whatever has happened: votes on what has changed begin again, requests that the plan has outrun go back, a phase
 * begins when its point is both decided and minuted, and a change is proposed as soon as the figures leave the plan. Doing it twice is as once.
 */
export const settled = (before: Project, after: Project, when: When): Stepped =>
  then(
    then(
      then(then(outrunSentBack(after), staffed), (project) => roundsBegun(project, when)),
      (project) => phaseBegun(project, when),
    ),
    (project) => changeProposed(before, project, when),
  )

/** Open requests whose edits no longer fit the plan go back to be revised. They are not decided, so the project goes on waiting. */
function outrunSentBack(project: Project): Stepped {
  const outrun = project.requests.filter(
    (one) => one.status === 'open' && one.latest.edits.length > 0 && !stillApplies(project, one),
  )
  return outrun.reduce<Stepped>(
    (stepped, request) =>
      then(stepped, (now) => {
        const matter = matterAbout(now, { kind: 'change-request', number: request.number, revision: request.latest.revision })
        const requests = now.requests.map((one) =>
          one.number === request.number ? { ...one, status: 'sent-back' as const } : one,
        )
        return moved({ ...(matter ? withoutMatter(now, matter.number) : now), requests }, [
          { tell: manager(now), what: 'request-outrun', request: request.number },
          ...(matter ? [{ renew: matter.number }] : []),
        ])
      }),
    moved(project),
  )
}

/** A matter whose body has nobody left goes to whoever stands in for it. */
const staffed = (project: Project): Stepped =>
  project.matters
    .filter(({ body }) => membersOf(project.roster, body).length === 0)
    .reduce<Stepped>(
      (stepped, matter) =>
        then(stepped, (now) => {
          const body = bodyFor(now.roster, matter.body)
          const elsewhere = { ...matter, body, quorum: quorumOf(now.roster, body, now.settings.quorum) }
          return moved(withMatter(now, elsewhere), [{ renew: matter.number }, asked(now, elsewhere, false)])
        }),
      moved(project),
    )

const roundsBegun = (project: Project, when: When): Stepped =>
  project.matters.reduce<Stepped>(
    (stepped, matter) =>
      then(stepped, (now) => {
        const hash = hashNow(now, matter)
        return hash === matter.hash ? moved(now) : putAgain(now, matter, { subject: matter.subject, hash }, when)
      }),
    moved(project),
  )

/** What the matter's hash would be, if it was put now. */
function hashNow(project: Project, { subject, hash }: Matter): string {
  if (subject.kind === 'point') return basisHash(project, subject.point)
  if (subject.kind !== 'delivery' && subject.kind !== 'milestone') return hash
  const item = project.plan?.content[subject.kind === 'delivery' ? 'deliveries' : 'milestones'].find(
    ({ id }) => id === subject.id,
  )
  return hashOf(item ?? null)
}

/** Rules 2 and 3: the next phase begins when the decision is written in minutes, and no request waits. */
function phaseBegun(project: Project, { at, today }: When): Stepped {
  const decision = project.decisions.find((one) => isReady(project, one))
  if (!decision || isWaiting(project)) return moved(project)
  const { to } = gateOf((decision.subject as { point: Point }).point)
  const passed = { ...project, decisions: inForce(project.decisions, decision.number) }
  if (to === 'closed') return ended(passed, 'closed', today)
  const began = moved({ ...passed, phase: to, phaseSince: today }, [{ tell: everybody(project), what: 'phase-began', phase: to }])
  return to === 'execution' ? then(began, (now) => planBegun(now, decision, at)) : began
}
const isReady = ({ phase }: Project, one: Decision): boolean =>
  one.subject.kind === 'point' &&
  consequenceOf(one) === 'go-on' &&
  !one.inForce &&
  one.undoneBy === undefined &&
  one.minuted !== undefined &&
  gateOf(one.subject.point).from === phase

/** The proposal that was approved becomes the plan: its first revision, or the next one if B2 was undone and decided again. */
function planBegun(project: Project, { number }: Decision, at: Date): Stepped {
  const content = project.proposal!.content
  const plan = planned({
    revision: (project.plan?.revision ?? 0) + 1,
    edition: 1,
    content,
    at,
    because: { kind: 'point', decision: number },
  })
  return moved(
    { ...project, plan, proposal: undefined },
    [{ tell: everybody(project), what: 'plan-revised', revision: plan.revision, decision: number }],
    [{ kind: 'plan', number: plan.revision, revision: 1, hash: plan.hash, body: plan }],
  )
}

/** How the project leaves its plan by what is known now. */
export function deviationsOf({ plan, work, costs, settings, phase }: Project): Deviation[] {
  if (!plan || hasEnded(phase)) return []
  return [...budgetDeviations(outlookOf(plan.content, work, costs), settings.tolerance), ...timeDeviations(plan.content, work)]
}

/** At once when figures leave the plan: a change request is proposed, unless one that could mend it is waiting already. */
function changeProposed(before: Project, project: Project, { today }: When): Stepped {
  const isSame = before.plan === project.plan && before.work === project.work && before.costs === project.costs
  if (isSame && before.settings === project.settings && before.phase === project.phase) return moved(project)
  const deviations = deviationsOf(project)
  const deviatesSince = deviations.length > 0 ? (project.deviatesSince ?? today) : undefined
  const after = moved({ ...project, deviations, deviatesSince })
  const isNews = deviations.length > 0 && canonicalJson(deviations) !== canonicalJson(project.deviations)
  const isAsked = project.requests.some(
    ({ status, latest }) => UNDECIDED.includes(status) && latest.affects.some((one) => one === 'budget' || one === 'time'),
  )
  return isNews && !isAsked ? { ...after, effects: [{ propose: manager(project), because: deviations }] } : after
}
