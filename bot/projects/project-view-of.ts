import type { Actor } from '../domain/projects/actor.js'
import { outlookOf } from '../domain/projects/budget.js'
import type { Day } from '../domain/projects/calendar.js'
import { bodyFor } from '../domain/projects/matter.js'
import { dutiesOn } from '../domain/projects/duties.js'
import { NAMES_OF_EVENTS } from '../domain/projects/events.js'
import { basisMissing, criteriaUnmet, whyNotPut } from '../domain/projects/gates.js'
import { agendaOf } from '../domain/projects/meetings.js'
import { projectPermissionsOf } from '../domain/projects/permissions.js'
import { CRITERIA, nextPoint, TICKED_BY_REGISTER, type Criterion } from '../domain/projects/points.js'
import type { FilingHead, ProjectRow } from '../domain/projects/ports.js'
import {
  activityState,
  effectGoalsOf,
  heldIn,
  isApproved,
  isWaiting,
  peopleOf,
  type Project,
} from '../domain/projects/project.js'
import type { Names, PointView, ProjectView } from '../domain/projects/project-view.js'
import { mayReadStatus } from '../domain/projects/reporting.js'
import { decidesPoint } from '../domain/projects/settings.js'
import { workOn } from '../domain/projects/status-report.js'
import { whyNot } from '../domain/projects/step.js'
import { isLate, summaryOf } from '../domain/projects/summary.js'
import { turnedOff } from './acting.js'
import { matterViewOf } from './matter-view-of.js'
import type { ProjectNeeds } from './needs.js'
import { seenParts } from './seen-parts.js'

/** One project as this person may see it. `filings` are those that the person may open. */
export function projectViewOf(
  { project, version }: ProjectRow,
  by: Actor,
  today: Day,
  { names, filings, off }: { names: Names; filings: readonly FilingHead[]; off: Pick<ProjectNeeds, 'recordsAreElsewhere'> },
): ProjectView {
  const { id, number, name, recordNumber, portfolio, profile, points, settings, phase, phaseSince, begun, endedOn } = project
  const may = projectPermissionsOf(peopleOf(project), by)
  const person = by.kind === 'person' ? by.person : ''
  const summary = summaryOf(project)
  return {
    ...{
      id,
      version,
      today,
      number,
      name,
      recordNumber,
      portfolio,
      profile,
      points,
      settings,
      phase,
      phaseSince,
      begun,
      endedOn,
    },
    isWaiting: isWaiting(project),
    isLate: isLate(summary, today),
    summary,
    roster: project.roster,
    names,
    may,
    can: NAMES_OF_EVENTS.filter((kind) => kind !== 'ticked' && !whyNot(project, { kind }, by) && !turnedOff(off, { kind })),
    ...(off.recordsAreElsewhere ? { recordsAreElsewhere: true } : {}),
    seen: seenParts(project),
    next: nextOf(project),
    effectGoals: effectGoalsOf(project),
    ...planned(project),
    documents: project.documents,
    registered: project.registered,
    requests: project.requests,
    matters: project.matters.map((matter) => matterViewOf(project, matter, by, names)),
    decisions: project.decisions,
    ...(may.includes('minutes.read')
      ? { meetings: project.meetings.map((one) => ({ ...one, agendaNow: agendaNow(project, one) })) }
      : {}),
    deviations: project.deviations,
    deviatesSince: project.deviatesSince,
    statusReports: project.statusReports.filter((report) => mayReadStatus(project, person, report)),
    ...(may.includes('progress-report.read') ? { lastProgress: project.lastProgress } : {}),
    followUps: project.followUps,
    duties: dutiesOn(project, today).filter(({ who }) => who.includes(person)),
    filings,
  }
}

/** Gathered anew until the meeting is opened; fixed from then on. */
const agendaNow = (project: Project, { status, own, agenda }: Project['meetings'][number]) =>
  status === 'called' ? agendaOf(project, own) : agenda

function planned(project: Project): Pick<ProjectView, 'proposal' | 'plan' | 'activities' | 'allHeld' | 'approved' | 'outlook'> {
  const { proposal, plan, work, costs } = project
  const content = plan?.content
  const held = heldIn(project)
  const approved = (['delivery', 'milestone'] as const).flatMap((kind) =>
    (content?.[kind === 'delivery' ? 'deliveries' : 'milestones'] ?? [])
      .filter(({ id }) => isApproved(project, kind, id))
      .map(({ id }) => ({ kind, id })),
  )
  return {
    ...{ proposal, plan, approved, allHeld: held.all },
    activities: (content?.activities ?? []).map(({ id }) => ({
      ...workOn(work, id),
      id,
      state: activityState(project, id, held),
    })),
    outlook: content && outlookOf(content, work, costs),
  }
}

/** The next decision point: what it lacks, and whether it can be put. */
function nextOf(project: Project): PointView | undefined {
  const point = nextPoint(project.phase)
  if (!point) return undefined
  const unmet = criteriaUnmet(project, point)
  const refused = whyNotPut(project, point)
  return {
    point,
    body: bodyFor(project.roster, decidesPoint(project.settings, point)),
    basisMissing: basisMissing(project, point),
    criteria: (CRITERIA[point] as readonly Criterion[]).map((criterion) => ({
      criterion,
      met: !unmet.includes(criterion),
      byRegister: TICKED_BY_REGISTER.includes(criterion),
      ticked: project.criteria[criterion],
    })),
    ...(refused ? { refused: refused.why, about: refused.about } : {}),
  }
}
