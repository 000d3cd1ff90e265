import { outlookOf } from './budget.js'
import { dayAfter, mondayOf, type Day } from './calendar.js'
import { hashOf } from './canonical.js'
import { UNDECIDED } from './change-request.js'
import type { EventOf } from './events.js'
import { isHeld } from './held.js'
import type { Moment } from './moment.js'
import type { Activity, PlanContent } from './plan.js'
import { compiled, published } from './progress-report.js'
import { heldIn, type Project } from './project.js'
import { rolesOf } from './roles.js'
import { WEEKS_BACK, workAfter, type StatusEntry, type StatusReport, type StatusSaid } from './status-report.js'
import { counted, moved, refused, type Refused, type Stepped } from './stepped.js'
import { everybody, manager } from './telling.js'

/** A member's week. It goes to the manager, and to nobody else. */
export function statusReported(project: Project, { said }: EventOf<'status-reported'>, moment: Moment): Stepped {
  const { person, at, today } = moment
  if (!project.plan) return refused('plan-missing')
  const earlier = project.statusReports.find(({ by, week }) => by === person && week === said.week)
  const why = whyNotThatWeek(project, said, moment) ?? whyNotThose(project, project.plan.content, said, moment)
  if (why) return why
  if (earlier && hashOf(earlier.entries) === hashOf(said.entries)) return moved(project)
  const [number, next] = counted(project, 'status-report')
  const report: StatusReport = { ...said, number, by: person, at, subproject: subprojectOf(project, person) }
  return moved(
    {
      ...next,
      work: workAfter(project.work, said, earlier),
      statusReports: [...project.statusReports.filter((one) => one !== earlier), report],
      lastStatus: { ...project.lastStatus, [person]: latest(project.lastStatus[person], report) },
      frozen: project.frozen.filter(({ week }) => week >= oldest(today)),
    },
    [{ tell: manager(project), what: 'status-report', report: number, by: person }],
    [{ kind: 'status-report', number, revision: 1, hash: hashOf(report), body: report }],
  )
}

const latest = (one: StatusReport | undefined, other: StatusReport): StatusReport => (one && one.week > other.week ? one : other)
const oldest = (today: Day): Day => dayAfter(mondayOf(today), -7 * WEEKS_BACK)
const subprojectOf = ({ roster }: Project, person: string): string | undefined =>
  roster.find((seat) => seat.person === person && seat.subproject)?.subproject

function whyNotThatWeek({ frozen }: Project, { week }: StatusSaid, { person, today }: Moment): Refused | undefined {
  if (week > today || week < oldest(today)) return refused('wrong-week')
  return frozen.some((one) => one.by === person && one.week === week) ? refused('already-reported') : undefined
}

function whyNotThose(project: Project, content: PlanContent, { entries }: StatusSaid, { person }: Moment): Refused | undefined {
  const held = heldIn(project)
  for (const entry of entries) {
    const activity = content.activities.find(({ id }) => id === entry.activity)
    if (!activity) return refused('no-such-thing', { missing: [entry.activity] })
    if (!mayReportOn(project, activity, person)) return refused('not-your-activity', { missing: [activity.id] })
    if (entry.newEnd !== undefined && entry.newEnd < activity.from) return refused('day-outside', { missing: [activity.id] })
    if (marksHeld(entry, held)) return refused('waits-for-decision', { missing: [activity.id] })
  }
  return undefined
}
/** Hours are told as they are; but nothing that waits for a decision is marked as going on. */
const marksHeld = ({ activity, mark }: StatusEntry, held: ReturnType<typeof heldIn>): boolean =>
  mark === 'going-on' && isHeld(held, 'activities', activity)

/** One's own activities; of a sub-project, also its manager. */
const mayReportOn = ({ roster }: Project, { who, subproject }: Activity, person: string): boolean =>
  who.includes(person) ||
  (subproject !== undefined &&
    roster.some((seat) => seat.person === person && seat.role === 'subproject-manager' && seat.subproject === subproject))

/** The month as the manager tells it, with what members have reported. Published is frozen. */
export function progressPublished(project: Project, { said }: EventOf<'progress-published'>, moment: Moment): Stepped {
  const { plan, lastProgress } = project
  if (!plan) return refused('plan-missing')
  const missing = said.costs.map(({ post }) => post).filter((post) => !plan.content.budget.some(({ id }) => id === post))
  if (missing.length > 0) return refused('no-such-thing', { missing })
  if (lastProgress?.to === moment.today) return refused('already-reported')
  const [number, next] = counted(project, 'progress-report')
  const costs = [...project.costs.filter(({ post }) => !said.costs.some((one) => one.post === post)), ...said.costs]
  const report = published({
    ...said,
    number,
    from: lastProgress ? dayAfter(lastProgress.to) : project.begun,
    to: moment.today,
    by: moment.person,
    at: moment.at,
    compiled: compiled(project.statusReports),
    waiting: project.requests.filter(({ status }) => UNDECIDED.includes(status)).map((one) => one.number),
    ofPlan: plan.revision,
    outlook: outlookOf(plan.content, project.work, costs),
    risks: said.withRisks ? plan.content.risks : [],
    previous: lastProgress?.hash,
  })
  return moved(
    {
      ...next,
      costs,
      lastProgress: report,
      statusReports: [],
      frozen: [...project.frozen, ...project.statusReports.map(({ by, week }) => ({ by, week }))],
      keptUp: said.withRisks ? { ...project.keptUp, 'risk-analysis': moment.today } : project.keptUp,
    },
    [{ tell: everybody(project), what: 'progress-report', report: number }],
    [{ kind: 'progress-report', number, revision: 1, hash: report.hash, body: report }],
  )
}

/** Whether somebody may read a status report: the manager, the administrator, its author, and the manager of the same sub-project. */
export function mayReadStatus(
  project: Project,
  person: string,
  { by, subproject }: Pick<StatusReport, 'by' | 'subproject'>,
): boolean {
  const roles = rolesOf(project.roster, person)
  if (by === person || roles.includes('manager') || roles.includes('administrator')) return true
  return project.roster.some(
    (seat) => seat.person === person && seat.role === 'subproject-manager' && seat.subproject === subproject,
  )
}
