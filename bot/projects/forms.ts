import type { Actor } from '../domain/projects/actor.js'
import { outlookOf } from '../domain/projects/budget.js'
import { UNDECIDED } from '../domain/projects/change-request.js'
import { dayOf, mondayOf, type Day } from '../domain/projects/calendar.js'
import { ASPECTS, compiled, LIGHTS, trendSince, type ProgressReport } from '../domain/projects/progress-report.js'
import { activityState, heldIn, type Project } from '../domain/projects/project.js'
import type { ProgressForm, StatusForm } from '../domain/projects/project-view.js'
import type { Read } from '../domain/projects/projects.js'
import { statusOwed } from '../domain/projects/routines.js'
import { prefilled } from '../domain/projects/status-report.js'
import type { ProjectNeeds } from './needs.js'
import { read, reading, refusal } from './reading.js'

/** What a status report begins with: the week that is owed, otherwise this one, filled in from last time. */
export const statusForm = (needs: ProjectNeeds, project: string, by: Actor, asked: Day | undefined): Promise<Read<StatusForm>> =>
  reading(needs, { project, by, permission: 'status-report.send', what: 'status-form' }, async ({ project: now }) => {
    if (!now.plan || by.kind === 'clock') return refusal('plan-missing')
    const { person } = by
    const today = dayOf(needs.now())
    const week = mondayOf(asked ?? statusOwed(now, today).find((one) => one.person === person)?.week ?? today)
    const { content } = now.plan
    const entries = prefilled({ content, work: now.work, person, week, last: now.lastStatus[person] })
    const [held, own] = [heldIn(now), new Set(entries.map(({ activity }) => activity))]
    const activities = content.activities
      .filter(({ id }) => own.has(id))
      .map(({ id, name, from, to, hours }) => ({ id, name, from, to, hours, state: activityState(now, id, held) }))
    const draft = await needs.store.draft({ person, project, kind: 'status-report', about: week })
    return read({ week, entries, activities, draft })
  })

/** What a progress report begins with: what members have said since the last one, and what is known of the money. */
export const progressForm = (needs: ProjectNeeds, project: string, by: Actor): Promise<Read<ProgressForm>> =>
  reading(
    needs,
    { project, by, permission: 'progress-report.publish', what: 'progress-form' },
    async ({ project: now }): Promise<Read<ProgressForm>> => {
      if (!now.plan || by.kind === 'clock') return refusal('plan-missing')
      const draft = await needs.store.draft({ person: by.person, project, kind: 'progress-report', about: '' })
      return read({ ...filledIn(now, now.plan.content), draft })
    },
  )

const filledIn = (
  { statusReports, lastProgress, work, costs, requests }: Project,
  content: NonNullable<Project['plan']>['content'],
): Omit<ProgressForm, 'draft'> => ({
  compiled: compiled(statusReports),
  last: lastProgress,
  outlook: outlookOf(content, work, costs),
  waiting: requests.filter(({ status }) => UNDECIDED.includes(status)).map(({ number }) => number),
  trends: trendsSince(lastProgress),
  posts: content.budget.map(({ id, name }) => ({ id, name })),
})

const trendsSince = (last: ProgressReport | undefined): ProgressForm['trends'] =>
  Object.fromEntries(
    ASPECTS.map((aspect) => [
      aspect,
      Object.fromEntries(LIGHTS.map((light) => [light, trendSince(last?.lights[aspect].light, light)])),
    ]),
  ) as ProgressForm['trends']
