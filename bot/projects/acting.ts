import type { z } from 'zod'
import { actorIdOf, surfaceOf, type Actor } from '../domain/projects/actor.js'
import { dayOf } from '../domain/projects/calendar.js'
import { mayWith } from '../domain/projects/permissions.js'
import type { ProjectRow } from '../domain/projects/ports.js'
import { begin, type Registration } from '../domain/projects/project.js'
import type { Refusal, Why } from '../domain/projects/project-view.js'
import type { Acted, ToDo } from '../domain/projects/projects.js'
import { hashOf } from '../domain/projects/canonical.js'
import { auditOf, step, whyNot } from '../domain/projects/step.js'
import type { Moved } from '../domain/projects/stepped.js'
import { summaryOf } from '../domain/projects/summary.js'
import type { ProjectNeeds } from './needs.js'
import { changedMeanwhile } from './seen-parts.js'

// A whole steering group that votes at one moment does not come near it.
const MOST_TRIES = 50

/** Does one thing: decided on the project as it is, stored with all that follows, and decided again when somebody else was first. */
export async function act(needs: ProjectNeeds, todo: ToDo): Promise<Acted> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const row = await needs.store.find(todo.project)
    if (!row) return { kind: 'gone' }
    const acted = await actOn(needs, row, todo)
    if (acted !== 'conflict') return acted
  }
  throw new Error('a project was changed by others each time that it was read')
}

async function actOn(needs: ProjectNeeds, row: ProjectRow, todo: ToDo): Promise<Acted | 'conflict'> {
  const { event, by, seen } = todo
  const at = needs.now()
  const denied = whyNot(row.project, event, by) ?? turnedOff(needs, event)
  const changed = denied ? undefined : changedMeanwhile(row.project, event.kind, seen)
  if (changed) return refusedFor(needs, todo, { kind: 'refused', why: 'changed-meanwhile', ...changed }, at)
  const stepped = denied ?? step(row.project, event, by, at)
  if (stepped.kind === 'refused') return refusedFor(needs, todo, stepped, at)
  return isNothing(row, stepped) ? { kind: 'done', row } : store(needs, row, todo, stepped, at)
}

/** What the city does in a common system of its own. */
export const turnedOff = (
  { recordsAreElsewhere }: Pick<ProjectNeeds, 'recordsAreElsewhere'>,
  { kind }: Pick<ToDo['event'], 'kind'>,
): Refusal | undefined => (recordsAreElsewhere && kind === 'thing-registered' ? { kind: 'refused', why: 'elsewhere' } : undefined)

/** A press that came twice, or a day that has nothing new. */
const isNothing = ({ project }: ProjectRow, { project: after, effects, filings }: Moved): boolean =>
  after === project && effects.length === 0 && filings.length === 0

async function store(needs: ProjectNeeds, before: ProjectRow, todo: ToDo, stepped: Moved, at: Date): Promise<Acted | 'conflict'> {
  const { event, by } = todo
  const { project: after, effects, filings } = stepped
  const audit = [auditOf(before.project, event, by, at, stepped)]
  const change = { before, after, summary: summaryOf(after), filings, effects, audit, at, key: keyOf(todo) }
  const stored = await needs.store.change(change)
  if (stored === 'conflict') return stored
  if (stored === 'done') return doneBefore(needs, after.id)
  needs.log.info({ project: after.id, event: event.kind, outcome: 'done' }, 'project')
  return { kind: 'done', row: { project: after, version: before.version + 1 } }
}

/** The same press again finds what it did the first time. */
async function doneBefore({ store: projects }: ProjectNeeds, id: string): Promise<Acted> {
  const row = await projects.find(id)
  return row ? { kind: 'done', row } : { kind: 'gone' }
}

/** Whatever is refused is written down. What the same press has done already is not refused the second time. */
async function refusedFor(needs: ProjectNeeds, todo: ToDo, refusal: Refusal, at: Date): Promise<Acted> {
  const { project, event, by } = todo
  const key = keyOf(todo)
  if (key !== undefined && (await needs.store.wasDone(project, key))) return doneBefore(needs, project)
  await needs.store.note(refusedFact(project, event.kind, refusal.why, by, at))
  needs.log.info({ project, event: event.kind, outcome: refusal.why }, 'project')
  return refusal
}

/** What is written down of a refusal. */
export const refusedFact = (project: string, event: string, why: Why, by: Actor, at: Date) => ({
  ...{ project, at, by: actorIdOf(by), where: surfaceOf(by), action: 'refused' },
  detail: { event, why },
})

/** One press is one person's, of one thing: another thing that comes with a key that has been used is not taken for it, and so is never lost. */
const keyOf = ({ by, key, event }: ToDo): string | undefined =>
  key === undefined ? undefined : `${actorIdOf(by)}|${key}|${hashOf(event)}`

/** A new project, by whoever may register one. */
export async function register(needs: ProjectNeeds, registration: z.infer<typeof Registration>, by: Actor): Promise<Acted> {
  const at = needs.now()
  const { id } = registration
  if (by.kind === 'clock' || !mayWith(by.office, 'project.register')) return notRegistered(needs, { why: 'not-yours' }, by, at)
  const project = begin(registration, dayOf(at))
  if ('faults' in project) return notRegistered(needs, { why: 'roster-faulty', about: { roster: project.faults } }, by, at)
  const fact = { project: id, at, by: by.person, where: by.where, action: 'registered', detail: { ...registration } }
  const change = { after: project, summary: summaryOf(project), filings: [], effects: [], audit: [fact], at }
  const stored = await needs.store.change(change)
  if (stored === 'conflict') return registeredBefore(needs, registration, by, at)
  needs.log.info({ project: id, event: 'registered', outcome: 'done' }, 'project')
  return doneBefore(needs, id)
}

/** The same form sent twice is one project: the second time it is told as it was the first. */
async function registeredBefore(
  needs: ProjectNeeds,
  registration: z.infer<typeof Registration>,
  by: Actor,
  at: Date,
): Promise<Acted> {
  const [first] = await needs.store.audit(registration.id)
  const isSame = first?.action === 'registered' && first.by === actorIdOf(by) && hashOf(first.detail) === hashOf(registration)
  return isSame ? doneBefore(needs, registration.id) : notRegistered(needs, { why: 'number-taken' }, by, at)
}

/** There is no project whose chain it could stand in, so it stands in that of registering. */
async function notRegistered(needs: ProjectNeeds, refusal: Omit<Refusal, 'kind'>, by: Actor, at: Date): Promise<Refusal> {
  await needs.store.note(refusedFact('portfolio:register', 'registered', refusal.why, by, at))
  return { kind: 'refused', ...refusal }
}
