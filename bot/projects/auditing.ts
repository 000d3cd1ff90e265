import { setImmediate as lettingOthersGo } from 'node:timers/promises'
import type { Actor } from '../domain/projects/actor.js'
import { brokenAt, type AuditRow, type Link } from '../domain/projects/audit.js'
import type { AuditView, Names } from '../domain/projects/project-view.js'
import type { Read } from '../domain/projects/projects.js'
import type { ProjectNeeds } from './needs.js'
import { read, reading } from './reading.js'
import { withoutWeeks } from './without-weeks.js'

const SHOWN = 500
const AT_ONCE = 500

/** The newest of who did and saw what, or those before one of them; and whether the whole chain is as it was written. */
export const audit = (
  needs: ProjectNeeds,
  { project, before = Infinity }: { project: string; before?: number },
  by: Actor,
  named: (people: readonly string[]) => Promise<Names>,
): Promise<Read<AuditView>> =>
  reading(needs, { project, by, permission: 'audit.read', what: 'audit' }, async () => {
    const [all, end] = await Promise.all([needs.store.audit(project), needs.store.auditEnd(project)])
    const rows = all.filter(({ seq }) => seq < before).slice(-SHOWN)
    const names = await named(rows.flatMap(({ by: who }) => (who === 'clock' ? [] : [who])))
    return read({ rows: rows.map(withoutWeeks), of: all.length, brokenAt: await firstBroken(all, end?.hash), names })
  })

/** Years of a project are tens of thousands of rows, and others go on while they are counted through. */
async function firstBroken(rows: readonly AuditRow[], expected: string | undefined): Promise<number | undefined> {
  let after: Link | undefined
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE)
    const broken = brokenAt(part, from + AT_ONCE >= rows.length ? expected : undefined, after)
    if (broken !== undefined) return broken
    after = part.at(-1)
    await lettingOthersGo()
  }
  return rows.length === 0 ? brokenAt([], expected) : undefined
}
