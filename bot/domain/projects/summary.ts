import type { Person } from './actor.js'
import { outlookOf } from './budget.js'
import { dayOf, type Day } from './calendar.js'
import type { Ore, YearAmounts } from './money.js'
import { budgetByYear, budgetOf, frameOf, type PlanContent } from './plan.js'
import { nextPoint, type Phase, type Point } from './points.js'
import type { ProfileName } from './profiles.js'
import { ASPECTS, overall, type Aspect, type Judged, type Light, type ProgressReport } from './progress-report.js'
import { isWaiting, type Portfolio, type Project } from './project.js'
import { isHolding } from './change-request.js'
import { managerOf } from './roles.js'
import { progressDue } from './routines.js'
import { everybody } from './telling.js'

type Lit = Pick<Judged, 'light' | 'trend'>
/** What a picture of time shows of a project. */
export type OnTimeline = { kind: 'point' | 'milestone'; id: string; name?: string; on: Day; isPassed: boolean }

/**
 * A project in one row, for the portfolio. Kept in the same transaction as the project, and a function of it alone: nothing in it depends
 * on when it is read, so days are kept and "late" is asked of them (`isLate`).
 */
export type Summary = {
  id: string
  number: string
  name: string
  recordNumber?: string
  portfolio?: Portfolio
  profile: ProfileName
  phase: Phase
  manager?: Person
  /** Everybody with a seat, and who answers for an effect: whose project it is. */
  people: readonly Person[]
  isWaiting: boolean
  waitingSince?: Day
  /** Matters that wait for votes, and the day that the first of them is due. */
  matters: number
  voteDue?: Day
  /** A change request is proposed and not made. */
  deviatesSince?: Day
  light?: Light
  /** Without the comments: those are read in the report, by who may read it. */
  lights?: Readonly<Record<Aspect, Lit>>
  reportedOn?: Day
  progressDue?: Day
  nextPoint?: Point
  nextPointOn?: Day
  from?: Day
  to?: Day
  endedOn?: Day
  budget: Ore
  byYear: YearAmounts
  expected: Ore
  timeline: readonly OnTimeline[]
}

export function summaryOf(project: Project): Summary {
  const content = project.plan?.content ?? project.proposal?.content
  const next = nextPoint(project.phase)
  const report = project.lastProgress
  const frame = content && frameOf(content)
  return {
    id: project.id,
    number: project.number,
    name: project.name,
    recordNumber: project.recordNumber,
    portfolio: project.portfolio,
    profile: project.profile,
    phase: project.phase,
    manager: managerOf(project.roster),
    people: everybody(project).sort(),
    ...waits(project),
    deviatesSince: project.deviatesSince,
    light: report && overall(report.lights),
    lights: report && litIn(report),
    reportedOn: report?.to,
    progressDue: progressDue(project),
    nextPoint: next,
    nextPointOn: content?.points.find(({ id }) => id === next)?.on,
    from: frame?.from,
    to: frame?.to,
    endedOn: project.endedOn,
    budget: content ? budgetOf(content) : 0,
    byYear: content ? budgetByYear(content) : {},
    expected: content ? outlookOf(content, project.work, project.costs).expected : 0,
    timeline: content ? timelineOf(project, content) : [],
  }
}

const litIn = ({ lights }: ProgressReport): Record<Aspect, Lit> =>
  Object.fromEntries(ASPECTS.map((aspect) => [aspect, { light: lights[aspect].light, trend: lights[aspect].trend }])) as Record<
    Aspect,
    Lit
  >

function waits(project: Project): Pick<Summary, 'isWaiting' | 'waitingSince' | 'matters' | 'voteDue'> {
  const since = project.requests.filter(isHolding).map(({ latest }) => dayOf(latest.at))
  return {
    isWaiting: isWaiting(project),
    waitingSince: since.sort()[0],
    matters: project.matters.length,
    voteDue: project.matters.map(({ due }) => due).sort()[0],
  }
}

function timelineOf({ approved, decisions }: Project, { points, milestones }: PlanContent): OnTimeline[] {
  const passed = new Set(
    decisions
      .filter(({ inForce, undoneBy }) => inForce && undoneBy === undefined)
      .flatMap(({ subject }) => (subject.kind === 'point' ? [subject.point] : [])),
  )
  const all: OnTimeline[] = [
    ...points.map(({ id, on }) => ({ kind: 'point' as const, id, on, isPassed: passed.has(id) })),
    ...milestones.map(({ id, name, on }) => ({
      kind: 'milestone' as const,
      id,
      name,
      on,
      isPassed: `milestone ${id}` in approved,
    })),
  ]
  return all.sort((one, other) => (one.on < other.on ? -1 : 1))
}

export const isLate = ({ progressDue: due, voteDue }: Pick<Summary, 'progressDue' | 'voteDue'>, today: Day): boolean =>
  (due !== undefined && due < today) || (voteDue !== undefined && voteDue < today)
