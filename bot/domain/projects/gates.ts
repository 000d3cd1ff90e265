import { hashOf, type Hash } from './canonical.js'
import type { DocumentKind } from './documents.js'
import { areDeliveriesApproved, effectGoalsOf, isWaiting, type Project } from './project.js'
import { CRITERIA, gateOf, nextPoint, SIGNED_BY, type Criterion, type Point } from './points.js'
import { asksFor, asksForDocument } from './profiles.js'
import { refused, type Refused } from './stepped.js'
import { consequenceOf } from './decision.js'

/** Basis documents of a point that this project is asked for, and has not. The plan itself is the plan document. */
export const basisMissing = (project: Project, point: Point): DocumentKind[] =>
  basisOf(project, point).filter((kind) => (kind === 'project-plan' ? !project.proposal : !documentOf(project, kind)))

const basisOf = ({ profile }: Project, point: Point): DocumentKind[] =>
  gateOf(point).basis.filter((kind) => asksForDocument(profile, kind))

const documentOf = ({ documents }: Project, kind: DocumentKind) => documents.find((document) => document.kind === kind)

/** Criteria that are not met. */
export const criteriaUnmet = (project: Project, point: Point): Criterion[] =>
  (CRITERIA[point] as readonly Criterion[]).filter((criterion) =>
    criterion === 'deliveries-approved' ? !areDeliveriesApproved(project) : !project.criteria[criterion]?.met,
  )

/** Why a point cannot be put to whoever decides it; undefined when it can. */
export function whyNotPut(project: Project, point: Point): Refused | undefined {
  const next = nextPoint(project.phase)
  if (next !== point) return refused('not-next', next && { point: next })
  if (isPassed(project, point)) return refused('already-decided')
  if (isWaiting(project)) return refused('waits-for-decision')
  return gaps(project, point)
}

/** What the point's basis lacks. Asked when it is put, and again by every vote to go on: a basis can be replaced by one that lacks something. */
export function gaps(project: Project, point: Point): Refused | undefined {
  const missing: string[] = basisMissing(project, point)
  if (point === 'B3' && asksFor(project.profile, 'progress-report') && !project.lastProgress) missing.push('progress-report')
  if (missing.length > 0) return refused('basis-missing', { missing })
  if (point === 'B1' && effectGoalsOf(project).length === 0) return refused('goals-missing')
  const unsigned = basisOf(project, point).filter((kind) => SIGNED_BY[kind] && !documentOf(project, kind)?.signedBy)
  return unsigned.length > 0 ? refused('not-signed', { missing: unsigned }) : undefined
}

/** Decided so that the project goes on, and not undone; perhaps not yet in force. */
export const isPassed = ({ decisions }: Project, point: Point): boolean =>
  decisions.some(
    (one) =>
      one.subject.kind === 'point' &&
      one.subject.point === point &&
      one.undoneBy === undefined &&
      !one.inForce &&
      consequenceOf(one) === 'go-on',
  )

/** The exact basis that a point is decided on. Anything in it that changes makes it another. */
export const basisHash = (project: Project, point: Point): Hash =>
  hashOf({
    point,
    documents: gateOf(point)
      .basis.map((kind) => documentOf(project, kind))
      .filter((document) => document !== undefined),
    directive: point === 'B1' ? project.effectGoals : undefined,
    plan: point === 'B2' ? project.proposal?.hash : project.plan?.revision,
    criteria: (CRITERIA[point] as readonly Criterion[]).map((criterion) => project.criteria[criterion] ?? null),
    approved: point === 'B3' ? project.approved : undefined,
    report: point === 'B3' ? project.lastProgress?.hash : undefined,
  })
