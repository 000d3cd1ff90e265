import type { Person } from './actor.js'
import { dayAfter, firstOfNextMonth, mondayOf, nthOfMonth, numberOf, workingDayFrom, type Day } from './calendar.js'
import type { Project } from './project.js'
import { asksFor, type Routine } from './profiles.js'
import { isSeatedOn } from './roles.js'
import { workOn } from './status-report.js'

/** When a project is asked for what: only what its profile asks for, while it runs, on its own days, and never on a day off. */
const isRunning = ({ phase, plan }: Project): boolean => plan !== undefined && (phase === 'execution' || phase === 'closing')
const isAsked = (project: Project, routine: Routine): boolean => isRunning(project) && asksFor(project.profile, routine)

/** The working day that a week's report is asked for: from Thursday on in the week itself, otherwise in the week after. */
export function statusDueFor({ settings }: Pick<Project, 'settings'>, week: Day): Day {
  const weekday = numberOf(settings.days.statusReport)
  return workingDayFrom(dayAfter(week, weekday - 1 + (weekday >= 4 ? 0 : 7)))
}

/** Who owes a report of the last week that is due, and of which week. */
export function statusOwed(project: Project, today: Day): { person: Person; week: Day; due: Day }[] {
  if (!isAsked(project, 'status-report')) return []
  const weeks = [0, -7, -14].map((days) => dayAfter(mondayOf(today), days))
  const week = weeks.find((one) => statusDueFor(project, one) <= today)
  if (week === undefined) return []
  const due = statusDueFor(project, week)
  if (due < project.phaseSince) return []
  return reporters(project, week)
    .filter((person) => !hasReported(project, person, week))
    .map((person) => ({ person, week, due }))
}

/** Those with something to do that week, and a seat. */
function reporters({ roster, plan, work }: Project, week: Day): Person[] {
  const busy = new Set(
    plan!.content.activities
      .filter(({ id, from, to }) => from <= dayAfter(week, 6) && (to >= week || workOn(work, id).mark === 'going-on'))
      .filter(({ id }) => workOn(work, id).mark !== 'done')
      .flatMap(({ who }) => who),
  )
  const seats = roster.filter((seat) => (seat.role === 'member' || seat.role === 'subproject-manager') && isSeatedOn(seat, week))
  return [...new Set(seats.map(({ person }) => person))].filter((person) => busy.has(person))
}

const hasReported = ({ statusReports, frozen, lastStatus }: Project, person: Person, week: Day): boolean =>
  lastStatus[person]?.week === week || [...statusReports, ...frozen].some((one) => one.by === person && one.week === week)

// A report some days before its day is that day's; the last month's is not.
const EARLY_DAYS = 14

/** The next day that the progress report is asked for, which may have been; undefined when none ever is. */
export function progressDue(project: Project): Day | undefined {
  return isAsked(project, 'progress-report') ? nextMonthly(project, project.lastProgress?.to) : undefined
}
export function riskAnalysisDue(project: Project): Day | undefined {
  return isAsked(project, 'risk-analysis') ? nextMonthly(project, project.keptUp['risk-analysis']) : undefined
}

function nextMonthly({ settings, phaseSince }: Project, last: Day | undefined): Day {
  const { progressReport, progressWeek } = settings.days
  const isDone = (due: Day): boolean => due < phaseSince || (last !== undefined && last > dayAfter(due, -EARLY_DAYS))
  const from = last !== undefined && last > phaseSince ? last : phaseSince
  const dueIn = (month: Day): Day => workingDayFrom(nthOfMonth(month, progressReport, progressWeek))
  let month = from
  while (isDone(dueIn(month))) month = firstOfNextMonth(month)
  return dueIn(month)
}

/** The last working day that the activity plan was to be looked through and was not. */
export function activityPlanOwed(project: Project, today: Day): Day | undefined {
  if (!isAsked(project, 'activity-plan')) return undefined
  const days = numberOf(project.settings.days.activityPlan) - 1
  const week = [0, -7]
    .map((back) => dayAfter(mondayOf(today), back))
    .find((monday) => workingDayFrom(dayAfter(monday, days)) <= today)
  if (week === undefined || (project.keptUp['activity-plan'] ?? '') >= week) return undefined
  const due = workingDayFrom(dayAfter(week, days))
  return due < project.phaseSince ? undefined : due
}
