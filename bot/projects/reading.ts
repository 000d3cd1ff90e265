import { actorIdOf, surfaceOf, type Actor } from '../domain/projects/actor.js'
import type { AuditFact } from '../domain/projects/audit.js'
import { mayDo, type ProjectPermission } from '../domain/projects/permissions.js'
import type { ProjectRow } from '../domain/projects/ports.js'
import { peopleOf } from '../domain/projects/project.js'
import type { Refusal, Why } from '../domain/projects/project-view.js'
import type { Gone, Read } from '../domain/projects/projects.js'
import { refusedFact } from './acting.js'
import type { ProjectNeeds } from './needs.js'

/** Who wants to read what of a project. `what` is a name, with a number: it becomes a row of the audit. */
export type Reading = { project: string; by: Actor; permission: ProjectPermission; what: string }

/** Reads for somebody: refused without the permission, and written down either way. */
export async function reading<Value>(
  needs: ProjectNeeds,
  asked: Reading,
  make: (row: ProjectRow) => Promise<Read<Value>> | Read<Value>,
): Promise<Read<Value>> {
  const row = await needs.store.find(asked.project)
  if (!row) return GONE
  const made = mayDo(peopleOf(row.project), asked.by, asked.permission) ? await make(row) : refusal('not-yours')
  if (made.kind !== 'gone') await needs.store.note(factOf(asked, made, needs.now()))
  return made
}

export const GONE: Gone = { kind: 'gone' }
export const refusal = (why: Why): Refusal => ({ kind: 'refused', why })
export const read = <Value>(value: Value): Read<Value> => ({ kind: 'read', value })

const factOf = ({ project, by, what }: Reading, made: Read<unknown>, at: Date): AuditFact =>
  made.kind === 'refused' ? refusedFact(project, `see ${what}`, made.why, by, at) : seenFact(project, what, by, at)

/** What is written down of somebody having seen something. */
export const seenFact = (project: string, what: string, by: Actor, at: Date): AuditFact => ({
  ...{ project, at, by: actorIdOf(by), where: surfaceOf(by), action: 'saw' },
  detail: { what },
})
